import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { build, transform, type Plugin } from 'esbuild';
import nunjucks from 'nunjucks';
import { leggiYaml, nomiAnni } from '../norme/file-norme.ts';
import { STRUMENTI } from '../portale/strumenti/elenco.ts';
import { foglioDiStile } from '../portale/viste/foglio-di-stile.ts';
import { paginaDi, STATICI } from '../senza-rete/indirizzi.ts';
import { packagePath } from '../valori/package-root.ts';

const MODELLI = packagePath('templates', 'senza-rete');
const MODELLI_DEL_PORTALE = packagePath('templates', 'portale');
/** What a tool's page is drawn with; `base.njk` is the one without the site around it. */
const COMPILATI = [
  ['strumento.njk', join(MODELLI_DEL_PORTALE, 'pagine', 'strumento.njk')],
  ['base.njk', join(MODELLI, 'base.njk')],
  ...['gruppi', 'blocchi', 'componenti'].map((nome) => [
    `parti/${nome}.njk`,
    join(MODELLI_DEL_PORTALE, 'parti', `${nome}.njk`),
  ]),
] as [string, string][];
const LATI_ICONA = [192, 512];

const SOSTITUTI = packagePath('src', 'senza-rete', 'sostituti');
/** Modules that read files. */
const SOSTITUITI: readonly (readonly [RegExp, string])[] = [
  [/\/file-norme\.ts$/, join(SOSTITUTI, 'file-norme.ts')],
  [/\/(?:package-root|data-folder)\.ts$/, join(SOSTITUTI, 'cartelle.ts')],
  [/^node:path$/, join(SOSTITUTI, 'percorsi-file.ts')],
];

const env = new nunjucks.Environment(new nunjucks.FileSystemLoader([MODELLI, MODELLI_DEL_PORTALE]), {
  autoescape: true,
  throwOnUndefined: true,
});
env.addGlobal('percorsi', { statici: STATICI, strumento: paginaDi });

/**
 * Makes the page that computes in the browser alone: the pure core and the tools' own forms and templates in one script, with
 * the rules of all years; a service that keeps it for when there is no network; a manifest, so that it can be installed.
 * @param dove an empty folder; any web server may serve it, under any path
 * @param kit the folder of the kit's style and icons, already cut
 */
export async function senzaRete(dove: string, kit: string): Promise<void> {
  mkdirSync(join(dove, STATICI, 'kit'), { recursive: true });
  cpSync(join(kit, 'icone.svg'), join(dove, STATICI, 'kit', 'icone.svg'));
  cpSync(join(MODELLI_DEL_PORTALE, 'statici', 'icona.svg'), join(dove, STATICI, 'icona.svg'));
  await drawIcons(dove);
  const stile = conImpronta(dove, 'stile', 'css', await style(kit));
  const programma = conImpronta(dove, 'pagina', 'js', await program());
  writePages(dove, { stile, programma });
  writeFileSync(join(dove, 'senza-rete.webmanifest'), JSON.stringify(manifest()));
  writeService(dove);
}

/** Written under a name that changes with the content, so that it may be kept for ever. */
function conImpronta(dove: string, nome: string, estensione: string, contenuto: string): string {
  const file = `${STATICI}/${nome}-${hash(contenuto)}.${estensione}`;
  writeFileSync(join(dove, file), contenuto);
  return file;
}

function hash(contenuto: string): string {
  return createHash('sha256').update(contenuto).digest('hex').slice(0, 12);
}

async function program(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [packagePath('src', 'senza-rete', 'pagina.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'trimestre',
    platform: 'browser',
    target: 'es2023',
    write: false,
    define: { NORME_INCORPORATE: JSON.stringify(rules()) },
    plugins: [sostituzioni],
    logLevel: 'warning',
    logOverride: { 'import-is-undefined': 'silent' },
  });
  return (outputFiles[0] as { text: string }).text;
}

const sostituzioni: Plugin = {
  name: 'sostituzioni',
  setup: (costruzione) => {
    for (const [filter, path] of SOSTITUITI) costruzione.onResolve({ filter }, () => ({ path }));
    costruzione.onResolve({ filter: /^modelli-incorporati$/ }, ({ path }) => ({ path, namespace: 'modelli' }));
    costruzione.onLoad({ filter: /.*/, namespace: 'modelli' }, () => ({ contents: templates() }));
    // Named whole, zod comes whole; named as a module, only what is used of it.
    costruzione.onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace("import { z } from 'zod'", "import * as z from 'zod'"),
      loader: 'ts',
    }));
    // Looked at by name, and only when a schema is written down as JSON Schema.
    costruzione.onLoad({ filter: /json-schema-processors\.js$/ }, () => ({
      contents: 'export const allProcessors = {}, toJSONSchema = undefined;',
    }));
  },
};

