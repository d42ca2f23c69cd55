import type { Face } from '../pdf/shaped-face.ts';
import { caratterePer, normalizza, type Stile } from './caratteri.ts';
import { componi, interlinea, type Area } from './righe.ts';

/** Text set in its area, before it has a place: pages whose parts push one another down ask its height first. */
export interface TestoPronto {
  readonly font: Face;
  readonly corpo: number;
  readonly righe: readonly string[];
  /** From baseline to baseline, millimetres. */
  readonly passo: number;
  /** From the first baseline to the last, millimetres. */
  readonly altezza: number;
}

/**
 * Sets free text under the overflow rule of `componi`.
 * @param testo a line break stands where the text has one
 * @param campo what the text is, for the error
 * @throws ErroreDati `carattere-non-stampabile`
 */
export function testoPronto(stile: Stile, testo: string, area: Area, campo: string): TestoPronto {
  const pulito = testo.includes('\n') ? testo.split('\n').map(normalizza).join('\n') : normalizza(testo);
  const font = caratterePer(stile, pulito.replaceAll('\n', ' '), campo);
  const { corpo, righe } = componi(font, pulito, area);
  const passo = interlinea(corpo, area.interlinea);
  return { font, corpo, righe, passo, altezza: (righe.length - 1) * passo };
}
