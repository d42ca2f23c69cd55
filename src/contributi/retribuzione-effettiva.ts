import type { Criteri } from '../norme/criteri.ts';
import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import { Decimale, inEuro } from '../valori/decimale.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import type { Passo } from '../valori/spiegazione.ts';
import { controllaPaga, vocePaga, type VocePaga, voceVitto } from './accordo-paga.ts';
import type { DatiCalcoloCompleti, LetturaTredicesima } from './calcolo.ts';
import type { ContestoTrimestre } from './contesto-trimestre.ts';
import { type OreDelTrimestre, testo as testoOre } from './ore.ts';
import { decimale, euro } from './testo.ts';

/** Pay + board + thirteenth of one hour: rounded to the cent (what decides the band), and the exact value on request. */
export interface RetribuzioneEffettiva {
  readonly centesimi: Centesimi;
  /** Exact value in euro, before the rounding. */
  readonly esatta: () => Decimale;
  readonly passi: readonly Passo[];
  /** The same by the other reading of the thirteenth, when board makes the two differ. */
  readonly altraLettura: Centesimi | undefined;
}

/**
 * Effective hourly pay. With `p` the pay and `v` the board of one hour, thirteenth on both (the current practice):
 * `(p + v) × 13/12`; on pay alone (the older one): `p × 13/12 + v`. A month is 52/12 weeks. One rounding, at the end,
 * half-up to the cent.
 * @returns null when no pay was given
 * @throws ErroreDati when pay or board is out of bounds, or the year's board value is not known
 */
export function retribuzioneEffettiva(
  dati: DatiCalcoloCompleti,
  ore: OreDelTrimestre,
  { tabella, criteri }: ContestoTrimestre,
): RetribuzioneEffettiva | null {
  const { paga, retribuzioneOrariaEffettiva, tredicesima = 'su-paga-e-vitto' } = dati;
  if (retribuzioneOrariaEffettiva !== undefined) return dichiarata(retribuzioneOrariaEffettiva, criteri);
  const vitto = voceVitto(dati, tabella);
  if (paga === undefined) return null;
  const conto = imposta(vocePaga(paga), vitto, ore);
  return {
    centesimi: inCentesimi(conto, tredicesima),
    esatta: () => esatta(conto, tredicesima),
    passi: spiega(conto, tredicesima, criteri),
    altraLettura:
      vitto === null ? undefined : inCentesimi(conto, tredicesima === 'sulla-paga' ? 'su-paga-e-vitto' : 'sulla-paga'),
  };
}

/**
 * Pay and board of one hour. `intere` holds them as integers over the one denominator `13 × ore`, in thousandths of a euro;
 * undefined when hours or values are too fine for integers, and decimals take over.
 */
interface Conto {
  readonly paga: VocePaga;
  readonly vitto: VocePaga | null;
  readonly ore: OreDelTrimestre;
  readonly intere: { readonly paga: number; readonly vitto: number; readonly ore: number } | undefined;
}

function dichiarata(importo: Centesimi, { retribuzioneEffettiva: { fonte } }: Criteri): RetribuzioneEffettiva {
  controllaPaga(importo, 'oraria', 'retribuzioneOrariaEffettiva');
  const passo: Passo = {
    etichetta: 'Retribuzione oraria effettiva (paga, tredicesima, vitto e alloggio), come indicata',
    formula: euro(importo),
    risultato: euro(importo),
    fonte,
  };
  return { centesimi: importo, esatta: () => inEuro(importo), passi: [passo], altraLettura: undefined };
}

function imposta(paga: VocePaga, vitto: VocePaga | null, ore: OreDelTrimestre): Conto {
  const scala = ore.settimanali.intere >= 0 ? ore.divisore : ore.divisore * 100;
  return { paga, vitto, ore, intere: inInteri(paga, vitto, inCentesimiDiOra(ore), scala) };
}

