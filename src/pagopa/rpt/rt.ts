import type { Centesimi } from '../../valori/denaro.ts';
import type { EnteBeneficiario, IstitutoAttestante, Soggetto } from './soggetto.ts';

/** codiceEsitoPagamento: 0 eseguito, 1 non eseguito, 2 parziale, 3 decorrenza termini, 4 decorrenza termini parziale. */
export type CodiceEsito = '0' | '1' | '2' | '3' | '4';

/** Ricevuta telematica 6.2.0. Amounts in cents. */
export interface Rt {
  readonly dominio: string;
  readonly stazione?: string;
  readonly idMessaggio: string;
  /** Italian civil time, `2021-01-15T10:35:12`. */
  readonly dataOraMessaggio: string;
  /** idMessaggio of the RPT. */
  readonly riferimentoMessaggio: string;
  /** Day of the RPT. */
  readonly riferimentoData: string;
  readonly attestante: IstitutoAttestante;
  readonly ente: EnteBeneficiario;
  readonly versante?: Soggetto;
  readonly pagatore: Soggetto;
  readonly esito: CodiceEsito;
  readonly importoTotale: Centesimi;
  readonly iuv: string;
  readonly ccp: string;
  readonly pagamenti: readonly SingoloPagamento[];
}

export interface SingoloPagamento {
  readonly importo: Centesimi;
  /** Why, in words; mandatory when the amount is zero. */
  readonly esito?: string;
  readonly dataEsito: string;
  /** identificativoUnivocoRiscossione: what reconciles with the flows. */
  readonly iur: string;
  readonly causale: string;
  readonly datiSpecificiRiscossione: string;
  readonly commissioniPsp?: Centesimi;
  readonly commissioniPa?: Centesimi;
  /** ES original outcome, BD digital stamp; base64. */
  readonly allegato?: { readonly tipo: 'ES' | 'BD'; readonly base64: string };
}
