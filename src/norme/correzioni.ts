import { type Centesimi, formatEuro } from '../valori/denaro.ts';
import type { Difetto } from './controlli-anno.ts';
import type { Correzione } from './schema-anno.ts';
import type { TabellaAnno } from './tabella-anno.ts';
import { italiano } from '../valori/italiano.ts';

/**
 * Applies the corrections noted in a year's file, in their order, and tells each one in the table's notes.
 * @returns the corrected bands and notes, or the first correction that does not fit what the table says
 */
export function applicaCorrezioni(
  fasce: TabellaAnno['fasce'],
  correzioni: readonly Correzione[],
): { readonly fasce: TabellaAnno['fasce']; readonly note: readonly string[] } | Difetto {
  const copia = structuredClone(fasce);
  const note: string[] = [];
  for (const [indice, { cella, era, vale, motivo, annotataIl, fonte }] of correzioni.entries()) {
    const { gruppo, campo } = trova(copia, cella);
    const valore = gruppo?.[campo];
    if (valore !== era) {
      const stampato = valore === undefined ? 'la cella non c’è' : `la cella vale ${formatEuro(valore)}`;
      return { chiave: `correzioni.${indice}.era`, motivo: `${formatEuro(era)}, ma ${stampato}` };
    }
    Object.assign(gruppo ?? {}, { [campo]: vale });
    note.push(
      italiano`Corretto il ${annotataIl}: ${cella} da ${formatEuro(era)} a ${formatEuro(vale)}. ${motivo} (${fonte.titolo})`,
    );
  }
  return { fasce: copia, note };
}

type Importi = Record<string, Centesimi>;

/** The object that holds a cell, and under which name; absent where the band lacks the whole group (`tempoDeterminato`). */
function trova(fasce: TabellaAnno['fasce'], cella: string): { gruppo: Importi | undefined; campo: string } {
  const punto = cella.lastIndexOf('.');
  // The number in a path is the band's, from 1.
  const radice = { fasce: [undefined, ...fasce] };
  const gruppo = cella
    .slice(0, punto)
    .split('.')
    .reduce<unknown>((nodo, passo) => (nodo as Record<string, unknown>)[passo], radice);
  return { gruppo: gruppo as Importi | undefined, campo: cella.slice(punto + 1) };
}
