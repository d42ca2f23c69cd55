import { z } from 'zod';
import { norme } from '../../norme/norme.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';
import { anniDaScegliere, TRIMESTRI, trimestreDiOggi } from '../viste/periodi.ts';
import { type Blocco, titleOf } from './blocchi.ts';
import { whatIsWrong } from './che-cosa-non-va.ts';
import { comeErrori } from './come-errori.ts';
import { schemaDeiCampi } from './lettura-modulo.ts';
import type { Momento, Scritto, Strumento } from './strumento.ts';

const periodo = z.object({
  numero: z
    .string()
    .regex(/^[1-4]$/)
    .optional(),
  anno: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});

/** What a tool's page shows beside its form: an answer, or what is to be corrected. */
export interface StatoStrumento {
  readonly scritto: Scritto;
  readonly blocchi?: readonly Blocco[];
  readonly errori?: readonly ErroreDati[];
}

/**
 * The quarter that was chosen before the form, or the one a person most likely came for.
 * @param chiesto `numero` and `anno` as texts; other names are not looked at
 */
export function momentoChiesto(oggi: Giorno, chiesto: unknown): Momento {
  const scelto = periodo.parse(chiesto);
  const proposto = trimestreDiOggi(oggi, norme().anni);
  return {
    oggi,
    trimestre: parseTrimestre(`${scelto.numero ?? proposto.numero}/${scelto.anno ?? proposto.anno}`),
  };
}

/** What was sent with a tool's form. The quarter chosen before it travels with it; elsewhere a field may bear the same name. */
export function moduloInviato(
  strumento: Strumento,
  oggi: Giorno,
  corpo: unknown,
): { readonly momento: Momento; readonly scritto: Scritto } {
  const { numero, anno, ...resto } = corpo as Record<string, unknown>;
  const momento = momentoChiesto(oggi, strumento.trimestrePrima ? { numero, anno } : {});
  return { momento, scritto: schemaDi(strumento, momento).parse(strumento.trimestrePrima ? resto : corpo) };
}

/** A tool's form before anything is written in it. */
export function moduloVuoto(strumento: Strumento, momento: Momento): Scritto {
  return schemaDi(strumento, momento).parse({});
}

/** The answer of a tool, or everything that has to be corrected first. @throws what is not the person's to correct */
export async function rispondi(strumento: Strumento, momento: Momento, scritto: Scritto): Promise<StatoStrumento> {
  const esegui = (detto: Scritto) => strumento.esegui(detto, momento);
  try {
    return { scritto, blocchi: esegui(scritto) };
  } catch (errore) {
    return { scritto, errori: await whatIsWrong(errore, strumento.campi(momento), scritto, esegui) };
  }
}

/** What `strumento.njk` asks for: the tool, its form as it was written, the answer above it. */
export function paginaStrumento(strumento: Strumento, momento: Momento, { scritto, blocchi, errori }: StatoStrumento) {
  const gruppi = strumento.campi(momento);
  return {
    titolo: titleOf(blocchi, strumento.titolo),
    dati: {
      ...comeErrori(errori, gruppi),
      strumento,
      gruppi,
      scritto,
      blocchi: blocchi ?? [],
      spiegato: blocchi?.some(({ tipo }) => tipo === 'passi') ?? false,
      scelto: { numero: String(momento.trimestre.numero), anno: String(momento.trimestre.anno) },
      trimestri: TRIMESTRI,
      anni: anniDaScegliere(norme().anni),
    },
  };
}

function schemaDi(strumento: Strumento, momento: Momento): z.ZodType<Scritto> {
  return schemaDeiCampi(strumento.campi(momento));
}
