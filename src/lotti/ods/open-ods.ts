import type { Cartella, OsservaFoglio, RigaFoglio } from '../fogli/cartella.ts';
import { ErroriFoglio } from '../fogli/errore-foglio.ts';
import { attribute, type XmlListener, XmlReader } from '../xml/xml-reader.ts';
import { ZipReader } from '../zip/zip-reader.ts';
import { TableListener } from './table-listener.ts';

/** How an ODS is refused. */
const ODS = new ErroriFoglio('ods');

const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';
const CONTENT_MAX_BYTES = 2 * 1024 * 1024 * 1024;
const MANIFEST_MAX_BYTES = 8 * 1024 * 1024;

/**
 * Opens a workbook of LibreOffice (OpenDocument 1.3, part 3).
 * @throws ErroreDati `ods-non-valido`, `ods-troppo-grande`, as do the rows
 */
export async function openOds(path: string): Promise<Cartella> {
  const zip = await ZipReader.open(path, ODS);
  try {
    await checkNotEncrypted(zip);
    return {
      fogli: await readSheets(zip),
      rows: (foglio, osserva) => readRows(zip, foglio, osserva),
      close: () => zip.close(),
    };
  } catch (errore) {
    zip.close();
    throw errore;
  }
}

async function checkNotEncrypted(zip: ZipReader): Promise<void> {
  if (!zip.has(MANIFEST)) return;
  await listen(zip, MANIFEST, MANIFEST_MAX_BYTES, {
    open(name) {
      if (name === 'encryption-data') throw ODS.nonValido('è protetto da una password');
    },
  });
}

/** Sheets by their order; one whose style is not displayed is hidden. */
async function readSheets(zip: ZipReader) {
  const hiddenStyles = new Set<string>();
  const fogli: { nome: string; nascosto: boolean }[] = [];
  let style = '';
  await listen(zip, CONTENT, CONTENT_MAX_BYTES, {
    open(name, attributes) {
      if (name === 'style') style = attribute(attributes, 'name') ?? '';
      else if (name === 'table-properties' && attribute(attributes, 'display') === 'false') hiddenStyles.add(style);
      else if (name === 'table') {
        const nascosto = hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
        fogli.push({ nome: attribute(attributes, 'name') ?? '', nascosto });
      }
    },
  });
  if (fogli.length === 0) throw ODS.nonValido('non ha fogli');
  return fogli;
}

async function* readRows(
  zip: ZipReader,
  foglio: number,
  osserva?: OsservaFoglio,
): AsyncGenerator<readonly RigaFoglio[]> {
  const table = new TableListener(foglio, ODS, osserva);
  const xml = new XmlReader(table, ODS);
  for await (const piece of zip.text(CONTENT, CONTENT_MAX_BYTES)) {
    xml.push(piece);
    yield* table.take();
  }
  xml.end();
}

async function listen(zip: ZipReader, part: string, maxBytes: number, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener, ODS);
  for await (const piece of zip.text(part, maxBytes)) reader.push(piece);
  reader.end();
}
