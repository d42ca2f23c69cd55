import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Fonte } from '../valori/spiegazione.ts';

export type Certezza = NonNullable<Fonte['certezza']>;
export type Componenti = Readonly<Record<string, string>>;

/** 1-3: pay bands of weeks up to 24 hours; 4: more than 24 hours a week with the same employer. */
export type NumeroFascia = 1 | 2 | 3 | 4;

/** The two printed columns of a table: with and without the CUAF share. */
export interface ColonneCuaf {
  readonly conCuaf: Centesimi;
  readonly senzaCuaf: Centesimi;
}

/** One printed row of a year's table: euro cents per paid hour. */
export interface Fascia {
  readonly numero: NumeroFascia;
  /** Band of effective hourly pay: more than `oltre`, up to and including `finoA`; both absent for band 4. */
  readonly oltre?: Centesimi;
  readonly finoA?: Centesimi;
  readonly convenzionale: Centesimi;
  readonly contributo: ColonneCuaf;
  /** With the 1.40% additional contribution; absent before 2013. */
  readonly tempoDeterminato?: ColonneCuaf;
  /** The worker's part, inside the totals above; the same with and without the 1.40%. */
  readonly quotaLavoratore: Centesimi;
}

/** The hourly contributions of one calendar year, as INPS published them (`rules/anni/AAAA.yaml`). */
export interface TabellaAnno {
  readonly anno: number;
  readonly circolare?: { readonly numero: string; readonly data: Giorno };
  /** Percent change of the FOI index that moved the bands, as text (`"0.7"`). */
  readonly istat: { readonly percentuale: string; readonly certezza: Certezza };
  readonly aliquote?: {
    readonly conCuaf: string;
    readonly senzaCuaf: string;
    readonly addizionaleTempoDeterminato?: string;
    /** Seen in print in a year's pages, or deduced from the printed amounts. */
    readonly certezza: { readonly conCuaf: Certezza; readonly senzaCuaf: Certezza };
    /** The funds that make up each rate, in percent: `pensione`, `disoccupazione`, `inail`, `fondoGaranziaTfr`; absent where not seen. */
    readonly componenti?: { readonly conCuaf: Componenti; readonly senzaCuaf: Componenti };
  };
  readonly fasce: readonly [Fascia, Fascia, Fascia, Fascia];
  /** Conventional daily value of board and lodging; absent where not known. */
  readonly vittoAlloggio?: {
    readonly pranzo?: string;
    readonly cena?: string;
    readonly alloggio?: string;
    readonly totale: string;
    /** Independent pages on which the value was seen. */
    readonly fontiViste: number;
  };
  /** Cells not seen in print but computed by the ISTAT chain; the number is the band's: `fasce.1.convenzionale`. */
  readonly celleCalcolate: readonly string[];
  /** Cells whose printed value departs from convenzionale × aliquota, with the reason: what is printed holds. */
  readonly scostamenti: readonly { readonly cella: string; readonly motivo: string }[];
  readonly note: readonly string[];
  readonly fonti: readonly Fonte[];
  readonly verificatoIl: Giorno;
}
