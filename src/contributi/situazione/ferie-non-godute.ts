import type { Norme } from '../../norme/norme.ts';
import { estremiDelleSettimane, trimestreDelGiorno } from '../../scadenze/settimane.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Calendario } from './calendario.ts';
import { testoOre } from '../ore.ts';
import { orePagate } from './ore-pagate.ts';
import type { Situazione } from './situazione.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** Hours paid at the end and worked in no week (hundredths), with the day of the calendar they go to and its week. */
export interface FerieNonGodute {
  readonly indice: number;
  readonly settimana: number;
  readonly centesimiDiOra: number;
}

/**
 * Hours of holidays not taken, and the day they belong to: the rapporto's last one (INPS messages 13156/2013, 2330/2021).
 * They do not count for the week's 24 hours: nobody worked them that week.
 * @returns null when there are none, or when the rapporto ends in the week that the next quarter pays
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
  const { sabato } = estremiDelleSettimane(situazione.trimestre);
  // The end's week is the first of the next quarter: its bollettino pays them.
  if (cessazione !== undefined && cessazione > sabato && cessazione <= aggiungiGiorni(sabato, 7)) return null;
  if (ultimo === undefined) {
    const dove =
      cessazione === undefined
        ? 'indicare la data di cessazione'
        : italiano`il ${formatGiornoItaliano(cessazione)} è in una settimana del trimestre ${formatTrimestre(trimestreDelGiorno(cessazione))}: ` +
          'vanno nel bollettino di quello';
    throw new ErroreDati('ferie-senza-cessazione', { dove, campo: 'ferieNonGodute' });
  }
  const { centesimiDiOra, formula } = orePagate(
    ferie,
    { giorno: ultimo.giorno, oreSettimanali: ultimo.condizioni?.oreSettimanali, campo: 'ferieNonGodute' },
    norme,
  );
  const passo = {
    etichetta: 'Ferie non godute, pagate alla fine del rapporto',
    formula,
    risultato: testoOre(centesimiDiOra),
    fonte: fonteUnica(norme.assenze.preavviso.fonti),
  };
  return { indice, settimana: ultimo.settimana, centesimiDiOra, passo };
}
