import type { Norme } from '../../norme/norme.ts';
import { fonteUnica } from '../../scadenze/slittamento.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Calendario } from './calendario.ts';
import { testoOre } from './centesimi-di-ora.ts';
import { orePagate } from './ore-pagate.ts';
import type { Situazione } from './situazione.ts';

/** Hours paid at the end and worked in no week (hundredths), with the day of the calendar they go to and its week. */
export interface FerieNonGodute {
  readonly indice: number;
  readonly settimana: number;
  readonly centesimiDiOra: number;
}

/**
 * Hours of holidays not taken, and the day they belong to: the rapporto's last one (INPS messages 13156/2013, 2330/2021).
 * They do not count for the week's 24 hours: nobody worked them that week.
 * @returns null when there are none
 * @throws ErroreDati when the rapporto does not end in one of the quarter's weeks
 */
export function ferieNonGodute(
  situazione: Situazione,
  { giorni }: Calendario,
  norme: Norme,
): (FerieNonGodute & { readonly passo: Passo }) | null {
  const { ferieNonGodute: ferie, cessazione } = situazione;
  if (ferie === undefined) return null;
  const indice = giorni.findIndex(({ giorno }) => giorno === cessazione);
  const ultimo = giorni[indice];
  if (ultimo === undefined) {
    const dove =
      cessazione === undefined
        ? 'indicare la data di cessazione'
        : italiano`il ${formatGiornoItaliano(cessazione)} non è nelle settimane del trimestre ${formatTrimestre(situazione.trimestre)}`;
    throw new ErroreDati(
      'ferie-senza-cessazione',
      `ferieNonGodute: si pagano nell’ultima settimana del rapporto; ${dove}.`,
      { campo: 'ferieNonGodute' },
    );
  }
  const { centesimiDiOra, formula } = orePagate(ferie, ultimo.giorno, 'ferieNonGodute', norme);
  const passo = {
    etichetta: 'Ferie non godute, pagate alla fine del rapporto',
    formula,
    risultato: testoOre(centesimiDiOra),
    fonte: fonteUnica(norme.assenze.preavviso.fonti),
  };
  return { indice, settimana: ultimo.settimana, centesimiDiOra, passo };
}
