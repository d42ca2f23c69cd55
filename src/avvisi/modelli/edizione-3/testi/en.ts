import type { Testi3 } from './testi.ts';

export const EN: Testi3 = {
  lingua: 'en-GB',
  titolo: 'Payment notice',
  ente: 'Payee',
  destinatario: 'Recipient',
  quantoQuando: 'How much and when to pay?',
  quanto: 'How much to pay?',
  importo: 'Amount',
  euro: 'Euro',
  scadenza: 'by',
  rate: (quante) => `You can pay in full or in ${quante} instalments.`,
  legale:
    'During the payment, if allowed by the payee, the amount may be updated automatically and be subject to decreases (in case of discounts or credit notes) or increases (in case of penalties, interest, etc.).',
  dovePagare: 'Where to pay?',
  online: 'Pay with the IO app',
  onlineTesto: (ente) => `or with ${ente} website, your Home Banking, payment app or the other affiliated channels.`,
  territorio: 'Pay locally',
  territorioTesto:
    'at banks and ATMs, in post offices, cafés, news stands, betting and tobacco shops, supermarkets and other affiliated merchants.',
  datiPagamento: 'Payment details',
  rataUnica: 'Full amount',
  rata: (numero) => `Instalment #${numero}`,
  entroIl: 'by',
  inquadraAccanto: 'Scan the QR Code with your payment app or use the data printed here.',
  inquadraSopra: 'Scan the QR Code with your payment app or use the data printed above.',
  oggetto: 'Payment description',
  cbill: 'CBILL code',
  avviso: 'Notice code',
  codFiscaleEnte: 'Payee tax code',
  simulazione: 'FAC-SIMILE: this notice is a simulation and cannot be paid.',
};
