import type { TaggedDocument } from '../pdf/tagged-document.ts';
import type { TaggedPage } from '../pdf/tagged-page.ts';
import { caratterePer, normalizza } from './caratteri.ts';
import { Compositore } from './compositore.ts';
import { componi, interlinea } from './righe.ts';

/** A part of a flowing document: its height is known before it is drawn, so that it never straddles a page. Millimetres. */
export interface Blocco {
  readonly altezza: number;
  disegna(c: Compositore, y: number): void;
  /** Tables can be cut: what fits in this height, and the rest; undefined when nothing fits. */
  dividi?(spazio: number): readonly [Blocco, Blocco] | undefined;
}

/** Margins of receipts and statements, millimetres. */
export const MARGINI = { sinistra: 16, destra: 194, alto: 18, basso: 279 } as const;

const LARGHEZZA = MARGINI.destra - MARGINI.sinistra;
const GRIGIO_LINEE = 0.8;
const CORPO = 9.5;
const SPAZIO_RIGA = 2.6;

/**
 * Puts blocks on as many pages as they need; `decora` draws what is on each page besides them. Returns the first page and how
 * many there are.
 */
export function impagina(
  document: TaggedDocument,
  blocchi: readonly Blocco[],
  decora: (page: TaggedPage, numero: number, pagine: number) => void,
): { readonly pagina: number; readonly pagine: number } {
  const pagine = distribuisci(blocchi);
  let ultima = 0;
  for (const [i, pagina] of pagine.entries()) {
    ultima = document.page((page) => {
      decora(page, i + 1, pagine.length);
      const c = new Compositore(page);
      let y: number = MARGINI.alto;
      for (const blocco of pagina) {
        blocco.disegna(c, y);
        y += blocco.altezza;
      }
    });
  }
  return { pagina: ultima - pagine.length + 1, pagine: pagine.length };
}

function distribuisci(blocchi: readonly Blocco[]): readonly (readonly Blocco[])[] {
  const pagine: Blocco[][] = [[]];
  const attesa = [...blocchi];
  let y: number = MARGINI.alto;
  for (let blocco = attesa.shift(); blocco !== undefined; blocco = attesa.shift()) {
    const pagina = pagine.at(-1) ?? [];
    const entra = y + blocco.altezza <= MARGINI.basso;
    const parti = entra ? undefined : blocco.dividi?.(MARGINI.basso - y);
    // What cannot be divided and is taller than a page has one of its own.
    if (entra || (parti === undefined && pagina.length === 0)) {
      pagina.push(blocco);
      y += blocco.altezza;
      continue;
    }
    if (parti !== undefined) pagina.push(parti[0]);
    attesa.unshift(parti?.[1] ?? blocco);
    pagine.push([]);
    y = MARGINI.alto;
  }
  return pagine;
}

/**
 * What stands at a place of its own at the top of the first page.
 * @param fine where the next block begins, millimetres from the top of the sheet
 */
export function inCima(fine: number, disegna: (c: Compositore) => void): Blocco {
  return { altezza: fine - MARGINI.alto, disegna };
}

/** A heading, in up to two lines. */
export function titolo(tag: 'H1' | 'H2', corpo: number, testo: string, spazioPrima: number): Blocco {
  const pulito = normalizza(testo);
  const font = caratterePer('grassetto', pulito, 'titolo');
  const area = { larghezza: LARGHEZZA, righe: 2, corpo, corpoMinimo: corpo * 0.6 };
  const composto = componi(font, pulito, area);
  const prima = spazioPrima + interlinea(corpo);
  return {
    altezza: prima + (composto.righe.length - 1) * interlinea(composto.corpo),
    disegna: (c, y) =>
      c.page.tag(tag, () => c.area('grassetto', MARGINI.sinistra, y + prima - 1, pulito, area, 'titolo')),
  };
}

/** Free text over the whole width, broken where it must. */
export function paragrafo(
  testo: string,
  opzioni: { readonly corpo?: number; readonly spazioPrima?: number } = {},
): Blocco {
  const { corpo = CORPO, spazioPrima = 2 } = opzioni;
  const pulito = normalizza(testo);
  const font = caratterePer('normale', pulito, 'testo');
  const area = { larghezza: LARGHEZZA, righe: 40, corpo, corpoMinimo: corpo };
  const { righe } = componi(font, pulito, area);
  return {
    altezza: spazioPrima + righe.length * interlinea(corpo),
    disegna: (c, y) =>
      c.page.tag('P', () =>
        c.area('normale', MARGINI.sinistra, y + spazioPrima + interlinea(corpo) - 1, pulito, area, 'testo'),
      ),
  };
}

/** One row of a two-column table: what it is, and its value (codes in Roboto Mono). */
export interface Voce {
  readonly etichetta: string;
  readonly valore: string;
  readonly codice?: boolean;
  /** Amounts that matter most. */
  readonly forte?: boolean;
}

const X_VALORI = 76;

/** A table of two columns whose first column heads each row. */
export function tabellaVoci(voci: readonly Voce[]): Blocco {
  const righe = voci.map((voce) => rigaVoce(voce));
  const altezza = righe.reduce((somma, riga) => somma + riga.altezza, 1);
  return {
    altezza,
    disegna: (c, y) =>
      c.page.document.structure.group('Table', () => {
        let alto = y + 1;
        for (const riga of righe) {
          riga.disegna(c, alto);
          alto += riga.altezza;
        }
      }),
  };
}

function rigaVoce(voce: Voce): Blocco {
  const stile = voce.codice === true ? 'codice' : voce.forte === true ? 'grassetto' : 'normale';
  const valore = normalizza(voce.valore);
  const font = caratterePer(stile, valore, voce.etichetta);
  const area = { larghezza: MARGINI.destra - X_VALORI, righe: 4, corpo: CORPO, corpoMinimo: 6 };
  const altezza = componi(font, valore, area).righe.length * interlinea(CORPO) + SPAZIO_RIGA;
  return {
    altezza,
    disegna: (c, y) => {
      const base = y + interlinea(CORPO);
      c.page.artifact(() => {
        c.page.stroke(GRIGIO_LINEE, 0.5);
        c.page.line([MARGINI.sinistra, y + altezza - 0.6], [MARGINI.destra, y + altezza - 0.6]);
      });
      c.page.document.structure.group('TR', () => {
        const scope = { attributes: '/O/Table/Scope/Row' };
        c.page.tag('TH', () => c.fisso(CORPO, MARGINI.sinistra, base, ['normale', voce.etichetta]), scope);
        c.page.tag('TD', () => c.area(stile, X_VALORI, base, valore, area, voce.etichetta));
      });
    },
  };
}
