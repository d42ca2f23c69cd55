import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trimestre } from './esegui.ts';

const dati = { TRIMESTRE_DATI: mkdtempSync(join(tmpdir(), 'trimestre-token-')), TRIMESTRE_DEMO: 'no' };

describe('trimestre token', () => {
  it('makes one, lists it without its secret, revokes it', async () => {
    const creato = await trimestre(['token', 'crea', 'Patronato', '--json'], dati);
    const { id, segreto } = JSON.parse(creato.stdout) as { id: string; segreto: string };
    expect(segreto).toMatch(/^trimestre_[\w-]{43}$/);
    const elenco = await trimestre(['token', 'elenco'], dati);
    expect(elenco.stdout).toContain(`${id}  Patronato  tutti`);
    expect(elenco.stdout).not.toContain(segreto);
    expect((await trimestre(['token', 'revoca', id], dati)).codice).toBe(0);
    expect(JSON.parse((await trimestre(['token', 'elenco', '--json'], dati)).stdout)).toEqual([]);
  });

  it.each([
    [['crea', ' '], 'da 1 a 60 caratteri'],
    [['crea', 'x', '--datore', 'RSSMRA80A01H501U'], 'Datore di lavoro'],
    [['revoca', 'ignoto'], 'Token'],
  ])('refuses %j in one line', async (argomenti, detto) => {
    const { codice, stderr } = await trimestre(['token', ...argomenti], dati);
    expect(codice).toBe(2);
    expect(stderr).toMatch(new RegExp(`^trimestre: .*${detto}.*\\n$`));
  });
});
