import { z } from 'zod';
import type { Giorno } from '../valori/giorno.ts';
import { fonte, giornoIso, numeroEsatto, testo, togliAssenti } from './campi.ts';
import { ErroreNorme } from './errore-norme.ts';

/** `bce`: European Central Bank's main refinancing rate; `mora`: interest of art. 30 D.P.R. 602/1973; `legale`: art. 1284 c.c. */
export type CodiceTasso = 'bce' | 'mora' | 'legale';

const valore = z.strictObject({ dal: giornoIso, percentuale: numeroEsatto, fonte });

const tasso = z
  .strictObject({
    codice: z.enum(['bce', 'mora', 'legale']),
    nome: testo,
    /** Nobody has checked the last value beyond this day. */
    notoFinoAl: giornoIso,
    nota: testo.optional(),
    valori: z.array(valore).min(1),
  })
  .transform((letto) => togliAssenti(letto));

/** `rules/tassi.yaml`. */
export const schemaTassi = z.strictObject({ tassi: z.array(tasso).length(3), verificatoIl: giornoIso });

export type RegoleTassi = z.output<typeof schemaTassi>;
export type Tasso = RegoleTassi['tassi'][number];
export type ValoreTasso = Tasso['valori'][number];

/** The history of one rate. */
export function tassoDi(regole: RegoleTassi, codice: CodiceTasso): Tasso {
  const trovato = regole.tassi.find((voce) => voce.codice === codice);
  if (trovato === undefined) throw new ErroreNorme('tassi.yaml', 'tassi', `manca il tasso «${codice}»`);
  return trovato;
}

/** The value that held on a day; undefined before the first known one. */
export function valoreDelGiorno(tasso: Tasso, giorno: Giorno): ValoreTasso | undefined {
  return tasso.valori.findLast(({ dal }) => dal <= giorno);
}

/** What is wrong in a history: values must follow each other in order of day, each rate once. */
export function difettiTassi(regole: RegoleTassi): { readonly chiave: string; readonly motivo: string }[] {
  const codici = regole.tassi.map(({ codice }) => codice);
  const doppi = codici.filter((codice, indice) => codici.indexOf(codice) !== indice);
  return [
    ...doppi.map((codice) => ({ chiave: 'tassi', motivo: `il tasso «${codice}» c’è due volte` })),
    ...regole.tassi.flatMap(({ valori }, numero) =>
      valori.flatMap(({ dal }, indice) => {
        const prima = valori[indice - 1];
        return prima === undefined || prima.dal < dal
          ? []
          : [{ chiave: `tassi.${numero}.valori.${indice}.dal`, motivo: `${dal} non viene dopo ${prima.dal}` }];
      }),
    ),
  ];
}
