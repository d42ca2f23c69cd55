import { parseTerritorio } from '../scadenze/territori.ts';
import { parseTrimestre } from '../scadenze/trimestre.ts';
import { parseDecimale } from '../valori/decimale.ts';
import { parseEuro } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { parseGiorno } from '../valori/giorno.ts';
import type { DatiCalcolo, PagaPattuita } from './calcolo.ts';
import { parseNotti, parseStraordinari } from './parse-straordinari.ts';
import { parseIndennita, parseLivello } from './parse-livello.ts';
import { type Letture, type NomeLettura, NOMI_LETTURE, parseLettura } from './letture.ts';

/** Most seniority rises (CCNL art. 37). */
const SCATTI = 7;

/** The fields of a calculation as people and programs write them: texts, and two ticks. An empty text is an absent one. */
export interface CampiCalcolo extends Partial<Readonly<Record<NomeLettura, string | undefined>>> {
  readonly trimestre?: string | undefined;
  readonly oreSettimanali?: string | undefined;
  readonly ore?: string | undefined;
  readonly settimane?: string | undefined;
  readonly pagaOraria?: string | undefined;
  readonly pagaMensile?: string | undefined;
  readonly vittoAlloggioGiorni?: string | undefined;
  readonly senzaCuaf?: boolean | undefined;
  readonly tempoDeterminato?: boolean | undefined;
  readonly associazione?: string | undefined;
  readonly assunzione?: string | undefined;
  readonly cessazione?: string | undefined;
  readonly nottiPresenza?: string | undefined;
  readonly nottiAssistenza?: string | undefined;
  readonly straordinari?: string | undefined;
  readonly sostituzione?: boolean | undefined;
  readonly assistenzaInPiu?: string | undefined;
  readonly soloAssistenza?: boolean | undefined;
  readonly territorio?: string | undefined;
  readonly livello?: string | undefined;
  readonly indennita?: string | undefined;
  readonly scatti?: string | undefined;
}

/**
 * The one way from text to the input of the calculation: command line, form, API and batch all pass here.
 * @throws ErroreDati with `campo` = the name of the field that is wrong
 */
export function parseDatiCalcolo(campi: CampiCalcolo): DatiCalcolo {
  const trimestre = filled(campi.trimestre);
  if (trimestre === undefined) {
    throw new ErroreDati('trimestre-mancante', { campo: 'trimestre' });
  }
  return {
    trimestre: parseTrimestre(trimestre),
    senzaCuaf: campi.senzaCuaf ?? false,
    tempoDeterminato: campi.tempoDeterminato ?? false,
    ...parseModifiche(campi),
  };
}

/** The same fields without the quarter and the two ticks' defaults: only what was written. */
export function parseModifiche(campi: CampiCalcolo): Omit<Partial<DatiCalcolo>, 'trimestre'> {
  const paga = parsePaga(campi);
  const notti = parseNotti(filled(campi.nottiPresenza), filled(campi.nottiAssistenza));
  const associazione = filled(campi.associazione)?.toUpperCase();
  if (associazione !== undefined && associazione !== 'F2' && associazione !== 'E1') {
    throw new ErroreDati('associazione-sconosciuta', { testo: associazione.slice(0, 10), campo: 'associazione' });
  }
  return {
    ...optional('oreSettimanali', campi.oreSettimanali, (testo) => parseDecimale(testo, 'oreSettimanali')),
    ...optional('ore', campi.ore, (testo) => parseDecimale(testo, 'ore')),
    ...optional('settimane', campi.settimane, (testo) => parseIntero(testo, 'settimane', 14)),
    ...optional('vittoAlloggioGiorni', campi.vittoAlloggioGiorni, (t) => parseIntero(t, 'vittoAlloggioGiorni', 7)),
    ...optional('assunzione', campi.assunzione, (testo) => parseGiorno(testo, 'assunzione')),
    ...optional('cessazione', campi.cessazione, (testo) => parseGiorno(testo, 'cessazione')),
    ...(notti === undefined ? {} : { notti }),
    ...optional('straordinari', campi.straordinari, parseStraordinari),
    ...optional('assistenzaInPiu', campi.assistenzaInPiu, (testo) => parseEuro(testo, 'assistenzaInPiu')),
    ...(campi.sostituzione === true ? { sostituzione: true } : {}),
    ...(campi.soloAssistenza === true ? { soloAssistenza: true } : {}),
    ...optional('territorio', campi.territorio, parseTerritorio),
    ...optional('livello', campi.livello, parseLivello),
    ...optional('indennita', campi.indennita, parseIndennita),
    ...optional('scatti', campi.scatti, (testo) => parseIntero(testo, 'scatti', SCATTI)),
    ...parseLetture(campi),
    ...(paga === undefined ? {} : { paga }),
    ...(associazione === undefined ? {} : { associazione }),
    ...(campi.senzaCuaf === undefined ? {} : { senzaCuaf: campi.senzaCuaf }),
    ...(campi.tempoDeterminato === undefined ? {} : { tempoDeterminato: campi.tempoDeterminato }),
  };
}

/** The readings that were named. */
function parseLetture(campi: CampiCalcolo): Letture {
  const scritte = NOMI_LETTURE.flatMap((nome) => {
    const testo = filled(campi[nome]);
    return testo === undefined ? [] : [[nome, parseLettura(nome, testo, nome)] as const];
  });
  return Object.fromEntries(scritte);
}

function parsePaga(campi: CampiCalcolo): PagaPattuita | undefined {
  const oraria = filled(campi.pagaOraria);
  const mensile = filled(campi.pagaMensile);
  if (oraria !== undefined && mensile !== undefined) {
    throw new ErroreDati('due-paghe', { campo: 'pagaMensile' });
  }
  if (oraria !== undefined) return { tipo: 'oraria', importo: parseEuro(oraria, 'pagaOraria') };
  if (mensile !== undefined) return { tipo: 'mensile', importo: parseEuro(mensile, 'pagaMensile') };
  return undefined;
}

function parseIntero(testo: string, campo: string, massimo: number): number {
  const numero = /^\d{1,2}$/.test(testo) ? Number(testo) : Number.NaN;
  if (!(numero <= massimo)) {
    throw new ErroreDati('intero-non-valido', { testo: testo.slice(0, 20), massimo, campo });
  }
  return numero;
}

function filled(testo: string | undefined): string | undefined {
  const pulito = testo?.trim();
  return pulito === '' ? undefined : pulito;
}

function optional<K extends string, T>(
  chiave: K,
  testo: string | undefined,
  parse: (testo: string) => T,
): { readonly [k in K]?: T } {
  const pieno = filled(testo);
  return pieno === undefined ? {} : ({ [chiave]: parse(pieno) } as { readonly [k in K]: T });
}
