import { posix } from 'node:path';
import { type FormatoNumero, formatoNumero, type Valori } from './cell-values.ts';
import { ErroriFoglio } from '../fogli/errore-foglio.ts';
import { attribute, type XmlListener, XmlReader } from '../xml/xml-reader.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

/** How an XLSX is refused. */
export const XLSX = new ErroriFoglio('xlsx');

/** Most that the small parts, and the table of texts, may inflate to. */
const PART_MAX_BYTES = 8 * 1024 * 1024;
const STRINGS_MAX_BYTES = 64 * 1024 * 1024;

/** A sheet of the workbook: its name, and its part in the archive. */
export interface FoglioXlsx {
  readonly nome: string;
  readonly nascosto: boolean;
  readonly part: string;
}

/** The parts of a workbook that its sheets need, and where those are. */
export async function readParts(zip: ZipReader): Promise<{ readonly fogli: FoglioXlsx[]; readonly valori: Valori }> {
  const workbook = await mainPart(zip);
  const { fogli, date1904 } = await readWorkbook(zip, workbook);
  const relations = await readRelations(zip, workbook);
  const part = (kind: string) => relations.find(({ type }) => type.endsWith(kind))?.target;
  const strings = part('/sharedStrings');
  const styles = part('/styles');
  return {
    fogli: fogli.map(({ id, ...foglio }) => {
      const target = relations.find((relation) => relation.id === id)?.target;
      if (target === undefined) throw XLSX.nonValido(`manca il foglio ${foglio.nome.slice(0, 31)}`);
      return { ...foglio, part: target };
    }),
    valori: {
      strings: strings === undefined || !zip.has(strings) ? [] : await readStrings(zip, strings),
      formati: styles === undefined || !zip.has(styles) ? [] : await readFormats(zip, styles),
      date1904,
    },
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function mainPart(zip: ZipReader): Promise<string> {
  const main = (await readRelations(zip, '')).find(({ type }) => type.endsWith('/officeDocument'));
  if (main === undefined) throw XLSX.nonValido('non è una cartella di lavoro');
  return main.target;
}

/** The relations of a part; targets as names in the archive. */
async function readRelations(zip: ZipReader, part: string): Promise<Relation[]> {
  const folder = part === '' ? '' : posix.dirname(part);
  const relations: Relation[] = [];
  await listen(zip, posix.join(folder, '_rels', `${posix.basename(part)}.rels`), PART_MAX_BYTES, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: attribute(attributes, 'Type') ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return relations;
}

/** Sheets of cells in their order; those of charts have another type and no rows. */
async function readWorkbook(zip: ZipReader, part: string) {
  const fogli: { readonly nome: string; readonly nascosto: boolean; readonly id: string }[] = [];
  let date1904 = false;
  await listen(zip, part, PART_MAX_BYTES, {
    open(name, attributes) {
      if (name === 'sheet') {
        fogli.push({
          nome: attribute(attributes, 'name') ?? '',
          nascosto: /hidden/i.test(attribute(attributes, 'state') ?? ''),
          id: attributes['r:id'] ?? attribute(attributes, 'id') ?? '',
        });
      }
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    },
  });
  if (fogli.length === 0) throw XLSX.nonValido('non ha fogli');
  return { fogli, date1904 };
}

/** The texts that cells refer to by number; of rich text the runs are joined, phonetic hints are left out. */
async function readStrings(zip: ZipReader, part: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inside = false;
  let phonetic = false;
  const mark = (name: string, opened: boolean) => {
    if (name === 't') inside = opened;
    else if (name === 'rPh') phonetic = opened;
    else if (name === 'si') {
      if (!opened) strings.push(text);
      text = '';
    }
  };
  await listen(zip, part, STRINGS_MAX_BYTES, {
    open: (name) => mark(name, true),
    close: (name) => mark(name, false),
    text(piece) {
      if (!inside || phonetic) return;
      text += piece;
      XLSX.checkCell(text);
    },
  });
  return strings;
}

async function readFormats(zip: ZipReader, part: string): Promise<FormatoNumero[]> {
  const codes = new Map<number, string>();
  const styles: FormatoNumero[] = [];
  let inside = false;
  await listen(zip, part, PART_MAX_BYTES, {
    open(name, attributes) {
      if (name === 'cellXfs') inside = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? '0');
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      if (name === 'xf' && inside) styles.push(formatoNumero(id, codes.get(id)));
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return styles;
}

async function listen(zip: ZipReader, part: string, maxBytes: number, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener, XLSX);
  for await (const piece of zip.text(part, maxBytes)) reader.push(piece);
  reader.end();
}
