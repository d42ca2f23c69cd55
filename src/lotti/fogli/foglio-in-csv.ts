import { quoteCell } from '../csv/cell.ts';
import { COLUMNS_MAX } from '../csv/record-scanner.ts';
import { PartialFile } from '../uscita/partial-file.ts';
import { type Cartella, type GenereCella, indirizzo, type OsservaFoglio, type RigaFoglio } from './cartella.ts';
import type { ErroriFoglio } from './errore-foglio.ts';
import { noteDelFoglio, RESTO_MASSIMO, type VistoNelFoglio } from './note-foglio.ts';
import { scegliFoglio, type Testata } from './scegli-foglio.ts';

/** Most that a workbook may become: a cell of a few bytes may stand for a long text, and there are millions of cells. */
const CSV_MAX_BYTES = 1024 * 1024 * 1024;
/** Text gathered before it is written. */
const WRITE_CHARS = 1024 * 1024;

/** What to do with rows that the sheet does not show. */
export type RigheNascoste = 'leggi' | 'salta';

/** What came of a sheet besides its rows. */
export interface FoglioScritto {
  /** What was not read, and what is worth knowing; Italian sentences. */
  readonly note: readonly string[];
  /** By place: what all the filled cells of the column below the header are, if they are alike. */
  readonly generi: readonly (GenereCella | null)[];
}

/**
 * Writes the sheet that has the headers as a `;` CSV in which line n is row n of the sheet; each row as wide as the header. With
 * a byte order mark and CRLF, as spreadsheets write it and want it back. The same workbook gives the same bytes.
 * @throws ErroreDati `…-non-valido`, `…-troppo-grande`, `…-vuoto`, `foglio-nascosto`, `celle-unite`
 */
export async function foglioInCsv(
  cartella: Cartella,
  csv: string,
  errori: ErroriFoglio,
  nascoste: RigheNascoste = 'leggi',
): Promise<FoglioScritto> {
  const scelta = await scegliFoglio(cartella);
  const foglio = new FoglioLetto(scelta.testata, nascoste);
  const out = new PartialFile(csv);
  await out.open();
  try {
    let text = '\ufeff';
    for await (const rows of cartella.rows(scelta.foglio, foglio)) {
      for (const row of rows) {
        text += foglio.line(row);
        if (text.length < WRITE_CHARS) continue;
        await out.append(text);
        text = '';
        if (out.length > CSV_MAX_BYTES) throw errori.troppoGrande();
      }
    }
    if (!foglio.pieno) throw errori.vuoto(cartella.fogli[scelta.foglio]?.nome ?? '');
    await out.append(`${text}\r\n`);
    await out.sync();
    await out.close();
    const note = [...scelta.note, ...noteDelFoglio(foglio.visto)];
    await out.commit();
    return { note, generi: foglio.generi };
  } catch (errore) {
    await out.discard();
    throw errore;
  }
}

/** Turns the rows of a sheet into lines, and keeps what was seen on the way. */
class FoglioLetto implements OsservaFoglio {
  readonly visto: VistoNelFoglio;
  readonly generi: (GenereCella | null)[] = [];
  /** Whether any cell holds something. */
  pieno = false;
  readonly #testata: Testata | undefined;
  #line = 1;

  constructor(testata: Testata | undefined, nascoste: RigheNascoste) {
    this.#testata = testata;
    this.visto = {
      nascoste: [],
      calcolate: nascoste === 'leggi',
      colonneNascoste: new Map(),
      fuori: [],
      unite: [],
      intestazione: testata?.riga ?? 0,
    };
  }

  unite(celle: string): void {
    if (this.visto.unite.length <= RESTO_MASSIMO) this.visto.unite.push(celle);
  }

  colonneNascoste(prima: number, ultima: number): void {
    const fine = Math.min(ultima, (this.#testata?.larghezza ?? 0) - 1);
    for (let column = prima; column <= fine; column++) this.visto.colonneNascoste.set(column, '');
  }

  line(row: RigaFoglio): string {
    this.pieno ||= row.celle.some((testo) => testo.trim() !== '');
    const ends = '\r\n'.repeat(row.riga - this.#line);
    this.#line = row.riga;
    return ends + this.#cells(row);
  }

  #cells({ riga, celle, generi, nascosta }: RigaFoglio): string {
    if (this.#testata === undefined || riga < this.#testata.riga) return celle.map(quoteCell).join(';');
    const { larghezza } = this.#testata;
    if (riga === this.#testata.riga) {
      for (const column of this.visto.colonneNascoste.keys())
        this.visto.colonneNascoste.set(column, celle[column] ?? '');
      return celle.map(quoteCell).join(';');
    }
    if (nascosta) {
      this.visto.nascoste.push(riga);
      if (!this.visto.calcolate) return '';
    }
    this.#beside(riga, celle, larghezza);
    this.#sorts(generi, larghezza);
    const dentro = celle.slice(0, larghezza);
    return dentro.map(quoteCell).join(';') + ';'.repeat(larghezza - dentro.length);
  }

  #beside(riga: number, celle: readonly string[], larghezza: number): void {
    for (let column = larghezza; column < celle.length && column <= COLUMNS_MAX; column++) {
      const testo = celle[column] ?? '';
      if (testo !== '') this.visto.fuori.push({ dove: indirizzo(column, riga), testo: testo.slice(0, 40) });
    }
    if (this.visto.fuori.length > RESTO_MASSIMO) this.visto.fuori.length = RESTO_MASSIMO + 1;
  }

  #sorts(generi: readonly (GenereCella | undefined)[], larghezza: number): void {
    for (let column = 0; column < larghezza; column++) {
      const genere = generi[column];
      if (genere === undefined) continue;
      const prima = this.generi[column];
      this.generi[column] = prima === undefined || prima === genere ? genere : null;
    }
  }
}
