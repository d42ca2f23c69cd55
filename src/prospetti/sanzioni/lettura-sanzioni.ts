import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { tassoDi } from '../../norme/tassi.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { aggiungiGiorni, type Giorno } from '../../valori/giorno.ts';
import type { DatiSanzioni } from './dati-sanzioni.ts';
import type { Misura } from './misura.ts';
import { finoAlTetto } from './tetto.ts';
import { costoDelTratto, periodiDelTasso, tassoDalGiorno, type TassoApplicato, type Tratto } from './tratti.ts';

/** How a rate that changed during the delay is applied; `costante` when it did not change. */
export type ModoTasso = 'alla-data-del-pagamento' | 'per-periodi' | 'costante';

/** One way of reading the rules on one debt, worked out to the cent. */
export interface LetturaSanzioni {
  readonly tasso: ModoTasso;
  /** The regime in force on the due date, or on the day of the payment. */
  readonly regime: 'della-scadenza' | 'del-pagamento';
  readonly misura: Misura;
  readonly tratti: readonly Tratto[];
  readonly tetto: Centesimi;
  readonly tettoRaggiuntoIl: Giorno | null;
  /** After the cap and the reduction, rounded once, half-up. */
  readonly sanzione: Centesimi;
  /** Interest after the cap, at the rate of the day of the payment; null when the cap was not reached before it. */
  readonly mora: (Tratto & { readonly arrotondato: Centesimi }) | null;
  /** Sanction + interest. */
  readonly totale: Centesimi;
}

/** The readings of one measure: one where the rate did not change during the delay, two where it did. */
export function lettureDi(
  dati: DatiSanzioni,
  misura: Misura,
  regime: LetturaSanzioni['regime'],
  regole: RegoleProspetti,
): LetturaSanzioni[] {
  const dal = aggiungiGiorni(dati.scadenza, 1);
  const { base } = misura;
  if (base.tipo === 'fissa') {
    const fonte = misura.regime.fonti[0] ?? { titolo: 'art. 116 L. 388/2000' };
    const percentuale = new Decimale(base.percentuale);
    const unico: TassoApplicato = { dal, al: dati.pagamento, tassoBce: null, percentuale, fonte };
    return [leggi(dati, misura, regime, 'costante', [unico], regole)];
  }
  const bce = tassoDi(regole.tassi, 'bce');
  const perPeriodi = periodiDelTasso(bce, dal, dati.pagamento, base.maggiorazione);
  if (perPeriodi.length === 1) return [leggi(dati, misura, regime, 'costante', perPeriodi, regole)];
  const delPagamento = tassoDalGiorno(bce, dati.pagamento, dal, dati.pagamento, base.maggiorazione);
  return [
    leggi(dati, misura, regime, 'alla-data-del-pagamento', [delPagamento], regole),
    leggi(dati, misura, regime, 'per-periodi', perPeriodi, regole),
  ];
}

function leggi(
  dati: DatiSanzioni,
  misura: Misura,
  regime: LetturaSanzioni['regime'],
  tasso: ModoTasso,
  applicati: readonly TassoApplicato[],
  regole: RegoleProspetti,
): LetturaSanzioni {
  const { baseGiorni } = regole.sanzioni;
  const tetto = inEuro(dati.contributi).times(misura.tetto).dividedBy(100);
  const costi = applicati.map((applicato) => costoDelTratto(dati.contributi, applicato, baseGiorni));
  const { tratti, somma, raggiuntoIl } = finoAlTetto(costi, tetto);
  const ridotta =
    misura.riduzione === null ? somma : somma.times(new Decimale(100).minus(misura.riduzione)).dividedBy(100);
  const sanzione = arrotondaAlCentesimo(ridotta);
  const mora = raggiuntoIl === null || raggiuntoIl >= dati.pagamento ? null : moraDal(raggiuntoIl, dati, regole);
  return {
    tasso,
    regime,
    misura,
    tratti,
    tetto: arrotondaAlCentesimo(tetto),
    tettoRaggiuntoIl: raggiuntoIl,
    sanzione,
    mora,
    totale: centesimi(sanzione + (mora?.arrotondato ?? 0)),
  };
}

/** Art. 116 c. 9 L. 388/2000: at the rate in force on the day of the payment (INPS circular 81/2019). */
function moraDal(raggiuntoIl: Giorno, dati: DatiSanzioni, regole: RegoleProspetti): LetturaSanzioni['mora'] {
  const dal = aggiungiGiorni(raggiuntoIl, 1);
  const applicato = tassoDalGiorno(tassoDi(regole.tassi, 'mora'), dati.pagamento, dal, dati.pagamento, '0');
  const tratto = costoDelTratto(dati.contributi, applicato, regole.sanzioni.baseGiorni);
  return { ...tratto, arrotondato: arrotondaAlCentesimo(tratto.importo) };
}
