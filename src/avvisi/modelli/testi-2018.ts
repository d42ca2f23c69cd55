import type { Pezzo } from '../stampa/compositore.ts';

/** A paragraph as the model breaks it. */
type Righe = readonly (readonly Pezzo[])[];

const n = (testo: string): Pezzo => ['normale', testo];
const g = (testo: string): Pezzo => ['grassetto', testo];

/** Common labels of the 2018 edition, which creditors may not change (guide 2.2, annexes 1 and 2). */
export const TESTI_2018 = {
  titolo: 'AVVISO DI PAGAMENTO',
  enteCreditore: 'ENTE CREDITORE',
  destinatarioAvviso: 'DESTINATARIO AVVISO',
  codFiscale: 'Cod. Fiscale ',
  quantoQuando: 'QUANTO E QUANDO PAGARE?',
  pagamentoRateale: 'Puoi pagare anche a rate',
  dovePagare: 'DOVE PAGARE? ',
  listaCanali: [n('Lista dei canali di pagamento su '), g('www.pagopa.gov.it')] satisfies Pezzo[],
  sito: 'PAGA SUL SITO O CON LE APP',
  territorio: 'PAGA SUL TERRITORIO',
  euro: 'Euro',
  entroIl: 'entro il',
  unicaRata: [[n('Puoi pagare con '), g('una unica rata'), n('.')]] satisfies Righe,
  unicaRataORate: (rate: number): Righe => [
    [n('Puoi pagare con '), g('una unica rata'), n(` oppure in ${rate} rate (vedi pagina seguente).`)],
    [n('La rateizzazione non prevede costi aggiuntivi.')],
  ],
  importoAggiornato: [
    [n("L'importo è aggiornato automaticamente dal sistema e potrebbe")],
    [n('subire variazioni per eventuali sgravi, note di credito, indennità di')],
    [n('mora, sanzioni o interessi, ecc. Un operatore, il sito o l’app che userai')],
    [n('ti potrebbero quindi chiedere una cifra diversa da quella qui indicata.')],
  ] satisfies Righe,
  canaliOnline: (conPoste: boolean): Righe => [
    [n(`del tuo Ente Creditore,${conPoste ? ' di Poste Italiane,' : ''} della tua Banca o`)],
    [n('degli altri canali di pagamento. Potrai pagare con')],
    [n('carte, conto corrente, CBILL.')],
  ],
  canaliTerritorio: [
    [n('in tutti gli Uffici Postali, in Banca, in Ricevitoria, dal')],
    [n('Tabaccaio, al Bancomat, al Supermercato.')],
    [n('Potrai pagare in contanti, con carte o conto corrente.')],
  ] satisfies Righe,
  porzione: 'Utilizza la porzione di avviso relativa al canale di pagamento che preferisci.',
  porzioneConRate: 'Utilizza la porzione di avviso relativa alla rata e al canale di pagamento che preferisci.',
  porzioneRate: 'Utilizza la porzione di avviso relativa alla rata ed al canale di pagamento che preferisci.',
  banche: 'BANCHE E ALTRI CANALI',
  bancheBreve: 'BANCHE E ALTRI',
  rataUnica: 'RATA UNICA',
  quiAccanto: [
    [n('Qui accanto trovi il codice '), g('QR'), n(' e')],
    [n('il codice interbancario '), g('CBILL')],
    [n('per pagare attraverso il circuito')],
    [n('bancario e gli altri canali di')],
    [n('pagamento abilitati.')],
  ] satisfies Righe,
  rata: (numero: number) => `${numero}° RATA`,
  quiSopraInDue: [
    [n('Qui sopra trovi il codice '), g('QR'), n(' e il codice interbancario '), g('CBILL'), n(' per pagare')],
    [n('attraverso il circuito bancario e gli altri canali di pagamento abilitati.')],
  ] satisfies Righe,
  quiSopraInTre: [
    [n('Qui sopra trovi il codice '), g('QR'), n(' e il codice interbancario')],
    [g('CBILL'), n(' per pagare attraverso il circuito bancario e gli')],
    [n('altri canali di pagamento abilitati.')],
  ] satisfies Righe,
  destinatario: 'Destinatario ',
  destinatarioDellAvviso: 'Destinatario dell’avviso',
  ente: 'Ente Creditore ',
  oggetto: 'Oggetto del pagamento ',
  oggettoPoste: 'Oggetto pagamento ',
  cbill: 'Codice CBILL',
  codiceAvviso: 'Codice Avviso',
  codFiscaleEnte: 'Cod. Fiscale Ente Creditore',
  codFiscaleEnteBreve: 'Codice Fiscale Ente',
  bollettino: 'BOLLETTINO POSTALE PA',
  sulConto: 'sul C/C n. ',
  intestato: 'Intestato a ',
  tipo: 'Tipo',
  pagabilePoste: [
    [n('Bollettino Postale pagabile in tutti')],
    [n('gli Uffici Postali e sui canali fisici o')],
    [n('digitali abilitati di Poste Italiane e')],
    [n('dell’Ente Creditore')],
  ] satisfies Righe,
} as const;
