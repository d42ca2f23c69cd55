import { type Centesimi, formatEuro } from '../valori/denaro.ts';
import type { Difetto } from './controlli-anno.ts';
import type { Correzione } from './schema-anno.ts';
import type { Fascia, TabellaAnno } from './tabella-anno.ts';

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
    const [, numero = '', ...campi] = cella.split('.');
    const valore = leggi(copia[Number(numero) - 1], campi);
    if (valore !== era) {
      const stampato = valore === undefined ? 'la cella non c’è' : `la cella vale ${formatEuro(valore)}`;
      return { chiave: `correzioni.${indice}.era`, motivo: `${formatEuro(era)}, ma ${stampato}` };
    }
    scrivi(copia[Number(numero) - 1], campi, vale);
    note.push(
      `Corretto il ${annotataIl}: ${cella} da ${formatEuro(era)} a ${formatEuro(vale)}. ${motivo} (${fonte.titolo})`,
    );
  }
  return { fasce: copia, note };
}

function leggi(fascia: Fascia | undefined, campi: readonly string[]): Centesimi | undefined {
  return campi.reduce<unknown>((nodo, campo) => (nodo as Record<string, unknown> | undefined)?.[campo], fascia) as
    Centesimi | undefined;
}

function scrivi(fascia: Fascia | undefined, campi: readonly string[], vale: Centesimi): void {
  const ultimo = campi.at(-1) ?? '';
  const nodo = campi.length === 1 ? fascia : fascia?.[campi[0] as 'contributo' | 'tempoDeterminato'];
  Object.assign(nodo ?? {}, { [ultimo]: vale });
}
