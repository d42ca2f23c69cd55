import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiOre, leggiOre, type Ore, perVolte } from '../../valori/ore.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { letturaDelFondo } from '../lettura-del-fondo.ts';
import type { OrarioOrdinario } from '../ore.ts';
import { inCentesimiDiOra } from '../situazione/centesimi-di-ora.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { oreGiaDichiarate } from './ore-gia-dichiarate.ts';
import { quanteSettimane } from './quante-settimane.ts';

/** One weekly figure for all the weeks of the rapporto: no day needs to be told apart from another. */
export interface OrePiane extends OrarioOrdinario {
  readonly modo: 'piane';
  readonly settimane: number;
  /** Paid hours of the quarter. */
  readonly totali: Ore;
  /** Weekly hours were not given: they are the quarter's average, and the divisor its weeks. */
  readonly media: boolean;
}

/** The quarter's hours by one weekly figure; undefined when its days count one by one. */
export function orePiane(situazione: Situazione, contesto: ContestoTrimestre): OrePiane | undefined {
  const { ore } = situazione;
  if (!sonoPiane(situazione, contesto) || ore.tipo === 'settimane' || ore.tipo === 'mesi') return undefined;
  const settimane = ore.settimane ?? quanteSettimane(situazione, contesto);
  const { oreSettimanali } = situazione.condizioni[0];
  const settimanali = oreSettimanali === undefined ? undefined : leggiOre(oreSettimanali);
  const straordinarie = straordinarieSenzaGiorno(situazione);
  if (ore.tipo === 'totale') {
    if (straordinarie > 0) throw oreGiaDichiarate();
    const totali = leggiOre(ore.ore);
    return settimanali === undefined
      ? { modo: 'piane', settimane, totali, settimanali: totali, divisore: settimane, media: true }
      : { modo: 'piane', settimane, totali, settimanali, divisore: 1, media: false };
  }
  if (settimanali === undefined) throw oreMancanti();
  const ordinarie = perVolte(settimanali, settimane);
  const totali = straordinarie === 0 ? ordinarie : aggiungiOre(ordinarie, straordinarie);
  return { modo: 'piane', settimane, totali, settimanali, divisore: 1, media: false };
}

/** Overtime that is told for the quarter and not for its days, hundredths. @throws ErroreDati `ore-non-valide` */
export function straordinarieSenzaGiorno({ straordinari }: Situazione): number {
  if (straordinari.length === 0) return 0;
  let somma = 0;
  for (const { giorno, ore } of straordinari) {
    if (giorno === undefined) somma += inCentesimiDiOra(ore, 'straordinari', ORE_STRAORDINARIE_MASSIME);
  }
  return somma;
}

/** More than anybody works beyond their hours in a quarter. */
const ORE_STRAORDINARIE_MASSIME = 1000;

export function oreMancanti(): ErroreDati {
  return new ErroreDati('ore-mancanti', { campo: 'oreSettimanali' });
}

/** True when nothing that was told makes one week, or one day, count differently from another. */
function sonoPiane(situazione: Situazione, contesto: ContestoTrimestre): boolean {
  const { condizioni, associazione, contoAssistenza } = situazione;
  const { orario, familiare } = condizioni[0];
  return (
    condizioni.length === 1 &&
    orario === undefined &&
    familiare === undefined &&
    situazione.assenze.length === 0 &&
    (situazione.straordinari.length === 0 || situazione.straordinari.every(({ giorno }) => giorno === undefined)) &&
    situazione.sgravi.length === 0 &&
    situazione.festivita === 'comprese' &&
    situazione.preavvisoFinoAl === undefined &&
    situazione.ferieNonGodute === undefined &&
    (situazione.settimaneIncomplete !== 'a-giorni' || settimaneIntere(situazione, contesto)) &&
    (associazione === undefined ||
      contoAssistenza !== 'a-giorni' ||
      !contesto.assistenzaCambia(associazione, letturaDelFondo(associazione, situazione)))
  );
}

/** True when no week holds days before the hiring or after the end. */
function settimaneIntere(situazione: Situazione, contesto: ContestoTrimestre): boolean {
  const { assunzione = '', cessazione = '9999' } = situazione;
  return contesto.settimane.every(
    ({ domenica, sabato }) =>
      (assunzione <= domenica || assunzione > sabato) && (cessazione >= sabato || cessazione < domenica),
  );
}
