import { setTimeout as sleep } from 'node:timers/promises';
import { guastoArchivio } from '../../archivio/guasto-archivio.ts';

/** Below the silence after which a batch is anybody's. */
const INSISTE_MS = 20_000;
const PAUSA_MS = 200;

/** Does again for a while what others who write keep from being done: how a batch ends is worth waiting for. */
export async function insisti<T>(fai: () => Promise<T>, massimoMs = INSISTE_MS): Promise<T> {
  const entro = performance.now() + massimoMs;
  for (;;) {
    try {
      return await fai();
    } catch (errore) {
      if (guastoArchivio(errore) !== 'occupato' || performance.now() >= entro) throw errore;
    }
    await sleep(PAUSA_MS);
  }
}
