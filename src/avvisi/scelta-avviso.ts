import { LINGUE_AVVISO, type LinguaAvviso } from '../anagrafe/lingua-avviso.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Marchi } from './marchi/marchio.ts';
import { NOMI_LAVORATORE, type NomeLavoratore } from './nome-lavoratore.ts';
import { EDIZIONI_AVVISO, edizioneInVigore, type EdizioneAvviso } from './edizione.ts';

/** How a notice is wanted; what is not said follows from the person, the settings and the day of printing. */
export interface SceltaAvviso {
  readonly edizione?: EdizioneAvviso | undefined;
  readonly lingua?: LinguaAvviso | undefined;
  /** How the worker is named; whole when not said. */
  readonly lavoratore?: NomeLavoratore | undefined;
}

/** What the settings say of every notice. */
export interface AvvisoPredefinito extends SceltaAvviso {
  readonly marchi?: Marchi;
}

/** What may decide an edition and a language, from the strongest. */
export interface SceltePossibili {
  /** Asked for this notice, or this batch. */
  readonly chiesta: SceltaAvviso;
  /** The language of the person who gets it. */
  readonly persona?: LinguaAvviso | undefined;
  /** The settings. */
  readonly predefinita: SceltaAvviso;
}

/**
 * The edition and the language of a notice. An edition that has Italian alone gives Italian, unless another language was
 * asked for together with it: that is for `controllaAvviso` to refuse.
 */
export function scegliAvviso(
  scelte: SceltePossibili,
  oggi: Giorno,
): { readonly edizione: EdizioneAvviso; readonly lingua: LinguaAvviso } {
  const { chiesta, persona, predefinita } = scelte;
  const edizione = chiesta.edizione ?? predefinita.edizione ?? edizioneInVigore(oggi);
  const abituale = edizione === '2018' ? 'it' : (persona ?? predefinita.lingua ?? 'it');
  return { edizione, lingua: chiesta.lingua ?? abituale };
}

/** The choice as it comes from outside, each text empty or absent when nothing was chosen. */
export type SceltaScritta = { readonly [campo in keyof SceltaAvviso]?: string | undefined };

/**
 * Reads a choice from outside.
 * @throws ErroreDati `edizione-non-valida`, `lingua-non-valida`, `lavoratore-non-valido`
 */
export function parseScelta({ edizione, lingua, lavoratore }: SceltaScritta): SceltaAvviso {
  return {
    ...(edizione !== undefined && edizione !== '' && { edizione: parseEdizione(edizione) }),
    ...(lingua !== undefined && lingua !== '' && { lingua: parseLingua(lingua) }),
    ...(lavoratore !== undefined && lavoratore !== '' && { lavoratore: parseLavoratore(lavoratore) }),
  };
}

function parseEdizione(testo: string): EdizioneAvviso {
  const trovata = EDIZIONI_AVVISO.find((edizione) => edizione === testo);
  if (trovata !== undefined) return trovata;
  throw new ErroreDati('edizione-non-valida', { testo, note: EDIZIONI_AVVISO.join(' o '), campo: 'edizione' });
}

function parseLingua(testo: string): LinguaAvviso {
  const trovata = LINGUE_AVVISO.find((lingua) => lingua === testo);
  if (trovata !== undefined) return trovata;
  throw new ErroreDati('lingua-non-valida', { testo, note: LINGUE_AVVISO.join(', '), campo: 'lingua' });
}

function parseLavoratore(testo: string): NomeLavoratore {
  const trovato = NOMI_LAVORATORE.find((nome) => nome === testo);
  if (trovato !== undefined) return trovato;
  throw new ErroreDati('lavoratore-non-valido', { testo, note: NOMI_LAVORATORE.join(', '), campo: 'lavoratore' });
}
