import type { Centesimi } from '../../valori/denaro.ts';
import type { EnteBeneficiario, Soggetto } from './soggetto.ts';

/** Namespace of RPT, RT and rendicontazione flows. */
export const SPAZIO_PAGAMENTI = 'http://www.digitpa.gov.it/schemas/2011/Pagamenti/';
export const VERSIONE_OGGETTO = '6.2.0';

export type TipoVersamento = 'BBT' | 'BP' | 'AD' | 'CP' | 'PO' | 'OBEP' | 'OTH' | 'JIF' | 'MYBK' | 'PPAL';
/** How the payer was recognised: CIE/CNS, user and password (SPID too), other, nobody was. */
export type AutenticazioneSoggetto = 'CNS' | 'USR' | 'OTH' | 'N/A';

/** Richiesta di pagamento telematico 6.2.0: one attempt to pay one IUV. Amounts in cents. */
export interface Rpt {
  readonly dominio: string;
  readonly stazione?: string;
  readonly idMessaggio: string;
  /** Italian civil time, `2021-01-15T10:30:00`. */
  readonly dataOraMessaggio: string;
  readonly autenticazione: AutenticazioneSoggetto;
  /** Only when somebody pays for the payer. */
  readonly versante?: Soggetto;
  readonly pagatore: Soggetto;
  readonly ente: EnteBeneficiario;
  /** Not before the day of the message, at most 30 days after it (node's rule). */
  readonly dataEsecuzione: string;
  readonly importoTotale: Centesimi;
  readonly tipoVersamento: TipoVersamento;
  readonly iuv: string;
  readonly ccp: string;
  readonly ibanAddebito?: string;
  readonly bicAddebito?: string;
  /** 1-5; their amounts add up to the total (node's rule). */
  readonly versamenti: readonly SingoloVersamento[];
}

/** One of the 1-5 parts of an RPT; either an IBAN or a digital stamp. */
export interface SingoloVersamento {
  readonly importo: Centesimi;
  readonly commissioneCaricoPa?: Centesimi;
  readonly ibanAccredito?: string;
  readonly bicAccredito?: string;
  readonly ibanAppoggio?: string;
  readonly bicAppoggio?: string;
  readonly credenzialiPagatore?: string;
  readonly causale: string;
  readonly datiSpecificiRiscossione: string;
  readonly bollo?: { readonly tipo: string; readonly hash: string; readonly provincia: string };
}
