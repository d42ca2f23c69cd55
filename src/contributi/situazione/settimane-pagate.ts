import type { GruppoSettimane, SettimanaPagata } from '../calcolo.ts';
import { ORE_DI_UNA_SETTIMANA } from '../ore.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { type Calendario, indiciDellaSettimana } from './calendario.ts';
import { inCentesimiDiOra, inOre, ORA } from './centesimi-di-ora.ts';
import type { CondizioniNelTempo, LetturaFascia, Situazione } from './situazione.ts';
import { italiano } from '../../valori/italiano.ts';

/** Hours a week above which the fourth band holds (DPR 1403/1971 and INPS's tables). */
const LIMITE = 24 * ORA;

/** A week with its hours (hundredths) and what it is for INPS. */
export interface SettimanaContata extends Omit<SettimanaPagata, 'ore'> {
  readonly centesimiDiOra: number;
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
  lettura: LetturaFascia,
): SettimanaContata[] {
  const { cessazione = '9999' } = situazione;
  return settimane.map(({ domenica, sabato }, settimana) => {
    const { dal, oltre } = indiciDellaSettimana(settimana);
    const centesimiDiOra = ore.slice(dal, oltre).reduce((somma, quante) => somma + quante, 0);
    if (centesimiDiOra > ORE_DI_UNA_SETTIMANA * ORA) {
      throw new ErroreDati(
        'ore-non-valide',
        italiano`settimane: quella del ${formatGiornoItaliano(sabato)} ha più di ${ORE_DI_UNA_SETTIMANA} ore: controllare le ore indicate.`,
        { campo: 'settimane' },
      );
    }
    const condizioni = giorni.slice(dal, oltre).findLast((giorno) => giorno.condizioni !== null)?.condizioni;
    const diPreavviso = domenica > cessazione;
    return {
      domenica,
      sabato,
      centesimiDiOra,
      segno: centesimiDiOra === 0 ? '0' : diPreavviso ? '2' : '1',
      gruppo: centesimiDiOra === 0 ? null : gruppo(centesimiDiOra, condizioni ?? null, lettura),
    };
  });
}

function gruppo(ore: number, condizioni: CondizioniNelTempo | null, lettura: LetturaFascia): GruppoSettimane {
  const misura =
    lettura === 'orario-unico' && condizioni !== null
      ? inCentesimiDiOra(condizioni.oreSettimanali, 'oreSettimanali', ORE_DI_UNA_SETTIMANA)
      : ore;
  return misura > LIMITE ? 'oltre-24' : 'fino-24';
}

/** The weeks as a result shows them. */
export function comeSettimanePagate(settimane: readonly SettimanaContata[]): SettimanaPagata[] {
  return settimane.map(({ domenica, sabato, centesimiDiOra, segno, gruppo }) => ({
    domenica,
    sabato,
    ore: inOre(centesimiDiOra).esatte,
    segno,
    gruppo,
  }));
}

/** One flag a week for the bollettino of a group: the other group's weeks are 0 on it. */
export function segni(settimane: readonly SettimanaContata[], delGruppo: GruppoSettimane): string {
  return settimane.map(({ segno, gruppo: suo }) => (suo === delGruppo ? segno : '0')).join('');
}
