import type { Trimestre } from '../../scadenze/trimestre.ts';
import { partiDelGiorno, type Giorno } from '../../valori/giorno.ts';

interface Scelta {
  readonly valore: string;
  readonly testo: string;
}

export const TRIMESTRI: readonly Scelta[] = [
  { valore: '1', testo: '1° gennaio–marzo' },
  { valore: '2', testo: '2° aprile–giugno' },
  { valore: '3', testo: '3° luglio–settembre' },
  { valore: '4', testo: '4° ottobre–dicembre' },
];

/** Years with a table, the latest first. */
export function anniDaScegliere(anni: readonly number[]): readonly Scelta[] {
  return anni.toReversed().map((anno) => ({ valore: String(anno), testo: String(anno) }));
}

/**
 * The quarter a person most likely came for: the one that is being paid now (in the first month after it) or, later, the
 * current one. Never beyond the last year with a table.
 */
export function trimestreDiOggi(oggi: Giorno, anni: readonly number[]): Trimestre {
  const { anno, mese } = partiDelGiorno(oggi);
  const corrente = Math.ceil(mese / 3) as Trimestre['numero'];
  const inPagamento = mese % 3 === 1;
  const scelto: Trimestre = !inPagamento
    ? { anno, numero: corrente }
    : corrente === 1
      ? { anno: anno - 1, numero: 4 }
      : { anno, numero: (corrente - 1) as Trimestre['numero'] };
  const ultimo = anni.at(-1) ?? anno;
  return scelto.anno > ultimo ? { anno: ultimo, numero: 4 } : scelto;
}
