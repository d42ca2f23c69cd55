import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workbookParts } from '../../../src/lotti/xlsx/workbook-xml.ts';
import { workbookInCsv } from '../workbook-in-csv.ts';
import { ZipWriter } from '../../../src/lotti/zip/zip-writer.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

/** A workbook with this text as its sheet, and other parts added or changed. */
async function workbook(sheet: Iterable<string>, parts: Record<string, Iterable<string>> = {}): Promise<string> {
  const path = cartella.file('ostile.xlsx');
  const file = await open(path, 'w');
  const zip = new ZipWriter(file);
  const all = new Map<string, Iterable<string>>(workbookParts(['Foglio']).map(([nome, testo]) => [nome, [testo]]));
  all.set('xl/worksheets/sheet1.xml', sheet);
  for (const [nome, testo] of Object.entries(parts)) all.set(nome, testo);
  for (const [nome, testo] of all) await zip.add(nome, testo);
  await zip.end();
  await file.close();
  return path;
}

async function read(path: string): Promise<string> {
  await workbookInCsv(path, cartella.file('x.csv'));
  return cartella.read('x.csv').replace('\ufeff', '').trimEnd();
}

const sheet = (rows: string): string[] => [`<worksheet><sheetData>${rows}</sheetData></worksheet>`];

describe('an XLSX of unusual but lawful shape', () => {
  it('reads prefixes, single quotes, rich texts, sections, cells without an address', async () => {
    const path = await workbook([
      "<?xml version='1.0'?><!-- > --><x:worksheet xmlns:x='m'><x:sheetData><x:row>",
      "<x:c t='inlineStr'><x:is><x:r><x:t>a&#x26;</x:t></x:r><x:r><x:t>b</x:t></x:r></x:is></x:c>",
      '<x:c t="str" note=">"><x:f>A1</x:f><x:v><![CDATA[c<d]]></x:v></x:c><x:c/></x:row></x:sheetData></x:worksheet>',
    ]);
    expect(await read(path)).toBe('a&b;c<d');
  });

  it('reads shared texts without their phonetic hints', async () => {
    const relazioni = workbookParts(['Foglio'])
      .find(([nome]) => nome.endsWith('workbook.xml.rels'))?.[1]
      .replace(
        '</Relationships>',
        '<Relationship Id="r9" Type="x/sharedStrings" Target="/xl/testi.xml"/></Relationships>',
      );
    const path = await workbook(sheet('<row r="1"><c r="A1" t="s"><v>1</v></c></row>'), {
      'xl/_rels/workbook.xml.rels': [relazioni ?? ''],
      'xl/testi.xml': ['<sst><si><t>no</t></si><si><r><t>sì</t></r><rPh><t>x</t></rPh></si></sst>'],
    });
    expect(await read(path)).toBe('sì');
  });
});

