import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../accesso/contesto.ts';
import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { NuovoDatore } from '../../anagrafe/registro-rapporti.ts';
import { controllaAvviso } from '../../avvisi/controlla-avviso.ts';
import { type BaseDiCalcolo, calcolaBase, type Calcolatore } from '../../bollettini/base-di-calcolo.ts';
import { toPersistiti } from '../../bollettini/dati-persistiti.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import { type CodiceAvviso, formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { estremi, formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Emesso, Quaderno } from './quaderno.ts';
import { type RigaAvviso, toNuovoRapporto, withDates } from './riga-avviso.ts';

/** What all the rows of a batch share. */
export interface Emittente {
  readonly calcolatore: Calcolatore;
  readonly ente: EnteCreditore;
  readonly attore: Actor;
  /** The batch's day and instant: they do not change when it is resumed. */
  readonly oggi: Giorno;
  readonly il: string;
}

/** Stands for the code that a notice will have, where only its other texts are checked. */
const CODICE_DI_PROVA = '0'.repeat(18) as CodiceAvviso;

/**
 * The bollettini of a row, one a group of weeks: those already issued for the same rapporto, quarter and group from the same
 * data, or new ones. So a row met twice, in one file or in two, gives the same IUV.
 * @throws ErroreDati which refuses the row and leaves the page as it was
 */
export function emettiRiga(quaderno: Quaderno, riga: RigaAvviso, emittente: Emittente): Emesso[] {
  const noto = quaderno.rapporto(riga.rapporto);
  const datore = quaderno.datore(riga.datore.codiceFiscale);
  if (noto !== undefined && !isSame(noto, datore, riga)) throw notTheirs();
  const base = noto === undefined ? riga.base : withDates(riga.base, noto);
  const calcoli = calcolaBase(base, emittente.calcolatore);
  for (const calcolo of calcoli) checkIssuable(calcolo, datore ?? riga.datore, emittente);
  const emessi = calcoli.map((calcolo) => noto && alreadyIssued(quaderno, noto, base, calcolo));
  const rapporto = noto ?? quaderno.registra(toNuovoRapporto(riga, calcoli));
  return calcoli.map((calcolo, i) => emessi[i] ?? quaderno.decidi(rapporto, base, calcolo));
}

function isSame(rapporto: RapportoDiLavoro, datore: Datore | undefined, riga: RigaAvviso): boolean {
  return rapporto.datoreId === datore?.id && rapporto.lavoratore.codiceFiscale === riga.lavoratore.codiceFiscale;
}

function checkIssuable({ trimestre, totale, scadenza }: Calcolo, datore: NuovoDatore, emittente: Emittente): void {
  const { ente, oggi } = emittente;
  if (estremi(trimestre).primo > oggi) {
    throw new ErroreDati('trimestre-futuro', `Il trimestre ${formatTrimestre(trimestre)} non è ancora iniziato.`, {
      campo: 'trimestre',
    });
  }
  controllaAvviso({
    ente,
    codiceAvviso: CODICE_DI_PROVA,
    oggetto: 'Contributi lavoro domestico',
    importo: totale,
    scadenza: scadenza.scadenza,
    destinatario: { codiceFiscale: datore.codiceFiscale, nome: `${datore.nome} ${datore.cognome}`, indirizzo: '' },
    emessoIl: oggi,
  });
}

/** The bollettino that this calculation gave already, from the same data. */
function alreadyIssued(
  quaderno: Quaderno,
  rapporto: RapportoDiLavoro,
  base: BaseDiCalcolo,
  calcolo: Calcolo,
): Emesso | undefined {
  const emessi = quaderno.emessi(rapporto, calcolo.trimestre, calcolo.gruppo);
  const vivo = emessi.find((emesso) => !('gia' in emesso) || emesso.gia.stato !== 'pagato');
  if (vivo !== undefined) {
    if (!isFrom('gia' in vivo ? vivo.gia : vivo.deciso, base, calcolo)) throw differs(vivo, calcolo);
    return vivo;
  }
  const [pagato] = emessi;
  if (pagato !== undefined) throw alreadyPaid(pagato, calcolo);
  return undefined;
}

function isFrom(
  emesso: { readonly importo: number; readonly dati: unknown },
  base: BaseDiCalcolo,
  calcolo: Calcolo,
): boolean {
  // As the database gives them back, on both sides.
  const asJson = (dati: unknown): unknown => JSON.parse(JSON.stringify(dati));
  return (
    emesso.importo === calcolo.totale && isDeepStrictEqual(asJson(emesso.dati), asJson(toPersistiti(base, calcolo)))
  );
}

function notTheirs(): ErroreDati {
  return new ErroreDati(
    'rapporto-di-altri',
    'Il codice del rapporto è già registrato per un altro datore o lavoratore: ricontrollare il codice e i codici fiscali.',
    { campo: 'rapporto' },
  );
}

function differs(emesso: Emesso, { trimestre }: Calcolo): ErroreDati {
  const { importo } = 'gia' in emesso ? emesso.gia : emesso.deciso;
  return new ErroreDati(
    'bollettino-diverso',
    `Per il trimestre ${formatTrimestre(trimestre)} c’è già un bollettino da ${formatEuroItaliano(importo)} € con altri dati ` +
      `(${where(emesso)}): eliminarlo, o correggere la riga.`,
    { campo: 'trimestre' },
  );
}

function alreadyPaid(emesso: Emesso, { trimestre }: Calcolo): ErroreDati {
  return new ErroreDati(
    'trimestre-gia-pagato',
    `Il trimestre ${formatTrimestre(trimestre)} risulta già pagato (${where(emesso)}).`,
    { campo: 'trimestre' },
  );
}

function where(emesso: Emesso): string {
  return 'gia' in emesso ? `codice avviso ${formatCodiceAvviso(emesso.gia.codiceAvviso)}` : 'in una riga precedente';
}
