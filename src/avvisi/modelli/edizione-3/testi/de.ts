import type { Testi3 } from './testi.ts';

export const DE: Testi3 = {
  lingua: 'de-DE',
  titolo: 'Zahlungsmitteilung',
  ente: 'Körperschaft',
  destinatario: 'Empfänger',
  quantoQuando: 'Wieviel und wann bezahlen?',
  quanto: 'Wieviel bezahlen?',
  importo: 'Betrag',
  euro: 'Euro',
  scadenza: 'Fälligkeitsdatum',
  rate: (quante) => `Es ist möglich, den Betrag vollständig oder in ${quante} Raten zu zahlen`,
  legale:
    'Der angeführte Betrag könnte sich auf Grund von allfälligen auch teilweisen Annullierungen oder Gutschriften, Verzugsgebühren, Strafen, Zinsen oder anderen Kosten ändern.',
  dovePagare: 'Wo bezahlen?',
  online: 'Online',
  onlineTesto: (ente) =>
    `mit der App IO, auf ${ente}, mittels Home Banking, einer Zahlungsapp oder anderer zugelassener Zahlungsdienstleister.`,
  territorio: 'In Ihrer Umgebung',
  territorioTesto:
    'bei Banken und ATM-Schaltern, in Postämtern und Poststellen, Tabaktrafiken und anderen angebundenen Dienstleistern.',
  datiPagamento: 'Zahlungsinformationen',
  rataUnica: 'Einzige Rate',
  rata: (numero) => `Rate ${numero}`,
  entroIl: 'Fällig am',
  inquadraAccanto: 'Den QR-Code mit der Zahlungs-App scannen oder folgende Daten verwenden.',
  inquadraSopra: 'Den QR-Code mit der Zahlungs-App scannen oder oben Daten verwenden.',
  oggetto: 'Zahlungsgrund',
  cbill: 'CBILL-Kodex',
  avviso: 'Zahlungsmitteilungskodex',
  codFiscaleEnte: 'St.Nr. der Körperschaft',
  simulazione: 'FAC-SIMILE: Diese Mitteilung ist eine Simulation und kann nicht bezahlt werden.',
};
