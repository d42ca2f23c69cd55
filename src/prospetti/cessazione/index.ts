export { cessazione, type Cessazione } from './cessazione.ts';
export { campiDelRapporto, type CampiDellaFine, pagaDaDire } from './del-rapporto.ts';
export { type CampiCessazione, parseDatiCessazione } from './dati-cessazione.ts';
export { cessazioneToJson } from './json-cessazione.ts';
export { MOTIVI } from './motivi.ts';
export * from './voci-cessazione.ts';
