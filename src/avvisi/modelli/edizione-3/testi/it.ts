import type { Testi3 } from './testi.ts';

export const IT: Testi3 = {
  lingua: 'it-IT',
  titolo: 'Avviso di pagamento',
  ente: 'Ente creditore',
  destinatario: 'Destinatario',
  quantoQuando: 'Quanto e quando pagare?',
  quanto: 'Quanto pagare?',
  importo: 'Importo',
  euro: 'Euro',
  scadenza: 'entro il',
  rate: (quante) => `Puoi pagare per intero oppure in ${quante} rate`,
  legale:
    'In fase di pagamento, se previsto dall’ente, l’importo potrebbe essere aggiornato automaticamente e subire variazioni in diminuzione (per sgravi, note di credito) o in aumento (per sanzioni, interessi, ecc.).',
  dovePagare: 'Dove pagare?',
  online: 'Paga con l’app IO',
  // PagoPA's own generator says "dell'ente" where the guide has the name.
  onlineTesto: () =>
    'oppure sul sito dell’ente, dal tuo Home Banking, con la tua app di pagamento o con gli altri canali abilitati.',
  territorio: 'Paga sul territorio',
  territorioTesto:
    'presso Banche e Sportelli ATM, negli Uffici Postali e Punti Postali, nei Bar, Edicole, Ricevitorie, Supermercati, Tabaccherie e altri Esercenti Convenzionati.',
  datiPagamento: 'Dati per il pagamento',
  rataUnica: 'Rata unica',
  rata: (numero) => `Rata ${numero}`,
  entroIl: 'entro il',
  inquadraAccanto: 'Inquadra il codice QR con la tua app di pagamento o usa i dati accanto.',
  inquadraSopra: 'Inquadra il codice QR con la tua app o usa i dati sopra',
  oggetto: 'Oggetto del pagamento',
  cbill: 'Cod. CBILL',
  avviso: 'Cod. Avviso',
  codFiscaleEnte: 'Cod. Fiscale Ente',
  simulazione: 'È una simulazione: nessuna banca, ufficio postale o app può incassarlo.',
};
