import { formatCodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../valori/denaro.ts';
import type { Bollettino } from './bollettino.ts';
import { quante } from './settimane-coperte.ts';

/** How the sentences speak of bollettini, where they are ours to be paid and where INPS's own notices are. */
export interface ParoleBollettino {
  /** Of one bollettino, so that it is told from the others of its quarter. */
  readonly nomina: (bollettino: Bollettino) => string;
  /** What becomes of one whose place another takes: a sentence. */
  readonly annullato: string;
}

/** The names that people find on the notices of this program. */
export const PAROLE_AVVISI: ParoleBollettino = {
  nomina: (bollettino) => {
    const { codiceAvviso, iuv, importo } = bollettino;
    return `${formatEuroItaliano(importo)} €, codice avviso ${formatCodiceAvviso(codiceAvviso)}, IUV ${iuv}${weight(bollettino)}`;
  },
  annullato: 'Allo sportello non si può più pagare.',
};

/** Where the notices are INPS's: the codes that are kept with a bollettino can be paid nowhere, and are not said. */
export const PAROLE_USO_REALE: ParoleBollettino = {
  nomina: (bollettino) => `${formatEuroItaliano(bollettino.importo)} €${weight(bollettino)}`,
  annullato: 'Un avviso già avuto dall’INPS per quell’importo non va pagato.',
};

function weight({ settimane }: Bollettino): string {
  if (settimane === 0) return '';
  return `, ${quante(settimane) === 1 ? 'una settimana' : `${quante(settimane)} settimane`}`;
}
