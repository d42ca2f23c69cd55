import { posix } from 'node:path';
import { type Cartella, isDateFormat } from './cell-values.ts';
import { ErroriFoglio } from '../fogli/errore-foglio.ts';
import { attribute, type XmlListener, XmlReader } from '../xml/xml-reader.ts';
import type { ZipReader } from '../zip/zip-reader.ts';

/** How an XLSX is refused. */
export const XLSX = new ErroriFoglio('xlsx');

/** Most that the small parts, and the table of texts, may inflate to. */
const PART_MAX_BYTES = 8 * 1024 * 1024;
const STRINGS_MAX_BYTES = 64 * 1024 * 1024;

/** The parts of a workbook that its first sheet needs, and where that sheet is. */
export async function readParts(zip: ZipReader): Promise<{ readonly sheet: string; readonly cartella: Cartella }> {
  const workbook = await mainPart(zip);
  const { firstSheetId, date1904 } = await readWorkbook(zip, workbook);
  const relations = await readRelations(zip, workbook);
  const sheet = relations.find(({ id }) => id === firstSheetId)?.target;
  if (sheet === undefined) throw XLSX.nonValido('non ha fogli');
  const part = (kind: string) => relations.find(({ type }) => type.endsWith(kind))?.target;
  const strings = part('/sharedStrings');
  const styles = part('/styles');
  return {
    sheet,
    cartella: {
      strings: strings === undefined || !zip.has(strings) ? [] : await readStrings(zip, strings),
      dateStyles: styles === undefined || !zip.has(styles) ? [] : await readDateStyles(zip, styles),
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

async function readWorkbook(zip: ZipReader, part: string) {
  let firstSheetId: string | undefined;
  let date1904 = false;
  await listen(zip, part, PART_MAX_BYTES, {
    open(name, attributes) {
      if (name === 'sheet') firstSheetId ??= attribute(attributes, 'r:id') ?? attribute(attributes, 'id');
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    },
  });
  return { firstSheetId, date1904 };
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

async function readDateStyles(zip: ZipReader, part: string): Promise<boolean[]> {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let inside = false;
  await listen(zip, part, PART_MAX_BYTES, {
    open(name, attributes) {
      if (name === 'cellXfs') inside = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? '0');
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      if (name === 'xf' && inside) styles.push(isDateFormat(id, codes.get(id)));
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
