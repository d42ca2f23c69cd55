import { festivo } from '../../scadenze/festivi.ts';
import { giorniDelleSettimane, type Settimana, settimane } from '../../scadenze/settimane.ts';
import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import { dividiMezzoInSu } from '../../valori/arrotondamento.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { numeroOre, ORE_DI_UNA_SETTIMANA } from '../ore.ts';
import { inCentesimiDiOra, passo } from './centesimi-di-ora.ts';
import { delPatrono } from './patrono.ts';
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
  return { settimane: settimane(situazione.trimestre), giorni: contaIntere(giorni, situazione, norme) };
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
  const condizioni = condizioniDel(situazione, giorno);
  return { condizioni, previste: previste(situazione, condizioni, giorno, delGiorno, norme) };
}

/** Last day of the contribution duty: the notice's end when it was not worked, else the rapporto's. */
export function ultimoGiorno({ cessazione, preavvisoFinoAl }: Situazione): Giorno | undefined {
  return preavvisoFinoAl ?? cessazione;
}

/** True when the week in which the rapporto begins or ends is whole: the reading asked for, or no day's hours are told. */
export function contaSettimanaIntera({ settimaneIncomplete }: Situazione, { orario }: CondizioniNelTempo): boolean {
  return (settimaneIncomplete ?? (orario === undefined ? 'intere' : 'a-giorni')) === 'intere';
}

/** The terms that hold on a day. */
export function condizioniDel({ condizioni }: Situazione, giorno: Giorno): CondizioniNelTempo {
  return condizioni.findLast(({ dal = '' }) => dal <= giorno) ?? condizioni[0];
}

function previste(
  { festivita, patrono }: Situazione,
  condizioni: CondizioniNelTempo,
  giorno: Giorno,
  delGiorno: number,
  norme: Norme,
): number {
  const nome = festivita === 'un-sesto' ? festivo(giorno, norme) : null;
  const ordinario = nome === null || nome === 'domenica';
  if (ordinario && !(festivita === 'un-sesto' && delPatrono(giorno, patrono)))
    return orario(condizioni)[delGiorno] ?? 0;
  return oreFestive(condizioni, giorno, norme);
}

/** Weeks read as whole: the hours foreseen before the hiring or after the end are put on the days of the rapporto. */
function contaIntere(
  giorni: readonly GiornoDelTrimestre[],
  situazione: Situazione,
  norme: Norme,
): readonly GiornoDelTrimestre[] {
  if (situazione.assunzione === undefined && ultimoGiorno(situazione) === undefined) return giorni;
  const nuovi = [...giorni];
  for (let dal = 0; dal < giorni.length; dal += GIORNI) {
    const settimana = giorni.slice(dal, dal + GIORNI);
    const dentro = settimana.filter(({ condizioni }) => condizioni !== null);
    const primo = dentro[0]?.condizioni ?? null;
    if (primo === null || dentro.length === GIORNI || !contaSettimanaIntera(situazione, primo)) continue;
    const ultimo = dentro.at(-1)?.condizioni ?? primo;
    const ore = settimana.reduce((somma, { giorno, condizioni }, n) => {
      const vicine = giorno < (dentro[0]?.giorno ?? giorno) ? primo : ultimo;
      return somma + previste(situazione, condizioni ?? vicine, giorno, n, norme);
    }, 0);
    const pesi = dentro.map((voce) => voce.previste);
    const parti = ripartisci(ore, pesi, passo(ore));
    for (const [n, voce] of dentro.entries()) nuovi[giorni.indexOf(voce)] = { ...voce, previste: parti[n] ?? 0 };
  }
  return nuovi;
}

/** A public holiday of who is paid by the hour: a fraction of the weekly hours, half-up to the hundredth. */
function oreFestive(condizioni: CondizioniNelTempo, giorno: Giorno, norme: Norme): number {
  const frazione = norme.assenze.festivitaOrarie.find((regola) => vale(regola, giorno))?.frazioneDellOrario ?? 6;
  return dividiMezzoInSu(settimanali(condizioni), frazione);
}

/** Agreed weekly hours, hundredths; where only a total is told, its days weigh the same. */
function settimanali({ oreSettimanali }: CondizioniNelTempo): number {
  if (oreSettimanali === undefined) return ORE_DI_PESO;
  return inCentesimiDiOra(oreSettimanali, 'oreSettimanali', ORE_DI_UNA_SETTIMANA);
}

/** Any number that six days share equally. */
const ORE_DI_PESO = 600;

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
  const totale = settimanali(condizioni);
  if (condizioni.orario === undefined) return [0, ...ripartisci(totale, [1, 1, 1, 1, 1, 1], passo(totale))];
  const giorni = condizioni.orario.map((ore) => inCentesimiDiOra(ore, 'orario', 24));
  const somma = giorni.reduce((altre, ore) => altre + ore, 0);
  if (somma === totale) return giorni;
  throw new ErroreDati('orario-non-valido', { somma: numeroOre(somma), totale: numeroOre(totale), campo: 'orario' });
}
