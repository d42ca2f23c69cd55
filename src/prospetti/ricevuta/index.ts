export { totaleAddebitato, type ContributiPagati, type DatiRicevuta, type PersonaRicevuta } from './dati-ricevuta.ts';
export { ricevutaToJson } from './json-ricevuta.ts';
