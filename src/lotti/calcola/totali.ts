import { z } from 'zod';
import type { ImportiCalcolo } from '../../contributi/importi.ts';
import { formatTrimestre, parseTrimestre } from '../../scadenze/trimestre.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';

/** How many errors the summary itself names; the file of errors has them all. */
const PRIMI_ERRORI = 20;

const quanti = z.int().nonnegative();
const testo = z.string();
const schema = z.strictObject({
  righeCalcolate: quanti,
  righeRifiutate: quanti,
  righeConAvvertenze: quanti,
  bollettini: quanti,
  errori: quanti,
  totale: quanti,
  quotaLavoratore: quanti,
  quotaDatore: quanti,
  contributoAssociazione: quanti,
  /** By year × 4 + quarter: bollettini and cents. */
  perTrimestre: z.array(z.strictObject({ chiave: quanti, trimestre: testo, bollettini: quanti, totale: quanti })),
  primiErrori: z.array(z.strictObject({ riga: quanti, id: testo, colonna: testo, valore: testo, errore: testo })),
});

/** What a batch of amounts came to. Money in cents. */
export interface Riepilogo {
  /** Rows of data: calculated and refused. Empty lines are not rows. */
  readonly righe: number;
  readonly righeCalcolate: number;
  readonly righeRifiutate: number;
  /** Calculated, with something in the column `avvertenze`. */
  readonly righeConAvvertenze: number;
  /** Lines written: more than the rows where a quarter gives two bollettini. */
  readonly bollettini: number;
  /** Lines of the file of errors: a row can have several. */
  readonly errori: number;
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
  readonly contributoAssociazione: Centesimi;
  /** In order of time. */
  readonly perTrimestre: readonly { trimestre: string; bollettini: number; totale: Centesimi }[];
  readonly primiErrori: readonly ErroreRiga[];
}

/** Adds up a batch as it runs; its state goes into the checkpoint and comes back from it. */
export class Totali {
  readonly #stato: z.output<typeof schema>;
  readonly #trimestri = new Map<number, z.output<typeof schema>['perTrimestre'][number]>();

  /** @param stato what an earlier `state()` gave; throws when it is something else */
  constructor(stato?: unknown) {
    this.#stato = stato === undefined ? structuredClone(VUOTO) : schema.parse(stato);
    for (const voce of this.#stato.perTrimestre) this.#trimestri.set(voce.chiave, voce);
  }

  /** A row that was calculated, with its bollettini, and whether something about it is implausible. */
  add(calcoli: readonly ImportiCalcolo[], conAvvertenze: boolean): void {
    const stato = this.#stato;
    stato.righeCalcolate++;
    if (conAvvertenze) stato.righeConAvvertenze++;
    for (const calcolo of calcoli) {
      stato.bollettini++;
      stato.totale += calcolo.totale;
      stato.quotaLavoratore += calcolo.quotaLavoratore;
      stato.quotaDatore += calcolo.quotaDatore;
      stato.contributoAssociazione += calcolo.associazione?.totale ?? 0;
      const voce = this.#trimestre(calcolo);
      voce.bollettini++;
      voce.totale += calcolo.totale;
    }
  }

  /** A row that was refused, with what is wrong with it. */
  refuse(errori: readonly ErroreRiga[]): void {
    const { primiErrori } = this.#stato;
    this.#stato.righeRifiutate++;
    this.#stato.errori += errori.length;
    if (primiErrori.length < PRIMI_ERRORI) primiErrori.push(...errori.slice(0, PRIMI_ERRORI - primiErrori.length));
  }

  get righeCalcolate(): number {
    return this.#stato.righeCalcolate;
  }

  get righeRifiutate(): number {
    return this.#stato.righeRifiutate;
  }

  /** A copy that JSON can hold. */
  state(): unknown {
    return structuredClone(this.#stato);
  }

  riepilogo(): Riepilogo {
    const { totale, quotaLavoratore, quotaDatore, contributoAssociazione, perTrimestre, ...resto } = this.#stato;
    return {
      ...resto,
      righe: resto.righeCalcolate + resto.righeRifiutate,
      totale: centesimi(totale),
      quotaLavoratore: centesimi(quotaLavoratore),
      quotaDatore: centesimi(quotaDatore),
      contributoAssociazione: centesimi(contributoAssociazione),
      perTrimestre: [...perTrimestre]
        .sort((a, b) => a.chiave - b.chiave)
        .map((voce) => ({ trimestre: voce.trimestre, bollettini: voce.bollettini, totale: centesimi(voce.totale) })),
    };
  }

  #trimestre({ trimestre }: ImportiCalcolo) {
    const chiave = trimestre.anno * 4 + trimestre.numero;
    let voce = this.#trimestri.get(chiave);
    if (voce === undefined) {
      voce = { chiave, trimestre: formatTrimestre(trimestre), bollettini: 0, totale: 0 };
      this.#trimestri.set(chiave, voce);
      this.#stato.perTrimestre.push(voce);
    }
    return voce;
  }
}

/** The years of the quarters that were calculated: `1/2027` is of 2027. */
export function anniDi({ perTrimestre }: Riepilogo): number[] {
  return perTrimestre.map(({ trimestre }) => parseTrimestre(trimestre).anno);
}

const VUOTO: z.output<typeof schema> = {
  righeCalcolate: 0,
  righeRifiutate: 0,
  righeConAvvertenze: 0,
  bollettini: 0,
  errori: 0,
  totale: 0,
  quotaLavoratore: 0,
  quotaDatore: 0,
  contributoAssociazione: 0,
  perTrimestre: [],
  primiErrori: [],
};
