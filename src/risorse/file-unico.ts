import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { packagePath } from '../valori/package-root.ts';

/** What the simulator reads of the package: schemas, catalogues, pages, the letters of its pages. */
const PORTATI = [
  'rules/pagopa',
  'rules/simulatore',
  'templates/simulatore',
  'templates/testi/simulatore',
  'dist/risorse/kit/fonts/Titillium_Web',
  'LICENSE',
];

/** Modules that have another form in one file: the package's root, which it carries, and the driver, which it cannot carry. */
const SOSTITUITI: readonly (readonly [RegExp, string])[] = [
  [/\/package-root\.ts$/, packagePath('src', 'risorse', 'radice-incorporata.ts')],
  [/\/sqlite\/driver\.ts$/, packagePath('src', 'sqlite', 'node-sqlite.ts')],
];

function fileDi(nome: string): string[] {
  const intero = packagePath(...nome.split('/'));
  if (statSync(intero).isFile()) return [intero];
  const dentro = readdirSync(intero, { recursive: true, encoding: 'utf8' }).map((file) => join(intero, file));
  return dentro.filter((file) => statSync(file).isFile());
}

function incorporati(): string {
  const scritti = PORTATI.flatMap(fileDi).map((file) => {
    const nome = relative(packagePath(), file).split(sep).join('/');
    return [nome, readFileSync(file).toString('base64')] as const;
  });
  return brotliCompressSync(JSON.stringify(Object.fromEntries(scritti))).toString('base64');
}

const sostituzioni: Plugin = {
  name: 'sostituzioni',
  setup: (costruzione) => {
    for (const [filter, path] of SOSTITUITI) costruzione.onResolve({ filter }, () => ({ path }));
  },
};

/** Libraries of the CommonJS kind ask for Node's own modules by `require`. */
const TESTA = `#!/usr/bin/env node
import { createRequire as creaRequire } from 'node:module';
const require = creaRequire(import.meta.url);`;

/**
 * Makes `trimestre-simulatore.mjs`: the simulated node, its libraries and its files in one file, for a Node with nothing else.
 * @param dove where it is written; by default `unico/` in the package
 */
async function fileUnico(dove = packagePath('unico', 'trimestre-simulatore.mjs')): Promise<void> {
  mkdirSync(dirname(dove), { recursive: true });
  await build({
    entryPoints: [packagePath('src', 'cli', 'simulatore-unico.ts')],
    outfile: dove,
    bundle: true,
    minify: true,
    keepNames: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    banner: { js: TESTA },
    define: { FILE_INCORPORATI: JSON.stringify(incorporati()) },
    plugins: [sostituzioni],
    logLevel: 'warning',
  });
}

await fileUnico(process.argv[2]);
