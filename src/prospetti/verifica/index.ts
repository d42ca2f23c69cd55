export { readCodiceInps, type PartiCodiceInps } from './codice-inps.ts';
export type { DatiVerifica, FattiNoti } from './dati-verifica.ts';
export type { ImportoVicino } from './importi-vicini.ts';
export type { Ipotesi } from './ipotesi.ts';
export { verificaToJson } from './json-verifica.ts';
export { parseDatiVerifica, type CampiVerifica } from './parse-verifica.ts';
export { seguitoDi } from './seguito.ts';
export type { Scostamento } from './scostamento.ts';
export { verifica, type EsitoVerifica } from './verifica.ts';
