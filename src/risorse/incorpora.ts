import { build, type Plugin } from 'esbuild';
import { packagePath } from '../valori/package-root.ts';

/**
 * The only modules that use a library of which they need a small part: calendar functions without 300 languages, a reader
 * without its writers, a drawer of codes for Node alone without its five other editions, a reader of XML without what it tests with.
 */
const MODULI = [
  ...['valori/giorno.js', 'avvisi/lettura/lettore-codici.js', 'avvisi/codici-da-schermo.js'],
  'pagopa/xml/mostra/con-xml2js.js',
];

/** Libraries that are not modules ask Node for its own parts with `require`, which a module has not. */
const REQUIRE =
  "import { createRequire as creaRequire } from 'node:module'; const require = creaRequire(import.meta.url);";

/** What the module imports of ours stays a file of its own. */
const iNostri = (file: string): Plugin => ({
  name: 'i-nostri',
  setup: (costruzione) => {
    costruzione.onResolve({ filter: /^\./ }, ({ path, importer }) =>
      importer === file ? { path, external: true } : undefined,
    );
  },
});

/** After the compilation: puts into those modules what they use of their library, so that an installation does not bring it whole. */
async function incorpora(): Promise<void> {
  for (const modulo of MODULI) {
    const file = packagePath('dist', 'src', modulo);
    await build({
      entryPoints: [file],
      outfile: file,
      allowOverwrite: true,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: { js: REQUIRE },
      plugins: [iNostri(file)],
      logLevel: 'warning',
    });
  }
}

await incorpora();
