import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { transform } from 'esbuild';
import { nomiAnni } from '../norme/file-norme.ts';
import { STRUMENTI } from '../portale/strumenti/elenco.ts';
import { foglioDiStile } from '../portale/viste/foglio-di-stile.ts';
import { paginaDi, STATICI } from '../senza-rete/indirizzi.ts';
import { packagePath } from '../valori/package-root.ts';
import { iconeDelKit } from './icone-del-kit.ts';
import { doveSonoLeIcone, MODELLI, MODELLI_DEL_PORTALE, paginaSenzaRete } from './modelli-senza-rete.ts';
import { programmaSenzaRete } from './programma-senza-rete.ts';

const LATI_ICONA = [192, 512];

/**
 * Makes the page that computes in the browser alone: the pure core and the tools' own forms and templates in one script, with
 * the rules of all years; a service that keeps it for when there is no network; a manifest, so that it can be installed.
 * @param dove an empty folder; any web server may serve it, under any path
 * @param kit the folder of the kit's style and icons, already cut
 */
export async function senzaRete(dove: string, kit: string): Promise<void> {
  mkdirSync(join(dove, STATICI, 'kit'), { recursive: true });
  const icone = iconeDelKit(readFileSync(join(kit, 'icone.svg'), 'utf8'), doveSonoLeIcone());
  writeFileSync(join(dove, STATICI, 'kit', 'icone.svg'), icone);
  cpSync(join(MODELLI_DEL_PORTALE, 'statici', 'icona.svg'), join(dove, STATICI, 'icona.svg'));
  await drawIcons(dove);
  const stile = conImpronta(dove, 'stile', 'css', await style(kit));
  const programma = conImpronta(dove, 'pagina', 'js', await programmaSenzaRete());
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
    const html = paginaSenzaRete({ ...comuni, nome, titolo, descrizione });
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
