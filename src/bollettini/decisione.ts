import type { Calcolo, GruppoSettimane } from '../contributi/calcolo.ts';
import { centesimi, type Centesimi, somma } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { StatoBollettino } from './bollettino.ts';
import type { FondoDelBollettino } from './fondo-del-bollettino.ts';
import {
  comuni,
  meno,
  NESSUNA_SETTIMANA,
  prime,
  quante,
  type Settimane,
  type SettimaneChieste,
  unione,
} from './settimane-coperte.ts';
import { type Posto, sistema } from './settimane-libere.ts';

/** A bollettino of the quarter that is alive or paid, as far as the decision goes. */
export interface Voce {
  readonly gruppo: GruppoSettimane;
  readonly importo: Centesimi;
  readonly scadenza: Giorno;
  readonly stato: StatoBollettino;
  readonly settimane: Settimane;
  /** Where its weeks may be as well: only their number was told. Absent where they were named. */
  readonly possibili?: Settimane;
  /** Its place among the quarter's integrations; absent for an ordinary bollettino. */
  readonly integrazione?: number;
  /** Paid, where it was another amount. */
  readonly versato?: Centesimi;
  /** Given back of what was paid. */
  readonly restituito?: Centesimi;
  readonly fondo?: FondoDelBollettino | undefined;
}

/** One group of weeks as the quarter is told now. */
export interface Chiesto {
  readonly calcolo: Calcolo;
  readonly settimane: SettimaneChieste;
}

/** What telling a quarter comes to, given what it has already. Nothing in it was agreed to yet: see `esigiConsenso`. */
export interface Decisione<V extends Voce> {
  /** Ordinary bollettini to issue, with the weeks they pay. */
  readonly nuovi: readonly { readonly calcolo: Calcolo; readonly settimane: Settimane }[];
  /** Those that stay and told only a number of weeks: they give up weeks that are named now for others that are free. */
  readonly spostati: readonly Spostato<V>[];
  /** The difference to issue after a payment, with the weeks that nobody paid yet (mostly none). */
  readonly integrazione?: { readonly importo: Centesimi; readonly settimane: Settimane };
  /** Alive ones whose place is taken. */
  readonly sostituiti: readonly V[];
  /** Alive ones that ask the same already. */
  readonly tenuti: readonly V[];
  /** Paid ones that cover weeks told anew. */
  readonly versati: readonly V[];
  /** What was paid beyond the quarter as it is told now: to be asked back. */
  readonly eccedenza: Centesimi;
  /** Of a telling of the fund alone: those that ask for the fund already, with INPS's part. */
  readonly conIlFondo?: readonly V[];
}

/** Weeks that something has from now on. */
export interface Spostato<V> {
  readonly voce: V;
  readonly settimane: Settimane;
}

const NULLA = { nuovi: [], spostati: [], sostituiti: [], tenuti: [], versati: [], eccedenza: centesimi(0) } as const;

/**
 * The one place that says what issuing means: a quarter's weeks are billed once. Weeks that nobody pays yet give ordinary
 * bollettini; covered ones put the new in the place of what is unpaid, or, after a payment, give the difference.
 * @param tutti the quarter's bollettini that are alive or paid
 * @param chiesti one a group of weeks, all from one telling
 */
export function decidi<V extends Voce>(tutti: readonly V[], chiesti: readonly Chiesto[]): Decisione<V> {
  const conto = quelliCheContano(tutti, chiesti);
  const accanto = assegnaTutti(chiesti, conto);
  if (accanto !== undefined && !conto.some(isSenzaSettimane)) {
    return { ...NULLA, ...accanto, ...conIlFondo(tutti, chiesti) };
  }
  const presi = interessati(conto, chiesti);
  const versati = presi.filter(isVersato);
  const vivi = presi.filter((voce) => !isVersato(voce));
  if (versati.length > 0)
    return { ...dopoIlVersamento(conto, { vivi, versati }, chiesti), ...conIlFondo(tutti, chiesti) };
  const decisione = inLuogoDi(conto, vivi, chiesti);
  if (decisione === undefined) throw new Error('weeks that were freed are not free');
  return { ...decisione, ...conIlFondo(tutti, chiesti) };
}

/**
 * What was all given back counts for nothing. The fund alone is a bollettino apart: it counts where the fund is told, and where it
 * alone is told nothing else does.
 */
