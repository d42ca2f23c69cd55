import { extname } from 'node:path';
import { besideFor } from '../uscita/percorsi.ts';
import type { RichiestaAvvisi } from './richiesta.ts';

/** The files of a batch of notices, as they were named; `manifesto` only beside one document. */
export interface FileAvvisi {
  readonly out: string;
  readonly manifesto: string | undefined;
  readonly errori: string;
}

/** Where a batch of notices is written; undefined when neither one document nor a folder is asked for, or both are. */
export function fileAvvisi({
  out: documento,
  cartella,
  zip,
  manifesto,
  errori,
}: Pick<RichiestaAvvisi, 'out' | 'cartella' | 'zip' | 'manifesto' | 'errori'>): FileAvvisi | undefined {
  const scelto = documento ?? cartella;
  if (scelto === undefined || (documento !== undefined && cartella !== undefined)) return undefined;
  const senzaZip = cartella !== undefined && zip === true && extname(cartella).toLowerCase() !== '.zip';
  const out = senzaZip ? `${cartella}.zip` : scelto;
  return {
    out,
    manifesto: documento === undefined ? undefined : (manifesto ?? besideFor(out, 'manifesto')),
    errori: errori ?? besideFor(out, 'errori'),
  };
}
