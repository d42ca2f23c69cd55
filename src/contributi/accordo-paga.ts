import type { TabellaAnno } from '../norme/tabella-anno.ts';
import { Decimale } from '../valori/decimale.ts';
import { centesimi, type Centesimi, formatEuroItaliano } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { quanti } from '../valori/italiano.ts';
import type { AccordoVitto, PagaConcordata, PagaEVitto } from './calcolo.ts';
import { euro } from './testo.ts';

/** Most that can be asked for: beyond it, a comma was surely misplaced. Cents. */
const PAGA_MASSIMA = {
  oraria: 100_000,
  giornaliera: 1_000_000,
  settimanale: 5_000_000,
  mensile: 10_000_000,
} as const;

/**
 * An amount that becomes hourly: whole thousandths of a euro (or `esatti`, when the amount is finer than that), and how
 * they spread on the hours: `ora` as they are, `settimana` ÷ weekly hours, `mese` × 12/52 ÷ weekly hours.
 */
export interface VocePaga {
  /** NaN when `esatti` speaks. */
  readonly millesimi: number;
  readonly esatti: Decimale | undefined;
  readonly ogni: 'ora' | 'settimana' | 'mese';
  /** The amount as a step writes it, before it is spread: `5,61 € × 7 giorni`; undefined for a plain one in cents. */
  readonly testo: string | undefined;
}

/** The amount as a step writes it, before it is spread. */
export function testoDellaVoce({ testo, millesimi }: VocePaga): string {
  return testo ?? euro(centesimi(millesimi / 10));
}

const GIORNI = ['giorno', 'giorni'] as const;

/**
 * The agreed pay as one amount an hour, a week or a month.
 * @throws ErroreDati when it is out of bounds, or a daily pay lacks its days
 */
export function vocePaga({ tipo, importo, giorniSettimanali }: PagaConcordata): VocePaga {
  controllaPaga(importo, tipo);
  if (tipo !== 'giornaliera') {
    const ogni = tipo === 'oraria' ? 'ora' : tipo === 'settimanale' ? 'settimana' : 'mese';
    return voceDiCentesimi(importo, ogni);
  }
  const giorni = controllaGiorni(giorniSettimanali ?? 0, 1, 7, 'giorniSettimanali', 'i giorni pagati in una settimana');
  return voceDiCentesimi(centesimi(importo * giorni), 'settimana', `${euro(importo)} × ${quanti(giorni, ...GIORNI)}`);
}

/**
 * Board and lodging as an amount a week or a month; null when there is none.
 * @throws ErroreDati when out of bounds, or when the year's conventional value is not known
 */
export function voceVitto(dati: PagaEVitto, tabella: TabellaAnno): VocePaga | null {
  const { vitto, vittoAlloggioGiorni } = dati;
  if (vitto !== undefined) return vitto.tipo === 'denaro' ? vittoInDenaro(vitto) : vittoAPasti(vitto, tabella);
  if (vittoAlloggioGiorni === undefined || vittoAlloggioGiorni === 0) return null;
  const campo = 'vittoAlloggioGiorni';
  const giorni = controllaGiorni(vittoAlloggioGiorni, 0, 7, campo, 'i giorni di vitto e alloggio in una settimana');
  const valore = tabella.vittoAlloggio?.totale ?? ignoto(tabella, campo);
  let perGiorni = vittiCompleti.get(tabella);
  if (perGiorni === undefined) vittiCompleti.set(tabella, (perGiorni = []));
  return (perGiorni[giorni] ??= aSettimana([{ valore, volte: giorni, unita: GIORNI }]));
}

/** Full board of a year's table, by days a week: worked out once, since nothing of the rapporto enters it. */
const vittiCompleti = new WeakMap<TabellaAnno, (VocePaga | undefined)[]>();

/** True when the year's conventional values that this board needs are not known. */
export function vittoIgnoto({ vitto, vittoAlloggioGiorni }: PagaEVitto, { vittoAlloggio }: TabellaAnno): boolean {
  if (vitto === undefined) return (vittoAlloggioGiorni ?? 0) > 0 && vittoAlloggio === undefined;
  return vitto.tipo === 'pasti' && vittoAlloggio?.pranzo === undefined;
}

/** True when the terms say enough to know the pay's band. */
export function pagaNota(dati: PagaEVitto, tabella: TabellaAnno): boolean {
  if (dati.retribuzioneOrariaEffettiva !== undefined) return true;
  return dati.paga !== undefined && !vittoIgnoto(dati, tabella);
}

