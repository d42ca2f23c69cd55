import { marchioNonValido } from './marchio-non-valido.ts';

/** Names that drawing programs write; the others come as numbers. */
const NOMI: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  gray: '#808080',
  grey: '#808080',
  currentcolor: '#000000',
};

/** A colour as three numbers from 0 to 1, or undefined for `none`. @throws ErroreDati `marchio-non-valido` */
export function coloreSvg(testo: string): readonly [number, number, number] | undefined {
  const valore = testo.trim().toLowerCase();
  if (valore === 'none' || valore === 'transparent') return undefined;
  const scritto = NOMI[valore] ?? valore;
  const corto = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(scritto);
  if (corto !== null) return [1, 2, 3].map((i) => parseInt((corto[i] ?? '0').repeat(2), 16) / 255) as never;
  const lungo = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(scritto);
  if (lungo !== null) return [1, 2, 3].map((i) => parseInt(lungo[i] ?? '0', 16) / 255) as never;
  const numeri = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(scritto);
  if (numeri !== null) return [1, 2, 3].map((i) => Math.min(255, Number(numeri[i])) / 255) as never;
  throw marchioNonValido(
    `l’SVG ha il riempimento «${testo.slice(0, 40)}», che non si può stampare: usare colori pieni scritti come #336699, senza sfumature`,
  );
}
