import type { Norme } from '../../norme/norme.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, aggiungiMesi, formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { SgravioApplicato } from '../calcolo.ts';
import { ostacoliOver80 } from '../situazione/requisiti-over80.ts';
import type { Situazione } from '../situazione/situazione.ts';
import type { GiornoPagato } from './giorno-pagato.ts';
import type { Riga } from './riga.ts';

/** The hours of a bollettino on which a relief is taken: hundredths, one figure a row. */
export interface OreDelloSgravio {
  readonly codice: SgravioApplicato['codice'];
  readonly perRiga: readonly number[];
}

/**
 * The reliefs asked for and due, with the hours that fall in their months: one whose requirements are not met takes nothing off.
 * @throws ErroreDati when the day given cannot open the relief
 */
export function oreDegliSgravi(
  situazione: Situazione,
  righe: readonly Riga[],
  giorni: readonly GiornoPagato[],
  norme: Norme,
): OreDelloSgravio[] {
  const { madri, over80 } = norme.sgravi;
  return situazione.sgravi.flatMap((richiesta): OreDelloSgravio[] => {
    if (richiesta.codice === 'posticipo-pensione') return [];
    if (richiesta.codice === 'madri-2022') {
      controllaPeriodo(richiesta.rientro, madri.rientroDal, madri.rientroAl, 'il rientro');
      return [{ codice: richiesta.codice, perRiga: oreNelPeriodo(righe, giorni, richiesta.rientro, madri.durataMesi) }];
    }
    controllaPeriodo(richiesta.dal, over80.assunzioniDal, over80.assunzioniAl, 'l’assunzione o la trasformazione');
    if (ostacoliOver80(richiesta, situazione, norme).length > 0) return [];
    const ore = oreNelPeriodo(righe, giorni, richiesta.dal, over80.durataMesi);
    // A relief of permanent contracts.
    return [{ codice: richiesta.codice, perRiga: ore.map((quante, n) => (righe[n]?.tempoDeterminato ? 0 : quante)) }];
  });
}

/** Hours of each row that fall in the months from a day on. */
function oreNelPeriodo(righe: readonly Riga[], giorni: readonly GiornoPagato[], dal: Giorno, mesi: number): number[] {
  const al = aggiungiGiorni(aggiungiMesi(dal, mesi), -1);
  return righe.map((riga) => {
    const suoi = giorni.filter(({ indice }) => riga.giorni.includes(indice));
    const dentro = suoi.filter(({ giorno }) => dal <= giorno.giorno && giorno.giorno <= al);
    // A row that falls whole in the months takes its rounding with it.
    if (dentro.length === suoi.length) return riga.centesimiDiOra;
    return dentro.reduce((somma, { ore }) => somma + ore, 0);
  });
}

function controllaPeriodo(giorno: Giorno, dal: Giorno, al: Giorno, cosa: string): void {
  if (dal <= giorno && giorno <= al) return;
  throw new ErroreDati('sgravio-non-spettante', {
    cosa,
    dal: formatGiornoItaliano(dal),
    al: formatGiornoItaliano(al),
    giorno: formatGiornoItaliano(giorno),
    campo: 'sgravi',
  });
}
