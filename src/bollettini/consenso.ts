import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { centesimi, type Centesimi, formatEuroItaliano, somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import { type Decisione, versatoNetto, type Voce } from './decisione.ts';

/** What a person agreed to when issuing a quarter that has bollettini already. */
export interface Consenso {
  /** The unpaid ones may be cancelled and their place taken. */
  readonly sostituisci?: boolean;
  /** After a payment, only the difference is issued. */
  readonly integra?: boolean;
  /** One that asks the same already is given back as it is. */
  readonly ripeti?: boolean;
  /** Day of an act that interrupted the quarter's term, which would else be over. */
  readonly interrottaIl?: Giorno;
}

/** How the sentences name a bollettino of the quarter; a batch may not have numbered it yet. */
export type Nomina<V extends Voce> = (voce: V) => string;

/**
 * Refuses what was not agreed to, by the names of the bollettini in the way.
 * @param dovuto what the quarter comes to as it is told now
 * @throws ErroreDati (409) `bollettino-gia-emesso`, `trimestre-gia-pagato`, `bollettino-in-pagamento`,
 *   `assistenza-gia-chiesta`
 */
export function esigiConsenso<V extends Voce>(
  { sostituiti, tenuti, versati, conIlFondo }: Decisione<V>,
  consenso: Consenso,
  di: { readonly trimestre: Trimestre; readonly dovuto: Centesimi; readonly nomina: Nomina<V> },
): void {
  if (conIlFondo !== undefined) throw fundAsked(conIlFondo, di);
  if (versati.length > 0 && consenso.integra !== true) throw alreadyPaid(versati, di);
  const vivi = consenso.ripeti === true ? sostituiti : [...sostituiti, ...tenuti];
  if (vivi.length > 0 && consenso.sostituisci !== true) throw alreadyAlive(vivi, di);
  const inPagamento = sostituiti.filter(({ stato }) => stato === 'in-pagamento');
  if (inPagamento.length > 0) throw beingPaid(inPagamento, di);
}

type Di<V extends Voce> = Parameters<typeof esigiConsenso<V>>[2];

function alreadyAlive<V extends Voce>(
  vivi: readonly V[],
  { trimestre, nomina }: Pick<Di<V>, 'trimestre' | 'nomina'>,
): ErroreDati {
  const uno = vivi.length === 1;
  return new ErroreDati('bollettino-gia-emesso', {
    trimestre: formatTrimestre(trimestre),
    presenti: uno ? 'c’è già un bollettino' : 'ci sono già dei bollettini',
    quali: names(vivi, nomina),
    rimedio: uno
      ? 'modificarlo, sostituirlo oppure eliminarlo e rifarlo'
      : 'sostituirli oppure eliminarli e rifare il calcolo',
    campo: 'trimestre',
  });
}

/** A bollettino cannot grow over weeks that others pay. */
export function weeksTaken<V extends Voce>(
  altri: readonly V[],
  { trimestre, nomina }: Pick<Di<V>, 'trimestre' | 'nomina'>,
): ErroreDati {
  const tutti = altri.every((altro) => altro.stato === 'pagato');
  return new ErroreDati(tutti ? 'trimestre-gia-pagato/settimane' : 'bollettino-gia-emesso/settimane', {
    trimestre: formatTrimestre(trimestre),
    quali: names(altri, nomina),
    campo: 'trimestre',
  });
}

/** Also what to answer when nothing is left to issue. */
export function alreadyPaid<V extends Voce>(versati: readonly V[], { trimestre, dovuto, nomina }: Di<V>): ErroreDati {
  const versato = somma(versati.map(versatoNetto));
  const differenza = centesimi(dovuto - versato);
  const seguito =
    differenza > 0
      ? `Con questi dati è di ${euro(dovuto)}: mancano ${euro(differenza)}, da versare con un’integrazione.`
      : differenza === 0
        ? 'L’importo è lo stesso: non c’è altro da versare.'
        : `Con questi dati è di ${euro(dovuto)}: ${euro(centesimi(-Number(differenza)))} sono stati versati in più e si chiedono a rimborso all’INPS.`;
  return new ErroreDati('trimestre-gia-pagato', {
    trimestre: formatTrimestre(trimestre),
    quali: names(versati, nomina),
    seguito,
    campo: 'trimestre',
  });
}

function fundAsked<V extends Voce>(altri: readonly V[], { trimestre, nomina }: Di<V>): ErroreDati {
  return new ErroreDati('assistenza-gia-chiesta', {
    trimestre: formatTrimestre(trimestre),
    quali: names(altri, nomina),
    campo: 'soloAssistenza',
  });
}

function beingPaid<V extends Voce>(vivi: readonly V[], { trimestre, nomina }: Di<V>): ErroreDati {
  return new ErroreDati('bollettino-in-pagamento', {
    trimestre: formatTrimestre(trimestre),
    quali: names(vivi, nomina),
    campo: 'trimestre',
  });
}

function names<V extends Voce>(voci: readonly V[], nomina: Nomina<V>): string {
  return voci.map(nomina).join('; ');
}

function euro(importo: Centesimi): string {
  return `${formatEuroItaliano(importo)} €`;
}
