import type { CodiceAssociazione } from '../../contributi/calcolo.ts';
import type { CodiceAvviso, Iuv } from '../../pagopa/identificativi/codice-avviso.ts';
import { confrontaTrimestri, type Trimestre } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { centesimi, somma, type Centesimi } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';

/** A person on a statement. */
export interface Persona {
  readonly codiceFiscale: string;
  readonly cognome: string;
  readonly nome: string;
}

/** One payment that a receipt proves, as the statements need it; services map their own records to this. */
export interface BollettinoPagato {
  readonly codiceRapporto: string;
  readonly datore: Persona;
  readonly lavoratore: Persona;
  readonly trimestre: Trimestre;
  readonly ore: Decimale;
  readonly settimane: number;
  /** Of hours that another payment had paid already: they give the worker nothing more. */
  readonly doppio: boolean;
  readonly retribuzioneOrariaEffettiva: Centesimi | null;
  /** The association's part included, in the three amounts: `importo` = `quotaDatore` + `quotaLavoratore`. */
  readonly importo: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
  readonly associazione: {
    readonly codice: CodiceAssociazione;
    readonly totale: Centesimi;
    readonly quotaLavoratore: Centesimi;
  } | null;
  /** The day somebody paid: the cash principle looks at this day. */
  readonly pagatoIl: Giorno;
  /** Null where the employer did not keep the notice that was paid. */
  readonly iuv: Iuv | null;
  readonly codiceAvviso: CodiceAvviso | null;
  /** The payment's unique number at the PSP (IUR); null where only the employer says that it was paid. */
  readonly ricevuta: string | null;
}

/** What of a payment went to INPS and what to the association. */
export interface Ripartizione {
  readonly quotaDatore: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly associazione: Centesimi;
  readonly importo: Centesimi;
}

/** Takes the association's part out of the two shares. */
export function ripartisci({
  importo,
  quotaDatore,
  quotaLavoratore,
  associazione,
}: Pick<BollettinoPagato, 'importo' | 'quotaDatore' | 'quotaLavoratore' | 'associazione'>): Ripartizione {
  const totale = associazione?.totale ?? 0;
  const delLavoratore = associazione?.quotaLavoratore ?? 0;
  return {
    quotaDatore: centesimi(quotaDatore - (totale - delLavoratore)),
    quotaLavoratore: centesimi(quotaLavoratore - delLavoratore),
    associazione: centesimi(totale),
    importo,
  };
}

export function sommaQuote(righe: readonly Ripartizione[]): Ripartizione {
  return {
    quotaDatore: somma(righe.map(({ quotaDatore }) => quotaDatore)),
    quotaLavoratore: somma(righe.map(({ quotaLavoratore }) => quotaLavoratore)),
    associazione: somma(righe.map(({ associazione }) => associazione)),
    importo: somma(righe.map(({ importo }) => importo)),
  };
}

/** By quarter, then worker, then day of payment. */
export function inOrdine(bollettini: readonly BollettinoPagato[]): BollettinoPagato[] {
  return [...bollettini].sort(
    (a, b) =>
      confrontaTrimestri(a.trimestre, b.trimestre) ||
      a.lavoratore.cognome.localeCompare(b.lavoratore.cognome, 'it') ||
      a.codiceRapporto.localeCompare(b.codiceRapporto) ||
      a.pagatoIl.localeCompare(b.pagatoIl),
  );
}
