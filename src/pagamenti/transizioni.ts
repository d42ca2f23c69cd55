import type { StatoTentativo } from './pagamento.ts';

/**
 * What can happen to an attempt. `rt-…` are the receipt's outcomes, `flusso-eseguito` a flow's, `annullato` is the payer's
 * word, `restituito` an operator's; the others come from sending it.
 */
export type EventoTentativo =
  | 'invio-accettato'
  | 'invio-rifiutato'
  | 'mai-arrivato'
  | 'tempo-scaduto'
  | 'annullato'
  | 'rt-eseguito'
  | 'rt-non-eseguito'
  | 'rt-decorsi-termini'
  | 'rt-incoerente'
  | 'flusso-eseguito'
  | 'restituito';

interface Transizione {
  readonly da: StatoTentativo;
  readonly evento: EventoTentativo;
  readonly a: StatoTentativo;
  /** Whose word it is. */
  readonly chi: 'nodo' | 'ente';
}

/**
 * Every step an attempt can take; what is not here does not happen. A receipt of an executed payment is proof that money
 * moved, so it is heard in every state but `eseguito`: a negative receipt may be followed by a positive one when the PSP
 * notifies late (SANP 3.0, receipts), and a cart whose answer was lost or wrong may have been paid. A flow's code 9 is the
 * same proof from a PSP that could make no receipt, and unlocks the position as a receipt does (EC-BKO-04).
 */
export const TRANSIZIONI: readonly Transizione[] = [
  { da: 'da-inviare', evento: 'invio-accettato', a: 'in-attesa', chi: 'nodo' },
  { da: 'da-inviare', evento: 'invio-rifiutato', a: 'rifiutato', chi: 'nodo' },
  { da: 'da-inviare', evento: 'mai-arrivato', a: 'rifiutato', chi: 'ente' },
  { da: 'in-attesa', evento: 'invio-rifiutato', a: 'rifiutato', chi: 'nodo' },
  // Checkout tells nothing of who leaves: after the life of its payment tokens the notice is payable again.
  { da: 'in-attesa', evento: 'tempo-scaduto', a: 'decorsi-termini', chi: 'ente' },
  // Who left the node's page before any PSP had the payment; see `annulla.ts`.
  { da: 'in-attesa', evento: 'annullato', a: 'non-eseguito', chi: 'ente' },
  ...(['da-inviare', 'in-attesa', 'anomalo', 'non-eseguito', 'decorsi-termini', 'rifiutato'] as const).flatMap((da) => [
    { da, evento: 'rt-eseguito' as const, a: 'eseguito' as const, chi: 'nodo' as const },
    { da, evento: 'flusso-eseguito' as const, a: 'eseguito' as const, chi: 'nodo' as const },
  ]),
  ...(['da-inviare', 'in-attesa', 'anomalo'] as const).flatMap((da) => [
    { da, evento: 'rt-non-eseguito' as const, a: 'non-eseguito' as const, chi: 'nodo' as const },
    { da, evento: 'rt-decorsi-termini' as const, a: 'decorsi-termini' as const, chi: 'nodo' as const },
    { da, evento: 'rt-incoerente' as const, a: 'anomalo' as const, chi: 'nodo' as const },
  ]),
  // The money of a receipt that does not fit was given back, or never taken. No word of ours says that it was paid.
  { da: 'anomalo', evento: 'restituito', a: 'non-eseguito', chi: 'ente' },
];

/** The states in which an attempt still holds its bollettino: its outcome may still come. */
export const STATI_VIVI: readonly StatoTentativo[] = ['da-inviare', 'in-attesa', 'anomalo'];

/** Whether an attempt in that state still holds its bollettino. */
export function isVivo(stato: StatoTentativo): boolean {
  return STATI_VIVI.includes(stato);
}

/** Where an event leads from a state; undefined when it changes nothing. */
export function transizione(da: StatoTentativo, evento: EventoTentativo): StatoTentativo | undefined {
  return TRANSIZIONI.find((passo) => passo.da === da && passo.evento === evento)?.a;
}
