import type { Criteri } from '../../norme/criteri.ts';
import type { TabellaAnno } from '../../norme/tabella-anno.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { leggiOre, ORA } from '../../valori/ore.ts';
import type { GruppoSettimane, SettimanaPagata } from '../calcolo.ts';
import { comeDecimale, type OrarioOrdinario, ORE_DI_UNA_SETTIMANA } from '../ore.ts';
import { inQuartaFascia } from '../quarta-fascia.ts';
import { type Calendario, indiciDellaSettimana } from './calendario.ts';
import type { CondizioniNelTempo, LetturaFascia, Situazione } from './situazione.ts';

/** A week with its hours (hundredths) and what it is for INPS. */
export interface SettimanaContata extends Omit<SettimanaPagata, 'ore'> {
  readonly centesimiDiOra: number;
}

/** What decides on which side of 24 hours a week is. */
export interface Soglia {
  readonly lettura: LetturaFascia;
  readonly criteri: Criteri;
  readonly tabella: TabellaAnno;
}

/**
 * Flags each week (1 paid, 0 not, 2 unworked notice) and gives it to the weeks up to 24 hours or above.
 * @param ore hours of each day, hundredths
 * @throws ErroreDati when a week has more than 168 hours
 */
export function contaSettimane(
  { settimane, giorni }: Calendario,
  ore: readonly number[],
  situazione: Situazione,
  soglia: Soglia,
): SettimanaContata[] {
  const { cessazione = '9999' } = situazione;
  const somme = settimane.map((_, settimana) => sommaDellaSettimana(ore, settimana));
  const pagate = somme.filter((somma) => somma > 0).length;
  return settimane.map(({ domenica, sabato }, settimana) => {
    const centesimiDiOra = somme[settimana] ?? 0;
    if (centesimiDiOra > ORE_DI_UNA_SETTIMANA * ORA) {
      throw new ErroreDati('ore-non-valide/settimana', {
        giorno: formatGiornoItaliano(sabato),
        massimo: ORE_DI_UNA_SETTIMANA,
        campo: 'settimane',
      });
    }
    if (centesimiDiOra === 0) return { domenica, sabato, centesimiDiOra, segno: '0', gruppo: null };
    const { dal, oltre } = indiciDellaSettimana(settimana);
    const condizioni = giorni.slice(dal, oltre).findLast((giorno) => giorno.condizioni !== null)?.condizioni ?? null;
    return {
      domenica,
      sabato,
      centesimiDiOra,
      segno: domenica > cessazione ? '2' : '1',
      gruppo: gruppo(misura(situazione, soglia, condizioni, centesimiDiOra, pagate), condizioni, situazione, soglia),
    };
  });
}

function sommaDellaSettimana(ore: readonly number[], settimana: number): number {
  const { dal, oltre } = indiciDellaSettimana(settimana);
  let somma = 0;
  for (let indice = dal; indice < oltre; indice++) somma += ore[indice] ?? 0;
  return somma;
}

/** The hours that decide: the week's own; the agreed ones where one figure is asked, or only the quarter's total is known. */
function misura(
  { ore }: Situazione,
  { lettura }: Soglia,
  condizioni: CondizioniNelTempo | null,
  dellaSettimana: number,
  settimane: number,
): OrarioOrdinario {
  const propria = { settimanali: dellaSettimana, divisore: 1 };
  if (condizioni === null || (lettura !== 'orario-unico' && ore.tipo !== 'totale')) return propria;
  return orarioOrdinario(condizioni, ore, settimane) ?? propria;
}

/** The agreed week, or the average of a total; undefined when neither is told. @param settimane paid weeks */
export function orarioOrdinario(
  { oreSettimanali }: CondizioniNelTempo,
  ore: Situazione['ore'],
  settimane: number,
): OrarioOrdinario | undefined {
  if (oreSettimanali !== undefined) return { settimanali: leggiOre(oreSettimanali), divisore: 1 };
  return ore.tipo === 'totale' ? { settimanali: leggiOre(ore.ore), divisore: settimane } : undefined;
}

function gruppo(
  orario: OrarioOrdinario,
  condizioni: CondizioniNelTempo | null,
  { quartaFascia }: Situazione,
  { criteri, tabella }: Soglia,
): GruppoSettimane {
  return inQuartaFascia(orario, criteri, quartaFascia, condizioni, tabella) ? 'oltre-24' : 'fino-24';
}

/** The weeks as a result shows them. */
export function comeSettimanePagate(settimane: readonly SettimanaContata[]): SettimanaPagata[] {
  return settimane.map(({ domenica, sabato, centesimiDiOra, segno, gruppo }) => ({
    domenica,
    sabato,
    ore: comeDecimale(centesimiDiOra),
    segno,
    gruppo,
  }));
}

/** One flag a week for the bollettino of a group: the other group's weeks are 0 on it. */
export function segni(settimane: readonly SettimanaContata[], delGruppo: GruppoSettimane): string {
  return settimane.map(({ segno, gruppo: suo }) => (suo === delGruppo ? segno : '0')).join('');
}
