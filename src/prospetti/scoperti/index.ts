export { scoperti, STATI_TRIMESTRE, type Scoperti, type TrimestreNoto } from './scoperti.ts';
export { cellsOf, COLONNE_SCOPERTI, scopertiToJson, sintesiScoperti } from './testo-scoperti.ts';
