import type { RegoleSanzioni } from '../../norme/sanzioni.ts';
import { aggiungiGiorni, formatGiornoItaliano, giorniTra, type Giorno } from '../../valori/giorno.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { addMonths } from '../mesi.ts';

/** When the debt can no longer be claimed, if nobody interrupted the term. */
export interface Prescrizione {
  /** Last day of the term, by the plain count of days. */
  readonly giorno: Giorno;
  readonly passi: readonly Passo[];
  readonly nota: string;
}

const NOTA =
  'Il termine ricomincia da capo a ogni atto interruttivo (una lettera o un avviso INPS ricevuto) e può essere di dieci anni ' +
  'se il lavoratore ha denunciato il mancato versamento entro i cinque: il programma non può saperlo.';

/**
 * Five years from the due date (art. 3 cc. 9-10 L. 335/1995), lengthened by the days of the two suspensions of 2020-21 that
 * fall inside the term (INPS circular 126/2021). An example in the press counts one day less: the later day is the prudent one.
 */
export function prescrizione(scadenza: Giorno, regole: RegoleSanzioni): Prescrizione {
  const { anni, sospensioni, fonti } = regole.prescrizione;
  const fonte = fonti[0] ?? { titolo: 'art. 3, commi 9 e 10, L. 335/1995' };
  const inizio = sospensioni.find(({ dal, al }) => dal <= scadenza && scadenza < al)?.al ?? scadenza;
  let giorno = addMonths(inizio, anni * 12);
  const passi: Passo[] = [
    {
      etichetta: 'Termine di prescrizione',
      formula: `${formatGiornoItaliano(inizio)} + ${quanti(anni, 'anno', 'anni')}`,
      risultato: formatGiornoItaliano(giorno),
      fonte,
    },
  ];
  for (const { dal, al, fonte: fonteSospensione } of sospensioni) {
    if (dal <= inizio || dal > giorno) continue;
    const giorni = giorniTra(dal, al) + 1;
    giorno = aggiungiGiorni(giorno, giorni);
    passi.push({
      etichetta: 'Sospensione della prescrizione',
      formula: italiano`dal ${formatGiornoItaliano(dal)} al ${formatGiornoItaliano(al)}: + ${quanti(giorni, 'giorno', 'giorni')}`,
      risultato: formatGiornoItaliano(giorno),
      fonte: fonteSospensione,
    });
  }
  return { giorno, passi, nota: NOTA };
}
