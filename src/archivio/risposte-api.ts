import type { Knex } from 'knex';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { type Riga, testo, testoSe } from './righe.ts';

/** A key a caller gave to a call, and who of us works at it. Instants UTC, ISO 8601. */
export interface PresaChiave {
  readonly tokenId: Id;
  readonly chiave: string;
  /** Known only to who works at the call: nobody else closes or frees it. */
  readonly presa: string;
}

/** What was answered, and to what. */
export interface RispostaTenuta {
  /** Fingerprint of the whole call. */
  readonly impronta: string;
  /** The answer's JSON. */
  readonly risposta: string;
}

/** Calls by the key their caller gave: each is done once. */
export interface RepositoryRisposteApi {
  /**
   * Takes a key for a call; keys past their time are forgotten first.
   * @param fino until when it is held if nothing is heard of the call any more
   * @returns undefined when it is taken; else what was answered under it, or `in-corso`
   */
  prendi(presa: PresaChiave, adesso: string, fino: string): Promise<RispostaTenuta | 'in-corso' | undefined>;
  /** Keeps the answer until `fino`. */
  concludi(presa: PresaChiave, tenuta: RispostaTenuta, fino: string): Promise<void>;
  /** Of a call that was refused nothing is kept: nothing was made. */
  libera(presa: PresaChiave): Promise<void>;
}

export function createRepositoryRisposteApi(db: Knex): RepositoryRisposteApi {
  const own = ({ tokenId, chiave, presa }: PresaChiave) =>
    db('risposte_api').where({ token_id: tokenId, chiave, presa });
  return {
    async prendi({ tokenId, chiave, presa }, adesso, fino) {
      await db('risposte_api').where('scade_il', '<=', adesso).delete();
      await db('risposte_api')
        .insert({ token_id: tokenId, chiave, presa, scade_il: fino })
        .onConflict(['token_id', 'chiave'])
        .ignore();
      const riga = (await db('risposte_api').where({ token_id: tokenId, chiave }).first()) as Riga | undefined;
      // On PostgreSQL who held it may have let go between the two statements.
      if (riga === undefined) return 'in-corso';
      if (testo(riga, 'presa') === presa) return undefined;
      const impronta = testoSe(riga, 'impronta');
      return impronta === undefined ? 'in-corso' : { impronta, risposta: testo(riga, 'risposta') };
    },
    async concludi(presa, { impronta, risposta }, fino) {
      await own(presa).update({ impronta, risposta, scade_il: fino });
    },
    async libera(presa) {
      await own(presa).delete();
    },
  };
}
