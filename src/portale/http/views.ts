import type { Express } from 'express';
import nunjucks from 'nunjucks';
import { packagePath } from '../../valori/package-root.ts';
import { percorsi } from '../percorsi.ts';
import { FILTRI } from '../viste/filtri.ts';
import { createPaginaFonte } from '../viste/norme/pagina-fonte.ts';

/**
 * The template engine of the pages: everything a person wrote is escaped, and a name the page forgot to pass is an error,
 * never an empty hole where an amount should stand.
 */
export function useViews(app: Express, globali: Readonly<Record<string, unknown>>): void {
  const env = nunjucks.configure([packagePath('templates', 'portale'), packagePath('templates')], {
    autoescape: true,
    throwOnUndefined: true,
    express: app,
    noCache: false,
  });
  for (const [nome, filtro] of Object.entries(FILTRI)) env.addFilter(nome, filtro);
  env.addGlobal('percorsi', percorsi);
  env.addGlobal('paginaFonte', createPaginaFonte());
  for (const [nome, valore] of Object.entries(globali)) env.addGlobal(nome, valore);
  app.set('view engine', 'njk');
}
