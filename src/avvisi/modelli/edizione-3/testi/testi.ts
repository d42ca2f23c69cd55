/** Fixed words of the 3.x edition in one language, as the guide prints them (annex 1, translations). */
export interface Testi3 {
  /** BCP 47. */
  readonly lingua: string;
  readonly titolo: string;
  readonly ente: string;
  readonly destinatario: string;
  readonly quantoQuando: string;
  /** Heading of a notice without a due date. */
  readonly quanto: string;
  readonly importo: string;
  readonly euro: string;
  /** Above the date, in *Quanto e quando pagare?*. */
  readonly scadenza: string;
  readonly rate: (quante: number) => string;
  readonly legale: string;
  readonly dovePagare: string;
  readonly online: string;
  /** Where the creditor's own site is among the channels. */
  readonly onlineTesto: (ente: string) => string;
  readonly territorio: string;
  readonly territorioTesto: string;
  readonly datiPagamento: string;
  readonly rataUnica: string;
  readonly rata: (numero: number) => string;
  /** Before the date, in the data of a payment. */
  readonly entroIl: string;
  readonly inquadraAccanto: string;
  readonly inquadraSopra: string;
  readonly oggetto: string;
  readonly cbill: string;
  readonly avviso: string;
  readonly codFiscaleEnte: string;
  /** Ours: what a simulation says of itself. */
  readonly simulazione: string;
}
