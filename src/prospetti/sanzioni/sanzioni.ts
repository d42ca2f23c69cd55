import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { tassoDi } from '../../norme/tassi.ts';
import { arrotondaAlCentesimo, Decimale } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, giorniTra } from '../../valori/giorno.ts';
import { avvertenzeSanzioni } from './avvertenze-sanzioni.ts';
import type { DatiSanzioni } from './dati-sanzioni.ts';
import { lettureDi, type LetturaSanzioni } from './lettura-sanzioni.ts';
import { misuraDi, regimeDel } from './misura.ts';
import { prescrizione, type Prescrizione } from './prescrizione.ts';
import { costoDelTratto, periodiDelTasso } from './tratti.ts';

/** What a late payment of contributions costs, by every reading that the sources leave open. */
export interface ProspettoSanzioni {
  readonly dati: DatiSanzioni;
  /** From the day after the due date to that of the payment, included; 0 when it was in time. */
  readonly giorniRitardo: number;
  /** The first is the one this program proposes; empty when the payment was in time. */
  readonly letture: readonly LetturaSanzioni[];
  /** Smallest and largest total of the readings. */
  readonly minimo: Centesimi;
  readonly massimo: Centesimi;
  /**
   * Legal interest on the same days, for comparison: the least that can be granted where the law allows a reduction
   * (art. 116 c. 15 L. 388/2000).
   */
  readonly interessiLegali: Centesimi;
  readonly prescrizione: Prescrizione;
  /** What was not verified and what to know. Italian sentences. */
  readonly avvertenze: readonly string[];
}

/**
 * Civil sanctions on contributions paid late (art. 116 cc. 8-10 L. 388/2000, changed by art. 30 DL 19/2024 from 1/9/2024):
 * contributions × yearly rate × days / 365, up to the cap, then interest. The regime is that of the due date: the one of
 * 1/9/2024 is not retroactive (circ. INPS 90/2024).
 * @throws ErroreDati `contributi-non-positivi`, `periodo-non-coperto`, `tasso-non-noto`
 */
export function sanzioni(dati: DatiSanzioni, regole: RegoleProspetti): ProspettoSanzioni {
  if (dati.contributi <= 0) {
    throw new ErroreDati('contributi-non-positivi', { campo: 'contributi' });
  }
  const giorniRitardo = Math.max(0, giorniTra(dati.scadenza, dati.pagamento));
  const letture =
    giorniRitardo === 0 ? [] : lettureDi(dati, misuraDi(dati, regimeDel(dati.scadenza, regole.sanzioni)), regole);
  const termine = prescrizione(dati.scadenza, regole.sanzioni);
  const totali = letture.map(({ totale }) => totale);
  return {
    dati,
    giorniRitardo,
    letture,
    minimo: centesimi(totali.length === 0 ? 0 : Math.min(...totali)),
    massimo: centesimi(totali.length === 0 ? 0 : Math.max(...totali)),
    interessiLegali: giorniRitardo === 0 ? centesimi(0) : legalInterest(dati, regole),
    prescrizione: termine,
    avvertenze: avvertenzeSanzioni(dati, letture, termine, regole),
  };
}

function legalInterest(dati: DatiSanzioni, regole: RegoleProspetti): Centesimi {
  const dal = aggiungiGiorni(dati.scadenza, 1);
  const periodi = periodiDelTasso(tassoDi(regole.tassi, 'legale'), dal, dati.pagamento, '0');
  const somma = periodi.reduce(
    (totale, periodo) => totale.plus(costoDelTratto(dati.contributi, periodo, regole.sanzioni.baseGiorni).importo),
    new Decimale(0),
  );
  return arrotondaAlCentesimo(somma);
}
