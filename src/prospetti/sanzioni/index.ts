export { parseDatiSanzioni, type CampiSanzioni, type DatiSanzioni } from './dati-sanzioni.ts';
export { sanzioniToJson } from './json-sanzioni.ts';
export { passiSanzioni } from './passi-sanzioni.ts';
export { sanzioni, type ProspettoSanzioni } from './sanzioni.ts';
export { nomeLettura, testoSanzioni } from './testo-sanzioni.ts';
