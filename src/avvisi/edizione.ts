import { giorno, type Giorno } from '../valori/giorno.ts';

/** Editions of the guide to the notice: 2.2 of December 2018, and 3.x since February 2022. */
export const EDIZIONI_AVVISO = ['2018', '3'] as const;

export type EdizioneAvviso = (typeof EDIZIONI_AVVISO)[number];

/** The 3.0 edition took the place of 2.2 in February 2022 (changelog of the guide). */
const DALLA_3 = giorno(2022, 2, 1);

/** The edition in force on the day of printing. */
export function edizioneInVigore(oggi: Giorno): EdizioneAvviso {
  return oggi < DALLA_3 ? '2018' : '3';
}

/** The edition a notice is printed by: the one that was asked for, else the one in force the day it is made. */
export function edizioneDi(avviso: { readonly edizione?: EdizioneAvviso; readonly emessoIl: Giorno }): EdizioneAvviso {
  return avviso.edizione ?? edizioneInVigore(avviso.emessoIl);
}
