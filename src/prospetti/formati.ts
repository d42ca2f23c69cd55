import type { Decimale } from '../valori/decimale.ts';
import { formatEuroItaliano, type Centesimi } from '../valori/denaro.ts';
import type { Fonte } from '../valori/spiegazione.ts';

/** `338,00 €`. */
export function euroIt(importo: Centesimi): string {
  return `${formatEuroItaliano(importo)} €`;
}

/** A decimal as people write it, without useless zeros: `8,15`. */
export function decimaleIt(valore: Decimale | string): string {
  return valore.toString().replace('.', ',');
}

/** An exact amount cut to six decimals for reading: `11,320685`. */
export function esattoIt(euro: Decimale): string {
  return decimaleIt(euro.toDecimalPlaces(6));
}

const PESI = { vista: 0, calcolata: 1, 'fonti-discordi': 2, 'a-memoria': 3 } as const;

/** Several sources as the one that a step shows: titles joined, the weakest confidence of all. */
export function unisciFonti(fonti: readonly Fonte[]): Fonte {
  const [prima] = fonti;
  if (prima === undefined) return { titolo: 'nessuna fonte indicata', certezza: 'a-memoria' };
  if (fonti.length === 1) return prima;
  const debole = fonti.reduce((peggiore, fonte) => (peso(fonte) > peso(peggiore) ? fonte : peggiore), prima);
  return {
    titolo: [...new Set(fonti.map(({ titolo }) => titolo))].join('; '),
    ...(debole.certezza === undefined ? {} : { certezza: debole.certezza }),
  };
}

function peso(fonte: Fonte): number {
  return PESI[fonte.certezza ?? 'vista'];
}
