import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { ErroreDati } from '../valori/errore-dati.ts';
import { type Impostazioni, loadImpostazioni } from './impostazioni.ts';

/** Beside the folder of the simulation, and never the same. */
const CARTELLA_REALE = './dati-reali';
/** Of another name than the simulation's, so that a folder that holds both mixes nothing. */
const FILE_REALE = 'famiglia.sqlite';

/**
 * The settings of a family's own archive (`--reale`): a database file of its own, no demo data, and only this machine, unless a proxy
 * that encrypts stands in front.
 * @throws ErroreDati as `loadImpostazioni`; `impostazione-non-reale`, `uso-reale-esposto`
 */
export function loadImpostazioniReali(env: Readonly<Record<string, string | undefined>>): Impostazioni {
  for (const nome of ['DATABASE_URL', 'TRIMESTRE_ENTE_REALE'] as const) {
    if ((env[nome] ?? '') !== '' && env[nome] !== 'no')
      throw new ErroreDati('impostazione-non-reale', { campo: nome, file: FILE_REALE });
  }
  const lette = loadImpostazioni({ ...env, TRIMESTRE_DATI: env['TRIMESTRE_DATI'] || CARTELLA_REALE });
  if (!isLoopback(lette.host) && !(lette.urlPortale.startsWith('https:') && lette.proxy > 0))
    throw new ErroreDati('uso-reale-esposto', { host: lette.host, campo: 'TRIMESTRE_HOST' });
  return {
    ...lette,
    usoReale: true,
    demo: false,
    database: { tipo: 'sqlite', file: resolve(lette.cartellaDati, FILE_REALE) },
  };
}

/** Whether people, amounts and payments are invented: pages and papers say so. */
export function isSimulazione({ ente, usoReale }: Pick<Impostazioni, 'ente' | 'usoReale'>): boolean {
  return !ente.reale && !usoReale;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
