import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type BrowserServer, chromium } from 'playwright-core';
import { packagePath } from '../../src/valori/package-root.ts';

const PACCHETTO = packagePath('node_modules', '@sparticuz', 'chromium');
const CACHE = packagePath('node_modules', '.cache');

/**
 * Starts the Chromium that `npm ci` brought along, with fonts, language and home of its own: whatever browser, fonts and
 * language the machine has, the tests see the same pages. `CHROMIUM_PATH` asks for another browser, by name.
 */
export function startBrowserServer(): Promise<BrowserServer> {
  const { eseguibile, librerie, home } = unpackOnce();
  return chromium.launchServer({
    executablePath: process.env['CHROMIUM_PATH'] ?? eseguibile,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      LANG: 'C.UTF-8',
      TZ: 'Europe/Rome',
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      LD_LIBRARY_PATH: librerie,
    },
  });
}

interface Chromium {
  readonly eseguibile: string;
  readonly librerie: string;
  readonly home: string;
}

/**
 * The package holds the browser, and a few shared libraries that a bare Debian has not, as archives. They are unpacked once,
 * aside, and then put in their place in one step: runs that start together find all or nothing.
 */
function unpackOnce(): Chromium {
  const { version } = JSON.parse(readFileSync(join(PACCHETTO, 'package.json'), 'utf8')) as { readonly version: string };
  const cartella = join(CACHE, `chromium-${version}`);
  if (!existsSync(cartella)) {
    mkdirSync(CACHE, { recursive: true });
    const aParte = mkdtempSync(`${cartella}-`);
    writeFileSync(join(aParte, 'chromium'), unpacked('chromium.br'), { mode: 0o755 });
    execFileSync('tar', ['-xf', '-', '-C', aParte], { input: unpacked('al2023.tar.br') });
    putInPlace(aParte, cartella);
  }
  writeFileSync(join(cartella, 'fonts.conf'), fontsConf(join(cartella, 'fontconfig')));
  return { eseguibile: join(cartella, 'chromium'), librerie: join(cartella, 'lib'), home: cartella };
}

const unpacked = (archivio: string): Buffer => brotliDecompressSync(readFileSync(join(PACCHETTO, 'bin', archivio)));

function putInPlace(aParte: string, cartella: string): void {
  try {
    renameSync(aParte, cartella);
  } catch (errore) {
    // Another run was quicker: its copy is as good.
    rmSync(aParte, { recursive: true });
    if (!existsSync(cartella)) throw errore;
  }
}

/**
 * The fonts of a plain machine: one family of each kind, from npm. The pages' own fonts are not among them, so that a page that
 * fails to bring them looks wrong here too.
 */
function fontsConf(cache: string): string {
  const famiglie = { 'sans-serif': 'DejaVu Sans', serif: 'DejaVu Serif', monospace: 'DejaVu Sans Mono' };
  const alias = Object.entries(famiglie).map(
    ([generica, famiglia]) =>
      `<alias><family>${generica}</family><prefer><family>${famiglia}</family></prefer></alias>`,
  );
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${packagePath('node_modules', 'dejavu-fonts-ttf', 'ttf')}</dir>`,
    `<cachedir>${cache}</cachedir>`,
    ...alias,
    '</fontconfig>',
    '',
  ].join('\n');
}
