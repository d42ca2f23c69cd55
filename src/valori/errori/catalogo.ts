import { ACCESSO } from './accesso.ts';
import { ANAGRAFE } from './anagrafe.ts';
import { AVVISI } from './avvisi.ts';
import { BOLLETTINI } from './bollettini.ts';
import { CLI } from './cli.ts';
import { CLIENTI } from './clienti.ts';
import { CONTRIBUTI } from './contributi.ts';
import { FAMIGLIA } from './famiglia.ts';
import { IMPOSTAZIONI } from './impostazioni.ts';
import { LOTTI } from './lotti.ts';
import { NORME } from './norme.ts';
import { PAGAMENTI } from './pagamenti.ts';
import { PAGOPA } from './pagopa.ts';
import { PORTALE } from './portale.ts';
import { PROSPETTI } from './prospetti.ts';
import { SCADENZE } from './scadenze.ts';
import { SIMULATORE } from './simulatore.ts';
import { SPID } from './spid.ts';
import { STATI } from './stati.ts';
import { VALORI } from './valori.ts';

/** The sentences by room, for the page that lists them (`docs/errori.md`). */
export const STANZE = {
  VALORI,
  SCADENZE,
  NORME,
  ANAGRAFE,
  CONTRIBUTI,
  PROSPETTI,
  PAGOPA,
  AVVISI,
  BOLLETTINI,
  PAGAMENTI,
  CLIENTI,
  LOTTI,
  ACCESSO,
  SPID,
  FAMIGLIA,
  IMPOSTAZIONI,
  PORTALE,
  CLI,
  SIMULATORE,
} as const;

/**
 * Every sentence with which something is refused. The key is the code, alone or with the name of one of its sentences after a
 * slash; `{nome}` is where a value goes, and a sentence that starts with `{campo}: ` is said of a field.
 */
const FRASI = {
  ...VALORI,
  ...SCADENZE,
  ...NORME,
  ...ANAGRAFE,
  ...CONTRIBUTI,
  ...PROSPETTI,
  ...PAGOPA,
  ...AVVISI,
  ...BOLLETTINI,
  ...PAGAMENTI,
  ...CLIENTI,
  ...LOTTI,
  ...ACCESSO,
  ...SPID,
  ...FAMIGLIA,
  ...IMPOSTAZIONI,
  ...PORTALE,
  ...CLI,
  ...SIMULATORE,
} as const;

type Frasi = typeof FRASI;
export type ChiaveErrore = keyof Frasi;
export type CodiceErrore = ChiaveErrore extends infer K ? (K extends `${infer C}/${string}` ? C : K) : never;

type Segnaposti<S extends string> = S extends `${string}{${infer P}}${infer R}` ? P | Segnaposti<R> : never;
/** The values that a sentence asks for. */
export type SegnapostiDi<C extends ChiaveErrore> = Segnaposti<Frasi[C]>;

/** What is wrong with the data: what most refusals say. */
const DATI_NON_VALIDI = 422;

export function fraseDi(chiave: ChiaveErrore): string {
  return FRASI[chiave];
}

export function codiceDi(chiave: ChiaveErrore): CodiceErrore {
  return chiave.split('/', 1)[0] as CodiceErrore;
}

/** The one HTTP status of a code. */
export function statoDi(codice: CodiceErrore): number {
  return (STATI as Readonly<Partial<Record<CodiceErrore, number>>>)[codice] ?? DATI_NON_VALIDI;
}
