import type { Norme } from '../../norme/norme.ts';
import { centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { conto as contoDi } from '../conto/conto.ts';
import type { Conto } from '../conto/gruppo.ts';
import { importi as importiDi, type ImportiGruppo } from '../conto/importi.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { euro } from '../testo.ts';

/** The whole quarter's due by this reading and by another; or why the other one cannot be worked out. */
export type Confronto = { readonly qui: string } & ({ readonly altrove: string } | { readonly manca: ErroreDati });

/** The same quarter with something read otherwise. */
export function confronta(
  { situazione }: Conto,
  importi: readonly ImportiGruppo[],
  cambia: Partial<Situazione>,
  norme: Norme,
): Confronto {
  const qui = euro(sommaTotali(importi));
  try {
    return { qui, altrove: euro(sommaTotali(importiDi(contoDi({ ...situazione, ...cambia }, norme), norme))) };
  } catch (errore) {
    if (!(errore instanceof ErroreDati)) throw errore;
    return { qui, manca: errore };
  }
}

function sommaTotali(importi: readonly ImportiGruppo[]): ReturnType<typeof centesimi> {
  return centesimi(importi.reduce((somma, { totale }) => somma + totale, 0));
}

/** The end of a sentence that begins with what would differ. */
export function differenza(inizio: string, confronto: Confronto): string {
  return 'manca' in confronto
    ? `${inizio} diversi: per saperlo manca un dato (${confronto.manca.message})`
    : `${inizio} ${confronto.altrove} invece di ${confronto.qui}`;
}
