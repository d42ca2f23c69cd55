import { carattere, caratterePer, normalizza, type Stile } from './caratteri.ts';
import type { Compositore } from './compositore.ts';
import { componi, interlinea, larghezzaMm } from './righe.ts';
import { MARGINI, type Blocco } from './scheda.ts';

/** One column of a table: its heading, its share of the width, and whether its values are amounts (set flush right). */
export interface Colonna {
  readonly titolo: string;
  readonly parte: number;
  readonly aDestra?: boolean;
  readonly codice?: boolean;
}

const CORPO = 8.5;
const SPAZIO_RIGA = 2.4;
const SPAZIO_COLONNE = 3;
const RIGHE_CELLA = 3;

interface ColonnaPosta extends Colonna {
  readonly x: number;
  readonly larghezza: number;
}

/**
 * A table with headings over its columns, repeated on every page it reaches. Texts break in up to three lines; amounts never do.
 * @param totali a last row in bold
 */
export function tabella(
  colonne: readonly Colonna[],
  righe: readonly (readonly string[])[],
  totali?: readonly string[],
): Blocco {
  const poste = place(colonne);
  const disegni = [
    ...righe.map((celle) => tableRow(poste, celle, false)),
    ...(totali === undefined ? [] : [tableRow(poste, totali, true)]),
  ];
  return table(poste, disegni);
}

function place(colonne: readonly Colonna[]): ColonnaPosta[] {
  const parti = colonne.reduce((somma, { parte }) => somma + parte, 0);
  const utile = MARGINI.destra - MARGINI.sinistra - SPAZIO_COLONNE * (colonne.length - 1);
  let x: number = MARGINI.sinistra;
  return colonne.map((colonna) => {
    const larghezza = (utile * colonna.parte) / parti;
    const posta = { ...colonna, x, larghezza };
    x += larghezza + SPAZIO_COLONNE;
    return posta;
  });
}

function table(colonne: readonly ColonnaPosta[], righe: readonly Blocco[]): Blocco {
  const testata = headingRow(colonne);
  const altezza = righe.reduce((somma, riga) => somma + riga.altezza, testata.altezza);
  return {
    altezza,
    disegna: (c, y) =>
      c.page.document.structure.group('Table', () => {
        let alto = y;
        for (const riga of [testata, ...righe]) {
          riga.disegna(c, alto);
          alto += riga.altezza;
        }
      }),
    dividi: (spazio) => {
      let usato = testata.altezza;
      const quante = righe.findIndex((riga) => (usato += riga.altezza) > spazio);
      return quante < 1 ? undefined : [table(colonne, righe.slice(0, quante)), table(colonne, righe.slice(quante))];
    },
  };
}

function headingRow(colonne: readonly ColonnaPosta[]): Blocco {
  return row(
    colonne,
    colonne.map(({ titolo }) => titolo),
    () => 'grassetto',
    (c, disegna) => c.page.tag('TH', disegna, { attributes: '/O/Table/Scope/Column' }),
  );
}

function tableRow(colonne: readonly ColonnaPosta[], celle: readonly string[], forte: boolean): Blocco {
  const stile = ({ codice }: ColonnaPosta): Stile => (forte ? 'grassetto' : codice === true ? 'codice' : 'normale');
  return row(colonne, celle, stile, (c, disegna) => c.page.tag('TD', disegna));
}

function row(
  colonne: readonly ColonnaPosta[],
  celle: readonly string[],
  stile: (colonna: ColonnaPosta) => Stile,
  tag: (c: Compositore, disegna: () => void) => void,
): Blocco {
  const testi = celle.map(normalizza);
  const area = (larghezza: number) => ({ larghezza, righe: RIGHE_CELLA, corpo: CORPO, corpoMinimo: 6 });
  const alte = colonne.map((colonna, i) => {
    const testo = testi[i] ?? '';
    if (colonna.aDestra === true || testo === '') return 1;
    return componi(caratterePer(stile(colonna), testo, colonna.titolo), testo, area(colonna.larghezza)).righe.length;
  });
  const altezza = Math.max(...alte) * interlinea(CORPO) + SPAZIO_RIGA;
  return {
    altezza,
    disegna: (c, y) => {
      c.page.artifact(() => {
        c.page.stroke(0.8, 0.5);
        c.page.line([MARGINI.sinistra, y + altezza - 0.6], [MARGINI.destra, y + altezza - 0.6]);
      });
      const base = y + interlinea(CORPO);
      c.page.document.structure.group('TR', () => {
        for (const [i, colonna] of colonne.entries()) {
          const testo = testi[i] ?? '';
          tag(c, () => cell(c, colonna, stile(colonna), base, testo, area(colonna.larghezza)));
        }
      });
    },
  };
}

function cell(
  c: Compositore,
  colonna: ColonnaPosta,
  stile: Stile,
  y: number,
  testo: string,
  area: Parameters<typeof componi>[2],
): void {
  if (testo === '') return;
  if (colonna.aDestra !== true) return c.area(stile, colonna.x, y, testo, area, colonna.titolo);
  const font = carattere(stile);
  const corpo = Math.min(CORPO, (CORPO * colonna.larghezza) / larghezzaMm(font, CORPO, testo));
  c.valoreADestra(stile, corpo, colonna.x + colonna.larghezza, y, testo);
}
