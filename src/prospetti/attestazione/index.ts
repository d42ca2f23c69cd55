export { attestazione, type Attestazione, type CriterioAttestazione } from './attestazione.ts';
export { ripartisci, sommaQuote, type BollettinoPagato, type Persona, type Ripartizione } from './bollettino-pagato.ts';
export { estratto, type Estratto } from './estratto.ts';
export { attestazioneToJson, estrattoToJson } from './json-attestazione.ts';
