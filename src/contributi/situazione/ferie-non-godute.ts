import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { fonteUnica } from '../../scadenze/slittamento.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { Calendario } from './calendario.ts';
import { inCentesimiDiOra, numeroOre, testoOre } from './centesimi-di-ora.ts';
import type { FerieNonGodute, Situazione } from './situazione.ts';

/** Most hours of unused holidays that can be told: two years of them. */
const ORE_MASSIME = 1000;

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
): { readonly indice: number; readonly centesimiDiOra: number; readonly passo: Passo } | null {
  const { ferieNonGodute: ferie, cessazione } = situazione;
  if (ferie === undefined) return null;
  const indice = giorni.findIndex(({ giorno }) => giorno === cessazione);
  if (cessazione === undefined || indice < 0) {
    const dove =
      cessazione === undefined
        ? 'indicare la data di cessazione'
        : `il ${formatGiornoItaliano(cessazione)} non è nelle settimane del trimestre ${formatTrimestre(situazione.trimestre)}`;
    throw new ErroreDati(
      'ferie-senza-cessazione',
      `ferieNonGodute: si pagano nell’ultima settimana del rapporto; ${dove}.`,
      { campo: 'ferieNonGodute' },
    );
  }
  const { centesimiDiOra, formula } = conta(ferie, cessazione, norme);
  const passo = {
    etichetta: 'Ferie non godute, pagate alla fine del rapporto',
    formula,
    risultato: testoOre(centesimiDiOra),
    fonte: fonteUnica(norme.assenze.preavviso.fonti),
  };
  return { indice, centesimiDiOra, passo };
}

function conta(ferie: FerieNonGodute, cessazione: Giorno, norme: Norme): { centesimiDiOra: number; formula: string } {
  if ('ore' in ferie) {
    const centesimiDiOra = inCentesimiDiOra(ferie.ore, 'ferieNonGodute', ORE_MASSIME);
    return { centesimiDiOra, formula: testoOre(centesimiDiOra) };
  }
  const divisore = norme.assenze.ferieOrarie.find((regola) => vale(regola, cessazione))?.divisore;
  if (divisore === undefined || !Number.isInteger(ferie.giorni) || ferie.giorni < 1 || ferie.giorni > 104) {
    throw new ErroreDati(
      'ferie-non-valide',
      `ferieNonGodute: «${ferie.giorni}» giorni non va bene; indicare da 1 a 104 giorni, oppure le ore.`,
      { campo: 'ferieNonGodute' },
    );
  }
  const delMese = inCentesimiDiOra(ferie.oreMesePrecedente, 'ferieNonGodute', 744);
  return {
    centesimiDiOra: dividiMezzoInSu(delMese * ferie.giorni, divisore),
    formula: `${numeroOre(delMese)} ore / ${divisore} × ${ferie.giorni} giorni`,
  };
}
