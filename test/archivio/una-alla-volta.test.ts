import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../src/archivio/database.ts';
import { unaAllaVolta } from '../../src/archivio/una-alla-volta.ts';
import { packagePath } from '../../src/valori/package-root.ts';

let cartella: string;
beforeEach(async () => {
  cartella = await mkdtemp(join(tmpdir(), 'trimestre-turno-'));
});
afterEach(() => rm(cartella, { recursive: true }));

const dove = () => join(cartella, 'prova.sqlite');
const apri = () => openDatabase({ tipo: 'sqlite', file: dove() });

it('lets one work at a time, whoever opened the file, and leaves nothing beside it', async () => {
  const database = [1, 2, 3, 4].map(apri);
  let dentro = 0;
  let massimo = 0;
  const fatti = await Promise.all(
    database.map((knex, quale) =>
      unaAllaVolta(knex, async () => {
        expect(readdirSync(cartella).sort()).toEqual(['prova.sqlite', 'prova.sqlite-turno']);
        massimo = Math.max(massimo, (dentro += 1));
        await wait(20);
        dentro -= 1;
        return quale;
      }),
    ),
  );
  expect(fatti).toEqual([0, 1, 2, 3]);
  expect(massimo).toBe(1);
  await expect(unaAllaVolta(apri(), () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await unaAllaVolta(apri(), () => Promise.resolve('fatto'))).toBe('fatto');
  expect(readdirSync(cartella)).toEqual(['prova.sqlite']);
});

it('waits for another process, and comes in when that one is killed', async () => {
  const altro = spawn(process.execPath, ['--import', 'tsx', packagePath('test/archivio/processo-turno.ts'), dove()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const morto = once(altro, 'exit');
  await once(altro.stdout, 'data');
  let entrato = false;
  const mio = unaAllaVolta(apri(), () => Promise.resolve((entrato = true)));
  await wait(700);
  expect(entrato).toBe(false);
  altro.kill('SIGKILL');
  await Promise.all([morto, mio]);
  expect(entrato).toBe(true);
  expect(readdirSync(cartella)).toEqual(['prova.sqlite']);
});
