import type { Cliente } from '../archivio/repository-clienti.ts';
import { condizioniDelTrimestre } from '../bollettini/dati-del-rapporto.ts';
import { formatData, formatImporto } from '../lotti/calcola/formato.ts';
import { csvLine } from '../lotti/csv/cell.ts';
import type { Colonna } from '../lotti/righe/colonne.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { hasWeeks } from './stato-trimestre.ts';

const COLONNE = [
  'datore_cf',
  'datore_nome',
  'rapporto',
  'lavoratore_cf',
  'lavoratore_nome',
  'trimestre',
  'ore_settimanali',
  'paga_oraria',
  'paga_mensile',
  'vitto_alloggio_giorni',
  'senza_cuaf',
  'tempo_determinato',
  'associazione',
  'assunzione',
  'cessazione',
  'territorio',
] as const satisfies readonly Colonna[];

/**
 * The file of a quarter's batch as the register tells it, ready to be corrected and given to `lotto calcola` or `lotto avvisi`:
 * a line for each client that has weeks in the quarter. Where terms change inside it no one figure is right: hours, pay and terms
 * are then left empty, and the register, which knows both, fills them in.
 */
export function fileDelTrimestre(clienti: readonly Cliente[], trimestre: Trimestre): string {
  const righe = clienti
    .filter((cliente) => hasWeeks(cliente, trimestre))
    .map((cliente) => {
      const celle = cellsOf(cliente, trimestre);
      return COLONNE.map((colonna) => celle[colonna]);
    });
  return `\ufeff${[COLONNE, ...righe].map((riga) => csvLine(riga, '\r\n')).join('')}`;
}

/** Terms that no one figure tells. */
const NON_UNA = {
  ore_settimanali: '',
  paga_oraria: '',
  paga_mensile: '',
  vitto_alloggio_giorni: '',
  senza_cuaf: '',
  tempo_determinato: '',
  associazione: '',
} as const;

function cellsOf({ rapporto, datore }: Cliente, trimestre: Trimestre): Record<(typeof COLONNE)[number], string> {
  const { lavoratore, assunzione, cessazione } = rapporto;
  return {
    datore_cf: datore.codiceFiscale,
    datore_nome: `${datore.cognome} ${datore.nome}`,
    rapporto: rapporto.codice,
    lavoratore_cf: lavoratore.codiceFiscale,
    lavoratore_nome: `${lavoratore.cognome} ${lavoratore.nome}`,
    trimestre: formatTrimestre(trimestre),
    ...termsOf(rapporto, trimestre),
    assunzione: formatData(assunzione, 'italiano'),
    cessazione: cessazione === undefined ? '' : formatData(cessazione, 'italiano'),
    territorio: rapporto.territorio ?? '',
  };
}

function termsOf(rapporto: Cliente['rapporto'], trimestre: Trimestre): Record<keyof typeof NON_UNA, string> {
  const [periodo, altro] = condizioniDelTrimestre(rapporto, trimestre);
  if (periodo === undefined || altro !== undefined) return NON_UNA;
  const { oreSettimanali, paga, vittoAlloggioGiorni, ...altre } = periodo.condizioni;
  const paghe = (tipo: 'oraria' | 'mensile') => (paga?.tipo === tipo ? formatImporto(paga.importo, 'italiano') : '');
  return {
    ore_settimanali: oreSettimanali.replace('.', ','),
    paga_oraria: paghe('oraria'),
    paga_mensile: paghe('mensile'),
    vitto_alloggio_giorni: vittoAlloggioGiorni === 0 ? '' : String(vittoAlloggioGiorni),
    senza_cuaf: altre.senzaCuaf ? 'si' : '',
    tempo_determinato: altre.tempoDeterminato ? 'si' : '',
    associazione: altre.associazione ?? '',
  };
}
