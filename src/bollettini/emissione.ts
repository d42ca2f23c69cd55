import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Calcolo } from '../contributi/calcolo.ts';
import { calcoloToJson } from '../contributi/json.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { buildCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { newId } from '../valori/new-id.ts';
import type { BaseDiCalcolo } from './base-di-calcolo.ts';
import type { Bollettino } from './bollettino.ts';
import { buildCodiceInps, prefissoCodiceInps } from './codice-inps.ts';
import { toPersistiti } from './dati-persistiti.ts';
import type { ArchivioBollettini, CambioBollettino } from './porte.ts';

/** What a bollettino keeps of its calculation. */
export function toCambio(base: BaseDiCalcolo, calcolo: Calcolo): CambioBollettino {
  if (calcolo.totale <= 0) {
    throw new ErroreDati(
      'importo-nullo',
      `Nel trimestre ${formatTrimestre(calcolo.trimestre)} non risultano ore pagate: non c’è nulla da versare.`,
      { campo: 'ore' },
    );
  }
  return {
    gruppo: calcolo.gruppo,
    importo: calcolo.totale,
    scadenza: calcolo.scadenza.scadenza,
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

/** A new bollettino in the cart, from its calculation and the two numbers that counters gave for it. */
export function componiBollettino(
  ente: Pick<EnteCreditore, 'auxDigit' | 'codiceSegregazione'>,
  di: {
    readonly rapporto: RapportoDiLavoro;
    readonly base: BaseDiCalcolo;
    readonly calcolo: Calcolo;
    readonly il: string;
  },
  numeri: { readonly codiceInps: number; readonly iuv: number },
): Bollettino {
  const { rapporto, base, calcolo, il } = di;
  return {
    id: newId(),
    rapportoId: rapporto.id,
    datoreId: rapporto.datoreId,
    trimestre: calcolo.trimestre,
    codiceInps: buildCodiceInps(prefissoCodiceInps(rapporto.codice, calcolo.trimestre), numeri.codiceInps),
    ...buildCodiceAvviso({
      auxDigit: ente.auxDigit,
      codiceSegregazione: ente.codiceSegregazione,
      progressivo: numeri.iuv,
    }),
    ...toCambio(base, calcolo),
    stato: 'nel-carrello',
    versione: 1,
    creatoIl: il,
    aggiornatoIl: il,
  };
}

/**
 * Numbers a bollettino and writes it into the cart, within the caller's transaction.
 * @throws ErroreDati `bollettino-gia-emesso` (409), `trimestre-gia-pagato` (409)
 */
export async function emettiBollettino(
  archivio: ArchivioBollettini,
  ente: Pick<EnteCreditore, 'auxDigit' | 'codiceSegregazione'>,
  richiesta: {
    readonly rapporto: RapportoDiLavoro;
    readonly base: BaseDiCalcolo;
    readonly calcolo: Calcolo;
    readonly integrazione: boolean;
    readonly il: string;
  },
): Promise<Bollettino> {
  const { rapporto, calcolo, integrazione } = richiesta;
  const { trimestre } = calcolo;
  const prefisso = prefissoCodiceInps(rapporto.codice, trimestre);
  const bollettino = componiBollettino(ente, richiesta, {
    codiceInps: await archivio.progressivi.prossimo(progressivoCodiceInps(prefisso)),
    iuv: await archivio.progressivi.prossimo(PROGRESSIVO_IUV),
  });
  if (!(await archivio.bollettini.inserisci(bollettino))) throw alreadyAlive(bollettino);
  // Asked after the insertion: until then the one being paid would still have held the key.
  if (!integrazione && (await archivio.bollettini.esistePagato(rapporto.id, trimestre, bollettino.gruppo))) {
    throw alreadyPaid(bollettino);
  }
  return bollettino;
}

export function alreadyAlive({ trimestre }: Pick<Bollettino, 'trimestre'>): ErroreDati {
  return new ErroreDati(
    'bollettino-gia-emesso',
    `Per questo rapporto e il trimestre ${formatTrimestre(trimestre)} c’è già un bollettino da pagare o in pagamento: modificarlo, oppure eliminarlo e rifarlo.`,
    { campo: 'trimestre', statoHttp: 409 },
  );
}

function alreadyPaid({ trimestre }: Bollettino): ErroreDati {
  return new ErroreDati(
    'trimestre-gia-pagato',
    `Il trimestre ${formatTrimestre(trimestre)} di questo rapporto risulta già pagato. Per versare altre ore emettere un’integrazione.`,
    { campo: 'trimestre', statoHttp: 409 },
  );
}
