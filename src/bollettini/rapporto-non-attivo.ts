import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';

/** The rapporto did not exist in the quarter. */
export function notActive(rapporto: RapportoDiLavoro, trimestre: Trimestre): ErroreDati {
  const fine =
    rapporto.cessazione === undefined ? '' : italiano` ed è finito il ${formatGiornoItaliano(rapporto.cessazione)}`;
  return new ErroreDati('rapporto-non-attivo', {
    codice: rapporto.codice,
    assunzione: formatGiornoItaliano(rapporto.assunzione),
    fine,
    trimestre: formatTrimestre(trimestre),
    campo: 'trimestre',
  });
}