function inInteri(paga: VocePaga, vitto: VocePaga | null, settimanali: number, scala: number): Conto['intere'] {
  const perVoce = (voce: VocePaga): number =>
    voce.ogni === 'ora' ? voce.millesimi * 13 * settimanali : voce.millesimi * (voce.ogni === 'mese' ? 3 : 13) * scala;
  const intere = { paga: perVoce(paga), vitto: vitto === null ? 0 : perVoce(vitto), ore: settimanali };
  // No product below exceeds (paga + vitto) × 26 or × 2000.
  const precise = (intere.paga + intere.vitto) * 2000 + settimanali < Number.MAX_SAFE_INTEGER;
  return precise ? intere : undefined;
}

/**
 * The effective hourly pay alone, in integers; undefined when they do not suffice.
 * @param settimanali weekly hours times `scala`, whole
 */
export function effettivaInInteri(
  paga: VocePaga,
  vitto: VocePaga | null,
  settimanali: number,
  scala: number,
): Centesimi | undefined {
  const intere = inInteri(paga, vitto, settimanali, scala);
  if (intere === undefined) return undefined;
  return centesimi(dividiMezzoInSu(intere.paga + intere.vitto, 120 * intere.ore));
}

/** Weekly hours whole, or in hundredths of an hour; NaN when finer. */
function inCentesimiDiOra({ settimanali }: OreDelTrimestre): number {
  if (settimanali.intere >= 0) return settimanali.intere;
  const centesimiDiOra = settimanali.esatte.times(100);
  return centesimiDiOra.isInteger() ? centesimiDiOra.toNumber() : Number.NaN;
}

