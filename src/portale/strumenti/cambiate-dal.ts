import type { CambioCondizioni } from '../../anagrafe/cambio-condizioni.ts';
import { condizioniAl } from '../../anagrafe/condizioni-nel-tempo.ts';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { estremi, type Trimestre } from '../../scadenze/trimestre.ts';
import { parseDecimale } from '../../valori/decimale.ts';
import { parseEuro } from '../../valori/denaro.ts';
import { formatGiornoItaliano, parseGiorno } from '../../valori/giorno.ts';
import * as campi from './campi-comuni.ts';
import { missing } from './come-andato.ts';
import { type CampoModulo, type GruppoCampi, type Scritto, testo } from './strumento.ts';

/** The fields that tell terms which change on a day. */
export function campiCambio(
  trimestre: Trimestre,
  paga: { readonly etichetta: string; readonly aiuto?: string },
): readonly CampoModulo[] {
  return [
    { ...campi.giorno('cambioDal', 'Cambiate dal'), esempio: formatGiornoItaliano(estremi(trimestre).primo) },
    { tipo: 'testo', nome: 'cambioOre', etichetta: 'Nuove ore a settimana', modo: 'decimal' },
    { tipo: 'testo', nome: 'cambioPaga', ...paga, modo: 'decimal' },
  ];
}

/** The same of a rapporto that is known: folded away, and said what becomes of it. */
export function gruppoCambio(trimestre: Trimestre): GruppoCampi {
  return {
    legenda: 'Ore o paga cambiate da un giorno',
    richiusa: true,
    aiuto:
      'Prima di quel giorno restano quelle del rapporto. Emesso il bollettino, le nuove valgono anche per i trimestri dopo.',
    campi: campiCambio(trimestre, {
      etichetta: 'Nuova paga in euro',
      aiuto: 'Oraria o mensile, com’è quella del rapporto',
    }),
  };
}

/** @throws ErroreDati `campo-mancante` where new terms have no day */
export function requireDay(scritto: Scritto): void {
  const detto = testo(scritto, 'cambioOre') || testo(scritto, 'cambioPaga');
  if (testo(scritto, 'cambioDal') === '' && detto !== '') {
    throw missing('cambioDal', 'Scrivere da quale giorno valgono le nuove condizioni.');
  }
}

/** The same beside what else was told of the quarter, by programs and commands. @throws ErroreDati naming the field */
export function conCambioScritto<M extends object>(
  modifiche: M,
  detto: { readonly [campo in 'cambioDal' | 'cambioOre' | 'cambioPaga']: string | undefined },
  rapporto: RapportoDiLavoro,
): M & { readonly cambio?: CambioCondizioni } {
  const scritto = Object.entries(detto).flatMap(([nome, valore]) => (valore === undefined ? [] : [[nome, valore]]));
  const cambio = cambioScritto(Object.fromEntries(scritto) as Scritto, rapporto);
  return cambio === undefined ? modifiche : { ...modifiche, cambio };
}

/**
 * The change of a rapporto's terms that was told; the pay is of the kind that it was.
 * @throws ErroreDati naming the field
 */
export function cambioScritto(scritto: Scritto, rapporto: RapportoDiLavoro): CambioCondizioni | undefined {
  requireDay(scritto);
  const [scrittoDal, ore, paga] = ['cambioDal', 'cambioOre', 'cambioPaga'].map((nome) => testo(scritto, nome));
  if (!scrittoDal) return undefined;
  if (!ore && !paga) throw missing('cambioOre', 'Scrivere che cosa è cambiato: le ore, la paga o tutte e due.');
  const dal = parseGiorno(scrittoDal, 'cambioDal');
  const { tipo } = condizioniAl(rapporto, dal).paga ?? { tipo: 'oraria' };
  return {
    dal,
    ...(ore && { oreSettimanali: parseDecimale(ore, 'cambioOre').toFixed() }),
    ...(paga && { paga: { tipo, importo: parseEuro(paga, 'cambioPaga') } }),
  };
}
