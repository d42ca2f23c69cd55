import type { Decimale } from '../../valori/decimale.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';

/** How readers of one language write amounts, numbers and days. */
export class FormatiDiLingua {
  readonly #euro: Intl.NumberFormat;
  readonly #numero: Intl.NumberFormat;
  readonly #giorno: Intl.DateTimeFormat;
  readonly #mesi: Intl.DateTimeFormat;

  constructor(lingua: string) {
    this.#euro = new Intl.NumberFormat(lingua, { style: 'currency', currency: 'EUR' });
    this.#numero = new Intl.NumberFormat(lingua, { maximumFractionDigits: 2 });
    this.#giorno = new Intl.DateTimeFormat(lingua, { dateStyle: 'medium', timeZone: 'UTC' });
    this.#mesi = new Intl.DateTimeFormat(lingua, { month: 'long', timeZone: 'UTC' });
  }

  euro(importo: Centesimi): string {
    return this.#euro.format(importo / 100);
  }

  /** Hours, with two decimals at most. */
  numero(quanto: Decimale | number): string {
    return this.#numero.format(Number(quanto));
  }

  giorno(giorno: Giorno): string {
    return this.#giorno.format(new Date(giorno));
  }

  /** From the month of one day to that of another: `luglio–settembre`. */
  mesi(dal: Giorno, al: Giorno): string {
    return this.#mesi.formatRange(new Date(dal), new Date(al));
  }
}
