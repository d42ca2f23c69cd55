import type { Archivio, ArchivioLotti } from '../../archivio/archivio.ts';
import type { AvanzamentoLotto } from '../../archivio/lotti-repository.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import { leggiElenco } from './leggi-elenco.ts';
import { parsePuntoClienti, type PuntoClienti } from './punto-clienti.ts';
import type { RiepilogoClienti } from './riepilogo-clienti.ts';
import type { RigaCliente } from './riga-cliente.ts';

/** Rows of one transaction: few enough that others never wait long for the database. */
const RIGHE_PER_TRANSAZIONE = 50;
/** How many errors the summary itself names. */
const PRIMI_ERRORI = 20;

/** A step that was taken, to be kept with what it tells: what it adds stays only if both are written. */
export interface Passo {
  readonly punto: PuntoClienti;
  /** What the register refused in this step. */
  readonly errori: readonly ErroreRiga[];
  readonly avanzamento: AvanzamentoLotto;
}

/** A list to be taken in. */
export interface LavoroClienti {
  readonly archivio: Archivio;
  readonly proprietario: string;
  /** The list as CSV. */
  readonly csv: string;
  /** UTC instant of the entries. */
  readonly il: string;
  /** How far an earlier run had got, and what the register had refused by then. */
  readonly ripresa?: { readonly punto: PuntoClienti; readonly errori: readonly ErroreRiga[] };
  /** Within the transaction of the step. */
  readonly segna?: (tx: ArchivioLotti, passo: Passo) => Promise<void>;
  /** After it. */
  readonly onProgress?: (avanzamento: AvanzamentoLotto) => void;
  readonly signal?: AbortSignal | undefined;
}

/** How far it came: the end unless `interrotto`. */
export interface EsitoClienti {
  readonly interrotto: boolean;
  readonly riepilogo: RiepilogoClienti;
  /** By row. */
  readonly errori: readonly ErroreRiga[];
  /** About the file as a whole; Italian sentences. */
  readonly avvertenze: readonly string[];
}

/**
 * Takes a list of clients with the columns of a batch: a rapporto that the register knows needs only its code and stays as it
 * is; another is registered as its row tells it. A few rows a transaction, each step kept with what it adds; given again, a
 * list adds what is new.
 * @throws ErroreDati when nothing can be done with the file: then nothing was added
 */
export async function importaClienti(lavoro: LavoroClienti): Promise<EsitoClienti> {
  const { archivio, segna, onProgress, signal } = lavoro;
  const elenco = await leggiElenco(lavoro.csv);
  let { punto, errori } = lavoro.ripresa ?? { punto: parsePuntoClienti(undefined), errori: [] };
  while (punto.fatte < elenco.righe.length && signal?.aborted !== true) {
    const righe = elenco.righe.slice(punto.fatte, punto.fatte + RIGHE_PER_TRANSAZIONE);
    const prima = punto;
    const passo = await archivio.transazione(async (tx) => {
      const fatto = after(prima, await register(tx, righe, lavoro), elenco);
      await segna?.(tx, fatto);
      return fatto;
    });
    punto = passo.punto;
    errori = [...errori, ...passo.errori];
    onProgress?.(passo.avanzamento);
  }
  const tutti = [...elenco.errori, ...errori].toSorted((a, b) => a.riga - b.riga);
  const { aggiunti, registrati, rifiutate } = punto;
  return {
    interrotto: punto.fatte < elenco.righe.length,
    riepilogo: {
      righe: elenco.illeggibili + punto.fatte,
      righeRifiutate: elenco.illeggibili + rifiutate,
      errori: tutti.length,
      aggiunti,
      registrati,
      primiErrori: tutti.slice(0, PRIMI_ERRORI),
    },
    errori: tutti,
    avvertenze: elenco.avvertenze,
  };
}

/** What came of some rows. */
interface Fatto {
  readonly righe: number;
  readonly aggiunti: number;
  readonly registrati: number;
  readonly rifiutate: number;
  readonly errori: readonly ErroreRiga[];
}

function after(
  punto: PuntoClienti,
  fatto: Fatto,
  elenco: { readonly righe: readonly unknown[]; readonly illeggibili: number },
): Passo {
  const dopo = {
    fatte: punto.fatte + fatto.righe,
    rifiutate: punto.rifiutate + fatto.rifiutate,
    errori: punto.errori + fatto.errori.length,
    aggiunti: punto.aggiunti + fatto.aggiunti,
    registrati: punto.registrati + fatto.registrati,
  };
  const avanzamento = {
    fase: 'clienti',
    fatti: dopo.fatte,
    totali: elenco.righe.length,
    righe: elenco.illeggibili + dopo.fatte,
    rifiutate: elenco.illeggibili + dopo.rifiutate,
  };
  return { punto: dopo, errori: fatto.errori, avanzamento };
}

/** Finds or registers the rapporto of each row, and puts it in the list. */
async function register(
  { registro, clienti }: ArchivioLotti,
  righe: readonly RigaCliente[],
  { proprietario, il }: LavoroClienti,
): Promise<Fatto> {
  const ids: string[] = [];
  const errori: ErroreRiga[] = [];
  let [registrati, rifiutate] = [0, 0];
  for (const riga of righe) {
    try {
      const noto = await registro.rapportoConCodice(riga.codice);
      if (noto === undefined && riga.mancano.length > 0) {
        errori.push(...riga.mancano);
        rifiutate += 1;
        continue;
      }
      if (noto !== undefined) riga.requireSame(noto, await registro.datore(noto.datoreId));
      ids.push(noto?.id ?? (await registro.registra(riga.nuovo())).id);
      if (noto === undefined) registrati += 1;
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      errori.push(riga.refuse(errore));
      rifiutate += 1;
    }
  }
  const aggiunti = await clienti.aggiungi(proprietario, ids, il);
  return { righe: righe.length, aggiunti, registrati, rifiutate, errori };
}