function inCentesimi(conto: Conto, lettura: LetturaTredicesima): Centesimi {
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
function inCentesimiConDecimali({ paga, vitto, ore }: Conto, lettura: LetturaTredicesima): Centesimi {
  const { esatte } = ore.settimanali;
  const perVoce = (voce: VocePaga): Decimale =>
    voce.ogni === 'ora'
      ? millesimi(voce).times(13).times(esatte)
      : millesimi(voce)
          .times(voce.ogni === 'mese' ? 3 : 13)
          .times(ore.divisore);
  const diPaga = perVoce(paga);
  const diVitto = vitto === null ? new Decimale(0) : perVoce(vitto);
  const suTutto = lettura === 'su-paga-e-vitto';
  const numeratore = suTutto ? diPaga.plus(diVitto) : diPaga.times(13).plus(diVitto.times(12));
  const doppioDivisore = esatte.times(suTutto ? 240 : 3120);
  return centesimi(numeratore.times(2).plus(doppioDivisore.dividedBy(2)).divToInt(doppioDivisore).toNumber());
}

function millesimi({ millesimi: interi, esatti }: VocePaga): Decimale {
  return esatti ?? new Decimale(interi);
}

/** Euro, to 20 decimals: beyond them the quotients of 34 digits are only almost exact. */
function esatta({ paga, vitto, ore }: Conto, lettura: LetturaTredicesima): Decimale {
  const diPaga = oraria(paga, ore);
  const diVitto = oraria(vitto, ore);
  const somma =
    lettura === 'su-paga-e-vitto'
      ? diPaga.plus(diVitto).times(13).dividedBy(12)
      : diPaga.times(13).dividedBy(12).plus(diVitto);
  return somma.toDecimalPlaces(20);
}

/** Euro an hour, exact up to 34 digits. */
function oraria(voce: VocePaga | null, { settimanali, divisore }: OreDelTrimestre): Decimale {
  if (voce === null) return new Decimale(0);
  const importo = millesimi(voce).dividedBy(1000);
  if (voce.ogni === 'ora') return importo;
  const settimanale = voce.ogni === 'mese' ? importo.times(12).dividedBy(52) : importo;
  return settimanale.times(divisore).dividedBy(settimanali.esatte);
}

const TREDICESIMA = 'Quota di tredicesima di un’ora';
const FINALE = 'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso)';

function spiega(conto: Conto, lettura: LetturaTredicesima, criteri: Criteri): Passo[] {
  const { paga, vitto, ore } = conto;
  const { fonte } = criteri.retribuzioneEffettiva;
  const base = perOra(paga, ore);
  const passi: Passo[] = [];
  if (paga.ogni !== 'ora') {
    passi.push({ etichetta: 'Paga di un’ora', formula: base, risultato: inMicro(conto, 'paga'), fonte });
  }
  const risultato = euro(inCentesimi(conto, lettura));
  if (vitto === null) {
    // Without board the two readings of the thirteenth are one, and no source disagrees.
    const quota = inMicro(conto, 'tredicesima');
    passi.push({ etichetta: TREDICESIMA, formula: `${base} / 12`, risultato: quota, fonte });
    passi.push({ etichetta: FINALE, formula: `${base} × 13 / 12`, risultato, fonte });
    return passi;
  }
  const perVitto = perOra(vitto, ore);
  passi.push({ etichetta: 'Vitto e alloggio di un’ora', formula: perVitto, risultato: inMicro(conto, 'vitto'), fonte });
  const suTutto = lettura === 'su-paga-e-vitto';
  const insieme = `(${base} + ${perVitto})`;
  passi.push({
    etichetta: TREDICESIMA,
    formula: `${suTutto ? insieme : base} / 12`,
    risultato: inMicro(conto, suTutto ? 'tredicesima' : 'tredicesima-sulla-paga'),
    fonte: (suTutto ? criteri.tredicesimaSuPagaEVitto : criteri.tredicesimaSullaPaga).fonte,
  });
  const formula = suTutto ? `${insieme} × 13 / 12` : `${base} × 13 / 12 + ${perVitto}`;
  passi.push({ etichetta: FINALE, formula, risultato, fonte });
  return passi;
}

function perOra(voce: VocePaga, { settimanali, divisore }: OreDelTrimestre): string {
  if (voce.ogni === 'ora') return voce.testo;
  const ore = divisore === 1 ? testoOre(settimanali) : `(${testoOre(settimanali)} / ${divisore})`;
  return voce.ogni === 'mese' ? `${voce.testo} × 12 / 52 / ${ore}` : `${voce.testo} / ${ore}`;
}

type Parte = 'paga' | 'vitto' | 'tredicesima' | 'tredicesima-sulla-paga';

/** A part of the hourly pay with six decimals, half-up, as a step prints it. */
function inMicro(conto: Conto, parte: Parte): string {
  const { intere } = conto;
  if (intere === undefined) return `${decimale(parteEsatta(conto, parte))} €`;
  const { paga, vitto, ore } = intere;
  const numeratore = parte === 'vitto' ? vitto : parte === 'tredicesima' ? paga + vitto : paga;
  const dodicesimi = parte === 'paga' || parte === 'vitto' ? 13 : 156;
  return `${inSeiDecimali(dividiMezzoInSu(numeratore * 1000, ore * dodicesimi))} €`;
}

/** Three digits, as they are and without the zeros at their end. */
const TRE_CIFRE = Array.from({ length: 1000 }, (_, numero) => String(numero).padStart(3, '0'));
const SENZA_ZERI = TRE_CIFRE.map((cifre) => cifre.replace(/0+$/, ''));

/** Millionths as a number with a comma and no zeros at its end: `866875` → `0,866875`, `1402500` → `1,4025`. */
function inSeiDecimali(milionesimi: number): string {
  const ultime = milionesimi % 1000;
  const migliaia = (milionesimi - ultime) / 1000;
  const prime = migliaia % 1000;
  const interi = (migliaia - prime) / 1000;
  if (ultime > 0) return `${interi},${TRE_CIFRE[prime] as string}${SENZA_ZERI[ultime] as string}`;
  return prime > 0 ? `${interi},${SENZA_ZERI[prime] as string}` : String(interi);
}

function parteEsatta({ paga, vitto, ore }: Conto, parte: Parte): Decimale {
  if (parte === 'vitto') return oraria(vitto, ore);
  if (parte === 'paga') return oraria(paga, ore);
  const somma = parte === 'tredicesima' ? oraria(paga, ore).plus(oraria(vitto, ore)) : oraria(paga, ore);
  return somma.dividedBy(12);
}
