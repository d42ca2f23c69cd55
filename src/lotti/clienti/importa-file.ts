import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { preparaIngresso } from '../ingresso/prepara-ingresso.ts';
import { scriviDaCorreggere } from '../uscita/righe-da-correggere.ts';
import { type EsitoClienti, importaClienti, type LavoroClienti } from './importa-clienti.ts';
import { scriviErrori } from './scrivi-errori.ts';

/** A list in a file of this machine, CSV, XLSX or ODS, to be taken in while whoever asks waits. */
export interface FileDiClienti extends Pick<LavoroClienti, 'proprietario' | 'onProgress' | 'signal'> {
  readonly input: string;
  /** Where the refused rows go, ready to be mended. */
  readonly daCorreggere?: string | undefined;
}

/**
 * Takes a list of clients from a file of this machine. Stopped half-way it says how far it came; given again it adds the rest.
 * @throws ErroreDati when nothing can be done with the file: then nothing was added
 */
export async function importaFile(
  { archivio, clock }: Applicazione,
  { input, daCorreggere, ...lavoro }: FileDiClienti,
): Promise<EsitoClienti> {
  const cartella = await mkdtemp(join(tmpdir(), 'trimestre-clienti-'));
  try {
    const { csv, note } = await preparaIngresso(input, join(cartella, 'clienti'), { riprendi: false });
    const esito = await importaClienti({ ...lavoro, archivio, csv, il: clock.now().toISOString() });
    if (daCorreggere !== undefined) {
      const errori = join(cartella, 'errori.csv');
      await scriviErrori(errori, esito.errori);
      await scriviDaCorreggere({ csv, errori, out: daCorreggere });
    }
    return { ...esito, avvertenze: [...note, ...esito.avvertenze] };
  } finally {
    await rm(cartella, { recursive: true, force: true });
  }
}
