import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Calcolo } from '../contributi/calcolo.ts';
import { calcoloToJson } from '../contributi/json.ts';
import { premessaProiezione } from '../norme/celle.ts';
import type { TabellaAnno } from '../norme/tabella-anno.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { buildCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { newId } from '../valori/new-id.ts';
import type { BaseDiCalcolo } from './base-di-calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { buildCodiceInps, prefissoCodiceInps } from './codice-inps.ts';
import { fondoDi } from './fondo-del-bollettino.ts';
import { toPersistiti } from './dati-persistiti.ts';
import type { ArchivioBollettini, CambioBollettino } from './porte.ts';
import type { Settimane } from './settimane-coperte.ts';

/** What a bollettino keeps of its calculation. */
export function toCambio(base: BaseDiCalcolo, calcolo: Calcolo, settimane: Settimane): CambioBollettino {
  if (calcolo.totale <= 0) {
    throw new ErroreDati('importo-nullo', { trimestre: formatTrimestre(calcolo.trimestre), campo: 'ore' });
  }
  return {
    gruppo: calcolo.gruppo,
    importo: calcolo.totale,
    scadenza: calcolo.scadenza.scadenza,
    settimane,
    dati: toPersistiti(base, calcolo),
    calcolo: calcoloToJson(calcolo),
  };
}

/** Counter of IUVs: one for the whole database, so that no number ever comes back, whatever the segregation code. */
export const PROGRESSIVO_IUV = 'iuv';

/** Counter of the three last digits of codici INPS with the same twelve first ones. */
export function progressivoCodiceInps(prefisso: string): string {
  return `codice-inps:${prefisso}`;
}

/** A bollettino decided and not yet numbered. */
export interface DaNumerare {
  readonly rapporto: RapportoDiLavoro;
  readonly trimestre: Trimestre;
  readonly cambio: CambioBollettino;
  /** Its place among the quarter's integrations, when it is one. */
  readonly integrazione?: number;
  /** Day of the act that interrupted the quarter's term. */
  readonly interrottaIl?: Giorno;
}

/** A new bollettino in the cart, with the two numbers that counters gave for it. */
export function componiBollettino(
  ente: Pick<EnteCreditore, 'auxDigit' | 'codiceSegregazione'>,
  { rapporto, trimestre, cambio, integrazione, interrottaIl }: DaNumerare,
  numeri: { readonly codiceInps: number; readonly iuv: number },
  il: string,
): Bollettino {
  const fondo = fondoDi(cambio);
  return {
    id: newId(),
    rapportoId: rapporto.id,
    datoreId: rapporto.datoreId,
    trimestre,
    codiceInps: buildCodiceInps(prefissoCodiceInps(rapporto.codice, trimestre), numeri.codiceInps),
    ...buildCodiceAvviso({
      auxDigit: ente.auxDigit,
      codiceSegregazione: ente.codiceSegregazione,
      progressivo: numeri.iuv,
    }),
    ...cambio,
    ...(integrazione !== undefined && { integrazione }),
    ...(interrottaIl !== undefined && { interrottaIl }),
    ...(fondo !== undefined && { fondo }),
    stato: 'nel-carrello',
    versione: 1,
    creatoIl: il,
    aggiornatoIl: il,
  };
}

/** Numbers a bollettino and writes it into the cart, within the caller's transaction. */
export async function emettiBollettino(
  archivio: ArchivioBollettini,
  ente: Pick<EnteCreditore, 'auxDigit' | 'codiceSegregazione'>,
  daNumerare: DaNumerare,
  il: string,
): Promise<Bollettino> {
  const prefisso = prefissoCodiceInps(daNumerare.rapporto.codice, daNumerare.trimestre);
  const numeri = {
    codiceInps: await archivio.progressivi.prossimo(progressivoCodiceInps(prefisso)),
    iuv: await archivio.progressivi.prossimo(PROGRESSIVO_IUV),
  };
  const bollettino = componiBollettino(ente, daNumerare, numeri, il);
  await archivio.bollettini.inserisci(bollettino);
  return bollettino;
}

/**
 * Nobody pays on an estimate.
 * @throws ErroreDati `tabella-proiettata` (409)
 */
export function rifiutaProiezione(tabella: TabellaAnno): void {
  const premessa = premessaProiezione(tabella);
  if (premessa === undefined) return;
  throw new ErroreDati('tabella-proiettata', { premessa, campo: 'trimestre' });
}
