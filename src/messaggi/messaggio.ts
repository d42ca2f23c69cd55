import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { aggiungiGiorni, type Giorno } from '../valori/giorno.ts';
import { estremi, formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import type { Centesimi } from '../valori/denaro.ts';

export const TIPI_MESSAGGIO = [
  'pagamento-confermato',
  'pagamento-in-verifica',
  'scadenza-vicina',
  'trimestre-scaduto',
  'tabella-nuova',
] as const;
export type TipoMessaggio = (typeof TIPI_MESSAGGIO)[number];

/** From how many days before its due date a quarter is spoken of, once it is over. */
const GIORNI_PRIMA = 15;

/** What is told of a quarter of a rapporto, whose worker the reader may name. */
interface DelTrimestre {
  readonly rapportoId: Id;
  readonly trimestre: Trimestre;
}

/**
 * Something that happened, as it is told to an employer. It is made anew from the facts each time: `chiave` stays the same, and
 * only whether it was read is kept.
 */
export type Messaggio = { readonly chiave: string; readonly il: Giorno } & (
  | ({
      readonly tipo: 'pagamento-confermato' | 'pagamento-in-verifica';
      readonly importo: Centesimi;
      readonly tentativoId: Id;
    } & DelTrimestre)
  | ({
      readonly tipo: 'scadenza-vicina' | 'trimestre-scaduto';
      readonly scadenza: Giorno;
      /** Nothing is missing any more. */
      readonly saldato: boolean;
      /** Still to be paid; null when it is not known, or was paid since. */
      readonly manca: Centesimi | null;
    } & DelTrimestre)
  | { readonly tipo: 'tabella-nuova'; readonly anno: number; readonly circolare: string }
);

/** A payment that pagoPA has told something of. */
export interface FattoPagamento extends DelTrimestre {
  readonly tentativoId: Id;
  readonly importo: Centesimi;
  /** The day of the payment; of one in doubt, undefined: it is told today. */
  readonly pagatoIl?: Giorno;
}

/** A quarter with what is known of it today. */
export interface FattoTrimestre extends DelTrimestre {
  readonly scadenza: Giorno;
  readonly manca: Centesimi | null;
  /** The last day something was paid of it; undefined when nothing was. */
  readonly pagatoIl?: Giorno;
  /** Nothing is missing any more. */
  readonly saldato: boolean;
  /** pagoPA has it, or a suspension holds: it is not late. */
  readonly fermo: boolean;
}

/** A year's table, and the day of INPS's circular. */
export interface FattoTabella {
  readonly anno: number;
  readonly circolare: string;
  readonly data: Giorno;
}

/** What is known on a day. */
export interface Fatti {
  readonly pagamenti: readonly FattoPagamento[];
  readonly trimestri: readonly FattoTrimestre[];
  readonly tabelle: readonly FattoTabella[];
}

/**
 * The messages of one employer, the latest first.
 * @param dal none is older
 */
export function messaggiDi(fatti: Fatti, oggi: Giorno, dal: Giorno): readonly Messaggio[] {
  return [
    ...fatti.pagamenti.map((fatto) => delPagamento(fatto, oggi)),
    ...fatti.trimestri.flatMap((fatto) => dellaScadenza(fatto)),
    ...fatti.tabelle.map(({ anno, circolare, data }): Messaggio => {
      return { tipo: 'tabella-nuova', chiave: `tabella ${anno}`, il: data, anno, circolare };
    }),
  ]
    .filter(({ il }) => il >= dal && il <= oggi)
    .sort((a, b) => b.il.localeCompare(a.il) || a.chiave.localeCompare(b.chiave));
}

function delPagamento({ pagatoIl, ...fatto }: FattoPagamento, oggi: Giorno): Messaggio {
  return pagatoIl === undefined
    ? { ...fatto, tipo: 'pagamento-in-verifica', chiave: `verifica ${fatto.tentativoId}`, il: oggi }
    : { ...fatto, tipo: 'pagamento-confermato', chiave: `pagamento ${fatto.tentativoId}`, il: pagatoIl };
}

/** A due date is spoken of when it is near, and once more when it has passed, unless by then it was paid. */
function dellaScadenza(fatto: FattoTrimestre): readonly Messaggio[] {
  const { rapportoId, trimestre, scadenza, pagatoIl, saldato, fermo } = fatto;
  const chi = { rapportoId, trimestre, scadenza, saldato, manca: saldato ? null : fatto.manca };
  const nome = `${rapportoId} ${formatTrimestre(trimestre)}`;
  const vicina = quandoVicina(fatto);
  const dopo = aggiungiGiorni(scadenza, 1);
  const apertoIl = (giorno: Giorno): boolean => !saldato || (pagatoIl !== undefined && pagatoIl >= giorno);
  return [
    ...(apertoIl(vicina) ? [{ ...chi, tipo: 'scadenza-vicina', chiave: `scadenza ${nome}`, il: vicina } as const] : []),
    ...(apertoIl(dopo) && !fermo
      ? [{ ...chi, tipo: 'trimestre-scaduto', chiave: `scaduto ${nome}`, il: dopo } as const]
      : []),
  ];
}

/** Nobody pays a quarter before it is over, unless its rapporto ended within it. */
function quandoVicina({ trimestre, scadenza }: FattoTrimestre): Giorno {
  const prima = aggiungiGiorni(scadenza, -GIORNI_PRIMA);
  const finito = aggiungiGiorni(estremi(trimestre).ultimo, 1);
  return finito > prima && finito <= scadenza ? finito : prima;
}