function quelliCheContano<V extends Voce>(tutti: readonly V[], chiesti: readonly Chiesto[]): V[] {
  const solo = chiesti.every(isDelFondo);
  const conFondo = chiesti.some(({ calcolo }) => calcolo.associazione !== null);
  return tutti.filter(
    (voce) => (!isVersato(voce) || versatoNetto(voce) > 0) && (voce.fondo === 'solo' ? conFondo : !solo),
  );
}

/** A telling that asks for no week is of the fund alone. */
function isDelFondo({ settimane }: Chiesto): boolean {
  return settimane.quante === 0;
}

function conIlFondo<V extends Voce>(
  tutti: readonly V[],
  chiesti: readonly Chiesto[],
): Pick<Decisione<V>, 'conIlFondo'> {
  const suoi = chiesti.every(isDelFondo) ? tutti.filter(({ fondo }) => fondo === 'compreso') : [];
  return suoi.length === 0 ? {} : { conIlFondo: suoi };
}

/** What was paid for it and not given back. */
export function versatoNetto({ importo, versato: pagato = importo, restituito = centesimi(0) }: Pagato): Centesimi {
  return centesimi(pagato - restituito);
}

/** What says how much of a bollettino was paid and kept. */
export type Pagato = Pick<Voce, 'importo' | 'versato' | 'restituito'>;

function isVersato({ stato }: Pick<Voce, 'stato'>): boolean {
  return stato === 'pagato';
}

function coperte(conto: readonly Voce[]): Settimane {
  return unione(conto.map(({ settimane }) => settimane));
}

/** Weeks for all, beside those that stay: who told only their number may be moved. Undefined when there are not enough. */
function assegnaTutti<V extends Voce>(
  chiesti: readonly Chiesto[],
  restano: readonly V[],
): Pick<Decisione<V>, 'nuovi' | 'spostati'> | undefined {
  const date = sistema([
    ...restano.map(toPosto),
    ...chiesti.map(({ settimane }): Posto => ({ ...settimane, avute: NESSUNA_SETTIMANA })),
  ]);
  if (date === undefined) return undefined;
  const spostati = restano
    .map((voce, i): Spostato<V> => ({ voce, settimane: date[i] ?? NESSUNA_SETTIMANA }))
    .filter(({ voce, settimane }) => voce.settimane !== settimane);
  const nuovi = chiesti.map(({ calcolo }, i) => ({
    calcolo,
    settimane: date[restano.length + i] ?? NESSUNA_SETTIMANA,
  }));
  return { nuovi, spostati };
}

function toPosto({ settimane, possibili = settimane }: Voce): Posto {
  return { possibili, quante: quante(settimane), avute: settimane };
}

/** Asked or paid for weeks that were another's: it counts whatever weeks are told. */
function isSenzaSettimane({ settimane, integrazione }: Voce): boolean {
  return settimane === 0 && integrazione === undefined;
}

/** Those whose weeks are told anew; integrations come with what they integrate. */
function interessati<V extends Voce>(conto: readonly V[], chiesti: readonly Chiesto[]): V[] {
  const presi = new Set<V>();
  for (const chiesto of chiesti) for (const voce of ostacoli(conto, chiesto)) presi.add(voce);
  const gruppi = new Set([...presi].map(({ gruppo }) => gruppo));
  for (const voce of conto) if (isSenzaSettimane(voce)) presi.add(voce);
  const tutti = conto.every((voce) => voce.integrazione !== undefined || presi.has(voce));
  return conto.filter(
    (voce) => presi.has(voce) || (voce.integrazione !== undefined && (tutti || gruppi.has(voce.gruppo))),
  );
}

/** Who holds the weeks; of unnamed ones, those of the same group first, and no more than are needed. */
function ostacoli<V extends Voce>(conto: readonly V[], { calcolo, settimane: chieste }: Chiesto): V[] {
  const toccati = conto.filter(({ settimane }) => comuni(settimane, chieste.possibili) !== 0);
  let libere = meno(chieste.possibili, coperte(conto));
  const presi: V[] = [];
  const suoi = (voce: V) => Number(voce.gruppo === calcolo.gruppo);
  for (const voce of [...toccati].sort((a, b) => suoi(b) - suoi(a))) {
    if (quante(libere) >= chieste.quante) break;
    presi.push(voce);
    libere = unione([libere, comuni(voce.settimane, chieste.possibili)]);
  }
  return presi;
}

