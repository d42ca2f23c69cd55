import { festivo } from '../../scadenze/festivi.ts';
import { giorniDelleSettimane, type Settimana, settimane } from '../../scadenze/settimane.ts';
import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { ORE_DI_UNA_SETTIMANA } from '../ore.ts';
import { inCentesimiDiOra, numeroOre, passo } from './centesimi-di-ora.ts';
import { ripartisci } from './ripartizione.ts';
import type { CondizioniNelTempo, Situazione } from './situazione.ts';

/** One day of the quarter's weeks: the terms that hold, and the hours they foresee (hundredths; 0 outside the rapporto). */
export interface GiornoDelTrimestre {
  readonly giorno: Giorno;
  /** Index of its week. */
  readonly settimana: number;
  /** Null outside the rapporto. */
  readonly condizioni: CondizioniNelTempo | null;
  readonly previste: number;
}

export interface Calendario {
  readonly settimane: readonly Settimana[];
  readonly giorni: readonly GiornoDelTrimestre[];
}

const GIORNI = 7;

/** The days of the quarter's contribution weeks, from the first Sunday to the last Saturday. */
export function calendario(situazione: Situazione, norme: Norme): Calendario {
  const giorni = giorniDelleSettimane(situazione.trimestre).map((giorno, indice) => {
    const delGiorno = indice % GIORNI;
    const { condizioni, previste } = nelGiorno(situazione, giorno, delGiorno, norme);
    return { giorno, settimana: (indice - delGiorno) / GIORNI, condizioni, previste };
  });
  return { settimane: settimane(situazione.trimestre), giorni };
}

/** Indexes of the first day of a week and of the first of the next, in the calendar. */
export function indiciDellaSettimana(settimana: number): { readonly dal: number; readonly oltre: number } {
  return { dal: settimana * GIORNI, oltre: (settimana + 1) * GIORNI };
}

/** Terms and foreseen hours of any day, also outside the quarter. @param delGiorno 0 = Sunday */
export function nelGiorno(
  situazione: Situazione,
  giorno: Giorno,
  delGiorno: number,
  norme: Norme,
): Pick<GiornoDelTrimestre, 'condizioni' | 'previste'> {
  const { assunzione = '' } = situazione;
  if (giorno < assunzione || giorno > (ultimoGiorno(situazione) ?? '9999')) return { condizioni: null, previste: 0 };
  const condizioni = situazione.condizioni.findLast(({ dal }) => dal <= giorno) ?? situazione.condizioni[0];
  const nome = situazione.festivita === 'un-sesto' ? festivo(giorno, norme) : null;
  const previste =
    nome === null || nome === 'domenica' ? (orario(condizioni)[delGiorno] ?? 0) : oreFestive(condizioni, giorno, norme);
  return { condizioni, previste };
}

/** Last day of the contribution duty: the notice's end when it was not worked, else the rapporto's. */
export function ultimoGiorno({ cessazione, preavvisoFinoAl }: Situazione): Giorno | undefined {
  return preavvisoFinoAl ?? cessazione;
}

/** A public holiday of who is paid by the hour: a fraction of the weekly hours, half-up to the hundredth. */
function oreFestive({ oreSettimanali }: CondizioniNelTempo, giorno: Giorno, norme: Norme): number {
  const frazione = norme.assenze.festivitaOrarie.find((regola) => vale(regola, giorno))?.frazioneDellOrario ?? 6;
  return dividiMezzoInSu(settimanali(oreSettimanali), frazione);
}

function settimanali(ore: CondizioniNelTempo['oreSettimanali']): number {
  return inCentesimiDiOra(ore, 'oreSettimanali', ORE_DI_UNA_SETTIMANA);
}

const orari = new WeakMap<CondizioniNelTempo, readonly number[]>();

/**
 * Hours of each day from Sunday to Saturday: as given, or spread from Monday to Saturday in whole hours (or quarters,
 * where the weekly hours have them), the first days getting what is left over.
 * @throws ErroreDati `orario-non-valido` when the days do not sum to the weekly hours
 */
export function orario(condizioni: CondizioniNelTempo): readonly number[] {
  let giorni = orari.get(condizioni);
  if (giorni === undefined) orari.set(condizioni, (giorni = componiOrario(condizioni)));
  return giorni;
}

function componiOrario(condizioni: CondizioniNelTempo): readonly number[] {
  const totale = settimanali(condizioni.oreSettimanali);
  if (condizioni.orario === undefined) return [0, ...ripartisci(totale, [1, 1, 1, 1, 1, 1], passo(totale))];
  const giorni = condizioni.orario.map((ore) => inCentesimiDiOra(ore, 'orario', 24));
  const somma = giorni.reduce((altre, ore) => altre + ore, 0);
  if (somma === totale) return giorni;
  throw new ErroreDati(
    'orario-non-valido',
    `orario: i sette giorni fanno ${numeroOre(somma)} ore, ma le ore settimanali sono ${numeroOre(totale)}: correggere gli uni o le altre.`,
    { campo: 'orario' },
  );
}
