import type { MotivoSospensione } from '../../anagrafe/sospensione-obbligo.ts';
import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import type { Trimestre } from '../../scadenze/trimestre.ts';
import { centesimi, type Centesimi, somma } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { prescrizione } from '../sanzioni/prescrizione.ts';
import { type CostoDelRitardo, costoDelRitardo } from '../sanzioni/ritardo.ts';

/** What is known of a rapporto's quarter: what was paid, what waits to be paid, what it comes to. */
export interface TrimestreNoto {
  readonly trimestre: Trimestre;
  readonly scadenza: Giorno;
  /** The day it would be due on without the suspension of the place; absent where none holds. */
  readonly sospesa?: Giorno;
  /** Day of the act that interrupted its term, where one was declared. */
  readonly interrottaIl?: Giorno;
  readonly versato: Centesimi;
  /** Asked by bollettini that are not paid yet. */
  readonly chiesto: Centesimi;
  /** The bollettini that are not paid are all on their way through pagoPA, or a receipt does not fit one of them. */
  readonly pagamento?: 'in-corso' | 'in-verifica';
  /** INPS suspends the duty of the whole quarter, and why: nothing is owed. */
  readonly obbligoSospeso?: MotivoSospensione;
  /** Its last day has not come: nothing is owed yet. */
  readonly inCorso?: boolean;
  /** Weeks of the rapporto in the quarter that nothing pays or asks for. */
  readonly settimaneScoperte: number;
  /** What the quarter comes to by the rapporto's own terms; undefined where it was told or paid, and is not asked of them. */
  readonly dovuto?: Centesimi;
  /** Why what it comes to is not known. An Italian sentence. */
  readonly motivo?: string;
}

/**
 * `pagato`: nothing is missing; `da-pagare`: in time still, whether a bollettino waits or not; `scaduto`: one waits, and its day
 * has passed; `mancante`: the day has passed and nobody has issued one; `in-pagamento` and `in-verifica`: pagoPA has it;
 * `sospeso`: its day has passed but for the suspension of the place; `prescritto`: INPS cannot receive it any more;
 * `non-dovuto`: INPS suspends the duty of the whole quarter; `non-aperto`: the quarter is not over.
 */
export const STATI_TRIMESTRE = [
  'pagato',
  'da-pagare',
  'in-pagamento',
  'in-verifica',
  'scaduto',
  'mancante',
  'prescritto',
  'sospeso',
  'non-dovuto',
  'non-aperto',
] as const;
export type StatoTrimestre = (typeof STATI_TRIMESTRE)[number];

/** Money is still to be paid, and can be. */
const APERTI: ReadonlySet<StatoTrimestre> = new Set(['da-pagare', 'scaduto', 'mancante', 'in-pagamento']);

export interface RigaScoperti extends TrimestreNoto {
  readonly stato: StatoTrimestre;
  /** Still to be paid; null when it is not known. */
  readonly manca: Centesimi | null;
  /** What the delay costs today besides, by the readings of the law; null when it is in time, paid or not known. */
  readonly sanzioni: CostoDelRitardo | null;
  /** Last day of the term, by the plain count of days. */
  readonly prescrizione: Giorno;
}

/** A rapporto quarter by quarter, oldest first, and what it would take to be even today. */
export interface Scoperti<T extends TrimestreNoto = TrimestreNoto> {
  readonly righe: readonly (T & RigaScoperti)[];
  /** Of what can still be paid. */
  readonly manca: Centesimi;
  readonly sanzioni: CostoDelRitardo;
  /** Of what a suspension lets wait: not in `manca`. */
  readonly sospeso: Centesimi;
  readonly avvertenze: readonly string[];
}

