import type { Calcolo } from '../../contributi/calcolo.ts';
import type { ImportiCalcolo } from '../../contributi/importi.ts';
import { contestoTrimestre } from '../../contributi/contesto-trimestre.ts';
import type { Norme } from '../../norme/norme.ts';
import { centesimi } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { csvCell } from '../csv/cell.ts';
import { type FormatoUscita, formatData, formatImporto, formatOre } from './formato.ts';

export interface OpzioniCelle {
  readonly formato: FormatoUscita;
  /** Every step and warning in `spiegazione`, instead of one sentence. */
  readonly dettaglio: boolean;
  /** Make harmless the carried cells that a spreadsheet could run; not needed where cells are typed. */
  readonly neutralizza: boolean;
}

/**
 * The calculated columns of a row (COLONNE_CALCOLATE) as the end of its CSV line: a `;` before each, no line end.
 * Amounts are those of the calculation; `contributo_associazione` is inside `totale`, and empty when there is none.
 */
export function celleCalcolo(calcolo: ImportiCalcolo | Calcolo, norme: Norme, opzioni: OpzioniCelle): string {
  const { associazione, scadenza } = calcolo;
  const { formato } = opzioni;
  const spiegazione =
    opzioni.dettaglio && 'passi' in calcolo ? csvCell(spiegaPerEsteso(calcolo)) : spiegaInBreve(calcolo);
  return (
    `;${calcolo.settimane};${formatOre(calcolo.ore, formato)};${calcolo.fascia}` +
    `;${formatImporto(calcolo.contributoOrario, formato)};${formatImporto(calcolo.totale, formato)}` +
    `;${formatImporto(calcolo.quotaLavoratore, formato)};${formatImporto(calcolo.quotaDatore, formato)}` +
    `;${associazione === null ? '' : formatImporto(associazione.totale, formato)}` +
    `;${formatData(scadenza.scadenza, formato)};${spiegazione};${fonteTabella(calcolo, norme)}`
  );
}

const FASCE = ['', '1ª fascia', '2ª fascia', '3ª fascia', '4ª fascia: più di 24 ore a settimana'] as const;

/** One sentence, without `;` or quotes: `325 ore × 1,04 € = 338,00 € (4ª fascia: …, con CUAF, tempo indeterminato)`. */
function spiegaInBreve(calcolo: ImportiCalcolo): string {
  const { associazione, scadenza } = calcolo;
  const ore = formatOre(calcolo.ore, 'italiano');
  const unita = ore === '1' ? 'ora' : 'ore';
  const contributi = associazione === null ? calcolo.totale : centesimi(calcolo.totale - associazione.totale);
  const conto =
    `${ore} ${unita} × ${formatImporto(calcolo.contributoOrario, 'italiano')} € = ${formatImporto(contributi, 'italiano')} € (${FASCE[calcolo.fascia]}` +
    `, ${calcolo.senzaCuaf ? 'senza' : 'con'} CUAF, tempo ${calcolo.tempoDeterminato ? 'determinato' : 'indeterminato'})`;
  const assistenza =
    associazione === null
      ? ''
      : `, più ${formatImporto(associazione.totale, 'italiano')} € di assistenza contrattuale ${associazione.codice}`;
  const prudenza =
    scadenza.giornoSicuro === undefined
      ? ''
      : `, le fonti discordano sul sabato: per prudenza pagare entro il ${formatGiornoItaliano(scadenza.giornoSicuro)}`;
  return conto + assistenza + prudenza;
}

/** Every step as `label: formula = result [source]`, then what to know; one line. */
function spiegaPerEsteso({ passi, avvertenze }: Calcolo): string {
  return [
    ...passi.map(
      ({ etichetta, formula, risultato, fonte }) => `${etichetta}: ${formula} = ${risultato} [${fonte.titolo}]`,
    ),
    ...avvertenze.map((frase) => `Attenzione: ${frase}`),
  ].join(' | ');
}

const fonti = new Map<string, string>();

/** Title of the printed table's source (the circular), as a CSV cell. */
function fonteTabella({ trimestre, fascia, senzaCuaf, tempoDeterminato }: ImportiCalcolo, norme: Norme): string {
  const { titolo } = contestoTrimestre(trimestre, norme).tariffa(fascia, senzaCuaf, tempoDeterminato).passo.fonte;
  let cella = fonti.get(titolo);
  if (cella === undefined) fonti.set(titolo, (cella = csvCell(titolo)));
  return cella;
}
