import type { Knex } from 'knex';
import { type Riga, testo } from './righe.ts';

/** Facts about the archive itself, by name. */
export interface StatoArchivio {
  leggi(nome: string): Promise<string | undefined>;
  scrivi(nome: string, valore: string): Promise<void>;
  /** True while no employer was ever registered. */
  vuoto(): Promise<boolean>;
}

export function createStatoArchivio(db: Knex): StatoArchivio {
  return {
    async leggi(nome) {
      const riga = (await db('stato_archivio').where({ nome }).first()) as Riga | undefined;
      return riga && testo(riga, 'valore');
    },
    async scrivi(nome, valore) {
      await db('stato_archivio').insert({ nome, valore }).onConflict('nome').merge();
    },
    vuoto: async () => (await db('datori').first<Riga | undefined>('id')) === undefined,
  };
}
