import {
  type ChiaveErrore,
  type CodiceErrore,
  codiceDi,
  fraseDi,
  type SegnapostiDi,
  statoDi,
} from './errori/catalogo.ts';
import { concorda, italiano } from './italiano.ts';

/** What any refusal may say besides the words its sentence asks for. */
interface Accanto {
  /** The input field. */
  readonly campo?: string | undefined;
  /** Seconds after which the same may go well (Retry-After). */
  readonly riprovaFra?: number;
  /** Where it happened, before the sentence: `regole.yaml, regola 3: `. */
  readonly prima?: string;
  /** What else can be done, after the sentence. */
  readonly dopo?: string;
}

type Dati = Accanto & Readonly<Record<string, string | number | undefined>>;

/** The values that the sentence of a refusal is made of, by the names that its template gives them. */
export type DatiErrore<C extends ChiaveErrore> = Accanto & { readonly [P in SegnapostiDi<C>]: string | number };

const DEL_CAMPO = '{campo}: ';

/**
 * Something a person gave (or a file held) is wrong: which field, why, and what to do. Its sentence and status are those of
 * the catalogue (`errori/`); every edge (page, API, CLI, batch) shows the same one, with the name that the field has there.
 */
class Rifiuto extends Error {
  /** Its place in the catalogue: the code, and which of the code's sentences. */
  readonly voce: ChiaveErrore;
  readonly dati: Dati;
  /** Stable for programs, kebab-case: `codice-fiscale-carattere-di-controllo`. */
  readonly codice: CodiceErrore;
  readonly statoHttp: number;

  constructor(voce: ChiaveErrore, dati: Dati = {}) {
    super(compose(fraseDi(voce), dati));
    this.name = 'ErroreDati';
    this.voce = voce;
    this.dati = dati;
    this.codice = codiceDi(voce);
    this.statoHttp = statoDi(this.codice);
  }

  /** One that was told elsewhere, as {@link voce} and {@link dati}: by a child process. */
  static di({ voce, dati }: Pick<Rifiuto, 'voce' | 'dati'>): Rifiuto {
    return new Rifiuto(voce, dati);
  }

  get campo(): string | undefined {
    return this.dati.campo;
  }

  get riprovaFra(): number | undefined {
    return this.dati.riprovaFra;
  }

  /** The sentence for who reads it at its field: without the field's name before it. */
  get senzaCampo(): string {
    const frase = fraseDi(this.voce);
    return compose(frase.startsWith(DEL_CAMPO) ? frase.slice(DEL_CAMPO.length) : frase, this.dati);
  }

  /** The same refusal with something else beside it: its field as another form calls it, where it happened, what else to do. */
  con(altro: Accanto): Rifiuto {
    return new Rifiuto(this.voce, { ...this.dati, ...altro });
  }
}

export type ErroreDati = Rifiuto;

/** The same class, whose constructor asks for just the values of the sentence that is named. */
export const ErroreDati = Rifiuto as {
  /**
   * @param voce code of the catalogue, or one of its sentences: `ore-mancanti`, `ore-mancanti/ferie`
   * @param dati what the sentence asks for, and the input field (`campo`)
   */
  new <C extends ChiaveErrore>(
    voce: C,
    ...dati: Accanto extends DatiErrore<C> ? [dati?: DatiErrore<C>] : [dati: DatiErrore<C>]
  ): Rifiuto;
  readonly prototype: Rifiuto;
  readonly di: typeof Rifiuto.di;
};

/** The object is not there, or is not the caller's: the two are never told apart (abuse case AB-01). */
export class NonTrovato extends ErroreDati<'non-trovato'> {
  constructor(che: string) {
    super('non-trovato', { che, trovato: concorda(che, 'trovat') });
    this.name = 'NonTrovato';
  }
}

/** The sentence with its values in their places; articles before numbers agree with them. */
function compose(frase: string, dati: Dati): string {
  const pezzi = frase.split(/\{(\w+)\}/);
  const fisse = pezzi.filter((_, i) => i % 2 === 0);
  const valori = pezzi.filter((_, i) => i % 2 === 1).map((nome) => dati[nome] ?? '');
  return `${dati.prima ?? ''}${italiano(Object.assign(fisse, { raw: fisse }), ...valori)}${dati.dopo ?? ''}`;
}