/** @param oggi the day of a payment made now */
export function scoperti<T extends TrimestreNoto>(
  noti: readonly T[],
  oggi: Giorno,
  regole: RegoleProspetti,
): Scoperti<T> {
  const righe = noti.map((noto) => toRiga(noto, oggi, regole));
  const aperte = righe.filter(({ stato }) => APERTI.has(stato));
  const sospese = righe.filter(({ stato }) => stato === 'sospeso');
  const prescritte = righe.filter(({ stato }) => stato === 'prescritto').length;
  return {
    righe,
    manca: somma(aperte.map(({ manca }) => manca ?? centesimi(0))),
    sanzioni: {
      minimo: somma(aperte.map((riga) => riga.sanzioni?.minimo ?? centesimi(0))),
      massimo: somma(aperte.map((riga) => riga.sanzioni?.massimo ?? centesimi(0))),
    },
    sospeso: somma(sospese.map(({ manca }) => manca ?? centesimi(0))),
    avvertenze: [
      ...(righe.some(({ stato }) => stato === 'non-dovuto')
        ? [
            'La sospensione dell’obbligo è quella dichiarata qui: vale se è stata comunicata all’INPS (messaggio 1643/2016), che altrimenti aspetta il pagamento.',
          ]
        : []),
      ...(sospese.length > 0
        ? [
            'Dove i termini sono sospesi si può pagare senza sanzioni fino all’ultimo giorno della sospensione: chi vuole può pagare prima.',
          ]
        : []),
      ...(aperte.some(({ stato }) => stato === 'mancante')
        ? [
            'Un trimestre che qui manca può essere stato pagato altrove, per esempio sul portale dell’INPS: controllare l’estratto contributivo prima di versare.',
          ]
        : []),
      ...(prescritte > 0
        ? [
            'I contributi prescritti l’INPS non li può ricevere (art. 3, comma 9, L. 335/1995), se nessun atto ha interrotto il termine: il programma non può saperlo.',
          ]
        : []),
      ...(righe.some(({ sanzioni: costo }) => costo !== null)
        ? ['Le sanzioni civili le chiede l’INPS, dopo: il bollettino porta i soli contributi.']
        : []),
    ],
  };
}

function toRiga<T extends TrimestreNoto>(noto: T, oggi: Giorno, regole: RegoleProspetti): T & RigaScoperti {
  const termine = prescrizione(noto.interrottaIl ?? noto.scadenza, regole.sanzioni).giorno;
  const saldato = noto.chiesto === 0 && noto.versato > 0;
  const nulla = saldato || isNotOwed(noto);
  const manca = nulla ? centesimi(0) : noto.chiesto > 0 ? noto.chiesto : (noto.dovuto ?? null);
  const stato = saldato
    ? 'pagato'
    : isNotOwed(noto)
      ? 'non-dovuto'
      : (withPagopa(noto) ?? stillOwed(noto, termine, oggi));
  const aperto = APERTI.has(stato);
  return {
    ...noto,
    stato,
    manca,
    prescrizione: termine,
    sanzioni: aperto && manca !== null ? costoDelRitardo(manca, noto.scadenza, oggi, regole) : null,
  };
}

/** What was issued all the same is owed until it is taken away. */
function isNotOwed({ obbligoSospeso, chiesto, versato }: TrimestreNoto): boolean {
  return obbligoSospeso !== undefined && chiesto === 0 && versato === 0;
}

function stillOwed(noto: TrimestreNoto, termine: Giorno, oggi: Giorno): StatoTrimestre {
  return termine < oggi ? 'prescritto' : waiting(noto, oggi);
}

function withPagopa({ pagamento }: TrimestreNoto): StatoTrimestre | undefined {
  if (pagamento === undefined) return undefined;
  return pagamento === 'in-corso' ? 'in-pagamento' : 'in-verifica';
}

function waiting(noto: TrimestreNoto, oggi: Giorno): StatoTrimestre {
  const { sospesa, scadenza, chiesto, inCorso } = noto;
  if (inCorso === true && chiesto === 0) return 'non-aperto';
  if (sospesa !== undefined && sospesa < oggi && oggi <= scadenza) return 'sospeso';
  if (oggi <= scadenza) return 'da-pagare';
  return chiesto > 0 ? 'scaduto' : 'mancante';
}
