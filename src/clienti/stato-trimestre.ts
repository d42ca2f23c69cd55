import type { Datore } from '../anagrafe/rapporto-di-lavoro.ts';
import type { BollettinoSeguito, Cliente } from '../archivio/repository-clienti.ts';
import type { Norme } from '../norme/norme.ts';
import type { CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { obbligoSospeso } from '../scadenze/obbligo-sospeso.ts';
import { scadenzaDelRapporto, territoriDelTrimestre } from '../scadenze/scadenza-del-rapporto.ts';
import { settimaneDelRapporto } from '../scadenze/settimane.ts';
import { confrontaTrimestri, type Trimestre } from '../scadenze/trimestre.ts';
import { type Centesimi, centesimi, somma } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';

/** Where a rapporto's quarter stands, and what people call it. */
export const STATI_TRIMESTRE = {
  pagato: 'pagato',
  'in-pagamento': 'pagamento in corso',
  'in-parte': 'pagato in parte',
  'da-pagare': 'da pagare',
  scaduto: 'scaduto, non pagato',
  manca: 'manca il bollettino',
  'non-dovuto': 'obbligo sospeso',
} as const;

export type StatoTrimestre = keyof typeof STATI_TRIMESTRE;

/** Amounts of a quarter, in cents. */
export interface Importi {
  /** Asked for, paid or not. */
  readonly emesso: Centesimi;
  readonly pagato: Centesimi;
  readonly daPagare: Centesimi;
}

/** One rapporto of the list in the quarter. */
export interface RigaStato extends Importi {
  readonly cliente: Cliente;
  readonly stato: StatoTrimestre;
  /** Of the last payment. */
  readonly pagatoIl?: Giorno;
  /** Of what is to be paid first; where nothing is issued, of the quarter. */
  readonly scadenza: Giorno;
  /** To be paid. */
  readonly avvisi: readonly CodiceAvviso[];
  /** What the quarter before came to, and how this one differs; absent where one of them has nothing. */
  readonly prima?: Centesimi;
  readonly differenza?: Centesimi;
}

/** All of one employer. */
export interface TotaleCliente extends Importi {
  readonly datore: Datore;
  readonly rapporti: number;
  readonly mancano: number;
}

export interface StatoDeiClienti {
  readonly trimestre: Trimestre;
  readonly righe: readonly RigaStato[];
  readonly perCliente: readonly TotaleCliente[];
  readonly totale: Importi & { readonly rapporti: number; readonly mancano: number };
  /** Followed too, but without weeks in the quarter: not begun yet, or over. They count for nothing here. */
  readonly senzaSettimane: readonly Cliente[];
}

/**
 * Who has paid a quarter, who has not, and who has no bollettino yet, among the clients that had weeks in it.
 * @param bollettini of that quarter and of the one before
 */
export function statoTrimestre(
  clienti: readonly Cliente[],
  bollettini: readonly BollettinoSeguito[],
  { trimestre, oggi, norme }: { readonly trimestre: Trimestre; readonly oggi: Giorno; readonly norme: Norme },
): StatoDeiClienti {
  const suoi = new Map<string, BollettinoSeguito[]>();
  for (const uno of bollettini) suoi.set(uno.rapportoId, [...(suoi.get(uno.rapportoId) ?? []), uno]);
  const conSettimane = clienti.filter((cliente) => hasWeeks(cliente, trimestre));
  const righe = conSettimane.map((cliente) => {
    const tutti = suoi.get(cliente.rapporto.id) ?? [];
    const questi = tutti.filter((uno) => confrontaTrimestri(uno.trimestre, trimestre) === 0);
    const prima = tutti.filter((uno) => confrontaTrimestri(uno.trimestre, trimestre) < 0);
    const { rapporto } = cliente;
    const territori = territoriDelTrimestre(trimestre, rapporto, norme);
    const termine = scadenzaDelRapporto(trimestre, rapporto.cessazione, norme, territori).scadenza;
    const sospeso = obbligoSospeso(rapporto, trimestre) !== undefined;
    return rowOf(cliente, questi, prima, { oggi, termine, sospeso });
  });
  const senzaSettimane = clienti.filter((cliente) => !hasWeeks(cliente, trimestre));
  return { trimestre, righe, perCliente: byClient(righe), totale: sumOf(righe), senzaSettimane };
}

/** Whether a client is one of the quarter. */
export function hasWeeks({ rapporto: { assunzione, cessazione } }: Cliente, trimestre: Trimestre): boolean {
  return settimaneDelRapporto(trimestre, assunzione, cessazione).length > 0;
}

function rowOf(
  cliente: Cliente,
  questi: readonly BollettinoSeguito[],
  prima: readonly BollettinoSeguito[],
  { oggi, termine, sospeso }: { readonly oggi: Giorno; readonly termine: Giorno; readonly sospeso: boolean },
): RigaStato {
  const pagati = questi.filter(({ stato }) => stato === 'pagato');
  const aperti = questi.filter(({ stato }) => stato !== 'pagato');
  const emesso = totalOf(questi);
  const pagatoIl = pagati
    .map((uno) => uno.pagatoIl)
    .sort()
    .at(-1);
  const scadenza = aperti[0]?.scadenza ?? questi[0]?.scadenza ?? termine;
  return {
    cliente,
    stato: questi.length === 0 && sospeso ? 'non-dovuto' : stateOf(questi, scadenza < oggi),
    emesso,
    pagato: totalOf(pagati),
    daPagare: totalOf(aperti),
    ...(pagatoIl !== undefined && { pagatoIl }),
    scadenza,
    avvisi: aperti.map(({ codiceAvviso }) => codiceAvviso),
    ...(prima.length > 0 && { prima: totalOf(prima) }),
    ...(prima.length > 0 && questi.length > 0 && { differenza: centesimi(emesso - totalOf(prima)) }),
  };
}

function stateOf(questi: readonly BollettinoSeguito[], passata: boolean): StatoTrimestre {
  if (questi.length === 0) return 'manca';
  const aperti = questi.filter(({ stato }) => stato !== 'pagato');
  if (aperti.length === 0) return 'pagato';
  if (aperti.some(({ stato }) => stato === 'in-pagamento')) return 'in-pagamento';
  if (passata) return 'scaduto';
  return aperti.length < questi.length ? 'in-parte' : 'da-pagare';
}

function totalOf(bollettini: readonly BollettinoSeguito[]): Centesimi {
  return somma(bollettini.map(({ importo }) => importo));
}

function byClient(righe: readonly RigaStato[]): TotaleCliente[] {
  const perDatore = new Map<string, RigaStato[]>();
  for (const riga of righe) {
    const { id } = riga.cliente.datore;
    perDatore.set(id, [...(perDatore.get(id) ?? []), riga]);
  }
  return [...perDatore.values()].flatMap((sue) => {
    const [prima] = sue;
    return prima === undefined ? [] : [{ datore: prima.cliente.datore, ...sumOf(sue) }];
  });
}

function sumOf(righe: readonly RigaStato[]): StatoDeiClienti['totale'] {
  return {
    rapporti: righe.length,
    mancano: righe.filter(({ stato }) => stato === 'manca').length,
    emesso: somma(righe.map(({ emesso }) => emesso)),
    pagato: somma(righe.map(({ pagato }) => pagato)),
    daPagare: somma(righe.map(({ daPagare }) => daPagare)),
  };
}
