import type { TabellaAnno } from '../norme/tabella-anno.ts';
import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../valori/decimale.ts';
import { centesimi, type Centesimi, formatEuroItaliano } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import type { DatiCalcolo, PagaPattuita } from './calcolo.ts';
import type { OreDelTrimestre } from './ore.ts';
import { decimale, euro, ore as testoOre } from './testo.ts';

/** Most that can be asked for: beyond it, a comma was surely misplaced. Cents. */
export const PAGA_MASSIMA = { oraria: 100_000, mensile: 10_000_000 } as const;

/** Pay + board + thirteenth of one hour: rounded to the cent (what decides the band), and the exact value on request. */
export interface RetribuzioneEffettiva {
  readonly centesimi: Centesimi;
  /** Exact value in euro, before the rounding. */
  readonly esatta: () => Decimale;
  readonly passi: () => readonly Passo[];
}

/** The board that enters the pay: daily value (euro, exact text) and days a week. */
interface Vitto {
  readonly valore: string;
  readonly giorni: number;
}

/**
 * Effective hourly pay, thirteenth reckoned on pay and board (the current practice; the older one left board out):
 * hourly `(p + v) × 13/12` with `v = daily value × days a week / weekly hours`; monthly
 * `(12 × M / 52 / weekly hours + v) × 13/12`. One rounding, at the end, half-up to the cent.
 * @returns null when no pay was given
 * @throws ErroreDati when pay or board is out of bounds, or the year's board value is not known
 */
export function retribuzioneEffettiva(
  dati: DatiCalcolo,
  ore: OreDelTrimestre,
  tabella: TabellaAnno,
): RetribuzioneEffettiva | null {
  const { paga, retribuzioneOrariaEffettiva } = dati;
  if (retribuzioneOrariaEffettiva !== undefined) return dichiarata(retribuzioneOrariaEffettiva);
  const vitto = vittoAlloggio(dati, tabella);
  if (paga === undefined) return null;
  controllaPaga(paga.importo, paga.tipo);
  return {
    centesimi: inCentesimi(paga, vitto, ore) ?? arrotondaAlCentesimo(esatta(paga, vitto, ore)),
    esatta: () => esatta(paga, vitto, ore),
    passi: () => spiega(paga, vitto, ore),
  };
}

function dichiarata(importo: Centesimi): RetribuzioneEffettiva {
  controllaPaga(importo, 'oraria', 'retribuzioneOrariaEffettiva');
  return {
    centesimi: importo,
    esatta: () => inEuro(importo),
    passi: () => [
      {
        etichetta: 'Retribuzione oraria effettiva (paga, tredicesima, vitto e alloggio), come indicata',
        formula: euro(importo),
        risultato: euro(importo),
        fonte: FONTE_EFFETTIVA,
      },
    ],
  };
}

function controllaPaga(importo: Centesimi, tipo: PagaPattuita['tipo'], nome?: string): void {
  if (importo > 0 && importo <= PAGA_MASSIMA[tipo]) return;
  const campo = nome ?? (tipo === 'oraria' ? 'pagaOraria' : 'pagaMensile');
  throw new ErroreDati(
    'paga-non-valida',
    `${campo}: ${formatEuroItaliano(importo)} € non va bene; indicare un importo maggiore di zero e non oltre ` +
      `${formatEuroItaliano(centesimi(PAGA_MASSIMA[tipo]))} €.`,
    { campo },
  );
}

function vittoAlloggio({ vittoAlloggioGiorni }: DatiCalcolo, tabella: TabellaAnno): Vitto | null {
  if (vittoAlloggioGiorni === undefined || vittoAlloggioGiorni === 0) return null;
  const campo = 'vittoAlloggioGiorni';
  if (!Number.isInteger(vittoAlloggioGiorni) || vittoAlloggioGiorni < 0 || vittoAlloggioGiorni > 7) {
    throw new ErroreDati(
      'vitto-alloggio-non-valido',
      `${campo}: «${vittoAlloggioGiorni}» non va bene; indicare i giorni di vitto e alloggio in una settimana, da 0 a 7.`,
      { campo },
    );
  }
  if (tabella.vittoAlloggio === undefined) {
    throw new ErroreDati(
      'vitto-alloggio-non-noto',
      `Il valore convenzionale di vitto e alloggio del ${tabella.anno} non è noto: aggiungerlo alla paga e indicare 0 giorni.`,
      { campo },
    );
  }
  return { valore: tabella.vittoAlloggio.totale, giorni: vittoAlloggioGiorni };
}

