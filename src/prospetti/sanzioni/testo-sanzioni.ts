import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { euroIt } from '../formati.ts';
import type { LetturaSanzioni, ModoTasso } from './lettura-sanzioni.ts';
import { passiSanzioni } from './passi-sanzioni.ts';
import type { ProspettoSanzioni } from './sanzioni.ts';

/** Who the statement is for; the lines are left out where nothing is known. */
export interface IntestazioneProspetto {
  readonly datore?: string;
  readonly lavoratore?: string;
  readonly rapporto?: string;
}

/** The statement a person brings to INPS: plain text, one line a paragraph, with every rate and its source. */
export function testoSanzioni(
  prospetto: ProspettoSanzioni,
  baseGiorni: number,
  chi: IntestazioneProspetto = {},
): string {
  const { dati, letture, minimo, massimo } = prospetto;
  const esito =
    letture.length === 0
      ? 'Sanzioni e interessi previsti: nessuno.'
      : minimo === massimo
        ? `Sanzioni e interessi previsti: ${euroIt(massimo)}.`
        : `Sanzioni e interessi previsti: da ${euroIt(minimo)} a ${euroIt(massimo)}, secondo la lettura delle norme.`;
  return [
    'PROSPETTO DELLE SANZIONI CIVILI SU CONTRIBUTI DI LAVORO DOMESTICO',
    ...(chi.datore === undefined ? [] : [`Datore di lavoro: ${chi.datore}`]),
    ...(chi.lavoratore === undefined ? [] : [`Lavoratore: ${chi.lavoratore}`]),
    ...(chi.rapporto === undefined ? [] : [`Codice rapporto di lavoro: ${chi.rapporto}`]),
    ...(dati.trimestre === undefined ? [] : [`Trimestre: ${formatTrimestre(dati.trimestre)}`]),
    `Contributi non versati in tempo: ${euroIt(dati.contributi)}`,
    `Scadenza: ${formatGiornoItaliano(dati.scadenza)}. Pagamento: ${formatGiornoItaliano(dati.pagamento)}. Giorni di ritardo: ${prospetto.giorniRitardo}.`,
    esito,
    ...letture.flatMap((lettura, indice) => ['', ...readingLines(prospetto, lettura, indice, baseGiorni)]),
    '',
    ...(letture.length === 0
      ? []
      : [
          `Per confronto, interessi legali sugli stessi giorni: ${euroIt(prospetto.interessiLegali)}.`,
          `Prescrizione: ${formatGiornoItaliano(prospetto.prescrizione.giorno)}. ${prospetto.prescrizione.nota}`,
          '',
        ]),
    'DA SAPERE',
    ...prospetto.avvertenze.map((avvertenza) => `- ${avvertenza}`),
    '',
  ].join('\n');
}

/** The name of a reading, for a heading or a column. */
export function nomeLettura({ tasso, misura, mora }: LetturaSanzioni): string {
  const diSanzione = tasso === 'costante' && misura.base.tipo === 'fissa' ? 'misura fissa di legge' : NOMI[tasso];
  return mora === null || mora.tasso === 'costante' ? diSanzione : `${diSanzione}; mora: ${NOMI[mora.tasso]}`;
}

const NOMI: Readonly<Record<ModoTasso, string>> = {
  'alla-data-del-pagamento': 'tasso in vigore alla data del pagamento per tutti i giorni',
  'per-periodi': 'ogni giorno al tasso allora in vigore',
  costante: 'un solo tasso per tutti i giorni',
};

function readingLines(
  { dati, letture }: ProspettoSanzioni,
  lettura: LetturaSanzioni,
  indice: number,
  baseGiorni: number,
): string[] {
  const titolo = letture.length === 1 ? 'CALCOLO' : `LETTURA ${indice + 1}`;
  return [
    `${titolo}: ${nomeLettura(lettura)}`,
    ...passiSanzioni(dati, lettura, baseGiorni).map(
      ({ etichetta, formula, risultato, fonte }) => `${etichetta}: ${formula} = ${risultato} [${fonte.titolo}]`,
    ),
  ];
}
