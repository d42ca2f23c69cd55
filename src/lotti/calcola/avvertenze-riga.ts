import type { ImportiCalcolo } from '../../contributi/importi.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { prescrizione } from '../../prospetti/sanzioni/prescrizione.ts';
import { estremi, type Trimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';

/** Weekly hours, in hundredths, from which one may think that those of a month or of the quarter were meant. */
const ORE_MOLTE = 6000;

const ORE = 'sono 60 ore o più a settimana: controllare che non siano quelle di un mese o di un altro periodo';
const NON_INIZIATO = 'il trimestre non è ancora iniziato';

/**
 * Tells what is implausible about a row that can be calculated all the same. Sentences have no `;` or quotes, so that they can
 * stand in a cell. One instance a batch: what depends on quarter and day alone is worked out once.
 */
export class AvvertenzeRiga {
  readonly #oggi: Giorno;
  readonly #scadenze = new Map<Giorno, string>();
  readonly #futuri = new Map<number, boolean>();

  constructor(oggi: Giorno) {
    this.#oggi = oggi;
  }

  /** Adds to `frasi`. */
  di(frasi: string[], calcolo: Pick<ImportiCalcolo, 'trimestre' | 'ore' | 'settimane' | 'scadenza'>): void {
    const { trimestre, ore, settimane, scadenza } = calcolo;
    const centesimi = typeof ore === 'number' ? ore : ore.times(100).toNumber();
    if (centesimi >= ORE_MOLTE * settimane) frasi.push(ORE);
    const tardi = scadenza.scadenza < this.#oggi ? this.#scaduto(scadenza.scadenza) : '';
    if (tardi !== '') frasi.push(tardi);
    else if (this.#isFuture(trimestre)) frasi.push(NON_INIZIATO);
  }

  #scaduto(scadenza: Giorno): string {
    let frase = this.#scadenze.get(scadenza);
    if (frase === undefined) {
      const { giorno } = prescrizione(scadenza, regoleProspetti().sanzioni);
      frase =
        giorno < this.#oggi
          ? `la scadenza (${formatGiornoItaliano(scadenza)}) è passata, e anche il termine di prescrizione, se nessun atto lo ha interrotto`
          : `la scadenza (${formatGiornoItaliano(scadenza)}) è passata: all’importo si aggiungono le sanzioni`;
      this.#scadenze.set(scadenza, frase);
    }
    return frase;
  }

  #isFuture(trimestre: Trimestre): boolean {
    const chiave = trimestre.anno * 4 + trimestre.numero;
    let futuro = this.#futuri.get(chiave);
    if (futuro === undefined) this.#futuri.set(chiave, (futuro = estremi(trimestre).primo > this.#oggi));
    return futuro;
  }
}