/** Whole weekly hours and a board value of at most three decimals need no fractions: the common case, in integers. */
function inCentesimi(
  { tipo, importo }: PagaPattuita,
  vitto: Vitto | null,
  ore: OreDelTrimestre,
): Centesimi | undefined {
  const { interi, denominatore } = ore.settimanali;
  if (interi < 0) return undefined;
  const millesimi = vitto === null ? 0 : inMillesimi(vitto.valore) * vitto.giorni;
  if (Number.isNaN(millesimi)) return undefined;
  return centesimi(
    tipo === 'oraria'
      ? dividiMezzoInSu((importo * 10 * interi + millesimi * denominatore) * 13, 120 * interi)
      : dividiMezzoInSu((importo * 120 + millesimi * 52) * denominatore, 480 * interi),
  );
}

const millesimiNoti = new Map<string, number>();

/** `5.61` → 5610; NaN when it has more than three decimals. */
function inMillesimi(valore: string): number {
  let millesimi = millesimiNoti.get(valore);
  if (millesimi === undefined) {
    const [intero = '0', decimali = ''] = valore.split('.');
    millesimi = decimali.length > 3 ? Number.NaN : Number(intero) * 1000 + Number(decimali.padEnd(3, '0'));
    millesimiNoti.set(valore, millesimi);
  }
  return millesimi;
}

function esatta(paga: PagaPattuita, vitto: Vitto | null, ore: OreDelTrimestre): Decimale {
  return pagaOraria(paga, ore).plus(vittoOrario(vitto, ore)).times(13).dividedBy(12);
}

function oreSettimanali({ settimanali }: OreDelTrimestre): Decimale {
  return settimanali.numeratore.dividedBy(settimanali.denominatore);
}

function pagaOraria({ tipo, importo }: PagaPattuita, ore: OreDelTrimestre): Decimale {
  return tipo === 'oraria' ? inEuro(importo) : inEuro(importo).times(12).dividedBy(oreSettimanali(ore).times(52));
}

function vittoOrario(vitto: Vitto | null, ore: OreDelTrimestre): Decimale {
  return vitto === null
    ? new Decimale(0)
    : new Decimale(vitto.valore).times(vitto.giorni).dividedBy(oreSettimanali(ore));
}

const FONTE_EFFETTIVA: Fonte = {
  titolo: 'INPS, nota alla tabella dei contributi: paga oraria più quota di tredicesima più vitto e alloggio',
  certezza: 'vista',
};
const FONTE_TREDICESIMA: Fonte = {
  titolo: 'prassi attuale: tredicesima su paga e vitto e alloggio (in passato sulla sola paga)',
  certezza: 'fonti-discordi',
};

function spiega(paga: PagaPattuita, vitto: Vitto | null, ore: OreDelTrimestre): Passo[] {
  const { numeratore, denominatore } = ore.settimanali;
  const divisore = denominatore === 1 ? testoOre(numeratore) : `(${testoOre(numeratore)} / ${denominatore})`;
  const base = paga.tipo === 'oraria' ? euro(paga.importo) : `${euro(paga.importo)} × 12 / 52 / ${divisore}`;
  const perVitto = vitto === null ? null : `${vitto.valore.replace('.', ',')} € × ${vitto.giorni} giorni / ${divisore}`;
  const somma = perVitto === null ? base : `${base} + ${perVitto}`;
  const passi: Passo[] = [];
  if (paga.tipo === 'mensile') {
    passi.push(passoEffettiva('Paga oraria ricavata dalla mensile', base, pagaOraria(paga, ore)));
  }
  if (perVitto !== null) {
    passi.push(passoEffettiva('Vitto e alloggio per ogni ora', perVitto, vittoOrario(vitto, ore)));
  }
  const esattaInEuro = esatta(paga, vitto, ore);
  passi.push({
    ...passoEffettiva('Quota oraria di tredicesima', `(${somma}) / 12`, esattaInEuro.dividedBy(13)),
    fonte: FONTE_TREDICESIMA,
  });
  passi.push({
    etichetta: 'Retribuzione oraria effettiva, arrotondata al centesimo (mezzo centesimo per eccesso)',
    formula: `(${somma}) × 13 / 12`,
    risultato: euro(arrotondaAlCentesimo(esattaInEuro)),
    fonte: FONTE_EFFETTIVA,
  });
  return passi;
}

function passoEffettiva(etichetta: string, formula: string, valore: Decimale): Passo {
  return { etichetta, formula, risultato: `${decimale(valore)} €`, fonte: FONTE_EFFETTIVA };
}
