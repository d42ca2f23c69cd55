import { quanti } from '../../valori/italiano.ts';
import type { ErroreRiga } from '../righe/errore-riga.ts';

/** What came of a list that was given. */
export interface RiepilogoClienti {
  readonly righe: number;
  readonly righeRifiutate: number;
  readonly errori: number;
  /** Rapporti that the list did not have. */
  readonly aggiunti: number;
  /** Rapporti that the register did not know either. */
  readonly registrati: number;
  readonly primiErrori: readonly ErroreRiga[];
}

/** The same in one sentence. */
export function fraseImportazione(riepilogo: Omit<RiepilogoClienti, 'primiErrori' | 'errori'>): string {
  const { righe, righeRifiutate } = riepilogo;
  const fatte = `${quanti(righe, 'riga', 'righe')}: ${fraseAggiunti(riepilogo)}`;
  return righeRifiutate === 0
    ? `${fatte}.`
    : `${fatte}; ${quanti(righeRifiutate, 'riga rifiutata', 'righe rifiutate')}.`;
}

/** `2 clienti nuovi, 1 rapporto aggiunto al registro`. */
export function fraseAggiunti({ aggiunti, registrati }: Pick<RiepilogoClienti, 'aggiunti' | 'registrati'>): string {
  return `${quanti(aggiunti, 'cliente nuovo', 'clienti nuovi')}, ${quanti(registrati, 'rapporto aggiunto', 'rapporti aggiunti')} al registro`;
}

/** 0: every row is in the list; 1: some were refused; 2: all were. */
export function codiceEsitoClienti({ righe, righeRifiutate }: RiepilogoClienti): 0 | 1 | 2 {
  return righeRifiutate === 0 ? 0 : righeRifiutate < righe ? 1 : 2;
}
