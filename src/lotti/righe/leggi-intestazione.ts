import type { FileHandle } from 'node:fs/promises';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { BlockReader } from '../csv/block-reader.ts';
import { COLUMNS_MAX, type DifettoCsv, RecordScanner, SEMICOLON } from '../csv/record-scanner.ts';
import { colonnaDaIntestazione, colonneRiconosciute, rigaDiIntestazione } from './riconosci-colonna.ts';
import { fraseDifetto } from './errore-riga.ts';
import { type Intestazione, parseIntestazione, type UsoColonne } from './intestazione.ts';

/** The header is looked for down to this line: above it there may be a title, a date, a logo's empty lines. */
export const INTESTAZIONE_ENTRO = 30;
/** Separators that are tried, the likeliest first, and what they are called. */
const SEPARATORI: readonly (readonly [number, string])[] = [
  [SEMICOLON, 'punti e virgola'],
  [9, 'tabulazioni'],
  [44, 'virgole'],
  [124, 'barre verticali'],
];
/** First line that tells Excel the separator. */
const SEP = /^"?sep=([!-~\t])"?$/i;

/** The header of a file and how the file is written, which the output follows. */
export interface InizioFile {
  readonly intestazione: Intestazione;
  readonly byteOrderMark: boolean;
  readonly lineEnd: '\n' | '\r\n';
  readonly separatore: number;
  /** Byte and line of the first row of data. */
  readonly offset: number;
  readonly line: number;
}

/**
 * Finds the header: of the first lines, read with each separator, the one that names most columns of ours; what stands above it
 * is told.
 * @throws ErroreDati `file-vuoto`, `intestazione-…`
 */
export async function leggiIntestazione(file: FileHandle, uso: UsoColonne): Promise<InizioFile> {
  const reader = new BlockReader(file);
  const block = (await reader.next()) ?? Buffer.alloc(0);
  const byteOrderMark = reader.offset > 0;
  const dichiarato = declaredSeparator(block);
  const provati = dichiarato === undefined ? SEPARATORI.map(([byte]) => byte) : [dichiarato];
  const letti = provati.map((separatore) => readStart(block, separatore));
  const trovata = letti.reduce((a, b) => ((b.migliore?.colonne ?? 0) > (a.migliore?.colonne ?? 0) ? b : a));
  const { separatore, prime, migliore } = trovata;
  const riga = migliore ?? prime[0];
  if (riga === undefined) throw withoutRows(block);
  if (riga.difetto !== undefined) {
    throw new ErroreDati(`intestazione-${riga.difetto}`, { perche: fraseDifetto(riga.difetto) });
  }
  if (riga.quanti > COLUMNS_MAX) {
    const quante = `Il file ha ${riga.quanti} colonne: se ne accettano al più ${COLUMNS_MAX}.`;
    throw new ErroreDati('intestazione-troppo-larga', { quante, campo: 'intestazione' });
  }
  checkNotInTwo(riga, prime[prime.indexOf(riga) + 1]);
  const intestazione = parseIntestazione(riga.campi, uso);
  const avvisi = [
    ...(separatore === SEMICOLON ? [] : [`Le colonne sono separate da ${name(separatore)}.`]),
    ...above(prime.filter(({ linea }) => linea < riga.linea)),
    ...intestazione.avvisi,
  ];
  reader.consume(riga.fine);
  return {
    intestazione: { ...intestazione, avvisi },
    byteOrderMark,
    lineEnd: riga.lineEnd,
    separatore,
    offset: reader.offset,
    line: riga.seguente,
  };
}

function withoutRows(block: Buffer): ErroreDati {
  if (block.toString('latin1').trim() === '') return new ErroreDati('file-vuoto');
  return new ErroreDati('file-vuoto/in-cima', { righe: INTESTAZIONE_ENTRO });
}

/** One of the first lines that are not empty. */
interface PrimaRiga {
  readonly campi: readonly string[];
  /** Fields, those past COLUMNS_MAX too. */
  readonly quanti: number;
  readonly colonne: number;
  readonly difetto: DifettoCsv | undefined;
  readonly lineEnd: '\n' | '\r\n';
  readonly linea: number;
  /** Where the next record starts: byte of the block, line of the file. */
  readonly fine: number;
  readonly seguente: number;
}

function readStart(block: Buffer, separatore: number) {
  const scanner = new RecordScanner(1, separatore);
  scanner.load(block);
  const prime: PrimaRiga[] = [];
  while (scanner.nextLine <= INTESTAZIONE_ENTRO && scanner.next(true)) {
    if (scanner.recordEnd > scanner.recordStart) prime.push(primaRiga(scanner));
  }
  return { separatore, prime, migliore: rigaDiIntestazione(prime) };
}

function primaRiga(scanner: RecordScanner): PrimaRiga {
  const quanti = Math.min(scanner.fields, COLUMNS_MAX);
  const buona = scanner.defect === undefined;
  const campi = buona ? Array.from({ length: quanti }, (_, i) => scanner.value(i).trim()) : [];
  return {
    campi,
    quanti: scanner.fields,
    colonne: colonneRiconosciute(campi),
    difetto: scanner.defect,
    lineEnd: scanner.bytes[scanner.recordEnd] === 13 ? '\r\n' : '\n',
    linea: scanner.line,
    fine: scanner.position,
    seguente: scanner.nextLine,
  };
}

/** `Ore` with `settimanali` below it is not our `ore`: read as one line, such a header would give other amounts. */
function checkNotInTwo(riga: PrimaRiga, sotto: PrimaRiga | undefined): void {
  for (const [i, sopra] of riga.campi.entries()) {
    const resto = sotto?.campi[i] ?? '';
    if (sotto === undefined || resto === '' || /\d/.test(resto)) continue;
    const intera = colonnaDaIntestazione(`${sopra} ${resto}`);
    if (intera === undefined || intera === colonnaDaIntestazione(sopra)) continue;
    throw new ErroreDati('intestazione-su-due-righe', {
      linea: riga.linea,
      seconda: sotto.linea,
      sopra: sopra.slice(0, 40),
      resto: resto.slice(0, 40),
      intera,
      campo: 'intestazione',
    });
  }
}

function declaredSeparator(block: Buffer): number | undefined {
  const end = block.indexOf(10);
  const separatore = SEP.exec(
    block.toString('latin1', 0, Math.min(end < 0 ? block.length : end, 12)).replace(/\r$/, ''),
  )?.[1];
  return separatore?.charCodeAt(0);
}

function name(separatore: number): string {
  return SEPARATORI.find(([byte]) => byte === separatore)?.[1] ?? `«${String.fromCharCode(separatore)}»`;
}

function above(righe: readonly PrimaRiga[]): string[] {
  const titoli = righe.map(({ campi, linea }) => ({ linea, testo: campi.filter((campo) => campo !== '').join(' ') }));
  return titoli
    .filter(({ testo }) => testo !== '' && !/^"?sep=.?$/i.test(testo))
    .map(({ linea, testo }) => `La riga ${linea}, sopra le intestazioni, non è stata letta: «${testo.slice(0, 60)}».`);
}
