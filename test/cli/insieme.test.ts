import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { trimestre } from './esegui.ts';

it('commands that start at the same moment where nothing is yet all find the demo data, loaded once', async () => {
  const cartella = await mkdtemp(join(tmpdir(), 'trimestre-insieme-'));
  const elenco = () =>
    trimestre(['bollettino', 'elenco', '--datore', 'BNCLCU58E52D620L'], { TRIMESTRE_DATI: join(cartella, 'dati') });
  const tre = await Promise.all([elenco(), elenco(), elenco()]);
  expect(tre.map(({ codice, stderr }) => ({ codice, stderr }))).toEqual(Array(3).fill({ codice: 0, stderr: '' }));
  expect(new Set([...tre, await elenco()].map(({ stdout }) => stdout)).size).toBe(1);
  const rimasti = (await readdir(join(cartella, 'dati'))).sort();
  expect(rimasti).toEqual(['segreti.json', 'segreto-registro.json', 'trimestre.sqlite']);
  await rm(cartella, { recursive: true });
});
