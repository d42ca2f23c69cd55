import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Norme } from '../../norme/norme.ts';
import { obbligoSospeso } from '../../scadenze/obbligo-sospeso.ts';
import type { Scadenza } from '../../scadenze/scadenza.ts';
import { scadenzaDelRapporto, territoriDelTrimestre } from '../../scadenze/scadenza-del-rapporto.ts';
import { settimaneDelRapporto } from '../../scadenze/settimane.ts';
import {
  confrontaTrimestri,
  estremi,
  formatTrimestre,
  trimestreSuccessivo,
  type Trimestre,
} from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { raggruppa } from '../raggruppa.ts';

/** Quarters that a calendar can hold: ten years. */
const TRIMESTRI_MASSIMI = 40;

/** One due date and the rapporti whose contributions are due then. */
export interface ScadenzaInCalendario {
  readonly trimestre: Trimestre;
  readonly scadenza: Scadenza;
  /** True for the ten days after the end of a rapporto. */
  readonly perCessazione: boolean;
  /** True where a suspension of the place moves it. */
  readonly sospesa: boolean;
  readonly rapporti: readonly RapportoDiLavoro[];
}

/**
 * The due dates of some rapporti from a quarter to another, both included: one for all that are due on the same day. A
 * rapporto that ends before the quarter does is due within ten days of its end (DPR 1403/1971 art. 8).
 * @throws ErroreDati `trimestri-non-validi` when they are in the wrong order or more than 40
 */
export function scadenzeDeiRapporti(
  rapporti: readonly RapportoDiLavoro[],
  dal: Trimestre,
  al: Trimestre,
  norme: Norme,
): ScadenzaInCalendario[] {
  return quarters(dal, al).flatMap((trimestre) => {
    const attivi = rapporti.filter(
      (rapporto) =>
        obbligoSospeso(rapporto, trimestre) === undefined &&
        settimaneDelRapporto(trimestre, rapporto.assunzione, rapporto.cessazione).length > 0,
    );
    const termini = attivi.map((rapporto) => {
      const cessazione = endsWithin(rapporto, trimestre) ? rapporto.cessazione : undefined;
      return { rapporto, cessazione, territori: territoriDelTrimestre(trimestre, rapporto, norme) };
    });
    const gruppi = raggruppa(termini, ({ cessazione, territori }) => [cessazione ?? '', ...territori].join(' '));
    return [...gruppi.values()].flatMap((suoi) => {
      const [primo] = suoi;
      if (primo === undefined) return [];
      const { cessazione, territori } = primo;
      return {
        trimestre,
        scadenza: scadenzaDelRapporto(trimestre, cessazione, norme, territori),
        perCessazione: cessazione !== undefined,
        sospesa: territori.length > 0,
        rapporti: suoi.map(({ rapporto }) => rapporto),
      };
    });
  });
}

function endsWithin({ cessazione }: RapportoDiLavoro, trimestre: Trimestre): boolean {
  return cessazione !== undefined && cessazione <= estremi(trimestre).ultimo;
}

function quarters(dal: Trimestre, al: Trimestre): Trimestre[] {
  const quanti = (al.anno - dal.anno) * 4 + al.numero - dal.numero + 1;
  if (quanti < 1 || quanti > TRIMESTRI_MASSIMI) {
    throw new ErroreDati('trimestri-non-validi', {
      dal: formatTrimestre(dal),
      al: formatTrimestre(al),
      massimo: TRIMESTRI_MASSIMI,
      campo: 'al',
    });
  }
  const elenco: Trimestre[] = [];
  for (let corrente = dal; confrontaTrimestri(corrente, al) <= 0; corrente = trimestreSuccessivo(corrente)) {
    elenco.push(corrente);
  }
  return elenco;
}
