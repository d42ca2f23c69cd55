import { strumentoCostoAnnuo } from './costo-annuo.ts';
import { strumentoFineRapporto } from './fine-rapporto.ts';
import { strumentoProiezione } from './proiezione.ts';
import { strumentoSanzioni } from './sanzioni.ts';
import type { Strumento } from './strumento.ts';
import { strumentoTrimestre } from './trimestre.ts';
import { strumentoVerifica } from './verifica.ts';

/** Every tool, in the order of the page that lists them. */
export const STRUMENTI: readonly Strumento[] = [
  strumentoTrimestre,
  strumentoVerifica,
  strumentoSanzioni,
  strumentoCostoAnnuo,
  strumentoFineRapporto,
  strumentoProiezione,
];
