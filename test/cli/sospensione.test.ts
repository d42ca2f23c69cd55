import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { trimestre } from './esegui.ts';

const dati = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-cli-')) };
afterAll(() => {
  rmSync(dati.TRIMESTRE_DATI, { recursive: true });
});
const DI = ['--datore', 'BNCLCU58E52D620L', '--rapporto', '99109784511'];
const run = (...argomenti: string[]) => trimestre(['rapporto', ...argomenti, ...DI], dati);

it('a suspended quarter is declared, listed, not issued, and taken back', async () => {
  expect((await run('scoperti')).stdout).toMatch(/2\/2026 +non coperto/);
  const detta = await run('sospensione', '2/2026', '--motivo', 'Maternità');
  expect(detta).toMatchObject({ codice: 0, stderr: '' });
  expect(detta.stdout).toContain('Rapporto 99109784511: per il trimestre 2/2026 non si deve nulla (maternità).');
  expect((await run('scoperti')).stdout).toMatch(/2\/2026 +obbligo sospeso .*maternità/);
  const emetti = await trimestre(['bollettino', 'emetti', ...DI, '--trimestre', '2/2026'], dati);
  expect([emetti.codice, emetti.stderr]).toEqual([
    2,
    expect.stringContaining('per il trimestre 2/2026 è dichiarata la sospensione'),
  ]);
  const tolta = await run('sospensione', '2/2026', '--togli', '--json');
  expect(JSON.parse(tolta.stdout)).toMatchObject({ codice: '99109784511', sospensioni: {} });
  for (const [argomenti, frase] of [
    [['2/2026'], 'dire il motivo della sospensione (--motivo), oppure --togli'],
    [['2/2026', '--motivo', 'permesso', '--togli'], 'dire il motivo della sospensione'],
    [
      ['2/2026', '--motivo', 'sciopero'],
      '«sciopero» non è un motivo di sospensione; si conoscono maternita (maternità)',
    ],
    [['2/2026', '--togli'], 'non è dichiarata nessuna sospensione'],
    [['1/2010', '--motivo', 'malattia'], 'nel trimestre 1/2010 non c’è nulla da pagare'],
  ] as const) {
    const { codice, stderr } = await run('sospensione', ...argomenti);
    expect([codice, stderr]).toEqual([2, expect.stringContaining(frase)]);
  }
});
