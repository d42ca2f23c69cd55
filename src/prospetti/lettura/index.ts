export type { AvvisoLetto, CodiceGrezzo, LetturaAvvisi } from './avviso-letto.ts';
export { CODICE_FISCALE_INPS, interpretaCodici } from './interpreta-codici.ts';
export { campiVerificaDaAvviso, letturaToJson } from './json-lettura.ts';
