import type { Testi3 } from './testi.ts';

export const SL: Testi3 = {
  lingua: 'sl-SI',
  titolo: 'Obvestilo o plačilu',
  ente: 'Plačnik',
  destinatario: 'Prejemnik',
  quantoQuando: 'Koliko in kdaj plačati?',
  quanto: 'Koliko plačati?',
  importo: 'Znesek',
  euro: 'EUR',
  scadenza: 'do',
  rate: (quante) => `Plačate lahko v celoti ali v ${quante} obrokih`,
  legale:
    'Če upravičenec to predvidi, se lahko med fazo plačila znesek samodejno posodobi in tudi zmanjša (zaradi popustov, dobropisov) ali poveča (zaradi kazni, obresti itd.).',
  dovePagare: 'Kje plačati?',
  online: 'Plačajte z aplikacijo IO',
  onlineTesto: (ente) =>
    `ali na spletnem mestu ${ente}, prek svoje spletne banke, z aplikacijo za plačevanje ali prek drugih razpoložljivih kanalov.`,
  territorio: 'Plačajte lokalno',
  territorioTesto:
    'na bankah in okencih bankomatov, poštnih uradih in poštnih točkah, v barih, kioskih, sprejemnih pisarnah, supermarketih, trafikah in pri drugih pooblaščenih operaterjih.',
  datiPagamento: 'Podatki za plačilo',
  rataUnica: 'Enkratni obrok',
  rata: (numero) => `Obrok št. ${numero}`,
  entroIl: 'do',
  inquadraAccanto: 'Skenirajte QR-kodo z aplikacijo za plačila ali uporabite podatke, navedene ob kodi.',
  inquadraSopra: 'Skenirajte QR-kodo z aplikacijo za plačila ali uporabite podatke, navedene nad njo.',
  oggetto: 'Predmet plačila',
  cbill: 'Št. CBILL',
  avviso: 'Št. obvestila',
  codFiscaleEnte: 'Davčna številka plačnika',
  simulazione: 'FAC-SIMILE: to obvestilo je simulacija in ga ni mogoče plačati.',
};
