import type { BaseDiCalcolo } from '../../bollettini/base-di-calcolo.ts';
import type { DatiCalcolo } from '../../contributi/calcolo.ts';
import { Decimale } from '../../valori/decimale.ts';
import { parseTrimestreConAnno, type Trimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { pulisci, pulisciValore } from '../celle/pulisci.ts';
import type { RecordScanner } from '../csv/record-scanner.ts';
import { isPlainCodiceRapporto, numeroPiano } from './codici-piani.ts';
import { colonnaDi, fraseNellaRiga } from './colonna-dell-errore.ts';
import { COLONNE, type Colonna } from './colonne.ts';
import { type ErroreRiga, fraseDifetto, VALORE_MAX_CHARS } from './errore-riga.ts';
import type { Intestazione } from './intestazione.ts';
import { type CellReader, type CodeReader, isTrimmed } from './cell-reader.ts';
import { fraseIntestazione } from './altra-intestazione.ts';
import { avvertenzeOre } from './avvertenze-ore.ts';
import { avvertenzePersone } from './avvertenze-persone.ts';
import { fraseForma, fraseTotale, fraseTotaleNominato, takesShape } from './forma-riga.ts';
import { conSospetto, difettoDiFoglio, makeLettori } from './lettura-cella.ts';
import { situazioneDaSettimane } from './settimana-per-settimana.ts';

type Lettori = ReturnType<typeof makeLettori>;

/** A column: where it stands in the file (-1 when it does not), and how its cells are read. */
interface Posto<R> {
  readonly colonna: Colonna;
  readonly place: number;
  readonly lettore: R;
}

type Posti = { readonly [C in keyof Lettori]: Posto<Lettori[C]> };

/** Columns in which a row of totals calls itself so. */
const NOMI = ['id', 'datore_nome', 'lavoratore_nome'] as const satisfies readonly Colonna[];

/** What a batch can do without in a row. */
export interface Facoltative {
  readonly ore?: boolean;
  readonly trimestre?: boolean;
}

/**
 * Turns the records of a file into the input of the calculation. Every wrong cell of a row is told, not just the first.
 * One instance a file: it remembers the texts it has met.
 */
export class RowParser {
  /** What is wrong with the current row. */
  errors: ErroreRiga[] = [];
  readonly #intestazione: Intestazione;
  readonly #posti: Posti;
  readonly #columns: number;
  /** Fields that name the row, its rapporto or its people. */
  readonly #nomi: readonly number[];
  #scanner!: RecordScanner;

  constructor(intestazione: Intestazione) {
    this.#intestazione = intestazione;
    this.#columns = intestazione.intestazioni.length;
    this.#posti = Object.fromEntries(
      Object.entries(makeLettori()).map(([colonna, lettore]) => {
        return [colonna, { colonna, place: this.#place(colonna as Colonna), lettore }];
      }),
    ) as Posti;
    const nomi = [0, ...NOMI.map((colonna) => this.#place(colonna))];
    this.#nomi = [...new Set(nomi.filter((place) => place >= 0))];
  }

  /**
   * The scanner's current record as input of the calculation, or undefined when `errors` says what is wrong with it.
   * @param facoltative what a row may leave out: somebody else knows it
   */
  parse(scanner: RecordScanner, facoltative: Facoltative = {}): BaseDiCalcolo | undefined {
    this.#scanner = scanner;
    if (this.errors.length > 0) this.errors = [];
    if (!this.#hasShape()) return undefined;
    const posti = this.#posti;
    this.#check(posti.datore_cf);
    this.#check(posti.lavoratore_cf);
    this.#check(posti.rapporto);
    const oraria = this.#read(posti.paga_oraria);
    const mensile = this.#read(posti.paga_mensile);
    if (oraria !== undefined && mensile !== undefined) {
      this.refuse('paga_mensile', 'Ci sono sia la paga oraria sia quella mensile: lasciarne una sola.');
    }
    const oreSettimanali = this.#read(posti.ore_settimanali);
    const lista = oreSettimanali instanceof Decimale ? undefined : oreSettimanali;
    // All the fields in one order, present or not, so that the calculation always meets objects of one shape; an undefined
    // one means absent there as everywhere.
    const dati = {
      trimestre: posti.anno.place < 0 ? this.#read(posti.trimestre) : this.#trimestreConAnno(),
      oreSettimanali: lista === undefined ? (oreSettimanali as Decimale | undefined) : undefined,
      ore: this.#read(posti.ore),
      settimane: this.#read(posti.settimane),
      paga: oraria ?? mensile,
      vittoAlloggioGiorni: this.#read(posti.vitto_alloggio_giorni),
      senzaCuaf: this.#read(posti.senza_cuaf) ?? false,
      tempoDeterminato: this.#read(posti.tempo_determinato) ?? false,
      associazione: this.#read(posti.associazione),
      assunzione: this.#read(posti.assunzione),
      cessazione: this.#read(posti.cessazione),
      oreInParti: this.#read(posti.ore_in_parti),
      settimaneIncomplete: this.#read(posti.settimane_incomplete),
      quartaFascia: this.#read(posti.quarta_fascia),
      contoAssistenza: this.#read(posti.conto_assistenza),
      inizioF2: this.#read(posti.inizio_f2),
      importoE1: this.#read(posti.importo_e1),
      notti: this.#notti(),
      straordinari: this.#read(posti.straordinari),
      // A tick that is off is one that is not there: only who replaces somebody is told apart, day by day.
      sostituzione: this.#read(posti.sostituzione) === true ? true : undefined,
      assistenzaInPiu: this.#read(posti.assistenza_in_piu),
      soloAssistenza: this.#read(posti.solo_assistenza) === true ? true : undefined,
      territorio: this.#read(posti.territorio),
      livello: this.#read(posti.livello),
      indennita: this.#read(posti.indennita),
      scatti: this.#read(posti.scatti),
    };
    this.#checkRequired(dati, facoltative);
    if (this.errors.length === 0) return this.#base(dati as DatiCalcolo, lista);
    this.#lookForHeader();
    return undefined;
  }

  /** The quarter of a row whose file keeps the year in a column of its own. */
  #trimestreConAnno(): Trimestre | undefined {
    const numero = pulisciValore(this.text('trimestre'));
    const anno = pulisciValore(this.text('anno'));
    if (numero === '' || anno === '') return this.#read(this.#posti.trimestre);
    try {
      return parseTrimestreConAnno(numero, anno);
    } catch (errore) {
      this.refuseBecause(errore);
      return undefined;
    }
  }

  /** A row that was refused may be a header; one with a figure where the quarter stands is none. */
  #lookForHeader(): void {
    if (/\d/.test(this.text('trimestre'))) return;
    const frase = fraseIntestazione(this.#scanner, this.#intestazione);
    if (frase !== undefined) this.errors = [this.difetto('', frase)];
  }

  /** Nights of one kind. */
  #notti(): DatiCalcolo['notti'] {
    const presenza = this.#read(this.#posti.notti_presenza);
    const assistenza = this.#read(this.#posti.notti_assistenza);
    if (presenza !== undefined && assistenza !== undefined) {
      this.refuse('notti_assistenza', 'Ci sono notti di presenza e di assistenza: lasciarne una sola.');
    }
    if (presenza !== undefined) return { tipo: 'presenza', quante: presenza };
    return assistenza === undefined ? undefined : { tipo: 'assistenza', quante: assistenza };
  }

  /** The trimmed text of a column in the current row; empty when the file has no such column. */
  text(colonna: Colonna): string {
    const place = this.#place(colonna);
    return place < 0 ? '' : this.#scanner.value(place).trim();
  }

  /** The same, for a cell that will be shown to people: what a failed formula left there refuses the row. */
  shown(colonna: Colonna): string {
    const testo = pulisci(this.text(colonna));
    const difetto = difettoDiFoglio(testo);
    if (difetto !== undefined) this.refuse(colonna, difetto);
    return testo;
  }

  /** The codes of a row that `parse` found good; undefined where the cell is empty. */
  codici() {
    const posti = this.#posti;
    return {
      datore: this.#read(posti.datore_cf),
      rapporto: this.#read(posti.rapporto),
      lavoratore: this.#read(posti.lavoratore_cf),
    };
  }

  /** The rapporto of a row that `parse` found good, as a number to know it again by; read where it stands when it is plain. */
  numeroRapporto(): number | undefined {
    const { place } = this.#posti.rapporto;
    if (place < 0) return undefined;
    const { starts, ends, bytes } = this.#scanner;
    const [from, to] = [starts[place] as number, ends[place] as number];
    if (isPlainCodiceRapporto(bytes, from, to)) return numeroPiano(bytes, from, to);
    const codice = this.#read(this.#posti.rapporto);
    return codice === undefined ? undefined : Number(codice);
  }

  /** What is implausible about the persons and the hours of a row that `parse` found good, as they are written. */
  avvertenze(frasi: string[] = []): readonly string[] {
    const { datore_cf: datore, lavoratore_cf: lavoratore, ore, ore_settimanali: settimanali } = this.#posti;
    avvertenzePersone(frasi, this.#scanner, datore.place, lavoratore.place);
    avvertenzeOre(frasi, this.#scanner, ore.place);
    avvertenzeOre(frasi, this.#scanner, settimanali.place);
    return frasi;
  }

  /** The column in which a row without hours lacks them. */
  get colonnaDelleOre(): Colonna {
    return this.#posti.ore_settimanali.place < 0 ? 'ore' : 'ore_settimanali';
  }

  /** Whether the file has such a column. */
  has(colonna: Colonna): boolean {
    return this.#place(colonna) >= 0;
  }

  /** Line of the file on which the current row starts. */
  get line(): number {
    return this.#scanner.line;
  }

  /** Adds what the calculation, or who uses the row, found wrong with it. */
  refuse(colonna: Colonna | '', errore: string): void {
    this.errors.push(this.difetto(colonna, errore));
  }

  /** The same as a line among the errors, for who knows only later whether the row is refused. */
  difetto(colonna: Colonna | '', errore: string): ErroreRiga {
    return this.#error(this.#scanner.line, this.#id(), colonna, this.#valueFor(colonna), errore);
  }

  /** The same for an ErroreDati of another room; anything else is a program error and goes on. */
  refuseBecause(errore: unknown): void {
    this.refuse(colonnaDi(errore), fraseNellaRiga(errore as ErroreDati));
  }

  /** Keeps what is needed to refuse the current row later, when the scanner has moved on. */
  refuser(): (errore: unknown) => ErroreRiga {
    const riga = this.#scanner.line;
    const id = this.#id();
    const valori = new Map<string, string>(COLONNE.map((colonna) => [colonna, this.#valueFor(colonna)]));
    return (errore) => {
      const colonna = colonnaDi(errore);
      return this.#error(riga, id, colonna, valori.get(colonna) ?? '', fraseNellaRiga(errore as ErroreDati));
    };
  }

  #error(riga: number, id: string, colonna: Colonna | '', valore: string, errore: string): ErroreRiga {
    const place = colonna === '' ? -1 : this.#place(colonna);
    return {
      riga,
      id,
      colonna: this.#intestazione.intestazioni[place] ?? colonna,
      valore,
      errore,
    };
  }

  #valueFor(colonna: Colonna | ''): string {
    return colonna === '' ? '' : this.text(colonna).slice(0, VALORE_MAX_CHARS);
  }

  #hasShape(): boolean {
    const { defect, fields } = this.#scanner;
    if (defect !== undefined) {
      const { bytes, recordStart, recordEnd, line } = this.#scanner;
      const valore = bytes
        .toString('utf8', recordStart, Math.min(recordEnd, recordStart + 4 * VALORE_MAX_CHARS))
        .slice(0, VALORE_MAX_CHARS);
      this.errors.push({ riga: line, id: '', colonna: '', valore, errore: fraseDifetto(defect) });
      return false;
    }
    const { larghezza } = this.#intestazione;
    const difetto =
      fields === this.#columns || takesShape(this.#scanner, this.#columns, larghezza)
        ? this.#totale()
        : fraseForma(this.#scanner, this.#columns);
    if (difetto !== undefined) this.refuse('', difetto);
    return difetto === undefined;
  }

  #totale(): string | undefined {
    const { place } = this.#posti.trimestre;
    const { starts, ends } = this.#scanner;
    return place >= 0 && starts[place] === ends[place]
      ? fraseTotale(this.#scanner, this.#columns)
      : fraseTotaleNominato(this.#scanner, this.#nomi);
  }

  #id(): string {
    const place = this.#place('id');
    return place >= 0 && place < this.#scanner.fields ? this.text('id').slice(0, VALORE_MAX_CHARS) : '';
  }

  /** Where a column stands in the file; -1 when it does not. */
  #place(colonna: Colonna): number {
    return this.#intestazione.posti.get(colonna) ?? -1;
  }

  /** A code is only looked at: `codici` takes it out for those who want it. */
  #check<T extends string>(posto: Posto<CodeReader<T>>): void {
    const { starts, ends, bytes } = this.#scanner;
    const { place, lettore } = posto;
    if (place < 0 || lettore.isPlain(bytes, starts[place] as number, ends[place] as number)) return;
    this.#read(posto);
  }

  #read<T>({ colonna, place, lettore }: Posto<CellReader<T>>): T | undefined {
    if (place < 0) return undefined;
    const { starts, ends, bytes } = this.#scanner;
    const from = starts[place] as number;
    const to = ends[place] as number;
    if (from === to) return undefined;
    try {
      if (isTrimmed(bytes, from, to)) return lettore.read(bytes, from, to);
      const testo = this.#scanner.value(place).trim();
      return testo === '' ? undefined : lettore.parse(testo);
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      this.refuse(colonna, conSospetto(this.text(colonna), errore));
      return undefined;
    }
  }

  /** Every way of counting hours, one figure or week by week. */
  #base(dati: DatiCalcolo, settimane: readonly Decimale[] | undefined): BaseDiCalcolo | undefined {
    if (settimane === undefined) return { forma: 'semplice', dati };
    try {
      return { forma: 'situazione', testo: situazioneDaSettimane(dati, settimane) };
    } catch (errore) {
      this.refuseBecause(errore);
      return undefined;
    }
  }

  #checkRequired(
    { trimestre, ore, oreSettimanali }: { readonly [campo in 'trimestre' | 'ore' | 'oreSettimanali']: unknown },
    facoltative: Facoltative,
  ): void {
    if (facoltative.trimestre !== true && trimestre === undefined && this.text('trimestre') === '') {
      this.refuse('trimestre', 'Manca il trimestre: scrivere per esempio 4/2020.');
    }
    const nessunaOra = ore === undefined && oreSettimanali === undefined;
    if (facoltative.ore !== true && nessunaOra && this.text('ore') === '' && this.text('ore_settimanali') === '') {
      this.refuse(
        this.colonnaDelleOre,
        'Mancano le ore: indicare le ore settimanali, oppure quelle di tutto il trimestre.',
      );
    }
  }
}
