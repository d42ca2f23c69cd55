export { totaleAddebitato, type ContributiPagati, type DatiRicevuta } from './dati-ricevuta.ts';
export { ricevutaToJson } from './json-ricevuta.ts';
