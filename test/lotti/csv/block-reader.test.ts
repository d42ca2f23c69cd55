import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BlockReader } from '../../../src/lotti/csv/block-reader.ts';
import { RecordScanner } from '../../../src/lotti/csv/record-scanner.ts';

const dir = mkdtempSync(join(tmpdir(), 'trimestre-lettura-'));
afterAll(() => rmSync(dir, { recursive: true }));

/** Reads a whole file; each record as its text, or its defect; `at`: line and byte where each block's rest starts. */
async function readAll(
  content: string | Buffer,
  offset = 0,
): Promise<{ records: string[]; end: number; line: number }> {
  const path = join(dir, 'file.csv');
  writeFileSync(path, content);
  const file = await open(path);
  const reader = new BlockReader(file, offset);
  const scanner = new RecordScanner();
  const records: string[] = [];
  for (let block = await reader.next(); block !== undefined; block = await reader.next()) {
    scanner.load(block);
    while (scanner.next(reader.last)) {
      records.push(scanner.defect ?? block.toString('utf8', scanner.recordStart, scanner.recordEnd));
    }
    reader.consume(scanner.position);
  }
  await file.close();
  return { records, end: reader.offset, line: scanner.nextLine };
}

describe('BlockReader', () => {
  it('reads nothing from an empty file', async () => {
    expect(await readAll('')).toEqual({ records: [], end: 0, line: 1 });
  });

  it('skips a byte order mark and adds the last newline', async () => {
    expect(await readAll('\ufeffa;è\nb;c')).toEqual({ records: ['a;è', 'b;c'], end: 11, line: 3 });
  });

  it('gives every record of a file of many blocks, those that straddle two blocks whole', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => (i % 3 === 0 ? `"riga\n${i}";è` : `${i};Țărană`));
    const { records, end, line } = await readAll(`${rows.join('\r\n')}\r\n`);
    expect(records).toEqual(rows);
    expect(end).toBe(Buffer.byteLength(`${rows.join('\r\n')}\r\n`));
    expect(line).toBe(40_000 + Math.ceil(40_000 / 3) + 1);
  });

  it('goes on from the start of any record', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i};è`);
    const text = `${rows.join('\n')}\n`;
    const from = Buffer.byteLength(text.slice(0, text.indexOf('\n20000;') + 1));
    expect((await readAll(text, from)).records).toEqual(rows.slice(20_000));
  });

  it('keeps to constant memory on a line without end, refuses it and goes on after it (AB-38)', async () => {
    const giant = Buffer.alloc(5_000_000, 'x');
    const { records, line } = await readAll(Buffer.concat([Buffer.from('a;b\n'), giant, Buffer.from('\nc;d\n')]));
    expect(records).toEqual(['a;b', 'riga-troppo-lunga', 'c;d']);
    expect(line).toBe(4);
  });

  it('survives an open quote before a line without end', async () => {
    const giant = Buffer.alloc(3_000_000, 'è');
    const content = Buffer.concat([Buffer.from('a;"b\n"'), giant, Buffer.from('\nc;d\n"e\n')]);
    expect((await readAll(content)).records).toEqual(['virgolette', 'riga-troppo-lunga', 'c;d', 'virgolette-aperte']);
  });

  it('marks what is not UTF-8, row by row', async () => {
    const latin1 = Buffer.concat([Buffer.from('a;b\n'), Buffer.from('Nicolò;x\n', 'latin1'), Buffer.from('è;y\n')]);
    expect((await readAll(latin1)).records).toEqual(['a;b', 'testo-illeggibile', 'è;y']);
  });
});
