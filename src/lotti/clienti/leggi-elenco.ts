import { BlockReader } from '../csv/block-reader.ts';
import { isEmptyRow } from '../csv/empty-row.ts';
import { RecordScanner } from '../csv/record-scanner.ts';
import { openIngresso } from '../ingresso/apri-ingresso.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';
import { leggiIntestazione } from '../righe/leggi-intestazione.ts';
import { RowParser } from '../righe/row-parser.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseRigaCliente, type RigaCliente } from './riga-cliente.ts';

/** Rows of a list: beyond them it is no office's. */
const RIGHE_MASSIME = 20_000;

/** A list of clients as its file tells it, whole: it is read before anything is registered. */
export interface Elenco {
  readonly righe: readonly RigaCliente[];
  /** Of the rows that cannot be read. */
  readonly errori: readonly ErroreRiga[];
  /** How many rows these are of. */
  readonly illeggibili: number;
  /** About the file as a whole; Italian sentences. */
  readonly avvertenze: readonly string[];
}

/**
 * Reads a list of clients from a CSV with the columns of a batch.
 * @throws ErroreDati when nothing can be done with the file; `elenco-troppo-grande`
 */
export async function leggiElenco(csv: string): Promise<Elenco> {
  const file = await openIngresso(csv);
  try {
    const inizio = await leggiIntestazione(file, { richieste: [['rapporto']], riporta: false });
    const parser = new RowParser(inizio.intestazione);
    const scanner = new RecordScanner(inizio.line, inizio.separatore);
    const reader = new BlockReader(file, inizio.offset);
    const righe: RigaCliente[] = [];
    const errori: ErroreRiga[] = [];
    let illeggibili = 0;
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      scanner.load(block, reader.unended);
      while (scanner.next(reader.last)) {
        if (isEmptyRow(scanner)) continue;
        const riga = parseRigaCliente(parser, scanner);
        if (riga !== undefined) righe.push(riga);
        else {
          errori.push(...parser.errors);
          illeggibili += 1;
        }
        if (righe.length + illeggibili > RIGHE_MASSIME) throw tooMany();
      }
      reader.consume(scanner.position);
    }
    return { righe, errori, illeggibili, avvertenze: inizio.intestazione.avvisi };
  } finally {
    await file.close();
  }
}

function tooMany(): ErroreDati {
  return new ErroreDati('elenco-troppo-grande', { massimo: RIGHE_MASSIME, campo: 'ingresso' });
}
