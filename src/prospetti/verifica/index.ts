export type { ImportoVicino } from './importi-vicini.ts';
export type { Ipotesi } from './ipotesi.ts';
export { verificaToJson } from './json-verifica.ts';
export { parseDatiVerifica, type CampiVerifica } from './parse-verifica.ts';
export { seguitoDi } from './seguito.ts';
export { verifica, type EsitoVerifica } from './verifica.ts';
