export { attestazione, type Attestazione, type CriterioAttestazione } from './attestazione.ts';
export type { BollettinoPagato, Persona, Ripartizione } from './bollettino-pagato.ts';
export { estratto, type Estratto } from './estratto.ts';
export { attestazioneToJson, estrattoToJson } from './json-attestazione.ts';
export { testoAttestazione, testoEstratto } from './testo-attestazione.ts';
