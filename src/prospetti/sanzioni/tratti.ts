import type { Tasso } from '../../norme/tassi.ts';
import { valoreDelGiorno } from '../../norme/tassi.ts';
import { Decimale, inEuro } from '../../valori/decimale.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, formatGiornoItaliano, giorniTra, type Giorno } from '../../valori/giorno.ts';
import type { Fonte } from '../../valori/spiegazione.ts';

/** Days of delay at one yearly rate, and what they cost before any rounding. */
export interface Tratto {
  /** First and last day, both included. */
  readonly dal: Giorno;
  readonly al: Giorno;
  readonly giorni: number;
  /** The ECB rate inside `percentuale`; null where the rate is fixed by law. */
  readonly tassoBce: string | null;
  /** Whole yearly rate, percent. */
  readonly percentuale: Decimale;
  /** Exact euro. */
  readonly importo: Decimale;
  readonly fonte: Fonte;
}

/** A stretch of days and the rate that holds on them. */
export interface TassoApplicato {
  readonly dal: Giorno;
  readonly al: Giorno;
  readonly tassoBce: string | null;
  readonly percentuale: Decimale;
  readonly fonte: Fonte;
}

/** Cuts `dal`-`al` (both included) where the rate changes; `maggiorazione` in points is added to each value. */
export function periodiDelTasso(tasso: Tasso, dal: Giorno, al: Giorno, maggiorazione: string): TassoApplicato[] {
  const cambi = tasso.valori.map((valore) => valore.dal).filter((cambio) => cambio > dal && cambio <= al);
  const inizi = [dal, ...cambi];
  return inizi.map((inizio, indice) => {
    const seguente = inizi[indice + 1];
    return tassoDalGiorno(
      tasso,
      inizio,
      inizio,
      seguente === undefined ? al : aggiungiGiorni(seguente, -1),
      maggiorazione,
    );
  });
}

/**
 * The whole of `dal`-`al` at the rate that held on `giorno`.
 * @throws ErroreDati `tasso-non-noto` when the rate of that day is not in rules/tassi.yaml
 */
export function tassoDalGiorno(
  tasso: Tasso,
  giorno: Giorno,
  dal: Giorno,
  al: Giorno,
  maggiorazione: string,
): TassoApplicato {
  const valore = valoreDelGiorno(tasso, giorno);
  if (valore === undefined) {
    throw new ErroreDati('tasso-non-noto', {
      nome: tasso.nome,
      giorno: formatGiornoItaliano(giorno),
      primo: formatGiornoItaliano(tasso.valori[0]?.dal ?? giorno),
      campo: 'scadenza',
    });
  }
  return {
    dal,
    al,
    tassoBce: tasso.codice === 'bce' ? valore.percentuale : null,
    percentuale: new Decimale(valore.percentuale).plus(maggiorazione),
    fonte: valore.fonte,
  };
}

/** contributions × rate × days / 100 / base, exact to 34 digits. */
export function costoDelTratto(contributi: Centesimi, applicato: TassoApplicato, baseGiorni: number): Tratto {
  const giorni = giorniTra(applicato.dal, applicato.al) + 1;
  return {
    ...applicato,
    giorni,
    importo: inEuro(contributi)
      .times(applicato.percentuale)
      .times(giorni)
      .dividedBy(100 * baseGiorni),
  };
}
