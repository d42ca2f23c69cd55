import type { Norme } from '../../norme/norme.ts';
import { sospensioniPerTerritorio } from '../../scadenze/territori.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';

/** The places whose due dates are or were suspended, the newest first, as a form offers them. */
export function scelteTerritorio(norme: Norme): readonly { readonly valore: string; readonly testo: string }[] {
  const note = [...sospensioniPerTerritorio(norme)].sort((a, b) => b.scadenzeDal.localeCompare(a.scadenzeDal));
  return [
    { valore: '', testo: 'Nessuna' },
    ...note.map(({ id, nome, scadenzeDal, scadenzeAl }) => {
      const quando = italiano`scadenze dal ${formatGiornoItaliano(scadenzeDal)} al ${formatGiornoItaliano(scadenzeAl)}`;
      return { valore: id, testo: `${nome} (${quando})` };
    }),
  ];
}
