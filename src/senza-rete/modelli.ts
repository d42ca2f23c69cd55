import modelli from 'modelli-incorporati';
import nunjucks from 'nunjucks/browser/nunjucks-slim.js';
import { FILTRI } from '../portale/viste/filtri.ts';
import { STATICI, paginaDi } from './indirizzi.ts';

const percorsi = {
  home: paginaDi('index'),
  strumenti: paginaDi('index'),
  statici: STATICI,
  strumento: paginaDi,
};

/** The portal's own templates, as `portale/http/views.ts` sets them up; sources lead to their own address. */
export function creaModelli(): InstanceType<typeof nunjucks.Environment> {
  const env = new nunjucks.Environment(new nunjucks.PrecompiledLoader(modelli), {
    autoescape: true,
    throwOnUndefined: true,
  });
  for (const [nome, filtro] of Object.entries(FILTRI)) env.addFilter(nome, filtro);
  env.addGlobal('percorsi', percorsi);
  env.addGlobal('paginaFonte', () => null);
  return env;
}
