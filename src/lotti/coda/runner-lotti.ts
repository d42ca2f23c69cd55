import { rm } from 'node:fs/promises';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { guastoArchivio } from '../../archivio/guasto-archivio.ts';
import type { Lotto, LottoPiccolo } from '../../archivio/lotti-repository.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { createGuastoCheDura } from '../../valori/guasto-che-dura.ts';
import { ProcessoCaduto } from '../../processi/limiti.ts';
import { insisti } from './insisti.ts';
import { INGRESSO } from './file-del-lotto.ts';
import { whileBeating } from './guardia.ts';
import { cartellaDelLotto } from './lavora.ts';
import { lavoraInDisparte } from './lavora-in-disparte.ts';
import { LottoPerso, Presa } from './presa.ts';

/** How often an idle process looks into the queue. */
const ATTESA_MS = 1000;
/** A batch whose holder has been silent this long is anybody's. */
const SILENZIO_MS = 30_000;
/** A batch at which so many workers died is set aside. */
const CADUTE_MASSIME = 2;
const MESSO_DA_PARTE =
  'Il lavoro su questo file si è interrotto due volte, perché richiede troppo tempo o troppa memoria: il lotto è messo da parte. ' +
  'Dividere il file, oppure aprirlo e salvarlo di nuovo, e rimandarlo.';
const GIORNO_MS = 24 * 60 * 60 * 1000;
/** How often old batches are looked for, and what a process that died left of those that are over. */
const PULIZIA_MS = 60 * 60 * 1000;

/**
 * What a batch of the quick lane may be, a matter of seconds: so many rows done, by what a row costs, of a file that is read in
 * a moment. How many rows it has is known only while it is worked at: one that has more is put back for the other lane.
 */
export const PICCOLO: LottoPiccolo = { byte: 1024 * 1024, righe: { calcola: 20_000, avvisi: 600, clienti: 2_000 } };

/** A lane of the queue: any batch, or only small ones, which find one that no large one ever fills. */
type Corsia = LottoPiccolo | undefined;
const CORSIE: readonly Corsia[] = [undefined, PICCOLO];

/** Takes batches from the queue, one at a time in each of two lanes, until it is stopped. */
export interface RunnerLotti {
  /** Looks into the queue now: a batch has just come. */
  wake(): void;
  /** Stops at the first safe place; the batch being worked at goes back to the queue. Resolves when nothing runs. */
  stop(): Promise<void>;
}

/**
 * Starts working at the queue of batches. Any number of processes may, over one database: each batch is done by one of them,
 * and by another if that one dies.
 * @param onError told of what is nobody's fault but the program's or the machine's; of what lasts, once
 */
export function startRunnerLotti(app: Applicazione, onError: (errore: unknown, lottoId?: string) => void): RunnerLotti {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wakers = new Set<() => void>();
  const guasto = createGuastoCheDura(onError);
  let ultimaPulizia = Number.NEGATIVE_INFINITY;

  async function clean(): Promise<void> {
    const adesso = app.clock.now().getTime();
    if (adesso - ultimaPulizia < PULIZIA_MS) return;
    ultimaPulizia = adesso;
    await app.archivio.letture.lottiFile.scartaInutili(INGRESSO);
    await removeOld(app, new Date(adesso - app.impostazioni.lottiGiorni * GIORNO_MS).toISOString());
  }

  async function pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        wakers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ATTESA_MS);
      wakers.add(end);
    });
  }

  async function run(corsia: Corsia): Promise<void> {
    while (!signal.aborted) {
      try {
        if (corsia === undefined) await clean();
        while (!signal.aborted && (await takeOne(app, { signal, corsia }, onError)));
        guasto.bene();
      } catch (errore) {
        guasto.male(errore);
      }
      if (!signal.aborted) await pause();
    }
  }

  const wake = (): void => [...wakers].forEach((end) => end());
  const running = Promise.all(CORSIE.map(run));
  return {
    wake,
    async stop() {
      stopping.abort();
      wake();
      await running;
    },
  };
}

/** False when the queue is empty, or what was taken from it fell: then the next is taken after a pause. */
async function takeOne(
  app: Applicazione,
  { signal, corsia }: { readonly signal: AbortSignal; readonly corsia: Corsia },
  onError: (errore: unknown, lottoId?: string) => void,
): Promise<boolean> {
  const { lotti } = app.archivio.letture;
  const adesso = app.clock.now();
  const token = Presa.newToken();
  const fermoDa = new Date(adesso.getTime() - SILENZIO_MS).toISOString();
  const lotto = await lotti.prendi(token, adesso.toISOString(), fermoDa, corsia);
  if (lotto === undefined) return false;
  try {
    await work(app, lotto, new Presa(lotto.id, token, app.clock), { signal, corsia });
    await app.archivio.letture.lottiFile.scartaInutili(INGRESSO);
    return true;
  } catch (errore) {
    onError(errore, lotto.id);
    return false;
  }
}

async function work(
  app: Applicazione,
  lotto: Lotto,
  presa: Presa,
  { signal, corsia }: { readonly signal: AbortSignal; readonly corsia: Corsia },
): Promise<void> {
  const { lotti } = app.archivio.letture;
  const close = (fine: { stato: 'finito' | 'fallito'; esito?: unknown; errore?: string }) =>
    insisti(() => lotti.chiudi(lotto.id, presa.token, { ...fine, il: app.clock.now().toISOString() }));
  const release = (): Promise<boolean> => insisti(() => lotti.rilascia(lotto.id, presa.token));
  const fail = async (errore: string): Promise<void> => {
    await close({ stato: 'fallito', errore });
    await rm(cartellaDelLotto(app, lotto.id), { recursive: true, force: true });
  };
  if (lotto.cadute >= CADUTE_MASSIME) {
    await fail(MESSO_DA_PARTE);
    return;
  }
  const isTooLong = async (): Promise<boolean> =>
    corsia !== undefined && ((await lotti.trova(lotto.id))?.righe ?? 0) >= corsia.righe[lotto.tipo];
  try {
    const esito = await whileBeating({ presa, lotti, signal, cede: isTooLong }, (guardia) =>
      lavoraInDisparte(app, lotto, presa.token, guardia),
    );
    if (esito === undefined) await release();
    else await close({ stato: 'finito', esito });
  } catch (errore) {
    if (errore instanceof LottoPerso || (errore instanceof ProcessoCaduto && errore.motivo === 'interrotto')) {
      await release();
      await removeIfOver(app, lotto);
      return;
    }
    if (errore instanceof ErroreDati) {
      await fail(errore.message);
      return;
    }
    // The archive's faults are not the file's.
    if (guastoArchivio(errore) !== undefined) await release();
    else await insisti(() => lotti.rilasciaCaduto(lotto.id, presa.token));
    throw errore;
  }
}

/** A cancelled batch leaves nothing on this machine. */
async function removeIfOver(app: Applicazione, lotto: Lotto): Promise<void> {
  const ora = await app.archivio.letture.lotti.trova(lotto.id);
  if (ora?.stato === 'annullato') await rm(cartellaDelLotto(app, lotto.id), { recursive: true, force: true });
}

async function removeOld(app: Applicazione, primaDi: string): Promise<void> {
  for (const id of await app.archivio.letture.lotti.vecchi(primaDi)) {
    await app.archivio.transazione(async (tx) => {
      await tx.lottiFile.elimina(id);
      await tx.lottiAvvisi.elimina(id);
      await tx.lotti.elimina(id);
    });
    await rm(cartellaDelLotto(app, id), { recursive: true, force: true });
  }
}
