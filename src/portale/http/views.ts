import type { Express } from 'express';
import nunjucks from 'nunjucks';
import { packagePath } from '../../valori/package-root.ts';
import { formatEuroItaliano, type Centesimi } from '../../valori/denaro.ts';
import { conArticolo } from '../../valori/italiano.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { formatTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { percorsi } from '../percorsi.ts';
import { formatIstante } from '../viste/istante.ts';
import { createPaginaFonte } from '../viste/norme/pagina-fonte.ts';

const SPAZIO_FISSO = '\u00a0';

/**
 * The template engine of the pages: everything a person wrote is escaped, and a name the page forgot to pass is an error,
 * never an empty hole where an amount should stand.
 */
export function useViews(app: Express, globali: Readonly<Record<string, unknown>>): void {
  const env = nunjucks.configure(packagePath('templates', 'portale'), {
    autoescape: true,
    throwOnUndefined: true,
    express: app,
    noCache: false,
  });
  env.addFilter('euro', (importo: Centesimi) => `${formatEuroItaliano(importo)}${SPAZIO_FISSO}€`);
  env.addFilter('importo', (importo: Centesimi) => formatEuroItaliano(importo));
  env.addFilter('giorno', (data: Giorno) => formatGiornoItaliano(data));
  env.addFilter('con', (numero: string | number, articolo: string) => conArticolo(articolo, numero));
  env.addFilter('istante', (istante: string) => formatIstante(istante));
  env.addFilter('trimestre', (trimestre: Trimestre) => formatTrimestre(trimestre));
  env.addFilter('gruppi', (cifre: string) => cifre.replace(/(.{4})(?=.)/g, `$1${SPAZIO_FISSO}`));
  env.addGlobal('percorsi', percorsi);
  env.addGlobal('paginaFonte', createPaginaFonte());
  for (const [nome, valore] of Object.entries(globali)) env.addGlobal(nome, valore);
  app.set('view engine', 'njk');
}
