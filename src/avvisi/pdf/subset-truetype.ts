/** Tables a CIDFontType2 needs; hinting programs are kept, so that small text stays sharp on screen. */
const TABELLE = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'] as const;

const ARGOMENTI_A_PAROLE = 0x0001;
const SCALA = 0x0008;
const ALTRI_COMPONENTI = 0x0020;
const SCALA_XY = 0x0040;
const MATRICE = 0x0080;

/**
 * A TrueType font with the outlines of the given glyphs only. Glyph numbers do not change, so page contents can be written
 * before it is known which glyphs the whole document will use (OpenType specification: glyf, loca, head, maxp, hmtx).
 * @param font a whole TTF file
 * @param glifi glyph numbers; components of composite glyphs are added
 */
export function subsetTrueType(font: Uint8Array, glifi: Iterable<number>): Uint8Array {
  const tables = readTables(font);
  const head = Uint8Array.from(requireTable(tables, 'head'));
  const loca = readLoca(requireTable(tables, 'loca'), view(head).getInt16(50) === 1);
  const glyf = requireTable(tables, 'glyf');
  const usati = withComponents(glifi, glyf, loca);
  const numGlyphs = Math.max(...usati) + 1;
  const ridotto = cutGlyphs(glyf, loca, usati, numGlyphs);
  view(head).setInt16(50, 1);

  const maxp = Uint8Array.from(requireTable(tables, 'maxp'));
  view(maxp).setUint16(4, numGlyphs);
  const hhea = Uint8Array.from(requireTable(tables, 'hhea'));
  const metriche = Math.min(view(hhea).getUint16(34), numGlyphs);
  view(hhea).setUint16(34, metriche);
  const hmtx = requireTable(tables, 'hmtx').subarray(0, metriche * 4 + (numGlyphs - metriche) * 2);

  const nuove = new Map<string, Uint8Array>([
    ['head', head],
    ['hhea', hhea],
    ['maxp', maxp],
    ['hmtx', hmtx],
  ]);
  nuove.set('glyf', ridotto.glyf).set('loca', ridotto.loca);
  return assemble(
    TABELLE.flatMap((tag) => {
      const table = nuove.get(tag) ?? tables.get(tag);
      return table === undefined ? [] : [{ tag, table }];
    }),
  );
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readTables(font: Uint8Array): Map<string, Uint8Array> {
  const dati = view(font);
  const tables = new Map<string, Uint8Array>();
  for (let i = 0; i < dati.getUint16(4); i++) {
    const voce = 12 + i * 16;
    const tag = String.fromCharCode(...font.subarray(voce, voce + 4));
    const inizio = dati.getUint32(voce + 8);
    tables.set(tag, font.subarray(inizio, inizio + dati.getUint32(voce + 12)));
  }
  return tables;
}

function requireTable(tables: Map<string, Uint8Array>, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (table === undefined) throw new Error(`not a TrueType font: no ${tag} table`);
  return table;
}

function readLoca(loca: Uint8Array, lunga: boolean): number[] {
  const dati = view(loca);
  return Array.from({ length: loca.byteLength / (lunga ? 4 : 2) }, (_, i) =>
    lunga ? dati.getUint32(i * 4) : dati.getUint16(i * 2) * 2,
  );
}

function glyphBytes(glyf: Uint8Array, loca: readonly number[], glifo: number): Uint8Array {
  return glyf.subarray(loca[glifo] ?? 0, loca[glifo + 1] ?? 0);
}

/** The glyphs asked for, `.notdef`, and whatever composite glyphs are made of. */
function withComponents(glifi: Iterable<number>, glyf: Uint8Array, loca: readonly number[]): Set<number> {
  const usati = new Set<number>([0, ...glifi]);
  for (const glifo of usati) {
    for (const parte of components(glyphBytes(glyf, loca, glifo))) usati.add(parte);
  }
  return usati;
}

function components(glifo: Uint8Array): number[] {
  if (glifo.byteLength === 0 || view(glifo).getInt16(0) >= 0) return [];
  const dati = view(glifo);
  const parti: number[] = [];
  let posto = 10;
  let flags = ALTRI_COMPONENTI;
  while (flags & ALTRI_COMPONENTI) {
    flags = dati.getUint16(posto);
    parti.push(dati.getUint16(posto + 2));
    posto += 4 + (flags & ARGOMENTI_A_PAROLE ? 4 : 2);
    posto += flags & SCALA ? 2 : flags & SCALA_XY ? 4 : flags & MATRICE ? 8 : 0;
  }
  return parti;
}

function cutGlyphs(
  glyf: Uint8Array,
  loca: readonly number[],
  usati: ReadonlySet<number>,
  numGlyphs: number,
): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const pezzi: Uint8Array[] = [];
  const nuova = new Uint8Array((numGlyphs + 1) * 4);
  let posto = 0;
  for (let glifo = 0; glifo < numGlyphs; glifo++) {
    view(nuova).setUint32(glifo * 4, posto);
    if (!usati.has(glifo)) continue;
    const pezzo = glyphBytes(glyf, loca, glifo);
    const pieno = new Uint8Array(Math.ceil(pezzo.byteLength / 4) * 4);
    pieno.set(pezzo);
    pezzi.push(pieno);
    posto += pieno.byteLength;
  }
  view(nuova).setUint32(numGlyphs * 4, posto);
  return { glyf: Buffer.concat(pezzi), loca: nuova };
}

/** The file: table directory, tables on 4-byte boundaries, checksums. */
function assemble(tables: readonly { readonly tag: string; readonly table: Uint8Array }[]): Uint8Array {
  const potenza = Math.floor(Math.log2(tables.length));
  const lunghezza = tables.reduce(
    (somma, { table }) => somma + Math.ceil(table.byteLength / 4) * 4,
    12 + tables.length * 16,
  );
  const file = new Uint8Array(lunghezza);
  const dati = view(file);
  dati.setUint32(0, 0x00010000);
  dati.setUint16(4, tables.length);
  dati.setUint16(6, 2 ** potenza * 16);
  dati.setUint16(8, potenza);
  dati.setUint16(10, tables.length * 16 - 2 ** potenza * 16);
  let posto = 12 + tables.length * 16;
  let inizioHead = 0;
  for (const [i, { tag, table }] of tables.entries()) {
    const voce = 12 + i * 16;
    file.set(Buffer.from(tag, 'latin1'), voce);
    file.set(table, posto);
    if (tag === 'head') {
      inizioHead = posto;
      dati.setUint32(posto + 8, 0);
    }
    const pieno = Math.ceil(table.byteLength / 4) * 4;
    dati.setUint32(voce + 4, checksum(file.subarray(posto, posto + pieno)));
    dati.setUint32(voce + 8, posto);
    dati.setUint32(voce + 12, table.byteLength);
    posto += pieno;
  }
  dati.setUint32(inizioHead + 8, (0xb1b0afba - checksum(file)) >>> 0);
  return file;
}

function checksum(bytes: Uint8Array): number {
  const dati = view(bytes);
  let somma = 0;
  for (let i = 0; i < bytes.byteLength; i += 4) somma = (somma + dati.getUint32(i)) >>> 0;
  return somma;
}
