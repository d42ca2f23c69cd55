import { NodoIrraggiungibile } from './nodo-client.ts';

/**
 * The body of an HTTP answer, never more than so many bytes of it in memory.
 * @throws NodoIrraggiungibile when it is longer
 */
export async function leggiRisposta(risposta: Response, byteMassimi: number): Promise<Buffer> {
  const pezzi: Uint8Array[] = [];
  let letti = 0;
  const corpo: AsyncIterable<Uint8Array> | null = risposta.body as AsyncIterable<Uint8Array> | null;
  for await (const pezzo of corpo ?? []) {
    letti += pezzo.byteLength;
    if (letti > byteMassimi)
      throw new NodoIrraggiungibile(`answer over ${byteMassimi} bytes (HTTP ${risposta.status})`);
    pezzi.push(pezzo);
  }
  return Buffer.concat(pezzi);
}
