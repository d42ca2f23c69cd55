import type { CambioCondizioni } from '../anagrafe/cambio-condizioni.ts';
import type { Condizioni } from '../anagrafe/rapporto-di-lavoro.ts';
import { leggiGiorno } from '../lotti/celle/giorni.ts';
import { leggiEuro, leggiIntero, leggiOre } from '../lotti/celle/numeri.ts';
import { leggiAssociazione, leggiSiNo } from '../lotti/celle/parole.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/** Hours of a week. */
const ORE_MASSIME = 168;
const GIORNI_MASSIMI = 7;

/** What may change in the terms of a rapporto, by the names that commands, forms and programs give it. */
export const CAMPI_CAMBIO = [
  'dal',
  'oreSettimanali',
  'pagaOraria',
  'pagaMensile',
  'vittoAlloggioGiorni',
  'senzaCuaf',
  'tempoDeterminato',
  'associazione',
] as const;

/** The same as people write it; an empty text leaves what was. */
export type CampiCambio = Partial<Readonly<Record<(typeof CAMPI_CAMBIO)[number], string | undefined>>>;

/** How the end of the contribution to a fund is written. */
export const NESSUNA_ASSOCIAZIONE = 'nessuna';

/**
 * Reads new terms.
 * @throws ErroreDati with the field that is wrong; `cambio-vuoto` when nothing changes, `due-paghe`
 */
export function parseCambio(campi: CampiCambio): CambioCondizioni {
  const { pagaOraria, pagaMensile } = campi;
  if (isFilled(pagaOraria) && isFilled(pagaMensile)) {
    throw new ErroreDati('due-paghe/mensile', { campo: 'pagaMensile' });
  }
  if (!isFilled(campi.dal)) throw new ErroreDati('giorno-mancante', { campo: 'dal' });
  const cambio: CambioCondizioni = {
    dal: leggiGiorno(campi.dal, 'dal'),
    ...read('oreSettimanali', campi.oreSettimanali, parseOre),
    ...read('paga', pagaOraria, (testo) => paga('oraria', testo, 'pagaOraria')),
    ...read('paga', pagaMensile, (testo) => paga('mensile', testo, 'pagaMensile')),
    ...read('vittoAlloggioGiorni', campi.vittoAlloggioGiorni, (testo) =>
      leggiIntero(testo, 'vittoAlloggioGiorni', GIORNI_MASSIMI),
    ),
    ...read('senzaCuaf', campi.senzaCuaf, (testo) => leggiSiNo(testo, 'senzaCuaf')),
    ...read('tempoDeterminato', campi.tempoDeterminato, (testo) => leggiSiNo(testo, 'tempoDeterminato')),
    ...read('associazione', campi.associazione, (testo) =>
      testo === NESSUNA_ASSOCIAZIONE ? null : leggiAssociazione(testo, 'associazione'),
    ),
  };
  if (Object.keys(cambio).length > 1) return cambio;
  throw new ErroreDati('cambio-vuoto', { campo: 'oreSettimanali' });
}

function parseOre(testo: string): string {
  const ore = leggiOre(testo, 'oreSettimanali');
  if (ore.greaterThan(0) && ore.lessThanOrEqualTo(ORE_MASSIME)) return ore.toFixed();
  throw new ErroreDati('ore-non-valide/settimanali', { massimo: ORE_MASSIME, campo: 'oreSettimanali' });
}

function paga(tipo: 'oraria' | 'mensile', testo: string, campo: string): NonNullable<Condizioni['paga']> {
  const importo = leggiEuro(testo, campo);
  if (importo > 0) return { tipo, importo };
  throw new ErroreDati('importo-non-valido/paga-zero', { campo });
}

function isFilled(testo: string | undefined): testo is string {
  return testo !== undefined && testo.trim() !== '';
}

function read<K extends string, T>(nome: K, testo: string | undefined, parse: (testo: string) => T) {
  return (isFilled(testo) ? { [nome]: parse(testo.trim()) } : {}) as { readonly [k in K]?: T };
}
