import { z } from 'zod';

const MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, g: 86_400_000 };

/** A span of time people write: `500ms`, `90s`, `10m`, `1h`, `3g` (giorni). Gives milliseconds. */
export const durata = z
  .string()
  .regex(/^-?\d{1,6}(ms|s|m|h|g)$/, 'una durata come 500ms, 90s, 10m, 1h, 3g')
  .transform((testo) => Number.parseInt(testo, 10) * (MS[testo.replace(/^-?\d+/, '')] ?? 0));
