export type { AvvisoLetto, LetturaAvvisi } from './avviso-letto.ts';
export { interpretaCodici } from './interpreta-codici.ts';
export { campiVerificaDaAvviso, letturaToJson } from './json-lettura.ts';
