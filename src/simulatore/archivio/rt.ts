import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import type { Db } from './schema.ts';

/** A receipt the node holds. More than one may answer the same RPT when a scenario wants it so. */
export interface RtConservata extends ChiaveRpt {
  readonly id: number;
  readonly esito: string;
  readonly importo: number;
  readonly iur: string;
  /** Id of the PSP that took the money; null when the node itself made a negative RT. */
  readonly psp: string | null;
  readonly creata: number;
  readonly xml: string;
}

export interface RtRepository {
  inserisci(rt: Omit<RtConservata, 'id'>): number;
  trova(id: number): RtConservata | undefined;
  /** The one that a copy gives: what says that money was taken, else the latest of that key. */
  perCopia(chiave: ChiaveRpt): RtConservata | undefined;
}

export function rtRepository(db: Db): RtRepository {
  const inserisci = db.prepare(
    `INSERT INTO rt (dominio, iuv, ccp, esito, importo, iur, psp, creata, xml)
     VALUES (@dominio, @iuv, @ccp, @esito, @importo, @iur, @psp, @creata, @xml)`,
  );
  const trova = db.prepare<[number], RtConservata>('SELECT * FROM rt WHERE id = ?');
  const perCopia = db.prepare<string[], RtConservata>(
    "SELECT * FROM rt WHERE dominio = ? AND iuv = ? AND ccp = ? ORDER BY (esito = '0') DESC, id DESC LIMIT 1",
  );
  return {
    inserisci: (rt) => Number(inserisci.run(rt).lastInsertRowid),
    trova: (id) => trova.get(id),
    perCopia: ({ dominio, iuv, ccp }) => perCopia.get(dominio, iuv, ccp),
  };
}
