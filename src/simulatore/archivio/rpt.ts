import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { ChiaveRpt, Stazione } from '../../pagopa/soap/intestazione.ts';
import { STATI_APERTI, type StatoRptNodo } from '../stati-rpt.ts';
import type { Db } from './schema.ts';

/** An RPT the node keeps, with where it is. */
export interface RptConservata extends Stazione, ChiaveRpt {
  readonly sessione: string | null;
  readonly posizione: number;
  readonly stato: StatoRptNodo;
  readonly rpt: Rpt;
  /** Id of the PSP that listens and was handed it: the RT is to come from there. */
  readonly psp: string | null;
  /** Epoch milliseconds. */
  readonly creata: number;
}

export interface PassoStorico {
  readonly data: number;
  readonly stato: StatoRptNodo;
}

export interface RptRepository {
  inserisci(rpt: Omit<RptConservata, 'stato' | 'psp'> & { readonly xml: string }, stati: readonly StatoRptNodo[]): void;
  nota(chiave: ChiaveRpt): boolean;
  trova(chiave: ChiaveRpt): RptConservata | undefined;
  /** As the creditor sent it; empty for one that is not there. */
  xml(chiave: ChiaveRpt): string;
  affida(chiave: ChiaveRpt, psp: string): void;
  dellaSessione(sessione: string): readonly RptConservata[];
  /** Moves an RPT through these states, the last of which stays. */
  avanza(chiave: ChiaveRpt, stati: readonly StatoRptNodo[], data: number): void;
  storico(chiave: ChiaveRpt): readonly PassoStorico[];
  pendenti(domanda: {
    readonly intermediario: string;
    readonly stazione: string;
    readonly dominio?: string;
    readonly da: number;
    readonly a: number;
    readonly limite: number;
  }): readonly (ChiaveRpt & { readonly stato: StatoRptNodo })[];
}

interface Riga extends Omit<RptConservata, 'rpt'> {
  readonly dati: string;
}

const COLONNE = 'dominio, iuv, ccp, sessione, posizione, intermediario, stazione, stato, psp, dati, creata';

export function rptRepository(db: Db): RptRepository {
  const inserisci = db.prepare(
    `INSERT INTO rpt (dominio, iuv, ccp, sessione, posizione, intermediario, stazione, stato, importo, dati, xml, creata)
     VALUES (@dominio, @iuv, @ccp, @sessione, @posizione, @intermediario, @stazione, @stato, @importo, @dati, @xml, @creata)`,
  );
  const passi = preparedOnce((quanti) =>
    db.prepare(
      `INSERT INTO storico_rpt (dominio, iuv, ccp, data, stato) VALUES ${Array(quanti).fill('(?, ?, ?, ?, ?)').join(', ')}`,
    ),
  );
  const nota = db.prepare('SELECT 1 FROM rpt WHERE dominio = ? AND iuv = ? AND ccp = ?').pluck();
  const trova = db.prepare<string[], Riga>(`SELECT ${COLONNE} FROM rpt WHERE dominio = ? AND iuv = ? AND ccp = ?`);
  const sessione = db.prepare<[string], Riga>(`SELECT ${COLONNE} FROM rpt WHERE sessione = ? ORDER BY posizione`);
  const xml = db.prepare('SELECT xml FROM rpt WHERE dominio = ? AND iuv = ? AND ccp = ?').pluck();
  const affida = db.prepare('UPDATE rpt SET psp = ? WHERE dominio = ? AND iuv = ? AND ccp = ?');
  const stato = db.prepare('UPDATE rpt SET stato = ? WHERE dominio = ? AND iuv = ? AND ccp = ?');
  const storico = db.prepare<string[], PassoStorico>(
    'SELECT data, stato FROM storico_rpt WHERE dominio = ? AND iuv = ? AND ccp = ? ORDER BY id',
  );
  const pendenti = db.prepare<[Record<string, unknown>], ChiaveRpt & { stato: StatoRptNodo }>(
    `SELECT dominio, iuv, ccp, stato FROM rpt
     WHERE intermediario = @intermediario AND stazione = @stazione AND creata BETWEEN @da AND @a
       AND (@dominio IS NULL OR dominio = @dominio) AND stato IN (${STATI_APERTI.map((nome) => `'${nome}'`).join(',')})
     ORDER BY creata, dominio, iuv, ccp LIMIT @limite`,
  );
  const aggiungiPassi = (chiave: ChiaveRpt, stati: readonly StatoRptNodo[], data: number): void => {
    if (stati.length === 0) return;
    passi(stati.length).run(stati.flatMap((nuovo) => [chiave.dominio, chiave.iuv, chiave.ccp, data, nuovo]));
  };
  return {
    inserisci({ rpt, ...resto }, stati) {
      const ultimo = stati.at(-1);
      inserisci.run({ ...resto, stato: ultimo, importo: rpt.importoTotale, dati: JSON.stringify(rpt) });
      aggiungiPassi(resto, stati, resto.creata);
    },
    nota: ({ dominio, iuv, ccp }) => nota.get(dominio, iuv, ccp) !== undefined,
    trova: ({ dominio, iuv, ccp }) => mappa(trova.get(dominio, iuv, ccp)),
    xml: ({ dominio, iuv, ccp }) => (xml.get(dominio, iuv, ccp) as string | undefined) ?? '',
    affida: ({ dominio, iuv, ccp }, psp) => void affida.run(psp, dominio, iuv, ccp),
    dellaSessione: (id) => sessione.all(id).map(mappaRiga),
    avanza(chiave, stati, data) {
      const ultimo = stati.at(-1);
      if (ultimo === undefined) return;
      aggiungiPassi(chiave, stati, data);
      stato.run(ultimo, chiave.dominio, chiave.iuv, chiave.ccp);
    },
    storico: ({ dominio, iuv, ccp }) => storico.all(dominio, iuv, ccp),
    pendenti: (domanda) => pendenti.all({ dominio: null, ...domanda }),
  };
}

/** A statement for each number of rows: a few states at a time. */
function preparedOnce<T>(prepara: (quanti: number) => T): (quanti: number) => T {
  const pronte = new Map<number, T>();
  return (quanti) => {
    const pronta = pronte.get(quanti) ?? prepara(quanti);
    pronte.set(quanti, pronta);
    return pronta;
  };
}

function mappa(riga: Riga | undefined): RptConservata | undefined {
  return riga === undefined ? undefined : mappaRiga(riga);
}

function mappaRiga({ dati, ...resto }: Riga): RptConservata {
  return { ...resto, rpt: JSON.parse(dati) as Rpt };
}
