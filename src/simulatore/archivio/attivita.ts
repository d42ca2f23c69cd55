import type { Db } from './schema.ts';

/** Something the node will do at a time: make an RT, send it, send a receipt. Done at least once, restarts included. */
export interface Attivita {
  readonly id: number;
  readonly tipo: string;
  /** Epoch milliseconds. */
  readonly quando: number;
  readonly stato: 'attesa' | 'fatta' | 'rinunciata';
  readonly tentativi: number;
  /** JSON, by type. */
  readonly dati: string;
  readonly ultimo_esito: string | null;
}

export interface AttivitaRepository {
  inserisci(tipo: string, quando: number, dati: unknown): number;
  daFare(ora: number, limite: number): readonly Attivita[];
  /** When the next one after now is due; undefined when nothing waits. */
  prossima(ora: number): number | undefined;
  /** Same work, other data or time: counted as one more attempt when `tentativo`. */
  rimanda(id: number, quando: number, dati: unknown, ultimoEsito: string | null, tentativo: boolean): void;
  /** The same row becomes another kind of work; its attempts start from zero. */
  trasforma(id: number, tipo: string, quando: number, dati: unknown): void;
  /** RTs of that attempt which were put off because its RPT was not there: due now. */
  sveglia(ccp: string, ora: number): void;
  concludi(id: number, stato: 'fatta' | 'rinunciata', ultimoEsito: string): void;
  /** Given-up or waiting work becomes due now. */
  riprova(id: number, ora: number): boolean;
  inAttesa(limite: number): readonly Attivita[];
}

export function attivitaRepository(db: Db): AttivitaRepository {
  const inserisci = db.prepare('INSERT INTO attivita (tipo, quando, dati) VALUES (?, ?, ?)');
  const daFare = db.prepare<[number, number], Attivita>(
    "SELECT * FROM attivita WHERE stato = 'attesa' AND quando <= ? ORDER BY quando, id LIMIT ?",
  );
  const prossima = db.prepare("SELECT min(quando) FROM attivita WHERE stato = 'attesa' AND quando > ?").pluck();
  const rimanda = db.prepare(
    'UPDATE attivita SET quando = ?, dati = ?, ultimo_esito = ?, tentativi = tentativi + ? WHERE id = ?',
  );
  const trasforma = db.prepare('UPDATE attivita SET tipo = ?, quando = ?, dati = ?, tentativi = 0 WHERE id = ?');
  const sveglia = db.prepare(
    `UPDATE attivita SET quando = ? WHERE stato = 'attesa' AND tipo = 'genera-rt' AND tentativi > 0
     AND json_extract(dati, '$.chiave.ccp') = ?`,
  );
  const concludi = db.prepare(
    'UPDATE attivita SET stato = ?, ultimo_esito = ?, tentativi = tentativi + 1 WHERE id = ?',
  );
  const riprova = db.prepare("UPDATE attivita SET stato = 'attesa', quando = ? WHERE id = ? AND stato <> 'fatta'");
  const inAttesa = db.prepare<[number], Attivita>(
    "SELECT * FROM attivita WHERE stato <> 'fatta' ORDER BY quando, id LIMIT ?",
  );
  return {
    inserisci: (tipo, quando, dati) => Number(inserisci.run(tipo, quando, JSON.stringify(dati)).lastInsertRowid),
    daFare: (ora, limite) => daFare.all(ora, limite),
    prossima: (ora) => (prossima.get(ora) as number | null) ?? undefined,
    rimanda: (id, quando, dati, ultimoEsito, tentativo) =>
      void rimanda.run(quando, JSON.stringify(dati), ultimoEsito, tentativo ? 1 : 0, id),
    trasforma: (id, tipo, quando, dati) => void trasforma.run(tipo, quando, JSON.stringify(dati), id),
    sveglia: (ccp, ora) => void sveglia.run(ora, ccp),
    concludi: (id, stato, ultimoEsito) => void concludi.run(stato, ultimoEsito, id),
    riprova: (id, ora) => riprova.run(ora, id).changes === 1,
    inAttesa: (limite) => inAttesa.all(limite),
  };
}
