import { NOMI_LETTURE } from '../contributi/letture.ts';
import { formatEuro } from '../valori/denaro.ts';
import type { SituazioneTesto } from './base-di-calcolo.ts';
import type { Modifiche } from './servizio-bollettini.ts';

/** What may be said of a quarter beside the rapporto's terms, and leaves each of them its days. */
const ACCANTO: ReadonlySet<string> = new Set([
  'territorio',
  'notti',
  'straordinari',
  'assistenzaInPiu',
  'soloAssistenza',
  'associazione',
  'sostituzione',
  'senzaCuaf',
  'tempoDeterminato',
  'vittoAlloggioGiorni',
  ...NOMI_LETTURE,
]);

/** Of those, what each of the terms says for itself. */
const DELLE_CONDIZIONI = ['sostituzione', 'senzaCuaf', 'tempoDeterminato', 'vittoAlloggioGiorni'] as const;

/** Whether all that was said stands beside the terms: a figure of hours or pay takes their place instead. */
export function staAccanto(modifiche: Partial<Modifiche>): boolean {
  return Object.keys(modifiche).every((nome) => ACCANTO.has(nome));
}

/** The quarter as the terms tell it, with what was said beside them. @param testo as `parseSituazione` reads it */
export function conQuantoDetto(testo: SituazioneTesto, modifiche: Partial<Modifiche>): SituazioneTesto {
  const { straordinari, assistenzaInPiu, ...altre } = modifiche;
  const condizioni = (testo['condizioni'] as readonly object[]).map((una) => ({
    ...una,
    ...delleCondizioni(modifiche),
  }));
  return {
    ...testo,
    ...Object.fromEntries(
      Object.entries(altre).filter(
        ([nome]) => ACCANTO.has(nome) && !(DELLE_CONDIZIONI as readonly string[]).includes(nome),
      ),
    ),
    condizioni,
    ...(straordinari !== undefined && {
      straordinari: straordinari.map(({ giorno, ore }) => ({
        ...(giorno !== undefined && { giorno }),
        ore: ore.toFixed(),
      })),
    }),
    ...(assistenzaInPiu !== undefined && { assistenzaInPiu: formatEuro(assistenzaInPiu) }),
  };
}

function delleCondizioni(modifiche: Partial<Modifiche>): object {
  return Object.fromEntries(
    DELLE_CONDIZIONI.flatMap((nome) => (modifiche[nome] === undefined ? [] : [[nome, modifiche[nome]]])),
  );
}
