export { annoNuovo, parseIstat, proiettaAnno, testoAnnoNuovo } from './anno-nuovo.ts';
export { proiezioneToJson } from './json-proiezione.ts';
export { normeProiettate } from './norme-proiettate.ts';
export { proiettaTabella, type TabellaProiettata } from './proietta-tabella.ts';
