import { arrotondaAlCentesimo, inEuro } from '../valori/decimale.ts';
import { type FormaMinimo, type Indennita, type Livello, type MinimiAnno, minimiDel } from '../norme/minimi.ts';
import type { Norme } from '../norme/norme.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano, quanti } from '../valori/italiano.ts';
import type { Fonte } from '../valori/spiegazione.ts';
import { euro } from './testo.ts';
import { fonteUnica } from '../valori/fonte-unica.ts';

/** Whose minimum: a level as it is paid, with the allowances and the seniority rises that come on top. */
export interface MinimoChiesto {
  readonly livello: Livello;
  readonly forma: FormaMinimo;
  /** Tables H, I and L of the contract. */
  readonly indennita?: readonly Indennita[];
  /** Seniority rises matured, each 4% of the minimum. */
  readonly scatti?: number;
}

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

/** What adds up to a minimum, the level's own amount first. */
interface Addendo {
  readonly importo: Centesimi;
  readonly che: string;
}

const NOMI: Readonly<Record<Indennita, string>> = {
  'bambino-sotto-sei-anni': 'bambino sotto i sei anni',
  'piu-persone': 'più di una persona non autosufficiente',
  'certificazione-uni': 'norma UNI 11766',
};

/**
 * Compares a pay with the minimum in force on a day: an hour's pay, or a month's for who lives in and for nights. D and DS
 * have the function allowance on top when paid by the month.
 */
export function minimoContrattuale(giorno: Giorno, chiesto: MinimoChiesto, paga: Centesimi, norme: Norme): EsitoMinimo {
  const tabella = minimiDel(giorno, norme.minimi);
  const { forma, livello } = chiesto;
  const anno = giorno.slice(0, 4);
  const base = tabella?.importi[forma]?.[livello];
  if (tabella === undefined || base === undefined) {
    return {
      noto: false,
      frase: `Il minimo contrattuale ${anno} per il livello ${livello} (${forma}) non è noto: non è stato controllato.`,
    };
  }
  const { sopra, ignote } = cheSiAggiunge(giorno, chiesto, base, tabella, norme);
  const minimo = centesimi(sopra.reduce<number>((somma, { importo }) => somma + importo, base));
  const mancano = centesimi(Math.max(minimo - paga, 0));
  const dal = tabella.dal === undefined ? '' : italiano`, dal ${formatGiornoItaliano(tabella.dal)}`;
  const conto =
    sopra.length === 0
      ? ''
      : ` (${[euro(base), ...sopra.map(({ importo, che }) => `${euro(importo)} ${che}`)].join(' + ')})`;
  const quale = `il minimo contrattuale ${anno} del livello ${livello} (${forma}${dal}${tabella.proiettato === true ? ', proiettato' : ''}), ${euro(minimo)}${conto}`;
  const esito = mancano > 0 ? `è sotto ${quale}: mancano ${euro(mancano)}` : `rispetta ${quale}`;
  return {
    noto: true,
    minimo,
    mancano,
    frase: [`La paga di ${euro(paga)} ${esito}.`, ...ignote].join(' '),
    fonte: fonteUnica(tabella.fonti),
  };
}

/** Function allowance, allowances of the tables, seniority rises; and what of them no table tells. */
function cheSiAggiunge(
  giorno: Giorno,
  { forma, livello, indennita = [], scatti = 0 }: MinimoChiesto,
  base: Centesimi,
  { indennitaFunzione, aggiunte }: MinimiAnno,
  { minimi }: Norme,
): { readonly sopra: readonly Addendo[]; readonly ignote: readonly string[] } {
  const sopra: Addendo[] = [];
  const ignote: string[] = [];
  if (forma === 'convivente' && (livello === 'D' || livello === 'DS')) {
    if (indennitaFunzione === undefined) ignote.push('L’indennità di funzione, dovuta in più, non è nota.');
    else sopra.push({ importo: indennitaFunzione, che: 'di indennità di funzione' });
  }
  const valgono = aggiunte !== undefined && (aggiunte.dal === undefined || aggiunte.dal <= giorno);
  for (const nome of indennita) {
    const importo = valgono ? aggiunte[nome]?.[forma]?.[livello] : undefined;
    if (importo !== undefined) sopra.push({ importo, che: `di indennità (${NOMI[nome]})` });
    else
      ignote.push(
        `L’indennità «${NOMI[nome]}» non c’è nelle tabelle per questo livello e questo giorno: non è contata.`,
      );
  }
  if (sopra.some(({ che }) => che.includes('('))) ignote.push(minimi.assorbimento);
  if (scatti > 0) {
    const uno = arrotondaAlCentesimo(inEuro(base).times(minimi.scatti.percentuale).dividedBy(100));
    sopra.push({ importo: centesimi(uno * scatti), che: `di ${quanti(scatti, 'scatto', 'scatti')} di anzianità` });
  }
  return { sopra, ignote };
}
