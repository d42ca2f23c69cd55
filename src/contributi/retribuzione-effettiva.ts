import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import { Decimale, inEuro } from '../valori/decimale.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import { ORA } from '../valori/ore.ts';
import { controllaPaga, vocePaga, type VocePaga, voceVitto } from './accordo-paga.ts';
import type { LetturaTredicesima, PagaEVitto } from './calcolo.ts';
import type { ContestoTrimestre } from './contesto-trimestre.ts';
import { comeDecimale, type OrarioOrdinario } from './ore.ts';

/** Pay + board + thirteenth of one hour, rounded to the cent (what decides the band), with what gave it. */
export interface RetribuzioneEffettiva {
  readonly centesimi: Centesimi;
  readonly lettura: LetturaTredicesima;
  /** Null when the effective pay was given already worked out. */
  readonly conto: ContoPaga | null;
}

/**
 * Pay and board of one hour. `intere` holds them as integers over the one denominator `13 × ore`, in thousandths of a euro;
 * undefined when hours or values are too fine for integers, and decimals take over.
 */
export interface ContoPaga {
  readonly paga: VocePaga;
  readonly vitto: VocePaga | null;
  readonly orario: OrarioOrdinario;
  readonly intere: { readonly paga: number; readonly vitto: number; readonly ore: number } | undefined;
}

/**
 * Effective hourly pay. With `p` the pay and `v` the board of one hour, thirteenth on both (the current practice):
 * `(p + v) × 13/12`; on pay alone (the older one): `p × 13/12 + v`. A month is 52/12 weeks. One rounding, at the end,
 * half-up to the cent.
 * @returns null when no pay was given
 * @throws ErroreDati when pay or board is out of bounds, or the year's board value is not known
 */
export function retribuzioneEffettiva(
  dati: PagaEVitto,
  orario: OrarioOrdinario,
  { tabella }: ContestoTrimestre,
  lettura: LetturaTredicesima = 'su-paga-e-vitto',
): RetribuzioneEffettiva | null {
  const { paga, retribuzioneOrariaEffettiva } = dati;
  if (retribuzioneOrariaEffettiva !== undefined) {
    controllaPaga(retribuzioneOrariaEffettiva, 'oraria', 'retribuzioneOrariaEffettiva');
    return { centesimi: retribuzioneOrariaEffettiva, lettura, conto: null };
  }
  const vitto = voceVitto(dati, tabella);
  if (paga === undefined) return null;
  const conto = imposta(vocePaga(paga), vitto, orario);
  return { centesimi: inCentesimi(conto, lettura), lettura, conto };
}

/** The same by the other reading of the thirteenth, when board makes the two differ. */
export function conAltraTredicesima({ conto, lettura }: RetribuzioneEffettiva): Centesimi | undefined {
  if (conto === null || conto.vitto === null) return undefined;
  return inCentesimi(conto, lettura === 'sulla-paga' ? 'su-paga-e-vitto' : 'sulla-paga');
}

/** The value before the rounding, in euro to 20 decimals: beyond them the quotients of 34 digits are only almost exact. */
export function retribuzioneEsatta({ centesimi: importo, conto, lettura }: RetribuzioneEffettiva): Decimale {
  if (conto === null) return inEuro(importo);
  const diPaga = euroPerOra(conto.paga, conto.orario);
  const diVitto = euroPerOra(conto.vitto, conto.orario);
  const somma =
    lettura === 'su-paga-e-vitto'
      ? diPaga.plus(diVitto).times(13).dividedBy(12)
      : diPaga.times(13).dividedBy(12).plus(diVitto);
  return somma.toDecimalPlaces(20);
}

/** Euro an hour, exact up to 34 digits. */
export function euroPerOra(voce: VocePaga | null, { settimanali, divisore }: OrarioOrdinario): Decimale {
  if (voce === null) return new Decimale(0);
  const importo = millesimi(voce).dividedBy(1000);
  if (voce.ogni === 'ora') return importo;
  const settimanale = voce.ogni === 'mese' ? importo.times(12).dividedBy(52) : importo;
  return settimanale.times(divisore).dividedBy(comeDecimale(settimanali));
}

function imposta(paga: VocePaga, vitto: VocePaga | null, orario: OrarioOrdinario): ContoPaga {
  const { settimanali, divisore } = orario;
  const intere = typeof settimanali === 'number' ? inInteri(paga, vitto, settimanali, divisore * ORA) : undefined;
  return { paga, vitto, orario, intere };
}

/** Undefined when a product would no longer be exact. @param settimanali weekly hours times `scala`, whole */
export function inInteri(
  paga: VocePaga,
  vitto: VocePaga | null,
  settimanali: number,
  scala: number,
): ContoPaga['intere'] {
  const diPaga = perVoce(paga, settimanali, scala);
  const diVitto = vitto === null ? 0 : perVoce(vitto, settimanali, scala);
  // No product below exceeds (paga + vitto) × 26 or × 2000.
  const precise = (diPaga + diVitto) * 2000 + settimanali < Number.MAX_SAFE_INTEGER;
  return precise ? { paga: diPaga, vitto: diVitto, ore: settimanali } : undefined;
}

function perVoce(voce: VocePaga, settimanali: number, scala: number): number {
  if (voce.ogni === 'ora') return voce.millesimi * 13 * settimanali;
  return voce.millesimi * (voce.ogni === 'mese' ? 3 : 13) * scala;
}

/** A pay in cents, half-up, by a reading of the thirteenth. */
function inCentesimi(conto: ContoPaga, lettura: LetturaTredicesima): Centesimi {
  const { intere } = conto;
  if (intere === undefined) return inCentesimiConDecimali(conto, lettura);
  return centesimi(
    lettura === 'su-paga-e-vitto'
      ? dividiMezzoInSu(intere.paga + intere.vitto, 120 * intere.ore)
      : dividiMezzoInSu(13 * intere.paga + 12 * intere.vitto, 1560 * intere.ore),
  );
}

/**
 * The same fraction in decimals, rounded before any division: a quotient of 34 digits may fall just under half a cent that
 * is exactly there.
 */
function inCentesimiConDecimali({ paga, vitto, orario }: ContoPaga, lettura: LetturaTredicesima): Centesimi {
  const esatte = comeDecimale(orario.settimanali);
  const decimali = (voce: VocePaga): Decimale =>
    voce.ogni === 'ora'
      ? millesimi(voce).times(13).times(esatte)
      : millesimi(voce)
          .times(voce.ogni === 'mese' ? 3 : 13)
          .times(orario.divisore);
  const diPaga = decimali(paga);
  const diVitto = vitto === null ? new Decimale(0) : decimali(vitto);
  const suTutto = lettura === 'su-paga-e-vitto';
  const numeratore = suTutto ? diPaga.plus(diVitto) : diPaga.times(13).plus(diVitto.times(12));
  const doppioDivisore = esatte.times(suTutto ? 240 : 3120);
  return centesimi(numeratore.times(2).plus(doppioDivisore.dividedBy(2)).divToInt(doppioDivisore).toNumber());
}

function millesimi({ millesimi: interi, esatti }: VocePaga): Decimale {
  return esatti ?? new Decimale(interi);
}
