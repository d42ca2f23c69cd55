import { ErroreDati } from '../../valori/errore-dati.ts';
import { columnLetters } from './cartella.ts';

/** How many things of a kind a sentence names. */
export const RESTO_MASSIMO = 12;

/** What a sheet had besides its table. */
export interface VistoNelFoglio {
  /** Numbers of the rows that the sheet does not show. */
  readonly nascoste: number[];
  /** Whether those were calculated all the same. */
  readonly calcolate: boolean;
  /** Columns of the table that the sheet does not show, with their header; by place. */
  readonly colonneNascoste: Map<number, string>;
  /** Cells beside the table. */
  readonly fuori: { readonly dove: string; readonly testo: string }[];
  /** Ranges of merged cells, `A1:B3`. */
  readonly unite: string[];
  /** Row of the header; 0 when there is none. */
  intestazione: number;
}

/**
 * What to say of it.
 * @throws ErroreDati `intestazione-su-due-righe`; `celle-unite` where one value would stand for several rows: only the first of them would have it
 */
export function noteDelFoglio({
  nascoste,
  calcolate,
  colonneNascoste,
  fuori,
  unite,
  intestazione,
}: VistoNelFoglio): string[] {
  const note: string[] = [];
  const piuRighe = unite.filter((celle) => spansRows(celle, intestazione));
  const sullaTestata = piuRighe.filter((celle) => firstRow(celle) <= intestazione);
  if (intestazione > 0 && sullaTestata.length > 0) throw headerInTwo(sullaTestata);
  if (intestazione > 0 && piuRighe.length > 0) throw merged(piuRighe);
  if (nascoste.length > 0) {
    const una = nascoste.length === 1;
    const quali = list(nascoste.map(String));
    note.push(
      calcolate
        ? `${una ? 'Una riga nascosta o filtrata è stata letta' : `${nascoste.length} righe nascoste o filtrate sono state lette`} come le altre (${quali}): per saltarle c’è l’opzione «righe nascoste».`
        : `${una ? 'Una riga nascosta o filtrata è stata saltata' : `${nascoste.length} righe nascoste o filtrate sono state saltate`} (${quali}).`,
    );
  }
  if (colonneNascoste.size > 0) {
    const quali = [...colonneNascoste].map(([column, nome]) => (nome === '' ? columnLetters(column) : `«${nome}»`));
    note.push(
      `${quali.length === 1 ? 'Una colonna nascosta è stata letta' : `${quali.length} colonne nascoste sono state lette`} come le altre: ${list(quali)}.`,
    );
  }
  if (fuori.length > 0) {
    note.push(`Celle fuori dalla tabella, non lette: ${list(fuori.map(({ dove, testo }) => `${dove} «${testo}»`))}.`);
  }
  return note;
}

function list(voci: readonly string[]): string {
  const resto = voci.length - RESTO_MASSIMO;
  return resto > 0 ? `${voci.slice(0, RESTO_MASSIMO).join(', ')} e altre` : voci.join(', ');
}

function spansRows(celle: string, intestazione: number): boolean {
  const [prima, ultima] = celle.split(':').map((cella) => Number(/\d+$/.exec(cella)?.[0]));
  return prima !== undefined && ultima !== undefined && ultima > prima && ultima > intestazione;
}

function firstRow(celle: string): number {
  return Number(/\d+/.exec(celle)?.[0]);
}

function headerInTwo(celle: readonly string[]): ErroreDati {
  return new ErroreDati('intestazione-su-due-righe/celle-unite', { celle: list(celle), campo: 'ingresso' });
}

function merged(celle: readonly string[]): ErroreDati {
  return new ErroreDati('celle-unite', { celle: list(celle), campo: 'ingresso' });
}
