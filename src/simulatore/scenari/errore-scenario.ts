import { z } from 'zod';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { lamenti } from '../../valori/zod-in-italiano.ts';
import type { Lingua } from '../pagine/lingue.ts';

/** What an error is about; `perche` in the language of who reads. */
interface Dati {
  readonly nome: string;
  readonly noti: string;
  readonly regole: string;
  readonly perche: string;
}

type Frase = (dati: Dati) => string;
/** A language that is not the catalogue’s. */
type Altra = Exclude<Lingua, 'it'>;

/** What is wrong with a rule, a scenario or a story, in the pages’ languages that the catalogue of errors does not have. */
const FRASI = {
  'regola-non-valida': {
    en: ({ perche }) => `Rule: ${perche}`,
    de: ({ perche }) => `Regel: ${perche}`,
  },
  'regola-vuota': {
    en: () => 'The rule changes nothing: choose a scenario or at least one face.',
    de: () => 'Die Regel ändert nichts: ein Szenario oder mindestens eine Seite wählen.',
  },
  'scenario-sconosciuto': {
    en: ({ nome, noti }) => `Scenario “${nome}” is not known; these are: ${noti}.`,
    de: ({ nome, noti }) => `Szenario „${nome}“ ist unbekannt; bekannt sind: ${noti}.`,
  },
  'scenario-non-valido': {
    en: ({ nome, perche }) => `Scenario “${nome}”: ${perche}`,
    de: ({ nome, perche }) => `Szenario „${nome}“: ${perche}`,
  },
  'scenario-del-catalogo': {
    en: ({ nome }) => `Scenario “${nome}” is one of the catalogue: choose another name.`,
    de: ({ nome }) => `Szenario „${nome}“ gehört zum Katalog: einen anderen Namen wählen.`,
  },
  'scenario-in-uso': {
    en: ({ nome, regole }) => `Scenario “${nome}” serves rules in force: remove ${regole} first.`,
    de: ({ nome, regole }) => `Szenario „${nome}“ dient geltenden Regeln: zuerst ${regole} entfernen.`,
  },
  'scenario-mancante': {
    en: ({ nome }) => `Scenario “${nome}” is not among those saved.`,
    de: ({ nome }) => `Szenario „${nome}“ ist nicht unter den gespeicherten.`,
  },
  'storia-non-valida': {
    en: ({ perche }) => `Story: ${perche}`,
    de: ({ perche }) => `Geschichte: ${perche}`,
  },
  'file-mancante/storia': {
    en: () => 'Choose the file of the story.',
    de: () => 'Die Datei der Geschichte wählen.',
  },
  'durata-non-valida/orologio': {
    en: () => 'Clock: write a span of time like 90s, 10m, 1h, 3g.',
    de: () => 'Uhr: eine Dauer wie 90s, 10m, 1h, 3g schreiben.',
  },
} satisfies Readonly<Record<string, Readonly<Record<Altra, Frase>>>>;

export type CodiceScenario = keyof typeof FRASI;

/** What our own schemas say of a field, in the other languages. */
const PAROLE: Readonly<Record<string, Readonly<Record<Altra, string>>>> = {
  'un importo come 338.00': { en: 'an amount like 338.00', de: 'ein Betrag wie 338.00' },
  'un importo con segno come -1.00': {
    en: 'an amount with its sign, like -1.00',
    de: 'ein Betrag mit Vorzeichen wie -1.00',
  },
  'una durata come 500ms, 90s, 10m, 1h, 3g': {
    en: 'a span of time like 500ms, 90s, 10m, 1h, 3g (days)',
    de: 'eine Dauer wie 500ms, 90s, 10m, 1h, 3g (Tage)',
  },
  'un indirizzo come http://localhost:9090/psp': {
    en: 'an address like http://localhost:9090/psp',
    de: 'eine Adresse wie http://localhost:9090/psp',
  },
  'un codice come PAA_PAGAMENTO_SCADUTO o PPT_SYSTEM_ERROR': {
    en: 'a code like PAA_PAGAMENTO_SCADUTO or PPT_SYSTEM_ERROR',
    de: 'ein Code wie PAA_PAGAMENTO_SCADUTO oder PPT_SYSTEM_ERROR',
  },
  'lettere minuscole, cifre e trattini, fino a 40': {
    en: 'small letters, digits and hyphens, 40 at most',
    de: 'Kleinbuchstaben, Ziffern und Bindestriche, höchstens 40',
  },
  'scenari: nomi con le loro facce': { en: 'scenari: names with their faces', de: 'scenari: Namen mit ihren Seiten' },
  'regole: un elenco': { en: 'regole: a list', de: 'regole: eine Liste' },
};

