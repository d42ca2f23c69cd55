export { costoAnnuo, type CostoAnnuo } from './costo-annuo.ts';
export { parseDatiCosto, type CampiCosto, type DatiCosto } from './dati-costo.ts';
export { costoAnnuoToJson } from './json-costo.ts';
export { mesiDiServizio, mesiServiti } from './mesi-di-servizio.ts';
export { giornoDiFerie, quotaTfr, retribuzioneAnnua, type RetribuzioneAnnua } from './retribuzione-annua.ts';