/** The templates as functions: a page needs no compiler, and no right to make code out of texts. */
function templates(): string {
  const wrapper = ([modello]: { template: string }[]) => `(() => {${modello?.template ?? ''}})()`;
  const scritti = COMPILATI.map(([name, file]) => {
    const codice = nunjucks.precompileString(readFileSync(file, 'utf8'), { name, env, wrapper } as object);
    // Where in the template one is, a fifth of the code, is of use to who writes templates.
    return `${JSON.stringify(name)}: ${codice.replace(/lineno = \d+, colno = \d+, /g, '')}`;
  });
  return `export default {${scritti.join(',\n')}};`;
}

/** As the program reads them; what only the portal reads (demo, pagoPA, the simulator) stays out. */
function rules(): Record<string, unknown> {
  const dir = packagePath('rules');
  const comuni = readdirSync(dir).filter((nome) => nome.endsWith('.yaml') && nome !== 'demo.yaml');
  const file = [...comuni, ...nomiAnni(dir).map((nome) => `anni/${nome}`)];
  return Object.fromEntries(file.map((nome) => [nome, leggiYaml(dir, nome)]));
}

/** One sheet; letters are the device's own, as three fonts would weigh more than the calculation. */
async function style(kit: string): Promise<string> {
  const fogli = `${readFileSync(join(kit, 'bootstrap-italia.css'), 'utf8')}\n${foglioDiStile()}`;
  const { code } = await transform(fogli.replace(/@font-face\s*\{[^}]*\}/g, ''), { loader: 'css', minify: true });
  return code;
}

async function drawIcons(dove: string): Promise<void> {
  const svg = readFileSync(join(MODELLI_DEL_PORTALE, 'statici', 'icona.svg'), 'utf8');
  for (const lato of LATI_ICONA) {
    const disegno = createCanvas(lato, lato);
    const grande = svg
      .replace('<svg ', `<svg width="${lato}" height="${lato}" `)
      .replace(/<\/?symbol[^>]*>|<use [^>]*>/g, '');
    disegno.getContext('2d').drawImage(await loadImage(Buffer.from(grande)), 0, 0, lato, lato);
    writeFileSync(join(dove, STATICI, `icona-${lato}.png`), disegno.toBuffer('image/png'));
  }
}

function writePages(dove: string, nomi: { readonly stile: string; readonly programma: string }): void {
  const anni = nomiAnni(packagePath('rules')).map((file) => file.replace('.yaml', ''));
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
  const comuni = {
    ...nomi,
    strumenti: STRUMENTI,
    primoAnno: anni[0],
    ultimoAnno: anni.at(-1),
    versione: version,
  };
  const pagine = [
    {
      nome: '',
      titolo: 'Contributi del lavoro domestico, senza rete',
      descrizione: 'Si usano anche senza connessione, senza entrare: quello che scrivi resta sul tuo dispositivo.',
    },
    ...STRUMENTI,
  ];
  for (const { nome, titolo, descrizione } of pagine) {
    const html = env.render('pagina.njk', { ...comuni, nome, titolo, descrizione });
    writeFileSync(join(dove, paginaDi(nome || 'index')), html);
  }
}

function manifest() {
  return {
    name: 'Trimestre senza rete: contributi del lavoro domestico',
    short_name: 'Trimestre',
    lang: 'it',
    start_url: paginaDi('index'),
    scope: './',
    display: 'standalone',
    background_color: '#ffffff',
    theme_color: '#0b3d91',
    icons: [
      { src: `${STATICI}/icona.svg`, sizes: 'any', type: 'image/svg+xml' },
      ...LATI_ICONA.map((lato) => ({
        src: `${STATICI}/icona-${lato}.png`,
        sizes: `${lato}x${lato}`,
        type: 'image/png',
      })),
    ],
  };
}

/** It keeps every file of the folder, under a name that changes when any of them does. */
function writeService(dove: string): void {
  const file = readdirSync(dove, { recursive: true, withFileTypes: true })
    .filter((uno) => uno.isFile())
    .map((uno) => join(uno.parentPath, uno.name));
  const nomi = file.map((uno) => uno.slice(dove.length + 1).replaceAll('\\', '/')).sort();
  const versione = hash(nomi.map((nome) => nome + hash(readFileSync(join(dove, nome), 'base64'))).join());
  const servizio = readFileSync(join(MODELLI, 'servizio.js'), 'utf8')
    .replace('/*VERSIONE*/', versione)
    .replace('/*FILE*/', nomi.map((nome) => JSON.stringify(nome)).join(', '));
  writeFileSync(join(dove, 'servizio.js'), servizio);
}
