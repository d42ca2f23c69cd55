import type { Knex } from 'knex';
import type { Ambito } from '../accesso/ambito.ts';

/** The parameters of an ambito within a prepared statement; without a rapporto, all of the employer's rows are in it. */
export function delAmbito({ datoreId, rapportoId }: Ambito): {
  readonly datoreId: string;
  readonly rapportoId: string | null;
} {
  return { datoreId, rapportoId: rapportoId ?? null };
}

/** Keeps a query over `bollettini` within the ambito of its parameters. */
export function nellAmbito<Q extends Knex.QueryBuilder>(
  query: Q,
  v: (nome: 'datoreId' | 'rapportoId') => Knex.Value,
): Q {
  return query
    .where('bollettini.datore_id', v('datoreId'))
    .whereRaw('bollettini.rapporto_id = coalesce(?, bollettini.rapporto_id)', [v('rapportoId')]) as Q;
}
