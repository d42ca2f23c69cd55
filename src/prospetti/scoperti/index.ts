export {
  type RigaScoperti,
  scoperti,
  STATI_TRIMESTRE,
  type Scoperti,
  type StatoTrimestre,
  type TrimestreNoto,
} from './scoperti.ts';
export {
  cellsOf,
  COLONNE_SCOPERTI,
  costo,
  scopertiToJson,
  sintesiScoperti,
  STATI_IN_PAROLE,
} from './testo-scoperti.ts';
