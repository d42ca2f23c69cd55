import type { EsitoPagamento } from '../scenari/scenario.ts';

/** The test cards a citizen picks from: nobody ever types a card number here. */
export const CARTE = {
  buona: 'eseguito',
  negata: 'rifiutato-emittente',
  'rifiutata-dopo': 'rifiutato-psp',
  'senza-risposta': 'esito-sconosciuto-psp',
} as const satisfies Record<string, EsitoPagamento>;

export type Carta = keyof typeof CARTE;

export function isCarta(testo: unknown): testo is Carta {
  return typeof testo === 'string' && Object.hasOwn(CARTE, testo);
}