export function controllaPaga(importo: Centesimi, tipo: PagaConcordata['tipo'], nome?: string): void {
  if (importo > 0 && importo <= PAGA_MASSIMA[tipo]) return;
  const campo = nome ?? `paga${tipo.charAt(0).toUpperCase()}${tipo.slice(1)}`;
  throw new ErroreDati('paga-non-valida', {
    importo: formatEuroItaliano(importo),
    massimo: formatEuroItaliano(centesimi(PAGA_MASSIMA[tipo])),
    campo,
  });
}

function vittoInDenaro(vitto: Extract<AccordoVitto, { tipo: 'denaro' }>): VocePaga {
  controllaPaga(vitto.importo, vitto.ogni === 'mese' ? 'mensile' : 'giornaliera', 'vitto');
  if (vitto.ogni === 'mese') return voceDiCentesimi(vitto.importo, 'mese');
  const giorni = controllaGiorni(vitto.giorni, 1, 7, 'vitto', 'i giorni di indennità in una settimana');
  return voceDiCentesimi(
    centesimi(vitto.importo * giorni),
    'settimana',
    `${euro(vitto.importo)} × ${quanti(giorni, ...GIORNI)}`,
  );
}

function vittoAPasti(vitto: Extract<AccordoVitto, { tipo: 'pasti' }>, tabella: TabellaAnno): VocePaga | null {
  const valori = tabella.vittoAlloggio;
  const voci = [
    { valore: valori?.pranzo, volte: vitto.pranzi, unita: ['pranzo', 'pranzi'] as const },
    { valore: valori?.cena, volte: vitto.cene, unita: ['cena', 'cene'] as const },
    { valore: valori?.alloggio, volte: vitto.alloggi, unita: ['notte', 'notti'] as const },
  ].map(({ valore, volte, unita }) => ({
    valore: valore ?? ignoto(tabella, 'vitto'),
    volte: controllaGiorni(volte, 0, 7, 'vitto', `il numero di ${unita[1]} in una settimana`),
    unita,
  }));
  const presenti = voci.filter(({ volte }) => volte > 0);
  return presenti.length === 0 ? null : aSettimana(presenti);
}

function aSettimana(voci: readonly { valore: string; volte: number; unita: readonly [string, string] }[]): VocePaga {
  const millesimi = voci.reduce((somma, { valore, volte }) => somma + inMillesimi(valore) * volte, 0);
  const addendi = voci
    .map(({ valore, volte, unita }) => `${valore.replace('.', ',')} € × ${quanti(volte, ...unita)}`)
    .join(' + ');
  const somma = (): Decimale =>
    voci.reduce((altri, { valore, volte }) => altri.plus(new Decimale(valore).times(1000 * volte)), new Decimale(0));
  return {
    millesimi,
    esatti: Number.isNaN(millesimi) ? somma() : undefined,
    ogni: 'settimana',
    testo: voci.length === 1 ? addendi : `(${addendi})`,
  };
}

function voceDiCentesimi(importo: Centesimi, ogni: VocePaga['ogni'], testo?: string): VocePaga {
  return { millesimi: importo * 10, esatti: undefined, ogni, testo };
}

const millesimiNoti = new Map<string, number>();

/** `5.61` → 5610; NaN when it has more than three decimals. */
function inMillesimi(valore: string): number {
  let millesimi = millesimiNoti.get(valore);
  if (millesimi === undefined) {
    const [intero, decimali = ''] = valore.split('.');
    millesimi = decimali.length > 3 ? Number.NaN : Number(intero) * 1000 + Number(decimali.padEnd(3, '0'));
    millesimiNoti.set(valore, millesimi);
  }
  return millesimi;
}

function controllaGiorni(valore: number, min: number, max: number, campo: string, cosa: string): number {
  if (Number.isInteger(valore) && valore >= min && valore <= max) return valore;
  const codice = campo === 'giorniSettimanali' ? 'giorni-non-validi/paga' : 'vitto-alloggio-non-valido';
  throw new ErroreDati(codice, { valore, cosa, minimo: min, massimo: max, campo });
}

function ignoto(tabella: TabellaAnno, campo: string): never {
  throw new ErroreDati('vitto-alloggio-non-noto', { anno: tabella.anno, campo });
}