describe('a hostile XLSX', () => {
  it('that has cells and nothing in them is called by its sheet, not an empty file', async () => {
    const path = await workbook(sheet(`<row><c a="${'>'.repeat(190_000)}"/><c r="B1" t="str"><v> </v></c></row>`));
    await expect(read(path)).rejects.toMatchObject({
      codice: 'xlsx-vuoto',
      message: expect.stringContaining('«Foglio» non ha nulla scritto') as string,
    });
    expect(cartella.list()).toEqual(['ostile.xlsx']);
  });

  it('that places cells at the ends of the sheet costs neither memory nor time', async () => {
    const path = await workbook(
      sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c></row>',
      ),
    );
    const righe = (await read(path)).split('\r\n');
    expect([righe.length, righe[0], righe.at(-1)]).toEqual([1_048_576, '1', '3']);
  });

  it('whose few bytes stand for more text than a disk holds is refused when it passes the limit', async () => {
    const relazioni = workbookParts(['Foglio'])
      .find(([nome]) => nome.endsWith('workbook.xml.rels'))?.[1]
      .replace(
        '</Relationships>',
        '<Relationship Id="r9" Type="x/sharedStrings" Target="/xl/testi.xml"/></Relationships>',
      );
    function* cells() {
      yield '<worksheet><sheetData>';
      for (let i = 0; i < 400; i++) yield `<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`;
      yield '</sheetData></worksheet>';
    }
    const path = await workbook(cells(), {
      'xl/_rels/workbook.xml.rels': [relazioni ?? ''],
      'xl/testi.xml': [`<sst><si><t>${'x'.repeat(32_767)}</t></si></sst>`],
    });
    await expect(read(path)).rejects.toMatchObject({ codice: 'xlsx-troppo-grande' });
    expect(cartella.list()).toEqual(['ostile.xlsx']);
  });

  it('that inflates without end is refused when it passes the limit', async () => {
    const zeri = '0'.repeat(100_000);
    function* bomb() {
      yield '<styleSheet>';
      for (let i = 0; i < 400; i++) yield `<x>${zeri}</x>`;
    }
    const path = await workbook(sheet(''), { 'xl/styles.xml': bomb() });
    await expect(read(path)).rejects.toMatchObject({ codice: 'xlsx-troppo-grande' });
  });

  it.each([
    ['a document type', ['<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'], /DOCTYPE/],
    ['an entity of its own', sheet('<row><c t="str"><v>&a;</v></c></row>'), /un’entità che non è ammessa/],
    ['rows out of order', sheet('<row r="5"/><row r="2"/>'), /ordine/],
    ['a row beyond the sheet', sheet('<row r="99999999"/>'), /ordine/],
    ['an element without end', [`<worksheet ${'x'.repeat(300_000)}`], /troppo lungo/],
    ['a cell beyond the format', sheet(`<row><c t="str"><v>${'x'.repeat(32_768)}</v></c></row>`), /32767 caratteri/],
    ['elements one inside the other', sheet(`${'<x>'.repeat(1000)}${'</x>'.repeat(1000)}`), /troppi livelli/],
    ['two elements where one must be', ['<worksheet/><worksheet/>'], /XML ben formato/],
    ['half a document', ['<worksheet><sheetData><row'], /tronco/],
  ])('with %s is refused in words', async (_caso, testo, perche) => {
    await expect(read(await workbook(testo))).rejects.toThrow(perche);
  });

  it('without a workbook inside is refused in words', async () => {
    await expect(read(await workbook([], { '_rels/.rels': ['<Relationships/>'] }))).rejects.toThrow(
      /cartella di lavoro/,
    );
  });

  it('cut short is refused in words', async () => {
    const path = await workbook(sheet('<row><c><v>1</v></c></row>'));
    truncateSync(path, 300);
    await expect(read(path)).rejects.toThrow(/non è un archivio intero/);
  });

  it.each([
    ['longer than what is accepted', 20, { statoHttp: 413 }],
    ['that names a part twice', 1, { message: expect.stringMatching(/due volte xl.workbook\.xml/) as string }],
  ])('with a directory %s is refused in words', async (_caso, quante, refusal) => {
    const path = cartella.file('ostile.xlsx');
    const file = await open(path, 'w');
    const zip = new ZipWriter(file);
    for (const [nome, testo] of workbookParts(['Foglio'])) await zip.add(nome, [testo]);
    for (let i = 0; i < quante; i++) await zip.add(quante === 1 ? 'xl/workbook.xml' : `${i}${'x'.repeat(60_000)}`, []);
    await zip.end();
    await file.close();
    await expect(read(path)).rejects.toMatchObject(refusal);
  });

  it('with a flipped bit in a part that is not compressed is refused in words', async () => {
    const path = await workbook(sheet('<row><c><v>12345</v></c></row>'));
    const bytes = readFileSync(path);
    const crc = bytes.indexOf('xl/worksheets/sheet1.xml', bytes.indexOf('PK\x01\x02')) - 30;
    bytes[crc] = (bytes[crc] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(read(path)).rejects.toThrow(/sheet1\.xml è guasto/);
  });

  it('that lies about its directory is refused in words', async () => {
    const path = cartella.write(
      'finto.xlsx',
      Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100), Buffer.from('PK\x05\x06'), Buffer.alloc(18, 0xff)]),
    );
    await expect(read(path)).rejects.toThrow(/non è un archivio intero/);
  });
});
