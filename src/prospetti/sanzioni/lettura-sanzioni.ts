import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { type Tasso, tassoDi } from '../../norme/tassi.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { aggiungiGiorni, type Giorno } from '../../valori/giorno.ts';
import type { DatiSanzioni } from './dati-sanzioni.ts';
import type { Misura } from './misura.ts';
import { finoAlTetto } from './tetto.ts';
import { costoDelTratto, periodiDelTasso, tassoDalGiorno, type TassoApplicato, type Tratto } from './tratti.ts';

/** How a rate that changed during the delay is applied; `costante` when it did not change. */
export type ModoTasso = 'alla-data-del-pagamento' | 'per-periodi' | 'costante';

/** Interest on the debt after the cap (art. 116 c. 9 L. 388/2000). */
export interface Mora {
  readonly tasso: ModoTasso;
  readonly tratti: readonly Tratto[];
  /** Rounded once, half-up. */
  readonly importo: Centesimi;
}

/** One way of reading the rules on one debt, worked out to the cent. */
export interface LetturaSanzioni {
  readonly tasso: ModoTasso;
  readonly misura: Misura;
  readonly tratti: readonly Tratto[];
  readonly tetto: Centesimi;
  readonly tettoRaggiuntoIl: Giorno | null;
  /** After the cap and the reduction, rounded once, half-up. */
  readonly sanzione: Centesimi;
  /** Null when the cap was not reached before the payment. */
  readonly mora: Mora | null;
  /** Sanction + interest. */
  readonly totale: Centesimi;
}

/** A way of applying a rate, and the stretches it gives. */
interface Modo {
  readonly modo: ModoTasso;
  readonly applicati: readonly TassoApplicato[];
}

/** The readings of one measure: two for each rate, the sanction's and the interest's, that changed during its days. */
export function lettureDi(dati: DatiSanzioni, misura: Misura, regole: RegoleProspetti): LetturaSanzioni[] {
  return modiDellaSanzione(dati, misura, regole).flatMap((modo) => leggi(dati, misura, modo, regole));
}

function modiDellaSanzione(dati: DatiSanzioni, { base, regime }: Misura, { tassi }: RegoleProspetti): readonly Modo[] {
  const dal = aggiungiGiorni(dati.scadenza, 1);
  if (base.tipo === 'bce') return modiDelTasso(tassoDi(tassi, 'bce'), dal, dati.pagamento, base.maggiorazione);
  const fonte = regime.fonti[0] ?? { titolo: 'art. 116 L. 388/2000' };
  const percentuale = new Decimale(base.percentuale);
  return [{ modo: 'costante', applicati: [{ dal, al: dati.pagamento, tassoBce: null, percentuale, fonte }] }];
}

/** At the rate in force on the last day, the payment's, which is the one proposed; then each day at its own. */
function modiDelTasso(tasso: Tasso, dal: Giorno, al: Giorno, maggiorazione: string): readonly Modo[] {
  const perPeriodi = periodiDelTasso(tasso, dal, al, maggiorazione);
  if (perPeriodi.length === 1) return [{ modo: 'costante', applicati: perPeriodi }];
  return [
    { modo: 'alla-data-del-pagamento', applicati: [tassoDalGiorno(tasso, al, dal, al, maggiorazione)] },
    { modo: 'per-periodi', applicati: perPeriodi },
  ];
}

function leggi(
  dati: DatiSanzioni,
  misura: Misura,
  { modo: tasso, applicati }: Modo,
  regole: RegoleProspetti,
): LetturaSanzioni[] {
  const tetto = inEuro(dati.contributi).times(misura.tetto).dividedBy(100);
  const { tratti, somma, raggiuntoIl } = finoAlTetto(costi(dati, applicati, regole), tetto);
  const ridotta =
    misura.riduzione === null ? somma : somma.times(new Decimale(100).minus(misura.riduzione)).dividedBy(100);
  const sanzione = arrotondaAlCentesimo(ridotta);
  const comune = { tasso, misura, tratti, tetto: arrotondaAlCentesimo(tetto), tettoRaggiuntoIl: raggiuntoIl, sanzione };
  if (raggiuntoIl === null || raggiuntoIl >= dati.pagamento) return [{ ...comune, mora: null, totale: sanzione }];
  return moreDal(raggiuntoIl, dati, regole).map((mora) => {
    return { ...comune, mora, totale: centesimi(sanzione + mora.importo) };
  });
}

function moreDal(raggiuntoIl: Giorno, dati: DatiSanzioni, regole: RegoleProspetti): Mora[] {
  const tasso = tassoDi(regole.tassi, 'mora');
  return modiDelTasso(tasso, aggiungiGiorni(raggiuntoIl, 1), dati.pagamento, '0').map(({ modo, applicati }) => {
    const tratti = costi(dati, applicati, regole);
    const somma = tratti.reduce((altri, { importo }) => altri.plus(importo), new Decimale(0));
    return { tasso: modo, tratti, importo: arrotondaAlCentesimo(somma) };
  });
}

function costi({ contributi }: DatiSanzioni, applicati: readonly TassoApplicato[], regole: RegoleProspetti): Tratto[] {
  return applicati.map((applicato) => costoDelTratto(contributi, applicato, regole.sanzioni.baseGiorni));
}
