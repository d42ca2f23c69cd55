import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../../src/lotti/csv/cell.ts';
import { RECORD_MAX_BYTES, RecordScanner } from '../../../src/lotti/csv/record-scanner.ts';

/** Every record of a text as `line: fields`, or `line! defect`. */
function scan(text: string, last = true): string[] {
  const scanner = new RecordScanner();
  scanner.load(Buffer.from(text));
  const records: string[] = [];
  while (scanner.next(last)) {
    const fields = Array.from({ length: scanner.fields }, (_, i) => scanner.value(i));
    records.push(
      scanner.defect === undefined ? `${scanner.line}: ${fields.join('|')}` : `${scanner.line}! ${scanner.defect}`,
    );
  }
  return records;
}

describe('RecordScanner', () => {
  it('reads fields, empty ones too, with either line end', () => {
    expect(scan('a;b;c\r\n;;\n1;;3\n')).toEqual(['1: a|b|c', '2: ||', '3: 1||3']);
  });

  it('reads quoted fields with separators, quotes and line ends inside, and counts the lines of the file', () => {
    expect(scan('"a;b";"dice ""sì""";"due\r\nrighe"\r\nx;y;z\n')).toEqual([
      '1: a;b|dice "sì"|due\r\nrighe',
      '3: x|y|z',
    ]);
  });

  it('refuses only the row whose quotes are out of place', () => {
    expect(scan('a;"b"c;d\ne;f "g";h\ni;j;k\n')).toEqual(['1! virgolette', '2! virgolette', '3: i|j|k']);
  });

  it.each([';', ','])('reads a text written as a formula, bare or in quotes, between «%s»', (separator) => {
    const lines = [
      '="25";"=""00""";=""',
      '="a;b";="dice ""sì""";"="',
      '="1"x;2;3',
      'x="1";2;3',
      '="1',
      '"=""a"" & ""b""";;',
    ];
    const scanner = new RecordScanner(1, separator.charCodeAt(0));
    scanner.load(Buffer.from(`${lines.join('\n').replaceAll(';', separator)}\n`));
    const records: string[] = [];
    while (scanner.next(true)) {
      const values = [0, 1, 2].map((field) => scanner.value(field)).join('|');
      records.push(scanner.defect ?? `${values} ${scanner.risky}`);
    }
    expect(records).toEqual([
      '25|00| true',
      `a${separator}b|dice "sì"|= true`,
      'virgolette',
      'virgolette',
      'virgolette',
      '="a" & "b"|| true',
    ]);
  });

  it('loses one row, not the rest of the file, to a quote that never closes (AB-38)', () => {
    expect(scan('a;"b;c\nd;e;f\ng;h;i\n')).toEqual(['1! virgolette-aperte', '2: d|e|f', '3: g|h|i']);
  });

  it('waits for the next block when a quoted field goes on beyond this one', () => {
    const scanner = new RecordScanner();
    scanner.load(Buffer.from('a;b\nc;"d\n'));
    expect(scanner.next(false)).toBe(true);
    expect(scanner.next(false)).toBe(false);
    expect([scanner.position, scanner.nextLine]).toEqual([4, 2]);
    scanner.load(Buffer.from('c;"d\ne"\n'));
    expect(scanner.next(true)).toBe(true);
    expect([scanner.line, scanner.value(1), scanner.nextLine]).toEqual([2, 'd\ne', 4]);
  });

  it('refuses control characters and what was not UTF-8, each for its own row (AB-38)', () => {
    expect(scan('a;b\u0007\n"c\0";d\ne;f\ufffd\ng;\th\n')).toEqual([
      '1! carattere-di-controllo',
      '2! carattere-di-controllo',
      '3! testo-illeggibile',
      '4: g|\th',
    ]);
  });

  it('refuses a row longer than the limit, quoted or not', () => {
    const long = 'x'.repeat(RECORD_MAX_BYTES);
    expect(scan(`${long};1\n"${long}";2\nok;3\n`)).toEqual(['1! riga-troppo-lunga', '2! riga-troppo-lunga', '3: ok|3']);
    expect(scan(`"${long}\n"${long}\nok\n`, false)).toEqual(['1! riga-troppo-lunga', '2! riga-troppo-lunga', '3: ok']);
  });

  it('counts fields beyond those it keeps', () => {
    const scanner = new RecordScanner();
    scanner.load(Buffer.from(`${';'.repeat(1_000_0)}\n`));
    scanner.next(true);
    expect(scanner.fields).toBe(10_001);
  });

  it('sees cells that a spreadsheet would run', () => {
    const risky = (text: string) => {
      const scanner = new RecordScanner();
      scanner.load(Buffer.from(text));
      scanner.next(true);
      return scanner.risky;
    };
    for (const start of ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']) {
      expect([start, risky(`a;${start}1\n`), risky(`a;"${start}1"\n`)]).toEqual([start, true, true]);
    }
    expect(risky('a;b=1;3-4\n')).toBe(false);
    expect([risky('a;\n'), risky('a;\r\n'), risky(';a\n'), risky('"";a\n')]).toEqual([false, false, false, false]);
  });

  it('reads back any cells that are written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'è', 'Ț', ';', '"', '\n', '\r', ' ', '0', ',') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const clean = rows.map((row) => row.map((text) => (/^[\r\n]/.test(text) ? `x${text}` : text)));
        const scanner = new RecordScanner();
        scanner.load(Buffer.from(clean.map((row) => csvLine(row, '\r\n')).join('')));
        for (const row of clean) {
          expect(scanner.next(true)).toBe(true);
          expect(scanner.defect).toBeUndefined();
          expect(Array.from({ length: scanner.fields }, (_, i) => scanner.value(i))).toEqual(row);
        }
        expect(scanner.next(true)).toBe(false);
      }),
    );
  });
});
