import type { FaultBean } from '../../pagopa/nodo-client.ts';
import type { Contesto } from '../contesto.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { affidaAlPsp } from '../psp-in-ascolto/invia-rpt-al-psp.ts';
import type { FacciaPsp } from '../psp-in-ascolto/ascolto.ts';
import { trovaAscolto } from '../psp-in-ascolto/trova-ascolto.ts';
import { type DaParcheggiare, parcheggia, urlSessione } from './parcheggia.ts';

/** A cart that was kept, and the server of the PSP that the creditor chose, when that listens. */
export interface Parcheggiato {
  readonly sessione: string;
  readonly ascolto: FacciaPsp;
}

/** Keeps a good cart for the citizen, or for the PSP that the creditor chose. To be called in a transaction. */
export function parcheggiaPer(contesto: Contesto, cosa: Omit<DaParcheggiare, 'diretto'>): Parcheggiato {
  const prima = cosa.rpt[0]?.rpt;
  const circostanza = prima && {
    dominio: prima.dominio,
    iuv: prima.iuv,
    ccp: prima.ccp,
    importo: formatEuro(prima.importoTotale),
  };
  const ascolto = trovaAscolto(contesto, cosa.canale ?? null, circostanza ?? {});
  return { sessione: parcheggia(contesto, { ...cosa, diretto: ascolto.rpt !== undefined }), ascolto };
}

/**
 * Where the creditor must send the browser: to the node's pages or, when the PSP that the creditor chose listens and was handed the
 * RPTs, to the PSP's page, if it has one.
 */
export async function doveSiPaga(
  contesto: Contesto,
  { sessione: id, ascolto }: Parcheggiato,
): Promise<{ readonly url?: string; readonly fault?: FaultBean }> {
  const sessione = contesto.archivio.sessioni.trova(id);
  if (ascolto.rpt === undefined || sessione === undefined) return { url: urlSessione(contesto, id) };
  const { pagina, fault } = await affidaAlPsp(contesto, sessione, ascolto, true);
  return { ...(pagina !== undefined && { url: pagina }), ...(fault !== undefined && { fault }) };
}
