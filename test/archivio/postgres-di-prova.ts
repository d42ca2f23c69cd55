import { inject } from 'vitest';
import { openDatabase } from '../../src/archivio/database.ts';
import { type ArchivioDiProva, openProva } from './archivio-di-prova.ts';

/** The run's real PostgreSQL, as one test file uses it. */
export interface PostgresDiProva {
  /** A database of its own, migrated and empty. */
  archivio(): Promise<ArchivioDiProva>;
  /** The address of a database of its own with nothing in it. */
  vuoto(): Promise<string>;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<PostgresDiProva> {
  const base = inject('postgres');
  const urlOf = (nome: string) => `${base}/${nome}`;
  const amministratore = openDatabase({ tipo: 'postgres', url: urlOf('postgres') });
  // Test files share the server: what each makes in it bears a name of its own.
  const mio = `f${process.pid}_${Date.now().toString(36)}`;
  const modello = `${mio}_modello`;
  await amministratore.raw('CREATE DATABASE ??', [modello]);
  await (await openProva({ tipo: 'postgres', url: urlOf(modello) }, () => Promise.resolve())).close();
  let quanti = 0;
  return {
    archivio: async () => {
      const nome = `${mio}_${(quanti += 1)}`;
      // A copy of a migrated database is made faster than the migrations run.
      await amministratore.raw('CREATE DATABASE ?? TEMPLATE ??', [nome, modello]);
      return openProva({ tipo: 'postgres', url: urlOf(nome) }, async () => {
        await amministratore.raw('DROP DATABASE ??', [nome]);
      });
    },
    vuoto: async () => {
      const nome = `${mio}_vuoto${(quanti += 1)}`;
      await amministratore.raw('CREATE DATABASE ??', [nome]);
      return urlOf(nome);
    },
    stop: async () => {
      await amministratore.raw('DROP DATABASE ??', [modello]);
      await amministratore.destroy();
    },
  };
}
