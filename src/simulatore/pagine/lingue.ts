import { loadCatalogo, type Testi } from '../../testi/catalogo.ts';

export const LINGUE = ['it', 'en', 'de'] as const;
export type Lingua = (typeof LINGUE)[number];

export function isLingua(testo: unknown): testo is Lingua {
  return LINGUE.some((lingua) => lingua === testo);
}

/** The simulator's messages, for citizens and for the operator. */
export function loadTesti(): Readonly<Record<Lingua, Testi>> {
  return loadCatalogo('simulatore', LINGUE);
}
