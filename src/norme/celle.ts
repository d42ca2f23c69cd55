import type { Centesimi } from '../valori/denaro.ts';
import type { Fascia, TabellaAnno } from './tabella-anno.ts';
import { italiano } from '../valori/italiano.ts';

/** One figure of a year's table with its path, the number being the band's: `fasce.2.contributo.conCuaf`. */
export interface Cella {
  readonly percorso: string;
  readonly fascia: Fascia;
  readonly valore: Centesimi;
}

/** The hourly contributions of a table, each with the rate (percent, exact text) that gives it when that is known. */
export function celleContributo(tabella: TabellaAnno): (Cella & { readonly aliquote: readonly string[] })[] {
  const { aliquote } = tabella;
  const addizionale = aliquote?.addizionaleTempoDeterminato;
  return tabella.fasce.flatMap((fascia) =>
    (['contributo', 'tempoDeterminato'] as const).flatMap((gruppo) =>
      (['conCuaf', 'senzaCuaf'] as const).flatMap((colonna) => {
        const valore = fascia[gruppo]?.[colonna];
        if (valore === undefined) return [];
        const base = aliquote?.[colonna];
        const aggiunta = gruppo === 'tempoDeterminato' ? addizionale : '0';
        return [
          {
            percorso: `fasce.${fascia.numero}.${gruppo}.${colonna}`,
            fascia,
            valore,
            aliquote: base === undefined || aggiunta === undefined ? [] : [base, aggiunta],
          },
        ];
      }),
    ),
  );
}

/** What must be said before any amount of a table that INPS has not published; undefined for a published one. */
export function premessaProiezione(tabella: TabellaAnno): string | undefined {
  if (!proiettata(tabella)) return undefined;
  const { anno, istat } = tabella;
  return italiano`PROIEZIONE: la tabella del ${anno} non è pubblicata; è una stima con una variazione ISTAT supposta del ${istat.percentuale.replace('.', ',')}%.`;
}

/** True for a table that INPS has not published: every hourly contribution in it is computed. */
export function proiettata(tabella: TabellaAnno): boolean {
  return celleContributo(tabella).every(({ percorso }) => tabella.celleCalcolate.includes(percorso));
}
