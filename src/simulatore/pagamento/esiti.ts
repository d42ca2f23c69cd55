import type { CodiceEsito } from '../../pagopa/rpt/rt.ts';
import type { EsitoPagamento } from '../scenari/scenario.ts';
import type { StatoCarrello, StatoRptNodo } from '../stati-rpt.ts';

/** What an outcome means for the node's states, for the browser and for the receipt. */
export interface Conseguenze {
  readonly stati: readonly StatoRptNodo[];
  readonly carrello: StatoCarrello;
  /** `esito` of the browser's return; `pagato` is OK or DIFFERITO, as the way of paying has it. */
  readonly ritorno: 'pagato' | 'DIFFERITO' | 'ERROR';
  /** Absent: nobody makes one. */
  readonly rt?: {
    readonly codice: CodiceEsito;
    /** esitoSingoloPagamento; the node's own words for its negative receipts. */
    readonly motivo: string;
    /** Who makes it: the PSP, or the node itself when no PSP took the payment. */
    readonly origine: 'psp' | 'nodo';
    /** States just before the RT. */
    readonly prima?: readonly StatoRptNodo[];
    /** Fixed wait; otherwise the simulator's delay for a PSP's decision, none for what the citizen did. */
    readonly attesaMs?: number;
    /** Only when the PSP has sent none of its own by then. */
    readonly seManca?: true;
  };
}

/** The node keeps an RPT for 90 days, then closes it (SANP 2.2.6). */
const RETENZIONE_MS = 90 * 24 * 3_600_000;

const INVIATA_E_ACCETTATA: readonly StatoRptNodo[] = ['RPT_INVIATA_A_PSP', 'RPT_ACCETTATA_PSP'];
const pagata = { stati: INVIATA_E_ACCETTATA, carrello: 'CART_ACCETTATO_PSP', ritorno: 'pagato' } as const;
const nonPagata = { stati: [], carrello: 'CART_PARCHEGGIATO_NODO', ritorno: 'ERROR' } as const;
const negativa = (motivo: string) => ({ codice: '1', motivo, origine: 'nodo' }) as const;

const decorrenza = (codice: '3' | '4') =>
  ({
    codice,
    motivo: 'Annullato da batch nodo',
    origine: 'nodo',
    prima: ['RPT_DECORSI_TERMINI'],
    attesaMs: RETENZIONE_MS,
  }) as const;

export const CONSEGUENZE: Readonly<Record<EsitoPagamento, Conseguenze>> = {
  eseguito: { ...pagata, rt: { codice: '0', motivo: 'ESEGUITO', origine: 'psp' } },
  parziale: { ...pagata, rt: { codice: '2', motivo: 'ESEGUITO', origine: 'psp' } },
  'rifiutato-emittente': { ...nonPagata, rt: { ...negativa('Autorizzazione negata'), attesaMs: 0 } },
  annullato: { ...nonPagata, rt: { ...negativa('Annullato da utente'), attesaMs: 0 } },
  'sessione-scaduta': { ...nonPagata, rt: { ...negativa('Annullato per sessione scaduta'), attesaMs: 0 } },
  'rifiutato-psp': {
    stati: ['RPT_INVIATA_A_PSP', 'RPT_RIFIUTATA_PSP'],
    carrello: 'CART_RIFIUTATO_PSP',
    ritorno: 'DIFFERITO',
    rt: negativa('Annullato per RPT rifiutata'),
  },
  'esito-sconosciuto-psp': {
    stati: ['RPT_INVIATA_A_PSP', 'RPT_ESITO_SCONOSCIUTO_PSP'],
    carrello: 'CART_ESITO_SCONOSCIUTO_PSP',
    ritorno: 'DIFFERITO',
    rt: negativa('Annullato per esito sconosciuto PSP'),
  },
  'errore-invio-psp': {
    stati: ['RPT_ERRORE_INVIO_A_PSP'],
    carrello: 'CART_ERRORE_INVIO_A_PSP',
    ritorno: 'ERROR',
    rt: { ...negativa('Annullato per errore in connessione'), attesaMs: 0 },
  },
  'decorrenza-termini': {
    ...pagata,
    ritorno: 'DIFFERITO',
    rt: decorrenza('3'),
  },
  'decorrenza-parziale': {
    ...pagata,
    ritorno: 'DIFFERITO',
    rt: decorrenza('4'),
  },
};

/** A PSP that listens took it: the RTs are the PSP's, and the node ends what it never answers. */
export const PRESO_DAL_PSP: Conseguenze = { ...pagata, rt: { ...decorrenza('3'), seManca: true } };

/** A PSP that listens may have taken it: only that PSP can say. */
export const IGNOTO_AL_PSP: Conseguenze = {
  stati: ['RPT_INVIATA_A_PSP', 'RPT_ESITO_SCONOSCIUTO_PSP'],
  carrello: 'CART_ESITO_SCONOSCIUTO_PSP',
  ritorno: 'DIFFERITO',
  rt: { ...decorrenza('3'), seManca: true },
};
