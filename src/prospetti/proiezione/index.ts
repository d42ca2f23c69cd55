export { annoNuovo, parseIstat, proiettaAnno, testoAnnoNuovo } from './anno-nuovo.ts';
export { proiezioneToJson } from './json-proiezione.ts';
export { conAnno as normeProiettate } from '../../norme/proietta-tabella.ts';
export { proiettaTabella } from './proietta-tabella.ts';
