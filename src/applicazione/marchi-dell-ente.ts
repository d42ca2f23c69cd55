import { readFileSync } from 'node:fs';
import { leggiMarchio } from '../avvisi/marchi/leggi-marchio.ts';
import type { Marchi, Marchio } from '../avvisi/marchi/marchio.ts';
import { POSTO_ENTE, POSTO_PAGOPA } from '../avvisi/modelli/edizione-3/posti-marchi.ts';
import type { Impostazioni } from '../impostazioni/impostazioni.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * The creditor's own files, read and checked once, at the start.
 * @throws ErroreDati `marchio-non-valido`: names the setting, the file and what is wrong with it
 */
export function loadMarchi({ fileMarchi }: Pick<Impostazioni, 'fileMarchi'>): Marchi {
  const { ente, pagopa } = fileMarchi;
  return {
    ...(ente !== undefined && { ente: load('TRIMESTRE_ENTE_LOGO', ente, POSTO_ENTE.larghezza) }),
    ...(pagopa !== undefined && { pagopa: load('TRIMESTRE_ENTE_MARCHIO_PAGOPA', pagopa, POSTO_PAGOPA.larghezza) }),
  };
}

function load(impostazione: string, file: string, lato: number): Marchio {
  try {
    return leggiMarchio(readFileSync(file), lato);
  } catch (errore) {
    if (!(errore instanceof ErroreDati) && (errore as NodeJS.ErrnoException).code === undefined) throw errore;
    const perche = errore instanceof ErroreDati ? errore.message : 'il file non si può leggere';
    throw new ErroreDati('marchio-non-valido/impostazione', { file, perche, campo: impostazione });
  }
}
