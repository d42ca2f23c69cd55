import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/valori/package-root.ts';
import { risorsa } from '../../src/valori/risorsa.ts';
import { RISORSE } from '../../src/risorse/elenco.ts';

const MEGA = 1_000_000;
/** What a file takes on a disk of usual blocks, which is what people see of an installation. */
const BLOCCO = 4_096;
/** Packages that npm fetches for the machine at hand alone. */
const MASSIMO_INSTALLATO = 150 * MEGA;

interface Voce {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}
interface Impacchettato {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

const lock = JSON.parse(readFileSync(packagePath('package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Voce>>;
};
/** Folders of the packages that an installation brings, nested ones apart. */
const installati = Object.entries(lock.packages)
  .filter(([cartella, voce]) => cartella !== '' && voce.dev !== true && voce.devOptional !== true)
  .map(([cartella]) => packagePath(cartella))
  .filter((cartella) => existsSync(cartella));

/** What was compiled here, because a driver built elsewhere could not be fetched, leaves its scraps beside it. */
const SCARTI = new Set(['obj', 'obj.target', '.deps']);

function onDisk(cartella: string): number {
  return readdirSync(cartella, { withFileTypes: true }).reduce((somma, voce) => {
    const file = join(cartella, voce.name);
    if (voce.isDirectory()) {
      return voce.name === 'node_modules' || SCARTI.has(voce.name) ? somma : somma + onDisk(file);
    }
    return voce.isFile() ? somma + Math.ceil(statSync(file).size / BLOCCO) * BLOCCO : somma;
  }, 0);
}

function impacchettati(): Impacchettato['files'] {
  const npm = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const detto = execFileSync('npm', npm, { cwd: packagePath(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const letto = JSON.parse(detto) as readonly Impacchettato[] | Readonly<Record<string, Impacchettato>>;
  return Object.values(letto).flatMap(({ files }) => files);
}

describe('the package', () => {
  const file = impacchettati();
  const nomi = file.map(({ path }) => path);

  it('has the program, its law, pages, manual, fonts, styles and readers, each with its licence', () => {
    const serve = [
      ...['bin/trimestre.js', 'dist/src/cli/trimestre.js', 'dist/migrations/index.js', 'README.md', 'LICENSE'],
      ...['rules/criteri.yaml', 'templates/portale/base.njk', 'docs/manuale/01-cominciare.md'],
      ...['dist/risorse/kit/bootstrap-italia.css', 'dist/risorse/kit/icone.svg', 'dist/risorse/pdfjs/pdf.min.mjs'],
      ...['dist/risorse/zxing/zxing_reader.wasm', 'dist/risorse/caratteri/titillium-web/TitilliumWeb_400Regular.ttf'],
    ];
    expect(serve.filter((uno) => !nomi.includes(uno))).toEqual([]);
    // 17 scripts, of which Chinese is in a hundred parts, each regular and bold.
    expect(nomi.filter((uno) => /caratteri\/scritture\/.*-(400|700)\.ttf\.br$/.test(uno)).length).toBeGreaterThan(200);
    for (const { cartella } of [...RISORSE, { cartella: 'caratteri/scritture' }]) {
      const licenza = readdirSync(risorsa(cartella)).filter((uno) => /^(LICENSE|OFL)/.test(uno));
      expect(licenza, cartella).not.toEqual([]);
    }
  });

  it('has no sources, no tests, no maps, nothing of who builds it, and under 25 MB in all', () => {
    expect(
      nomi.filter((uno) => /\.map$|(?<!\.d)\.ts$|^(src|test|migrations|\.)|\.sqlite|risorse\/raccogli/.test(uno)),
    ).toEqual([]);
    expect(file.reduce((somma, { size }) => somma + size, 0)).toBeLessThan(25 * MEGA);
  });

  it('is under 150 MB with all it brings', () => {
    const pesi = installati.map((cartella) => [cartella.slice(packagePath().length + 1), onDisk(cartella)] as const);
    const nostro = file.reduce((somma, { size }) => somma + Math.ceil(size / BLOCCO) * BLOCCO, 0);
    const totale = nostro + pesi.reduce((somma, [, peso]) => somma + peso, 0);
    const piuPesanti = [...pesi].sort((a, b) => b[1] - a[1]).slice(0, 5);
    expect(totale, JSON.stringify(piuPesanti)).toBeLessThan(MASSIMO_INSTALLATO);
  });

  it('says what to do where npm ran no script, and where packages are missing', () => {
    const cartella = mkdtempSync(join(tmpdir(), 'trimestre-pacchetto-'));
    const costruito = join(cartella, 'dist/src/cli/trimestre.js');
    const avvia = () => {
      const comando = [join(cartella, 'bin/trimestre.js')];
      const { status, stderr } = spawnSync(process.execPath, comando, { encoding: 'utf8' });
      return `${status} ${stderr}`;
    };
    mkdirSync(join(cartella, 'bin'));
    for (const uno of ['bin/trimestre.js', 'package.json']) copyFileSync(packagePath(uno), join(cartella, uno));
    expect(avvia()).toMatch(/^2 trimestre: .*«npm run build»\.\n$/);
    mkdirSync(dirname(costruito), { recursive: true });
    writeFileSync(costruito, "import 'un-pacchetto-che-manca';");
    expect(avvia()).toMatch(/^2 trimestre: .*«npm ci»\.\n$/);
    rmSync(cartella, { recursive: true });
  });

  it('draws every icon that the pages name, and no more', () => {
    const icone = readFileSync(risorsa('kit', 'icone.svg'), 'utf8');
    const disegnate = [...icone.matchAll(/id="it-([a-z0-9-]+)"/g)].map(([, nome]) => nome);
    const pagine = readdirSync(packagePath('templates', 'portale'), { recursive: true, encoding: 'utf8' })
      .filter((uno) => uno.endsWith('.njk'))
      .map((uno) => readFileSync(packagePath('templates', 'portale', uno), 'utf8'));
    const chieste = pagine.flatMap((testo) => [...testo.matchAll(/icona\('([a-z-]+)'\)/g)].map(([, nome]) => nome));
    expect(chieste.length).toBeGreaterThan(5);
    expect(chieste.filter((nome) => !disegnate.includes(nome))).toEqual([]);
    expect(disegnate.length).toBeLessThan(60);
  });
});
