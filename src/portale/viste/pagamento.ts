import type { StatoConsegna, StatoTentativo } from '../../pagamenti/pagamento.ts';
import type { RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Visibilita } from './mascheratura.ts';
import { toVistaRiga, type VistaRiga } from './riga.ts';

export const STATI_TENTATIVO: Readonly<Record<StatoTentativo, string>> = {
  'da-inviare': 'Non ancora consegnato a pagoPA',
  'in-attesa': 'In attesa di conferma',
  eseguito: 'Pagato',
  'non-eseguito': 'Non eseguito',
  'decorsi-termini': 'Non eseguito: sono scaduti i termini per pagare',
  rifiutato: 'Rifiutato da pagoPA',
  anomalo: 'In verifica: la ricevuta non corrisponde al bollettino',
};

export const STATI_CONSEGNA: Readonly<Record<StatoConsegna, string>> = {
  'da-inviare': 'Confermato, ma non ancora passato a pagoPA.',
  'invio-incerto': 'pagoPA non ha risposto: proseguire riprova la stessa richiesta, senza pagare due volte.',
  inviata: 'Passato a pagoPA, in attesa di conferma.',
  rifiutata: 'pagoPA non ha accettato la richiesta.',
  conclusa: 'Concluso.',
};

/** A payment as the tables show it. */
export interface VistaPagamento extends VistaRiga {
  readonly tentativoId: string;
  readonly statoInParole: string;
  readonly ricevuta: boolean;
}

export function toVistaPagamento(riga: RigaPagamento, oggi: Giorno, visibile: Visibilita): VistaPagamento {
  return {
    ...toVistaRiga(riga, oggi, visibile),
    importo: riga.tentativo.importo,
    tentativoId: riga.tentativo.id,
    statoInParole: STATI_TENTATIVO[riga.tentativo.stato],
    ricevuta: riga.ricevuta !== undefined && riga.tentativo.stato === 'eseguito',
  };
}

/** A row of *Pagamenti effettuati*. */
export interface VistaEffettuato extends VistaPagamento {
  readonly dataPagamento: Giorno;
  /** Null when a flow alone says that it was paid: its receipt has not come. */
  readonly istituto: string | null;
}

/** @returns undefined when nothing says that it was paid */
export function toVistaEffettuato(
  riga: RigaPagamento,
  oggi: Giorno,
  visibile: Visibilita,
): VistaEffettuato | undefined {
  const pagato = riga.ricevuta ?? riga.rendicontato;
  if (pagato === undefined) return undefined;
  return {
    ...toVistaPagamento(riga, oggi, visibile),
    dataPagamento: pagato.dataEsito,
    istituto: riga.ricevuta?.istitutoAttestante ?? null,
  };
}

/** A paid bollettino with what its receipt says. Amounts in the Italian form. */
export interface VistaRicevuta extends VistaPagamento {
  readonly importoPagato: string;
  readonly commissione: string | null;
  readonly dataPagamento: Giorno;
  /** `15:00`. */
  readonly oraPagamento: string | null;
  readonly dataApplicazione: Giorno | null;
  readonly dataOraMessaggio: string;
  readonly istituto: string;
  readonly ente: { readonly denominazione: string; readonly codiceFiscale: string };
  readonly causale: string;
  readonly iuv: string;
  readonly ccp: string;
  readonly iur: string;
}

/** @returns undefined when there is no receipt yet */
export function toVistaRicevuta(riga: RigaPagamento, oggi: Giorno, visibile: Visibilita): VistaRicevuta | undefined {
  const { ricevuta } = riga;
  if (ricevuta === undefined) return undefined;
  return {
    ...toVistaPagamento(riga, oggi, visibile),
    importoPagato: toItaliano(ricevuta.importoPagato),
    commissione: ricevuta.commissione === undefined ? null : toItaliano(ricevuta.commissione),
    dataPagamento: ricevuta.dataEsito,
    oraPagamento: ricevuta.oraEsito?.slice(0, 5) ?? null,
    dataApplicazione: ricevuta.dataApplicazione ?? null,
    dataOraMessaggio: ricevuta.dataOraMessaggio,
    istituto: ricevuta.istitutoAttestante,
    ente: ricevuta.enteBeneficiario,
    causale: ricevuta.causale,
    iuv: ricevuta.iuv,
    ccp: ricevuta.ccp,
    iur: ricevuta.iur,
  };
}

/** `"1234.50"` → `"1.234,50"`. */
function toItaliano(importo: string): string {
  const [interi = '', decimali = '00'] = importo.split('.');
  return `${interi.replace(/\B(?=(\d{3})+$)/g, '.')},${decimali}`;
}
