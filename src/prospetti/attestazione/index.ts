export { attestazione, type Attestazione } from './attestazione.ts';
export { ripartisci, sommaQuote, type BollettinoPagato, type Persona, type Ripartizione } from './bollettino-pagato.ts';
export type { CriterioAttestazione } from './criterio.ts';
export type { LettoIl } from './fondo-dell-anno.ts';
export { estratto, type Estratto } from './estratto.ts';
export { attestazioneToJson, estrattoToJson } from './json-attestazione.ts';
