/** Fixed words of the 3.x edition in one language (guide 3.0, translations). Free texts are the creditor's. */
export interface Testi3 {
  readonly titolo: string;
  readonly ente: string;
  readonly destinatario: string;
  readonly codFiscale: string;
  readonly quantoQuando: string;
  readonly euro: string;
  readonly entroIl: string;
  readonly rate: (quante: number) => string;
  readonly importoAggiornato: string;
  readonly dovePagare: string;
  readonly cta: string;
  readonly appIo: string;
  readonly appIoTesto: string;
  readonly territorio: string;
  readonly territorioTesto: string;
  readonly datiPagamento: string;
  readonly rataUnica: string;
  readonly rata: (numero: number) => string;
  readonly inquadraAccanto: string;
  readonly inquadraSopra: string;
  readonly oggetto: string;
  readonly cbill: string;
  readonly avviso: string;
  readonly codFiscaleEnte: string;
  readonly simulazione: string;
}

export const TESTI_3_IT: Testi3 = {
  titolo: 'Avviso di pagamento',
  ente: 'Ente Creditore',
  destinatario: 'Destinatario',
  codFiscale: 'Cod. Fiscale',
  quantoQuando: 'Quanto e quando pagare?',
  euro: 'Euro',
  entroIl: 'entro il',
  rate: (quante) => `Puoi pagare per intero oppure in ${quante} rate`,
  importoAggiornato:
    'In fase di pagamento, se previsto dall’ente, l’importo potrebbe essere aggiornato automaticamente e subire variazioni in diminuzione (per sgravi, note di credito) o in aumento (per sanzioni, interessi, ecc.).',
  dovePagare: 'Dove pagare?',
  cta: 'vai su pagopa.gov.it',
  appIo: 'PAGA CON L’APP IO',
  appIoTesto: 'oppure dal tuo Home Banking, con la tua app di pagamento o con gli altri canali abilitati.',
  territorio: 'PAGA SUL TERRITORIO',
  territorioTesto:
    'presso Banche e Sportelli ATM, negli Uffici Postali e Punti Postali, nei Bar, Edicole, Ricevitorie, Supermercati, Tabaccherie e altri Esercenti Convenzionati.',
  datiPagamento: 'Dati per il pagamento',
  rataUnica: 'Rata unica',
  rata: (numero) => `Rata ${numero}`,
  inquadraAccanto: 'Inquadra il codice QR con la tua app di pagamento o usa i dati accanto.',
  inquadraSopra: 'Inquadra il codice QR con la tua app di pagamento o usa i dati sopra.',
  oggetto: 'Oggetto del pagamento',
  cbill: 'Cod. CBILL',
  avviso: 'Cod. Avviso',
  codFiscaleEnte: 'Cod. Fiscale Ente',
  simulazione: 'FAC-SIMILE: questo avviso è una simulazione e non può essere pagato.',
};

/** German for South Tyrol, under the Italian in grey. The translation is this project's. */
export const TESTI_3_DE: Testi3 = {
  titolo: 'Zahlungsmitteilung',
  ente: 'Gläubigerkörperschaft',
  destinatario: 'Empfänger',
  codFiscale: 'Steuernummer',
  quantoQuando: 'Wie viel und wann zahlen?',
  euro: 'Euro',
  entroIl: 'bis zum',
  rate: (quante) => `Sie können den ganzen Betrag oder in ${quante} Raten zahlen`,
  importoAggiornato:
    'Bei der Zahlung kann der Betrag, sofern von der Körperschaft vorgesehen, automatisch aktualisiert werden und sich verringern (Nachlässe, Gutschriften) oder erhöhen (Strafen, Zinsen usw.).',
  dovePagare: 'Wo zahlen?',
  cta: 'siehe pagopa.gov.it',
  appIo: 'ZAHLEN SIE MIT DER APP IO',
  appIoTesto: 'oder im Home Banking, mit Ihrer Zahlungs-App oder über die anderen zugelassenen Kanäle.',
  territorio: 'ZAHLEN SIE VOR ORT',
  territorioTesto:
    'in Banken und an Geldautomaten, in Postämtern, Bars, Zeitungskiosken, Annahmestellen, Supermärkten, Trafiken und bei anderen Vertragspartnern.',
  datiPagamento: 'Zahlungsdaten',
  rataUnica: 'Einmalzahlung',
  rata: (numero) => `Rate ${numero}`,
  inquadraAccanto: 'Scannen Sie den QR-Code mit Ihrer Zahlungs-App oder verwenden Sie die nebenstehenden Daten.',
  inquadraSopra: 'Scannen Sie den QR-Code mit Ihrer Zahlungs-App oder verwenden Sie die obigen Daten.',
  oggetto: 'Zahlungsgegenstand',
  cbill: 'CBILL-Code',
  avviso: 'Mitteilungsnummer',
  codFiscaleEnte: 'Steuernr. Körperschaft',
  simulazione: 'FAC-SIMILE: Diese Mitteilung ist eine Simulation und kann nicht bezahlt werden.',
};
