import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';
import { preparaIngresso } from '../lotti/ingresso/prepara-ingresso.ts';
import { BlockReader } from '../lotti/csv/block-reader.ts';
import { csvLine } from '../lotti/csv/cell.ts';
import { isEmptyRow } from '../lotti/csv/empty-row.ts';
import { RecordScanner } from '../lotti/csv/record-scanner.ts';
import { COLONNE_ERRORI } from '../lotti/righe/colonne.ts';
import type { ErroreRiga } from '../lotti/righe/errore-riga.ts';
import { openIngresso } from '../lotti/ingresso/apri-ingresso.ts';
import { leggiIntestazione } from '../lotti/righe/leggi-intestazione.ts';
import { RowParser } from '../lotti/righe/row-parser.ts';
import { scriviDaCorreggere } from '../lotti/uscita/righe-da-correggere.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { quanti } from '../valori/italiano.ts';
import { parseRigaCliente, type RigaCliente } from './riga-cliente.ts';

/** What came of a list that was given. */
export interface EsitoImportazione {
  readonly righe: number;
  /** Rapporti that the list did not have. */
  readonly aggiunti: number;
  /** Rapporti that the register did not know either. */
  readonly registrati: number;
  readonly errori: readonly ErroreRiga[];
  /** The refused rows in the input's own columns, with what is wrong in one more: a CSV ready to be mended and given again. */
  readonly daCorreggere?: string;
  /** About the file as a whole; Italian sentences. */
  readonly avvertenze: readonly string[];
}

/** The same in one sentence. */
export function fraseImportazione({ righe, aggiunti, registrati, errori }: EsitoImportazione): string {
  const rifiutate = new Set(errori.map(({ riga }) => riga)).size;
  const fatte = `${quanti(righe, 'riga', 'righe')}: ${quanti(aggiunti, 'cliente nuovo', 'clienti nuovi')}, ${quanti(registrati, 'rapporto aggiunto', 'rapporti aggiunti')} al registro`;
  return rifiutate === 0 ? `${fatte}.` : `${fatte}; ${quanti(rifiutate, 'riga rifiutata', 'righe rifiutate')}.`;
}

/** Rows of a list: beyond them it is no office's. */
const RIGHE_MASSIME = 20_000;

/**
 * Takes a list of clients from a file, CSV, XLSX or ODS, with the columns of a batch: a rapporto that the register knows needs
 * only its code and stays as it is; another is registered as its row tells it. Given again, it adds what is new.
 * @throws ErroreDati when nothing can be done with the file
 */
export async function importaClienti(
  app: Applicazione,
  proprietario: string,
  input: string,
): Promise<EsitoImportazione> {
  const cartella = await mkdtemp(join(tmpdir(), 'trimestre-clienti-'));
  try {
    const ingresso = await preparaIngresso(input, join(cartella, 'clienti'), { riprendi: false });
    const { righe, errori, lette, avvertenze } = await readRows(ingresso.csv);
    const esiti = await register(app, righe, errori);
    const il = app.clock.now().toISOString();
    const aggiunti = await app.archivio.transazione((tx) => tx.clienti.aggiungi(proprietario, esiti.ids, il));
    const ordinati = errori.toSorted((a, b) => a.riga - b.riga);
    const daCorreggere = ordinati.length === 0 ? undefined : await mendable(ingresso.csv, ordinati, cartella);
    return {
      righe: lette,
      aggiunti,
      registrati: esiti.registrati,
      errori: ordinati,
      ...(daCorreggere !== undefined && { daCorreggere }),
      avvertenze: [...ingresso.note, ...avvertenze],
    };
  } finally {
    await rm(cartella, { recursive: true, force: true });
  }
}

/** The file of refused rows, made as batches make it. */
async function mendable(csv: string, errori: readonly ErroreRiga[], cartella: string): Promise<string> {
  const [elenco, out] = [join(cartella, 'errori.csv'), join(cartella, 'da-correggere.csv')];
  const righe = errori.map((e) => [String(e.riga), e.id, e.colonna, e.valore, e.errore]);
  await writeFile(elenco, [COLONNE_ERRORI, ...righe].map((riga) => csvLine(riga, '\n')).join(''));
  await scriviDaCorreggere({ csv, errori: elenco, out });
  return readFile(out, 'utf8');
}

async function readRows(csv: string) {
  const file = await openIngresso(csv);
  try {
    const inizio = await leggiIntestazione(file, { richieste: [['rapporto']], riporta: false });
    const parser = new RowParser(inizio.intestazione);
    const scanner = new RecordScanner(inizio.line, inizio.separatore);
    const reader = new BlockReader(file, inizio.offset);
    const righe: RigaCliente[] = [];
    const errori: ErroreRiga[] = [];
    let lette = 0;
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      scanner.load(block, reader.unended);
      while (scanner.next(reader.last)) {
        if (isEmptyRow(scanner)) continue;
        const riga = parseRigaCliente(parser, scanner);
        if (riga === undefined) errori.push(...parser.errors);
        else righe.push(riga);
        lette += 1;
        if (lette > RIGHE_MASSIME) throw tooMany();
      }
      reader.consume(scanner.position);
    }
    return { righe, errori, lette, avvertenze: inizio.intestazione.avvisi };
  } finally {
    await file.close();
  }
}

/** Finds or registers the rapporto of each row; what refuses one is added to the errors. */
async function register(
  { registro }: Applicazione,
  righe: readonly RigaCliente[],
  errori: ErroreRiga[],
): Promise<{ readonly ids: readonly Id[]; readonly registrati: number }> {
  const ids: Id[] = [];
  let registrati = 0;
  for (const riga of righe) {
    try {
      const noto = await registro.rapportoConCodice(riga.codice);
      if (noto === undefined && riga.mancano.length > 0) {
        errori.push(...riga.mancano);
        continue;
      }
      if (noto === undefined) registrati += 1;
      else riga.requireSame(noto, await registro.datore(noto.datoreId));
      ids.push(noto?.id ?? (await registro.registra(riga.nuovo())).id);
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      errori.push(riga.refuse(errore));
    }
  }
  return { ids, registrati };
}

function tooMany(): ErroreDati {
  return new ErroreDati('elenco-troppo-grande', { massimo: RIGHE_MASSIME, campo: 'ingresso' });
}
