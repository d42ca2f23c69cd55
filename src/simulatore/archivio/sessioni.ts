import { type Centesimi, centesimi } from '../../valori/denaro.ts';
import type { StatoCarrello } from '../stati-rpt.ts';
import type { Db } from './schema.ts';

export type EsitoSessione = 'OK' | 'ERROR' | 'DIFFERITO';

/** A cart (or a lone RPT) that a citizen may pay on the node's pages. Closed once `esito` is set; then nothing changes it. */
export interface Sessione {
  readonly id: string;
  /** A cart of RPTs (or a lone RPT), or a cart of notices that came through Checkout. */
  readonly tipo: 'rpt' | 'checkout';
  readonly intermediario: string;
  readonly stazione: string;
  readonly dominio: string;
  readonly idCarrello: string | null;
  readonly stato: StatoCarrello;
  readonly totale: Centesimi;
  readonly creata: number;
  readonly scade: number;
  readonly lingua: string;
  readonly accesso: string | null;
  readonly metodo: string | null;
  readonly carta: string | null;
  readonly canale: string | null;
  /** The canale the creditor itself had chosen; null when the choice is the citizen's. */
  readonly canaleEc: string | null;
  readonly commissione: Centesimi | null;
  readonly esito: EsitoSessione | null;
  readonly motivo: string | null;
}

/** What the citizen chose so far. */
export type Scelte = Partial<Pick<Sessione, 'lingua' | 'accesso' | 'metodo' | 'carta' | 'canale' | 'commissione'>>;

/** How a session ended. */
export interface FineSessione {
  readonly stato: StatoCarrello;
  readonly esito: EsitoSessione;
  readonly motivo: string | null;
}

export interface SessioniRepository {
  inserisci(sessione: Omit<Sessione, keyof Required<Scelte> | 'esito' | 'motivo'> & Scelte): void;
  trova(id: string): Sessione | undefined;
  carrelloNoto(intermediario: string, idCarrello: string): boolean;
  /** Remembers choices of an open session. */
  scegli(id: string, scelte: Scelte): void;
  /** Closes an open session, with the choices it ended with; false when it was closed already (compare-and-set). */
  chiudi(sessione: Pick<Sessione, 'id' | keyof Scelte>, fine: FineSessione): boolean;
  /** Gives an open session more time. */
  prolunga(id: string, scade: number): void;
  ultime(limite: number): readonly Sessione[];
  scadute(ora: number, limite: number): readonly Sessione[];
}

interface Riga extends Omit<Sessione, 'idCarrello' | 'canaleEc' | 'totale' | 'commissione'> {
  readonly id_carrello: string | null;
  readonly canale_ec: string | null;
  readonly totale: number;
  readonly commissione: number | null;
}

export function sessioniRepository(db: Db): SessioniRepository {
  const inserisci = db.prepare(
    `INSERT INTO sessione (id, tipo, intermediario, stazione, dominio, id_carrello, stato, totale, creata, scade, accesso, metodo, canale, canale_ec, commissione)
     VALUES (@id, @tipo, @intermediario, @stazione, @dominio, @idCarrello, @stato, @totale, @creata, @scade, @accesso, @metodo, @canale, @canaleEc, @commissione)`,
  );
  const trova = db.prepare<[string], Riga>('SELECT * FROM sessione WHERE id = ?');
  const noto = db.prepare('SELECT 1 FROM sessione WHERE intermediario = ? AND id_carrello = ?').pluck();
  const scegli = db.prepare(
    `UPDATE sessione SET lingua = coalesce(@lingua, lingua), accesso = coalesce(@accesso, accesso),
       metodo = coalesce(@metodo, metodo), carta = coalesce(@carta, carta),
       canale = coalesce(@canale, canale), commissione = coalesce(@commissione, commissione)
     WHERE id = @id AND esito IS NULL`,
  );
  const chiudi = db.prepare(
    `UPDATE sessione SET stato = @stato, esito = @esito, motivo = @motivo, lingua = @lingua, accesso = @accesso,
       metodo = @metodo, carta = @carta, canale = @canale, commissione = @commissione
     WHERE id = @id AND esito IS NULL`,
  );
  const prolunga = db.prepare('UPDATE sessione SET scade = ? WHERE id = ? AND esito IS NULL');
  const scadute = db.prepare<[number, number], Riga>(
    'SELECT * FROM sessione WHERE esito IS NULL AND scade <= ? ORDER BY scade LIMIT ?',
  );
  const ultime = db.prepare<[number], Riga>('SELECT * FROM sessione ORDER BY creata DESC LIMIT ?');
  const vuote = { lingua: null, accesso: null, metodo: null, carta: null, canale: null, commissione: null };
  return {
    inserisci: (sessione) => void inserisci.run({ ...vuote, ...sessione }),
    trova: (id) => mappa(trova.get(id)),
    carrelloNoto: (intermediario, idCarrello) => noto.get(intermediario, idCarrello) !== undefined,
    scegli: (id, scelte) => void scegli.run({ ...vuote, ...scelte, id }),
    chiudi: ({ id, lingua, accesso, metodo, carta, canale, commissione }, fine) =>
      chiudi.run({ id, lingua, accesso, metodo, carta, canale, commissione, ...fine }).changes === 1,
    prolunga: (id, scade) => void prolunga.run(scade, id),
    ultime: (limite) => ultime.all(limite).map(mappaRiga),
    scadute: (ora, limite) => scadute.all(ora, limite).map(mappaRiga),
  };
}

function mappa(riga: Riga | undefined): Sessione | undefined {
  return riga === undefined ? undefined : mappaRiga(riga);
}

function mappaRiga({ id_carrello, canale_ec, totale, commissione, ...resto }: Riga): Sessione {
  return {
    ...resto,
    idCarrello: id_carrello,
    canaleEc: canale_ec,
    totale: centesimi(totale),
    commissione: commissione === null ? null : centesimi(commissione),
  };
}
