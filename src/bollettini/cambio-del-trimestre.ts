import { type CambioCondizioni, conCondizioniCambiate } from '../anagrafe/cambio-condizioni.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import { estremiDelleSettimane } from '../scadenze/settimane.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import type { Modifiche } from './servizio-bollettini.ts';

/** Names of what a change of terms says too: told twice, one of the two would not be heard. */
const ANCHE_NEL_CAMBIO = ['oreSettimanali', 'ore', 'paga'] as const;

/**
 * The rapporto with the terms that changed within the quarter, and what else was told of it.
 * @throws ErroreDati `cambio-fuori-trimestre`, `data-prima-assunzione`, `modifiche-incompatibili`
 */
export function conCambio(
  rapporto: RapportoDiLavoro,
  trimestre: Trimestre,
  { cambio, fine: _, ...altre }: Modifiche,
): { readonly rapporto: RapportoDiLavoro; readonly modifiche: Omit<Modifiche, 'cambio' | 'fine'> } {
  if (cambio === undefined) return { rapporto, modifiche: altre };
  const { sabato } = estremiDelleSettimane(trimestre);
  if (cambio.dal > sabato) throw afterIt(cambio, trimestre);
  if (ANCHE_NEL_CAMBIO.some((nome) => altre[nome] !== undefined)) throw toldTwice();
  return { rapporto: conCondizioniCambiate(rapporto, cambio, 'cambio.dal'), modifiche: altre };
}

function afterIt({ dal }: CambioCondizioni, trimestre: Trimestre): ErroreDati {
  return new ErroreDati('cambio-fuori-trimestre', {
    dal: formatGiornoItaliano(dal),
    trimestre: formatTrimestre(trimestre),
    campo: 'cambio.dal',
  });
}

function toldTwice(): ErroreDati {
  return new ErroreDati('modifiche-incompatibili/cambio', { campo: 'cambio.dal' });
}
