import type { SecondaLingua } from '../../../../anagrafe/lingua-avviso.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import { FR } from './fr.ts';
import { SL } from './sl.ts';
import type { Testi3 } from './testi.ts';

export { IT } from './it.ts';
export type { Testi3 } from './testi.ts';

/** The fixed words of each second language. */
export const TESTI: Readonly<Record<SecondaLingua, Testi3>> = { de: DE, en: EN, fr: FR, sl: SL };
