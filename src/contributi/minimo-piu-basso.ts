import { type FormaMinimo, type Livello, minimiDel } from '../norme/minimi.ts';
import type { Norme } from '../norme/norme.ts';
import type { Centesimi } from '../valori/denaro.ts';
import type { Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import { euro } from './testo.ts';

/** Weekly hours of who is paid by the month: below them the minimum is proportional. */
const ORE_AL_MESE: Partial<Readonly<Record<FormaMinimo, number>>> = {
  convivente: 54,
  'convivente-30-ore': 30,
  'convivente-25-ore': 25,
  'presenza-notturna': 54,
};

/** The lowest minimum of all levels, which no pay may be below whoever is paid. */
export interface MinimoPiuBasso {
  readonly importo: Centesimi;
  /** Weekly hours it pays: 1 for an hourly pay. */
  readonly ore: number;
  /** The sentence of a pay below it, in a list by itself: said of many rows of a file. */
  readonly frasi: readonly string[];
}

/** By how the pay is agreed; undefined where no table is known. */
export interface MinimiPiuBassi {
  readonly oraria: MinimoPiuBasso | undefined;
  readonly mensile: MinimoPiuBasso | undefined;
}

/** The lowest minimums in force on a day. */
export function minimiPiuBassi(giorno: Giorno, norme: Norme): MinimiPiuBassi {
  const { importi = {}, proiettato = false } = minimiDel(giorno, norme.minimi) ?? {};
  const voci = (Object.entries(importi) as [FormaMinimo, Partial<Record<Livello, Centesimi>>][]).flatMap(
    ([forma, livelli]) => Object.entries(livelli).map(([livello, importo]) => ({ forma, livello, importo })),
  );
  const anno = giorno.slice(0, 4);
  const piuBassa = (ore: (forma: FormaMinimo) => number | undefined): MinimoPiuBasso | undefined => {
    const [minima] = voci
      .flatMap(({ forma, livello, importo }) => {
        const sue = ore(forma);
        return sue === undefined ? [] : [{ forma, livello, importo, ore: sue }];
      })
      .sort((a, b) => a.importo / a.ore - b.importo / b.ore);
    if (minima === undefined) return undefined;
    const chi = `${minima.forma === 'oraria' ? 'non conviventi' : minima.forma}, livello ${minima.livello}${proiettato ? ', proiettato' : ''}`;
    const quanto =
      minima.ore === 1
        ? italiano`La paga oraria è sotto il più basso minimo contrattuale del ${anno}, ${euro(minima.importo)} (${chi}).`
        : italiano`La paga mensile è sotto il più basso minimo contrattuale del ${anno}, ${euro(minima.importo)} al mese per ${minima.ore} ore a ` +
          `settimana (${chi}), in proporzione alle ore.`;
    return { importo: minima.importo, ore: minima.ore, frasi: [quanto] };
  };
  return {
    oraria: piuBassa((forma) => (forma === 'oraria' ? 1 : undefined)),
    mensile: piuBassa((forma) => ORE_AL_MESE[forma]),
  };
}
