import type { Legame } from '../norme/chi-paga.ts';
import type { Norme } from '../norme/norme.ts';
import { vale } from '../norme/regole-scadenze.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { Passo } from '../valori/spiegazione.ts';
import { fonteUnica } from '../valori/fonte-unica.ts';

/** The tie between worker and employer; degree for relatives and affini (child 1, sibling 2, nephew 3, cousin 4). */
export interface Familiare {
  readonly legame: Legame;
  readonly grado?: number;
  readonly convivente: boolean;
  /** The employer has the indennità di accompagnamento: without it a spouse cannot be employed. */
  readonly accompagnamento?: boolean;
}

export interface EsitoCuaf {
  readonly dovuta: boolean;
  readonly passo: Passo;
  readonly avvertenze: readonly string[];
}

/**
 * Whether the CUAF share is due on that day: always, except between spouses, and between relatives or affini within the
 * third degree who live together: both conditions (DPR 1403/1971 art. 1).
 * @throws ErroreDati `grado-mancante` when the degree decides and is not given
 */
export function cuaf(familiare: Familiare, giorno: Giorno, norme: Norme): EsitoCuaf {
  const regola = norme.chiPaga.cuaf.find((voce) => vale(voce, giorno));
  if (regola === undefined) {
    throw new ErroreDati('regola-non-nota/cuaf', { giorno, campo: 'familiare' });
  }
  const { dovuta, perche } = decidi(familiare, regola.gradoMassimo);
  const coniugeSenza = familiare.legame === 'coniuge' && familiare.accompagnamento !== true;
  return {
    dovuta,
    passo: {
      etichetta: 'Contributo CUAF',
      formula: perche,
      risultato: dovuta ? 'dovuto' : 'non dovuto',
      fonte: fonteUnica(regola.fonti),
    },
    avvertenze: coniugeSenza ? [regola.avvertenzaConiuge] : [],
  };
}

function decidi({ legame, grado = 0, convivente }: Familiare, massimo: number): { dovuta: boolean; perche: string } {
  if (legame === 'nessuno') return { dovuta: true, perche: 'nessuna parentela col datore' };
  if (legame === 'coniuge') return { dovuta: false, perche: 'coniuge del datore' };
  if (!Number.isInteger(grado) || grado < 1) {
    throw new ErroreDati('grado-mancante', { legame, campo: 'familiare' });
  }
  const chi = `${legame} di ${grado}° grado, ${convivente ? 'convivente' : 'non convivente'}`;
  if (grado > massimo) return { dovuta: true, perche: italiano`${chi}: oltre il ${massimo}° grado` };
  return { dovuta: !convivente, perche: chi };
}
