import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchivioFermo } from '../../../src/archivio/guasto-archivio.ts';
import { LIMITI_LOTTO, lavoraInDisparte } from '../../../src/lotti/coda/lavora-in-disparte.ts';
import { createServizioLotti } from '../../../src/lotti/coda/servizio-lotti.ts';
import { type AmbienteLotti, ambienteLotti } from '../avvisi/ambiente.ts';
import { INTESTAZIONE, righeGenerate } from '../righe-generate.ts';

const IO = { proprietario: 'patronato-1', attore: { tipo: 'sistema', nome: 'patronato 1' } } as const;

let ambiente: AmbienteLotti;
beforeEach(async () => {
  ambiente = await ambienteLotti();
});
afterEach(() => ambiente.close());

async function* csv(righe: number): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(`${INTESTAZIONE}\n`));
  for (const { linea } of righeGenerate(righe, 1000)) yield Buffer.from(`${linea}\n`);
}

describe('a batch is worked at in a process of its own', () => {
  it('that is ended when it passes its bounds; the batch stays as it was', async () => {
    const { app } = ambiente;
    const { id } = await createServizioLotti(app).crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, csv(20_000));
    const { lotti } = app.archivio.letture;
    const lotto = await lotti.prendi('io', app.clock.now().toISOString(), '2000-01-01T00:00:00Z');
    if (lotto === undefined) throw new Error('no batch');
    const guardia = { signal: new AbortController().signal, tell: () => undefined };
    const pochi = { ...LIMITI_LOTTO, secondiCpu: 1 };
    await expect(lavoraInDisparte(app, lotto, 'io', guardia, pochi)).rejects.toMatchObject({ motivo: 'tempo' });
    expect(await lotti.trova(id)).toMatchObject({ stato: 'in-corso', esito: undefined });
    expect(await lavoraInDisparte(app, lotto, 'io', guardia)).toMatchObject({ riepilogo: { righe: 20_000 } });
  });

  it('that says so when the archive does not answer: the file is not to blame', async () => {
    const { app, cartella } = ambiente;
    const { id } = await createServizioLotti(app).crea(IO, { tipo: 'calcola', nomeFile: 'a.csv' }, csv(1));
    const lotto = await app.archivio.letture.lotti.trova(id);
    if (lotto === undefined) throw new Error('no batch');
    const guardia = { signal: new AbortController().signal, tell: () => undefined };
    const file = cartella.write('lettera.sqlite', 'Gentile signora, questo non è un database, e lo si capisce.');
    const altrove = { ...app, impostazioni: { ...app.impostazioni, database: { tipo: 'sqlite', file } as const } };
    await expect(lavoraInDisparte(altrove, lotto, 'io', guardia)).rejects.toBeInstanceOf(ArchivioFermo);
  });
});
