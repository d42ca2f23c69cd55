import nunjucks from 'nunjucks';
import type { Centesimi } from '../../valori/denaro.ts';
import type { Valori } from '../../testi/catalogo.ts';
import { packagePath } from '../../valori/package-root.ts';
import { euro, giorno } from './importi.ts';
import { type Lingua, LINGUE, loadTesti } from './lingue.ts';

/** Renders a page of the simulator in a language. */
export type Viste = (vista: string, lingua: Lingua, dati: Readonly<Record<string, unknown>>) => string;

/** Everything is escaped, and a name the page forgot to pass is an error. */
export function createViste(): Viste {
  const testi = loadTesti();
  const cartelle = [packagePath('templates', 'simulatore'), packagePath('templates')];
  const motore = new nunjucks.Environment(new nunjucks.FileSystemLoader(cartelle), {
    autoescape: true,
    throwOnUndefined: true,
  });
  return (vista, lingua, dati) =>
    motore.render(`${vista}.njk`, {
      ...dati,
      lingua,
      lingue: LINGUE,
      t: (chiave: string, valori?: Valori) => testi[lingua].testo(chiave, valori),
      euro: (importo: Centesimi) => euro(importo, lingua),
      giorno: (data: string) => giorno(data, lingua),
    });
}
