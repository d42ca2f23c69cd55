import { expect } from 'vitest';
import type { Applicazione } from '../../../src/applicazione/applicazione.ts';
import { guastoArchivio } from '../../../src/archivio/guasto-archivio.ts';
import { createServizioLotti } from '../../../src/lotti/coda/servizio-lotti.ts';

/** What a test of the queue stands on: several processes' worth of applications over one database. */
export interface MondoCoda {
  readonly apps: readonly [Applicazione, Applicazione];
}

export const IO = { proprietario: 'patronato-1', attore: { tipo: 'sistema', nome: 'patronato 1' } } as const;
/** Another process that writes at that moment is none: the batch goes on a second later. */
export const noErrors = (errore: unknown): void => {
  if (guastoArchivio(errore) !== 'occupato') expect(errore).toBeUndefined();
};

export async function* upload(testo: string): AsyncGenerator<Uint8Array> {
  for (let da = 0; da < testo.length; da += 50_000)
    yield await Promise.resolve(Buffer.from(testo.slice(da, da + 50_000)));
}

export async function download(app: Applicazione, id: string, nome: string): Promise<Buffer> {
  const pezzi: Buffer[] = [];
  const { contenuto, dimensione } = await createServizioLotti(app).file(IO.proprietario, id, nome);
  for await (const pezzo of contenuto) pezzi.push(pezzo);
  expect(Buffer.concat(pezzi).length).toBe(dimensione);
  return Buffer.concat(pezzi);
}

export async function untilOver(app: Applicazione, ids: readonly string[]): Promise<void> {
  const { lotti } = app.archivio.letture;
  for (;;) {
    const stati = await Promise.all(ids.map(async (id) => (await lotti.trova(id))?.stato));
    if (stati.every((stato) => stato === 'finito' || stato === 'fallito' || stato === 'annullato')) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
