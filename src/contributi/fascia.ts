import type { TabellaAnno } from '../norme/tabella-anno.ts';
import type { Centesimi } from '../valori/denaro.ts';

/** The band of an effective hourly pay in weeks up to 24 hours; the upper limit belongs to the band. */
export function fasciaDellaPaga(tabella: TabellaAnno, retribuzione: Centesimi): 1 | 2 | 3 {
  const [prima, seconda] = tabella.fasce;
  if (prima.finoA !== undefined && retribuzione <= prima.finoA) return 1;
  return seconda.finoA !== undefined && retribuzione <= seconda.finoA ? 2 : 3;
}
