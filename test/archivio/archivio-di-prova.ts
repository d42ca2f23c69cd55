import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import type { NuovoRapporto } from '../../src/anagrafe/registro-rapporti.ts';
import { type Archivio, createArchivio } from '../../src/archivio/archivio.ts';
import { type Database, openDatabase } from '../../src/archivio/database.ts';
import { migrate } from '../../src/archivio/migrazioni.ts';
import type { Clock } from '../../src/valori/clock.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

/** A database of a test's own, migrated and empty. */
export interface ArchivioDiProva {
  readonly archivio: Archivio;
  readonly knex: Knex;
  readonly database: Database;
  readonly clock: ClockDiProva;
  close(): Promise<void>;
}

/** The day on which the quarters of 2020 are issued: later they are prescribed, and are not. */
export const QUANDO_SI_EMETTE_IL_2020 = '2021-01-05T08:00:00Z';

/** Of those quarters, or before. */
export function isDel2020(trimestre: string): boolean {
  return Number(trimestre.slice(-4)) <= 2020;
}

/** Issues a quarter on a day on which it can be: those of 2020 on their own. */
export function nelSuoGiorno<T>(clock: ClockDiProva, trimestre: string, emetti: () => Promise<T>): Promise<T> {
  return isDel2020(trimestre) ? clock.durante(QUANDO_SI_EMETTE_IL_2020, emetti) : emetti();
}

/** A clock that stands still until it is moved. */
export interface ClockDiProva extends Clock {
  set(istante: string): void;
  /** What was done on another day; one at a time. */
  durante<T>(istante: string, fatto: () => Promise<T>): Promise<T>;
}

/** @param istante ISO 8601 */
export function clockDiProva(istante = '2026-10-05T08:00:00Z'): ClockDiProva {
  let ora = new Date(istante);
  return {
    now: () => ora,
    set: (altro) => {
      ora = new Date(altro);
    },
    async durante(altro, fatto) {
      const prima = ora;
      ora = new Date(altro);
      try {
        return await fatto();
      } finally {
        ora = prima;
      }
    },
  };
}

/** Opens and migrates `database`; `dopo` cleans up after the test. */
export async function openProva(database: Database, dopo: () => Promise<void>): Promise<ArchivioDiProva> {
  const knex = openDatabase(database);
  await migrate(knex);
  const clock = clockDiProva();
  const archivio = createArchivio(knex, clock, (cf) => `persona-${cf.length}`);
  return {
    archivio,
    knex,
    database,
    clock,
    close: async () => {
      await archivio.close();
      await dopo();
    },
  };
}

let modello: Promise<Buffer> | undefined;

/** The bytes of a migrated, empty file: made once a process, because every test wants one. */
export function migratedFile(): Promise<Buffer> {
  modello ??= (async () => {
    const cartella = mkdtempSync(join(tmpdir(), 'trimestre-modello-'));
    const file = join(cartella, 'modello.sqlite');
    const knex = openDatabase({ tipo: 'sqlite', file });
    await migrate(knex);
    await knex.destroy();
    const bytes = readFileSync(file);
    rmSync(cartella, { recursive: true });
    return bytes;
  })();
  return modello;
}

/** Works on a SQLite database that is not there yet. */
export async function conSqliteVuoto(lavoro: (knex: Knex) => Promise<void>): Promise<void> {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-vuoto-'));
  const knex = openDatabase({ tipo: 'sqlite', file: join(cartella, 'vuoto.sqlite') });
  try {
    await lavoro(knex);
  } finally {
    await knex.destroy();
    rmSync(cartella, { recursive: true });
  }
}

/** A real SQLite file in a folder of its own. */
export async function archivioSqlite(): Promise<ArchivioDiProva> {
  const cartella = mkdtempSync(join(tmpdir(), 'trimestre-'));
  const file = join(cartella, 'prova.sqlite');
  writeFileSync(file, await migratedFile());
  return openProva({ tipo: 'sqlite', file }, () => {
    rmSync(cartella, { recursive: true });
    return Promise.resolve();
  });
}

/** A fictional rapporto; `modifiche` over 25 hours a week at 8,00 euro, with CUAF, since 2019. */
export function nuovoRapporto(modifiche: Partial<NuovoRapporto> & { codiceRapporto?: string } = {}): NuovoRapporto {
  const { codiceRapporto = '99109784511', ...altre } = modifiche;
  return {
    codice: parseCodiceRapporto(codiceRapporto),
    datore: {
      codiceFiscale: parseCodiceFiscale('RSSMRA80A01D620V'),
      cognome: 'Rossi',
      nome: 'Mario',
      indirizzo: { via: 'Via Aldini', civico: '3', cap: '40136', comune: 'Bologna', provincia: 'BO', nazione: 'IT' },
    },
    lavoratore: { codiceFiscale: parseCodiceFiscale('MLLSNT82P65D620Y'), cognome: 'Müller', nome: 'Samantha' },
    assunzione: parseGiorno('2019-03-01'),
    condizioni: [
      {
        dal: parseGiorno('2019-03-01'),
        oreSettimanali: '25',
        paga: { tipo: 'oraria', importo: centesimi(800) },
        vittoAlloggioGiorni: 0,
        senzaCuaf: false,
        tempoDeterminato: false,
      },
    ],
    ...altre,
  };
}
