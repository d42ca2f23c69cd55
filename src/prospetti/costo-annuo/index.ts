export { costoAnnuo, type CostoAnnuo } from './costo-annuo.ts';
export { parseDatiCosto, type CampiCosto } from './dati-costo.ts';
export { costoAnnuoToJson } from './json-costo.ts';
export { mesiDiServizio, mesiServiti } from './mesi-di-servizio.ts';
export { giornoDiFerie, quotaTfr, retribuzioneAnnua } from './retribuzione-annua.ts';