/** Parse with it what {@link ErroreScenario} is to explain: the library's own words depend on what was given. */
export const PER_SPIEGARE = { reportInput: true } as const;

interface Opzioni {
  readonly nome?: string;
  readonly noti?: string;
  readonly regole?: string;
  /** Why: what a schema found (parsed with {@link PER_SPIEGARE}), or a text in nobody's language. */
  readonly perche?: z.ZodError | string;
  /** Which rule of the story, from 1. */
  readonly posto?: number;
  readonly campo?: string;
}

/** Something wrong with what a person wrote of rules and scenarios; the message is the Italian sentence. */
export class ErroreScenario extends ErroreDati<CodiceScenario> {
  override readonly name = 'ErroreScenario';
  readonly #codice: CodiceScenario;
  readonly #opzioni: Opzioni;

  constructor(codice: CodiceScenario, opzioni: Opzioni = {}) {
    const { nome = '', noti = '', regole = '', perche = '', posto, campo } = opzioni;
    const prima = posto === undefined ? {} : { prima: NELLA_STORIA.it(posto) };
    super(codice, { nome, noti, regole, perche: inWords(perche, 'it'), campo, ...prima });
    this.#codice = codice;
    this.#opzioni = opzioni;
  }

  /** The sentence in a language of the pages. */
  frase(lingua: Lingua): string {
    return lingua === 'it' ? this.message : frase(this.#codice, this.#opzioni, lingua);
  }

  /** The same, of that rule of a story. */
  nellaStoria(posto: number): ErroreScenario {
    return new ErroreScenario(this.#codice, { ...this.#opzioni, posto });
  }
}

const NELLA_STORIA: Readonly<Record<Lingua, (posto: number) => string>> = {
  it: (posto) => `Storia, regola ${posto}: `,
  en: (posto) => `Story, rule ${posto}: `,
  de: (posto) => `Geschichte, Regel ${posto}: `,
};

function frase(codice: CodiceScenario, opzioni: Opzioni, lingua: Altra): string {
  const { nome = '', noti = '', regole = '', perche = '', posto } = opzioni;
  const scritta: Frase = FRASI[codice][lingua];
  const dove = posto === undefined ? '' : NELLA_STORIA[lingua](posto);
  return dove + scritta({ nome, noti, regole, perche: inWords(perche, lingua) });
}

function inWords(perche: z.ZodError | string, lingua: Lingua): string {
  return typeof perche === 'string' ? perche : spiega(perche, lingua);
}

/** What a schema found, field by field, in a language: our own words for our own rules, the library's for the rest. */
function spiega({ issues }: z.ZodError, lingua: Lingua): string {
  if (lingua === 'it') return lamenti({ issues });
  const traduci = z.locales[lingua]().localeError;
  const tradotti = issues.map((uno) => {
    const detto = PAROLE[uno.message]?.[lingua] ?? traduci(uno as Parameters<typeof traduci>[0]);
    return { ...uno, message: typeof detto === 'string' ? detto : (detto?.message ?? uno.message) };
  });
  return lamenti({ issues: tradotti });
}
