import type { DatiProspetto, SezioneProspetto } from '../../avvisi/prospetto-pdf.ts';
import type { Blocco } from '../strumenti/blocchi.ts';

/** A statement as a page: the very sections that the paper has, so that the two cannot differ. */
export function prospettoInBlocchi({ sezioni }: Pick<DatiProspetto, 'sezioni'>): Blocco[] {
  const blocchi: Blocco[] = [];
  for (const sezione of sezioni) {
    const ultimo = blocchi.at(-1);
    if (sezione.testo === undefined) blocchi.push(...blocchiDi(sezione));
    else if (ultimo?.tipo === 'avvertenze')
      blocchi[blocchi.length - 1] = { ...ultimo, frasi: [...ultimo.frasi, sezione.testo] };
    else blocchi.push({ tipo: 'avvertenze', frasi: [sezione.testo] });
  }
  return blocchi;
}

function blocchiDi({ titolo = '', voci, tabella }: SezioneProspetto): Blocco[] {
  return [
    ...(voci === undefined ? [] : [{ tipo: 'scheda' as const, titolo, voci }]),
    ...(tabella === undefined
      ? []
      : [
          {
            tipo: 'tabella' as const,
            titolo,
            colonne: tabella.colonne.map(({ titolo: testo, aDestra, codice }) => ({
              testo,
              ...(aDestra === true && { numero: true }),
              ...(codice === true && { codice: true }),
            })),
            righe: tabella.righe,
            totale: tabella.totali ?? null,
          },
        ]),
  ];
}
