import { createWriteStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/archivio/database.ts';
import { migrate } from '../../src/archivio/migrazioni.ts';
import { BYTE_TESTA, createCifratura, createDecifratura } from '../../src/copia/cifra.ts';
import { ripristina, scriviCopia } from '../../src/copia/copia-cifrata.ts';
import { startFamigliaDiProva } from '../portale/famiglia-di-prova.ts';

const FRASE = 'una frase che si ricorda';
const COSTO = 14;
const PEZZO = 64 * 1024;

async function seal(testo: Buffer): Promise<Buffer> {
  return buffer(Readable.from([testo.subarray(0, 10), testo.subarray(10)]).pipe(await createCifratura(FRASE, COSTO)));
}

async function unseal(copia: Buffer, frase = FRASE): Promise<Buffer> {
  const apre = await createDecifratura(copia.subarray(0, BYTE_TESTA), frase);
  return buffer(Readable.from([copia.subarray(BYTE_TESTA)]).pipe(apre));
}

describe('a sealed file', () => {
  it.each([0, 1, PEZZO - 1, PEZZO, PEZZO + 1, 3 * PEZZO, 5 * PEZZO + 17])(
    'of %i bytes opens as it was',
    async (byte) => {
      const testo = Buffer.alloc(byte, 'abcdefg');
      const copia = await seal(testo);
      expect((await unseal(copia)).equals(testo)).toBe(true);
      expect(copia.includes('abcdefgabcdefg')).toBe(false);
    },
  );

  it('is never the same twice', async () => {
    expect((await seal(Buffer.from('uno'))).equals(await seal(Buffer.from('uno')))).toBe(false);
  });

  it('does not open with another passphrase', async () => {
    await expect(unseal(await seal(Buffer.from('uno')), 'un’altra frase')).rejects.toMatchObject({
      codice: 'frase-della-copia-sbagliata',
    });
  });

  it.each([0, 1, BYTE_TESTA - 1])('says of a file of %i bytes that it is no copy', async (byte) => {
    await expect(unseal(Buffer.alloc(byte, 'T'))).rejects.toMatchObject({ codice: 'copia-non-riconosciuta' });
  });

  it('cut at any place, changed or with pieces in another order, does not open', async () => {
    const copia = await seal(Buffer.alloc(3 * PEZZO + 5, 'abc'));
    const pezzo = PEZZO + 16;
    const [testa, primo, secondo, resto] = [
      copia.subarray(0, BYTE_TESTA),
      copia.subarray(BYTE_TESTA, BYTE_TESTA + pezzo),
      copia.subarray(BYTE_TESTA + pezzo, BYTE_TESTA + 2 * pezzo),
      copia.subarray(BYTE_TESTA + 2 * pezzo),
    ] as [Buffer, Buffer, Buffer, Buffer];
    const cambiata = Buffer.from(copia);
    cambiata[BYTE_TESTA + pezzo + 7] = (cambiata[BYTE_TESTA + pezzo + 7] ?? 0) ^ 1;
    const rovinate = [
      testa,
      Buffer.concat([testa, primo]),
      Buffer.concat([testa, primo, secondo]),
      copia.subarray(0, -1),
      Buffer.concat([copia, Buffer.of(0)]),
      Buffer.concat([testa, secondo, primo, resto]),
      cambiata,
    ];
    for (const rovinata of rovinate) await expect(unseal(rovinata)).rejects.toMatchObject({ codice: 'copia-rovinata' });
  });
});

describe('a copy of an archive', () => {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-copia-'));
  const file = join(cartella, 'casa.copia');
  const luogo = (nome: string) => {
    const dati = join(cartella, nome);
    return { cartellaDati: dati, database: { tipo: 'sqlite', file: join(dati, 'famiglia.sqlite') } } as const;
  };
  beforeAll(async () => {
    const famiglia = await startFamigliaDiProva();
    await famiglia.app.famiglia.inizia(
      { cognome: 'Bianchi', nome: 'Lucia', codiceFiscale: 'BNCLCU58E52D620L' as never },
      'tre gatti sul tetto',
    );
    await scriviCopia(famiglia.app.impostazioni, FRASE, createWriteStream(file), { costo: COSTO });
    await famiglia.close();
  });
  afterAll(() => {
    rmSync(cartella, { recursive: true, force: true });
  });

  it('is taken back whole into an empty folder, and leaves nothing in clear', async () => {
    const dove = luogo('nuova');
    await ripristina(dove, FRASE, file);
    const knex = openDatabase(dove.database);
    expect(await knex('datori').pluck('cognome')).toEqual(['Bianchi']);
    expect(await knex('famiglia').pluck('id')).toEqual([1]);
    await knex.destroy();
    expect(readdirSync(dove.cartellaDati).filter((nome) => nome.includes('parziale'))).toEqual([]);
  });

  it('is not taken over an archive that somebody uses', async () => {
    await expect(ripristina(luogo('nuova'), FRASE, file)).rejects.toMatchObject({ codice: 'archivio-non-vuoto' });
  });

  it.each([
    ['with another passphrase', 'non è questa qui', (byte: Buffer) => byte, 'frase-della-copia-sbagliata'],
    ['cut', FRASE, (byte: Buffer) => byte.subarray(0, byte.length - 40), 'copia-rovinata'],
    ['that is something else', FRASE, () => Buffer.from('%PDF-1.7'), 'copia-non-riconosciuta'],
  ])('%s: says so and writes nothing', async (_quale, frase, rovina, codice) => {
    const rovinata = join(cartella, 'rovinata.copia');
    writeFileSync(rovinata, rovina(readFileSync(file)));
    const dove = luogo('vuota');
    await expect(ripristina(dove, frase, rovinata)).rejects.toMatchObject({ codice });
    expect(existsSync(dove.database.file)).toBe(false);
  });

  it('of a later program is refused', async () => {
    const knex = openDatabase({ tipo: 'sqlite', file: join(cartella, 'domani', 'famiglia.sqlite') });
    await migrate(knex);
    await knex('migrazioni').insert({ name: '9999-domani', batch: 9, migration_time: '2030-01-01' });
    await knex.destroy();
    const domani = join(cartella, 'domani.copia');
    const sorgente = readFileSync(join(cartella, 'domani', 'famiglia.sqlite'));
    const { gzipSync } = await import('node:zlib');
    writeFileSync(domani, await seal(gzipSync(sorgente)));
    await expect(ripristina(luogo('vuota'), FRASE, domani)).rejects.toMatchObject({ codice: 'copia-piu-recente' });
  });
});
