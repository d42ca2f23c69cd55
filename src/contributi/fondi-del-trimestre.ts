import type { Norme } from '../norme/norme.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { CodiceAssociazione } from './calcolo.ts';
import { type TariffaAssistenza, tariffaAssistenza, tariffaNota } from './tariffa-assistenza.ts';

/** A value of a fund's named reading, and what it says. */
export interface LetturaDelFondo {
  readonly valore: string;
  readonly testo: string;
}

/** What the contractual funds take in a quarter, by their readings: each worked out once. */
export class FondiDelTrimestre {
  readonly #domenica: Giorno;
  readonly #ultimo: Giorno;
  readonly #norme: Norme;
  /** By code, or code and reading. */
  readonly #assistenze = new Map<string, TariffaAssistenza>();
  readonly #cambiano = new Map<string, boolean>();
  readonly #letture = new Map<string, readonly LetturaDelFondo[]>();

  constructor(domenica: Giorno, ultimo: Giorno, norme: Norme) {
    this.#domenica = domenica;
    this.#ultimo = ultimo;
    this.#norme = norme;
  }

  /** What an hour of the quarter's last day costs. @throws ErroreDati `associazione-sconosciuta` */
  assistenza(codice: CodiceAssociazione, lettura: string | undefined): TariffaAssistenza {
    const chiave = lettura === undefined ? codice : `${codice} ${lettura}`;
    let tariffa = this.#assistenze.get(chiave);
    if (tariffa === undefined) {
      tariffa = tariffaAssistenza(codice, this.#ultimo, this.#norme, lettura);
      this.#assistenze.set(chiave, tariffa);
    }
    return tariffa;
  }

  /** True when that is not the amount of the quarter's first day: it changed, or the fund began, inside the weeks. */
  cambia(codice: CodiceAssociazione, lettura: string | undefined): boolean {
    const chiave = lettura === undefined ? codice : `${codice} ${lettura}`;
    let cambia = this.#cambiano.get(chiave);
    if (cambia === undefined) {
      cambia = this.#totale(codice, this.#domenica, lettura) !== this.#totale(codice, this.#ultimo, lettura);
      this.#cambiano.set(chiave, cambia);
    }
    return cambia;
  }

  /** The readings that give this quarter different amounts, the default first; none where they agree. */
  letture(codice: CodiceAssociazione): readonly LetturaDelFondo[] {
    let note = this.#letture.get(codice);
    if (note === undefined) {
      const fondo = this.#norme.associazioni.associazioni.find((voce) => voce.codice === codice);
      const tutte = fondo === undefined ? [] : [fondo.lettura, ...fondo.altre];
      const importi = tutte.map(({ valore }) => this.#totale(codice, this.#ultimo, valore));
      note = new Set(importi).size > 1 ? tutte : [];
      this.#letture.set(codice, note);
    }
    return note;
  }

  #totale(codice: CodiceAssociazione, giorno: Giorno, lettura: string | undefined): number | undefined {
    return tariffaNota(codice, giorno, this.#norme, lettura)?.totale;
  }
}
