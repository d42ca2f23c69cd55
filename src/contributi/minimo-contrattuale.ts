import type { FormaMinimo, Livello } from '../norme/minimi.ts';
import type { Norme } from '../norme/norme.ts';
import { fonteUnica } from '../scadenze/slittamento.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import type { Fonte } from '../valori/spiegazione.ts';
import { euro } from './testo.ts';

/** What the collective contract asks at least; `noto: false` where no table was found for that year and level. */
export type EsitoMinimo =
  | { readonly noto: false; readonly frase: string }
  | {
      readonly noto: true;
      readonly minimo: Centesimi;
      /** Cents missing to the minimum; 0 when the pay is enough. */
      readonly mancano: Centesimi;
      readonly frase: string;
      readonly fonte: Fonte;
    };

/**
 * Compares a pay with the year's minimum of its level: an hour's pay, or a month's for who lives in and for nights.
 * D and DS have the function allowance on top when paid by the month, where it is known.
 */
export function minimoContrattuale(
  anno: number,
  forma: FormaMinimo,
  livello: Livello,
  paga: Centesimi,
  norme: Norme,
): EsitoMinimo {
  const tabella = norme.minimi.minimi.find((voce) => voce.anno === anno);
  if (tabella?.importi[forma]?.[livello] === undefined) {
    return {
      noto: false,
      frase: `Il minimo contrattuale ${anno} per il livello ${livello} (${forma}) non è noto: non è stato controllato.`,
    };
  }
  const conIndennita = forma === 'convivente' && (livello === 'D' || livello === 'DS');
  const { indennitaFunzione, fonti } = tabella;
  const minimo = centesimi(tabella.importi[forma][livello] + (conIndennita ? (indennitaFunzione ?? 0) : 0));
  const mancano = centesimi(Math.max(minimo - paga, 0));
  return { noto: true, minimo, mancano, frase: frase(), fonte: fonteUnica(fonti) };

  function frase(): string {
    const quale = `il minimo contrattuale ${anno} del livello ${livello} (${forma}), ${euro(minimo)}`;
    const nota = conIndennita
      ? indennitaFunzione === undefined
        ? ' L’indennità di funzione, dovuta in più, non è nota.'
        : ` Compresa l’indennità di funzione di ${euro(indennitaFunzione)}.`
      : '';
    return mancano > 0
      ? `La paga di ${euro(paga)} è sotto ${quale}: mancano ${euro(mancano)}.${nota}`
      : `La paga di ${euro(paga)} rispetta ${quale}.${nota}`;
  }
}
