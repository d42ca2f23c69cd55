import type { StatoTentativo } from '../../pagamenti/pagamento.ts';

/** How a hand-off ended, in one word for all its payments. */
export type Complessivo = 'attesa' | 'pagato' | 'non-pagato' | 'in-verifica' | 'misto';

export const TITOLI_ESITO: Readonly<Record<Complessivo, string>> = {
  attesa: 'In attesa di conferma',
  pagato: 'Pagato',
  'non-pagato': 'Non eseguito',
  'in-verifica': 'In verifica',
  misto: 'Esiti diversi',
};

const FALLITI: readonly StatoTentativo[] = ['non-eseguito', 'decorsi-termini', 'rifiutato'];

/** @param stati of its payments, at least one */
export function esitoComplessivo(stati: readonly StatoTentativo[]): Complessivo {
  if (stati.some((stato) => stato === 'da-inviare' || stato === 'in-attesa')) return 'attesa';
  if (stati.every((stato) => stato === 'eseguito')) return 'pagato';
  if (stati.every((stato) => FALLITI.includes(stato))) return 'non-pagato';
  if (stati.every((stato) => stato === 'anomalo')) return 'in-verifica';
  return 'misto';
}
