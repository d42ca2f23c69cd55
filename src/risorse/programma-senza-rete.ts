import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { leggiYaml, nomiAnni } from '../norme/file-norme.ts';
import { STANZE } from '../valori/errori/catalogo.ts';
import { packagePath } from '../valori/package-root.ts';
import { modelliCompilati } from './modelli-senza-rete.ts';

const SOSTITUTI = packagePath('src', 'senza-rete', 'sostituti');
/** Modules that read files. */
const SOSTITUITI: readonly (readonly [RegExp, string])[] = [
  [/\/file-norme\.ts$/, join(SOSTITUTI, 'file-norme.ts')],
  [/\/(?:package-root|data-folder)\.ts$/, join(SOSTITUTI, 'cartelle.ts')],
  [/^node:path$/, join(SOSTITUTI, 'percorsi-file.ts')],
];

/** Half of what zod weighs writes schemas down for others: here nobody asks for that. */
const SENZA_JSON_SCHEMA: readonly (readonly [RegExp, string])[] = [
  [/json-schema-processors\.js$/, 'export const allProcessors = {}, toJSONSchema = undefined;'],
  [
    /zod\/v4\/core\/to-json-schema\.js$/,
    `const method = () => () => undefined;
    export { method as createToJSONSchemaMethod, method as createStandardJSONSchemaMethod };
    export { method as initializeContext, method as extractDefs, method as finalize, method as process };
    export { method as processSchema };`,
  ],
];

/** The script of the page, for browsers of 2023 and later: minified, its exports under the name `trimestre`. */
export async function programmaSenzaRete(): Promise<string> {
  const { stanze } = await bundle(() => true);
  // The sentences of refusals stand by room: those of rooms that are not here would be a tenth of the page.
  const { codice, file } = await bundle((stanza) => stanze.has(stanza));
  requireSentences(file, stanze);
  return codice;
}

/** A refusal without its sentence would break the page when somebody errs: what is left out must be named by nobody here. */
function requireSentences(file: readonly string[], stanze: ReadonlySet<string>): void {
  const fuori = Object.entries(STANZE).filter(([stanza]) => !stanze.has(stanza.toLowerCase()));
  const chiavi = fuori.flatMap(([, frasi]) => Object.keys(frasi));
  for (const uno of file.filter((nome) => !nome.includes('/valori/errori/'))) {
    const testo = readFileSync(packagePath(uno), 'utf8');
    const manca = chiavi.find((chiave) => testo.includes(`'${chiave}'`));
    if (manca !== undefined) throw new Error(`${uno}: the sentence of «${manca}» is not on the page without a network`);
  }
}

interface Fascio {
  readonly codice: string;
  /** Our own modules in it, by their path in the package, and the rooms they are of. */
  readonly file: readonly string[];
  readonly stanze: ReadonlySet<string>;
}

async function bundle(conFrasi: (stanza: string) => boolean): Promise<Fascio> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: packagePath(),
    entryPoints: [packagePath('src', 'senza-rete', 'pagina.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'trimestre',
    platform: 'browser',
    target: 'es2023',
    write: false,
    metafile: true,
    define: { NORME_INCORPORATE: JSON.stringify(rules()) },
    plugins: [sostituzioni(conFrasi)],
    logLevel: 'warning',
    logOverride: { 'import-is-undefined': 'silent' },
  });
  const file = Object.keys(metafile.inputs).filter((nome) => nome.startsWith('src/'));
  const stanze = new Set(file.map((nome) => nome.split('/')[1] ?? ''));
  return { codice: (outputFiles[0] as { text: string }).text, file, stanze };
}

function sostituzioni(conFrasi: (stanza: string) => boolean): Plugin {
  return {
    name: 'sostituzioni',
    setup: (costruzione) => {
      for (const [filter, path] of SOSTITUITI) costruzione.onResolve({ filter }, () => ({ path }));
      costruzione.onResolve({ filter: /^modelli-incorporati$/ }, ({ path }) => ({ path, namespace: 'modelli' }));
      costruzione.onLoad({ filter: /.*/, namespace: 'modelli' }, () => ({ contents: modelliCompilati() }));
      costruzione.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
        contents: sourceOf(path, conFrasi),
        loader: 'ts',
      }));
      // Called only when a schema is written down as JSON Schema.
      for (const [filter, contents] of SENZA_JSON_SCHEMA) costruzione.onLoad({ filter }, () => ({ contents }));
    },
  };
}

/** Files of `valori/errori` that are no room's list. */
const DI_TUTTI = new Set(['catalogo', 'stati', 'valori']);

function sourceOf(path: string, conFrasi: (stanza: string) => boolean): string {
  const testo = readFileSync(path, 'utf8');
  const nome = basename(path, '.ts');
  if (/\/valori\/errori\//.test(path) && !DI_TUTTI.has(nome) && !conFrasi(nome)) {
    return `export const ${nome.toUpperCase()} = {};`;
  }
  // Named whole, zod comes whole; named as a module, only what is used of it.
  return testo.replace("import { z } from 'zod'", "import * as z from 'zod'");
}

/** As the program reads them; what only the portal reads (demo, pagoPA, the simulator) and the worked examples stay out. */
function rules(): Record<string, unknown> {
  const dir = packagePath('rules');
  const comuni = readdirSync(dir).filter((nome) => nome.endsWith('.yaml') && nome !== 'demo.yaml');
  const file = [...comuni, ...nomiAnni(dir).map((nome) => `anni/${nome}`)];
  return Object.fromEntries(
    file.map((nome) => {
      const { esempi: _esempi, ...norma } = leggiYaml(dir, nome) as Record<string, unknown>;
      return [nome, norma];
    }),
  );
}
