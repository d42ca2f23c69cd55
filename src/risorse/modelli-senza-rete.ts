import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { paginaDi, STATICI } from '../senza-rete/indirizzi.ts';
import { packagePath } from '../valori/package-root.ts';

export const MODELLI = packagePath('templates', 'senza-rete');
export const MODELLI_DEL_PORTALE = packagePath('templates', 'portale');

/** What a tool's page is drawn with; `base.njk` is the one without the site around it. */
const COMPILATI = [
  ['strumento.njk', join(MODELLI_DEL_PORTALE, 'pagine', 'strumento.njk')],
  ['base.njk', join(MODELLI, 'base.njk')],
  ...['gruppi', 'blocchi', 'componenti'].map((nome) => [
    `parti/${nome}.njk`,
    join(MODELLI_DEL_PORTALE, 'parti', `${nome}.njk`),
  ]),
] as [string, string][];

/** Texts in which the pages name their icons. */
export function doveSonoLeIcone(): string[] {
  const strumenti = packagePath('src', 'portale', 'strumenti');
  const file = [...COMPILATI.map(([, uno]) => uno), ...readdirSync(strumenti).map((nome) => join(strumenti, nome))];
  return file.map((uno) => readFileSync(uno, 'utf8'));
}

const env = new nunjucks.Environment(new nunjucks.FileSystemLoader([MODELLI, MODELLI_DEL_PORTALE]), {
  autoescape: true,
  throwOnUndefined: true,
});
env.addGlobal('percorsi', { statici: STATICI, strumento: paginaDi });

/** A page as it is written to disk: the frame around what the script fills. */
export function paginaSenzaRete(dati: object): string {
  return env.render('pagina.njk', dati);
}

/** The templates as a module of functions: a page needs no compiler, and no right to make code out of texts. */
export function modelliCompilati(): string {
  const wrapper = ([modello]: { template: string }[]) => `(() => {${modello?.template ?? ''}})()`;
  const scritti = COMPILATI.map(([name, file]) => {
    const codice = nunjucks.precompileString(readFileSync(file, 'utf8'), { name, env, wrapper } as object);
    // Where in the template one is, a fifth of the code, is of use to who writes templates.
    return `${JSON.stringify(name)}: ${codice.replace(/lineno = \d+, colno = \d+, /g, '')}`;
  });
  return `export default {${scritti.join(',\n')}};`;
}