/**
 * The new ones take the place of the alive ones, and an equal one stays as it is, with its IUV.
 * @returns undefined when others hold the weeks
 */
function inLuogoDi<V extends Voce>(
  conto: readonly V[],
  vivi: readonly V[],
  chiesti: readonly Chiesto[],
): Decisione<V> | undefined {
  const uguali = new Map<Chiesto, V>();
  for (const chiesto of chiesti) {
    const uguale = vivi.find((voce) => asksTheSame(voce, chiesto));
    if (uguale !== undefined) uguali.set(chiesto, uguale);
  }
  const tenuti = [...uguali.values()];
  const altri = conto.filter((voce) => !vivi.includes(voce) || tenuti.includes(voce));
  const resto = chiesti.filter((chiesto) => !uguali.has(chiesto));
  const accanto = assegnaTutti(resto, altri);
  if (accanto !== undefined) {
    return { ...NULLA, ...accanto, tenuti, sostituiti: vivi.filter((voce) => !tenuti.includes(voce)) };
  }
  const daCapo = assegnaTutti(
    chiesti,
    conto.filter((voce) => !vivi.includes(voce)),
  );
  return daCapo && { ...NULLA, ...daCapo, sostituiti: vivi };
}

function asksTheSame(voce: Voce, chiesto: Chiesto): boolean {
  const { calcolo, settimane } = chiesto;
  return (
    voce.integrazione === undefined &&
    voce.gruppo === calcolo.gruppo &&
    voce.importo === calcolo.totale &&
    voce.scadenza === calcolo.scadenza.scadenza &&
    quante(voce.settimane) === settimane.quante &&
    meno(voce.settimane, settimane.possibili) === 0
  );
}

/** Something was paid: what the quarter comes to now, less that. A group not touched by the payment is issued as such. */
function dopoIlVersamento<V extends Voce>(
  conto: readonly V[],
  presi: { readonly vivi: readonly V[]; readonly versati: readonly V[] },
  chiesti: readonly Chiesto[],
): Decisione<V> {
  const { vivi, versati } = presi;
  const gruppi = new Set(versati.map(({ gruppo }) => gruppo));
  const saldati = [...gruppi].every((gruppo) => delGruppo(chiesti, gruppo) === versato(versati, gruppo));
  if (saldati) {
    const resto = chiesti.filter(({ calcolo }) => !gruppi.has(calcolo.gruppo));
    const decisione = inLuogoDi(conto, vivi, resto);
    if (decisione !== undefined) return { ...decisione, versati };
  }
  const differenza = dovutoDi(chiesti) - somma(versati.map(versatoNetto));
  const [unico, ...altri] = vivi;
  if (unico?.integrazione !== undefined && altri.length === 0 && unico.importo === differenza) {
    return { ...NULLA, tenuti: [unico], versati };
  }
  if (differenza <= 0) return { ...NULLA, sostituiti: vivi, versati, eccedenza: centesimi(-differenza) };
  const restano = coperte(conto.filter((voce) => !vivi.includes(voce)));
  const settimane = nonAncoraVersate(chiesti, coperte(versati), restano);
  return { ...NULLA, integrazione: { importo: centesimi(differenza), settimane }, sostituiti: vivi, versati };
}

/** What the quarter comes to as it is told. */
export function dovutoDi(chiesti: readonly Chiesto[]): Centesimi {
  return somma(chiesti.map(({ calcolo }) => calcolo.totale));
}

function delGruppo(chiesti: readonly Chiesto[], gruppo: GruppoSettimane): number {
  return dovutoDi(chiesti.filter(({ calcolo }) => calcolo.gruppo === gruppo));
}

function versato(versati: readonly Voce[], gruppo: GruppoSettimane): number {
  return somma(versati.filter((voce) => voce.gruppo === gruppo).map(versatoNetto));
}

function nonAncoraVersate(chiesti: readonly Chiesto[], versate: Settimane, restano: Settimane): Settimane {
  const possibili = unione(chiesti.map(({ settimane }) => settimane.possibili));
  const chieste = chiesti.reduce((quante, { settimane }) => quante + settimane.quante, 0);
  return prime(meno(possibili, restano), Math.max(0, chieste - quante(versate)));
}
