import type { Bollettino } from '../bollettini/bollettino.ts';
import { centesimi, formatEuroItaliano } from '../valori/denaro.ts';
import type { AvvisoInps } from './porte.ts';

/** Codice fiscale of INPS. */
const INPS = '80078750587';

/** Whether INPS's notice asks what was worked out here. */
export interface Confronto {
  readonly uguale: boolean;
  /** True when the money would go to INPS. */
  readonly inps: boolean;
  /** An Italian sentence. */
  readonly frase: string;
}

/** @param avviso as it was read from its codes */
export function confronta({ importo }: Bollettino, avviso: AvvisoInps): Confronto {
  const inps = avviso.codiceFiscaleEnte === INPS;
  const scarto = avviso.importo - importo;
  if (scarto === 0) {
    return { uguale: true, inps, frase: `Chiede ${euro(avviso.importo)}: lo stesso importo calcolato qui.` };
  }
  const quanto = euro(Math.abs(scarto));
  return {
    uguale: false,
    inps,
    frase: `Chiede ${euro(avviso.importo)}, qui ne risultano ${euro(importo)}: ${quanto} in ${scarto > 0 ? 'più' : 'meno'}. Prima di pagare ricontrollare ore, settimane e paga scritte sul sito dell’INPS.`,
  };
}

function euro(importo: number): string {
  return `${formatEuroItaliano(centesimi(importo))} €`;
}
