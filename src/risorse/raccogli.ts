import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { packagePath } from '../valori/package-root.ts';
import { risorsa } from '../valori/risorsa.ts';
import { RISORSE } from './elenco.ts';
import { foglioDelKit } from './foglio-del-kit.ts';
import { iconeDelKit } from './icone-del-kit.ts';
import { scritture } from './scritture.ts';
import { senzaRete } from './senza-rete.ts';

/** Where names of classes, elements and icons are written: the pages, their scripts, and what composes them. */
const PAGINE = [packagePath('templates', 'portale'), packagePath('src', 'portale')];
const SCRITTE = new Set(['.njk', '.js', '.ts']);

const delPacchetto = (pacchetto: string, file: string): string => packagePath('node_modules', pacchetto, file);

function pagine(): string[] {
  return PAGINE.flatMap((cartella) =>
    readdirSync(cartella, { recursive: true, encoding: 'utf8' })
      .filter((file) => SCRITTE.has(extname(file)))
      .map((file) => join(cartella, file)),
  );
}

function copyAll(dove: string): void {
  for (const { cartella, pacchetto, file } of RISORSE) {
    for (const uno of file) {
      cpSync(delPacchetto(pacchetto, uno), join(dove, cartella, basename(uno)), { recursive: true });
    }
  }
}

async function cutKit(dove: string): Promise<void> {
  const file = pagine();
  const kit = delPacchetto('bootstrap-italia', 'dist/css/bootstrap-italia.min.css');
  const icone = delPacchetto('bootstrap-italia', 'dist/svg/sprites.svg');
  const testi = file.map((uno) => readFileSync(uno, 'utf8'));
  writeFileSync(join(dove, 'kit', 'bootstrap-italia.css'), await foglioDelKit(kit, file));
  writeFileSync(join(dove, 'kit', 'icone.svg'), iconeDelKit(readFileSync(icone, 'utf8'), testi));
}

/** Made aside and then put in its place: a run that dies leaves the old ones, or none. */
async function raccogli(): Promise<void> {
  const dove = risorsa();
  mkdirSync(dirname(dove), { recursive: true });
  const aParte = mkdtempSync(`${dove}-`);
  try {
    copyAll(aParte);
    await cutKit(aParte);
    await senzaRete(join(aParte, 'senza-rete'), join(aParte, 'kit'));
    mkdirSync(join(aParte, 'caratteri', 'scritture'));
    await scritture(join(aParte, 'caratteri', 'scritture'), join(dove, 'caratteri', 'scritture'));
    // Who installs may be another user than who runs.
    chmodSync(aParte, 0o755);
    rmSync(dove, { recursive: true, force: true });
    renameSync(aParte, dove);
  } finally {
    rmSync(aParte, { recursive: true, force: true });
  }
}

await raccogli();
