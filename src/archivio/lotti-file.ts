import type { Knex } from 'knex';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { intero, type Riga, testo } from './righe.ts';

/** The files of batches, in parts of about a megabyte, where every process that shares the database finds them. */
export interface RepositoryLottiFile {
  /** Adds a part; the same number again replaces it. */
  scrivi(lottoId: Id, nome: string, parte: number, contenuto: Buffer): Promise<void>;
  /** A part, or undefined past the last. */
  leggi(lottoId: Id, nome: string, parte: number): Promise<Buffer | undefined>;
  /** Names and sizes in bytes. */
  elenco(lottoId: Id): Promise<readonly { readonly nome: string; readonly dimensione: number }[]>;
  /** @param nome all of the batch's when absent */
  elimina(lottoId: Id, nome?: string): Promise<void>;
  /**
   * What batches that are over need no more goes: all files of those that failed or were cancelled, of the others what the
   * person gave (`ingresso`).
   */
  scartaInutili(ingresso: string): Promise<void>;
  /** Bytes kept for an owner, or for all. */
  occupati(proprietario?: string): Promise<number>;
}

export function createRepositoryLottiFile(db: Knex): RepositoryLottiFile {
  return {
    async scrivi(lottoId, nome, parte, contenuto) {
      await db('lotti_file')
        .insert({ lotto_id: lottoId, nome, parte, contenuto })
        .onConflict(['lotto_id', 'nome', 'parte'])
        .merge(['contenuto']);
    },
    async leggi(lottoId, nome, parte) {
      const riga = await db('lotti_file')
        .where({ lotto_id: lottoId, nome, parte })
        .first<Riga | undefined>('contenuto');
      return riga?.['contenuto'] as Buffer | undefined;
    },
    async elenco(lottoId) {
      const righe = await db('lotti_file')
        .where({ lotto_id: lottoId })
        .groupBy('nome')
        .orderBy('nome')
        .select<Riga[]>('nome', db.raw('sum(length(contenuto)) as dimensione'));
      return righe.map((riga) => ({ nome: testo(riga, 'nome'), dimensione: intero(riga, 'dimensione') }));
    },
    async elimina(lottoId, nome) {
      await db('lotti_file')
        .where({ lotto_id: lottoId, ...(nome === undefined ? {} : { nome }) })
        .delete();
    },
    async scartaInutili(ingresso) {
      const finiti = (stati: readonly string[]) => db('lotti').select('id').whereIn('stato', stati);
      await db('lotti_file')
        .whereIn('lotto_id', finiti(['fallito', 'annullato']))
        .orWhere((query) => void query.where({ nome: ingresso }).whereIn('lotto_id', finiti(['finito'])))
        .delete();
    },
    async occupati(proprietario) {
      const righe = await db('lotti_file')
        .whereIn(
          'lotto_id',
          db('lotti')
            .select('id')
            .where(proprietario === undefined ? {} : { proprietario }),
        )
        .select<Riga[]>(db.raw('coalesce(sum(length(contenuto)), 0) as byte'));
      return intero(righe[0] ?? {}, 'byte');
    },
  };
}
