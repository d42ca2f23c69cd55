import { open } from 'node:fs/promises';
import { BlockReader } from './block-reader.ts';
import { RecordScanner } from './record-scanner.ts';

/** The records of a sound CSV file, one that we wrote ourselves, as texts; in constant memory. */
export async function* readRecords(path: string): AsyncGenerator<string[]> {
  const file = await open(path, 'r');
  try {
    const reader = new BlockReader(file);
    const scanner = new RecordScanner();
    for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
      scanner.load(block);
      while (scanner.next(reader.last)) {
        if (scanner.defect !== undefined) throw new Error(`${path}: line ${scanner.line} is ${scanner.defect}`);
        yield Array.from({ length: scanner.fields }, (_, field) => scanner.value(field));
      }
      reader.consume(scanner.position);
    }
  } finally {
    await file.close();
  }
}
