import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlockReader } from '../csv/block-reader.ts';
import { csvLine } from '../csv/cell.ts';
import { readRecords } from '../csv/read-records.ts';
import { RecordScanner } from '../csv/record-scanner.ts';
import { openIngresso } from '../ingresso/apri-ingresso.ts';
import { COLONNA_DA_CORREGGERE, isDaCorreggere } from '../righe/colonne.ts';
import { leggiIntestazione } from '../righe/leggi-intestazione.ts';

const LINE_END = '\r\n';

/** The files it is made from, and its own. */
export interface FileDaCorreggere {
  /** The batch's input as CSV. */
  readonly csv: string;
  /** The batch's file of errors, in the order of the input. */
  readonly errori: string;
  readonly out: string;
}

/**
 * Writes the rows that a batch refused as they came, in the input's own columns, with what is wrong in one more: mended, the
 * file is given again as it is. Nothing is written when no row was refused. In constant memory.
 * @returns whether there was any
 */
export async function scriviDaCorreggere({ csv, errori, out }: FileDaCorreggere): Promise<boolean> {
  const rifiutate = rowsOf(errori);
  const prima = await rifiutate.next();
  if (prima.done === true) {
    // What an earlier run left there is no longer true.
    await rm(out, { force: true });
    return false;
  }
  await pipeline(Readable.from(lines(csv, prima.value, rifiutate)), createWriteStream(`${out}.parziale`));
  await rename(`${out}.parziale`, out);
  return true;
}

interface Rifiutata {
  readonly riga: number;
  readonly perche: string;
}

/** The refused rows, each once, with all that is wrong with it. */
async function* rowsOf(errori: string): AsyncGenerator<Rifiutata, undefined> {
  let aperta: Rifiutata | undefined;
  let testata = true;
  for await (const [riga = '', , colonna = '', , errore = ''] of readRecords(errori)) {
    if (testata) {
      testata = false;
      continue;
    }
    const perche = colonna === '' ? errore : `${colonna}: ${errore}`;
    if (aperta?.riga === Number(riga)) {
      aperta = { riga: aperta.riga, perche: `${aperta.perche} | ${perche}` };
      continue;
    }
    if (aperta !== undefined) yield aperta;
    aperta = { riga: Number(riga), perche };
  }
  if (aperta !== undefined) yield aperta;
  return undefined;
}

async function* lines(csv: string, prima: Rifiutata, altre: AsyncGenerator<Rifiutata>): AsyncGenerator<string> {
  const file = await openIngresso(csv);
  try {
    const inizio = await leggiIntestazione(file, { richieste: [], riporta: false });
    const { intestazioni } = inizio.intestazione;
    // What was wrong with the rows before is written anew.
    const tenute = intestazioni.flatMap((nome, i) => (isDaCorreggere(nome) ? [] : [i]));
    yield `\ufeff${csvLine([...tenute.map((i) => intestazioni[i] ?? ''), COLONNA_DA_CORREGGERE], LINE_END)}`;
    const reader = new BlockReader(file, inizio.offset);
    const scanner = new RecordScanner(inizio.line, inizio.separatore);
    let attesa: Rifiutata | undefined = prima;
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      scanner.load(block, reader.unended);
      while (attesa !== undefined && scanner.next(reader.last)) {
        if (scanner.line !== attesa.riga) continue;
        const celle = cellsOf(scanner);
        yield csvLine([...tenute.map((i) => celle[i] ?? ''), attesa.perche], LINE_END);
        const seguente: IteratorResult<Rifiutata> = await altre.next();
        attesa = seguente.done === true ? undefined : seguente.value;
      }
      if (attesa === undefined) return;
      reader.consume(scanner.position);
    }
  } finally {
    await file.close();
  }
}

/** The cells of a record; one whose quotes make no sense is given whole, in the first. */
function cellsOf(scanner: RecordScanner): string[] {
  if (scanner.defect !== undefined) {
    return [scanner.bytes.toString('utf8', scanner.recordStart, scanner.recordEnd)];
  }
  return Array.from({ length: scanner.fields }, (_, i) => scanner.value(i));
}
