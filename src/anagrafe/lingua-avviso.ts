/** Languages that the guide gives the fixed words in, besides Italian (guide 3.2, translations). */
export const SECONDE_LINGUE = ['de', 'en', 'fr', 'sl'] as const;

export type SecondaLingua = (typeof SECONDE_LINGUE)[number];

/**
 * What a notice may be printed in: Italian; Italian with a second language under it, in grey (*seconda lingua*); or both alike
 * (*bilinguismo perfetto*), in the languages that have administrative bilingualism. The 3.x edition only.
 */
export const LINGUE_AVVISO = [
  'it',
  'it-de',
  'it-en',
  'it-fr',
  'it-sl',
  'it-de-perfetto',
  'it-fr-perfetto',
  'it-sl-perfetto',
] as const;

export type LinguaAvviso = (typeof LINGUE_AVVISO)[number];

/** What each choice is called where people choose. */
export const NOMI_LINGUE: Readonly<Record<LinguaAvviso, string>> = {
  it: 'Italiano',
  'it-de': 'Italiano, tedesco come seconda lingua',
  'it-en': 'Italiano, inglese come seconda lingua',
  'it-fr': 'Italiano, francese come seconda lingua',
  'it-sl': 'Italiano, sloveno come seconda lingua',
  'it-de-perfetto': 'Italiano e tedesco alla pari',
  'it-fr-perfetto': 'Italiano e francese alla pari',
  'it-sl-perfetto': 'Italiano e sloveno alla pari',
};

/** How the second language stands beside Italian. */
export interface Bilinguismo {
  readonly seconda: SecondaLingua;
  readonly perfetto: boolean;
}

const BILINGUISMI: Readonly<Record<LinguaAvviso, Bilinguismo | undefined>> = {
  it: undefined,
  'it-de': { seconda: 'de', perfetto: false },
  'it-en': { seconda: 'en', perfetto: false },
  'it-fr': { seconda: 'fr', perfetto: false },
  'it-sl': { seconda: 'sl', perfetto: false },
  'it-de-perfetto': { seconda: 'de', perfetto: true },
  'it-fr-perfetto': { seconda: 'fr', perfetto: true },
  'it-sl-perfetto': { seconda: 'sl', perfetto: true },
};

/** Undefined for a notice in Italian alone. */
export function bilinguismoDi(lingua: LinguaAvviso = 'it'): Bilinguismo | undefined {
  return BILINGUISMI[lingua];
}
