import { randomUUID } from 'node:crypto';
import { Sqlite } from '../../src/sqlite/driver.ts';
import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';

/** A bollettino in the cart of an employer of its own. */
export interface DaPagare {
  readonly id: string;
  readonly codiceFiscale: string;
}

type Riga = Record<string, string | number | null>;
/** Far from the numbers that the demo data uses. */
const PRIMO_PROGRESSIVO = 5_000_000;

/**
 * Writes so many employers, each with a worker, a rapporto and a bollettino in the cart, into an archive that has the demo data:
 * copies of one of its rows, each with codes of its own.
 */
export function scriviBollettini(app: Applicazione, file: string, quanti: number): readonly DaPagare[] {
  const db = new Sqlite(file);
  const modello = db.prepare("SELECT * FROM bollettini WHERE stato = 'nel-carrello' LIMIT 1").get() as Riga;
  const riga = (tabella: string, colonna: string, valore: unknown) =>
    db.prepare(`SELECT * FROM ${tabella} WHERE ${colonna} = ?`).get(valore) as Riga;
  const rapporto = riga('rapporti', 'id', modello['rapporto_id']);
  const [datore, lavoratore] = [
    riga('datori', 'id', rapporto['datore_id']),
    riga('lavoratori', 'id', rapporto['lavoratore_id']),
  ];
  const condizione = riga('condizioni', 'rapporto_id', rapporto['id']);
  const inserisci = (tabella: string, nuova: Riga) => {
    const colonne = Object.keys(nuova);
    db.prepare(`INSERT INTO ${tabella} (${colonne.join(', ')}) VALUES (${colonne.map((c) => `@${c}`).join(', ')})`).run(
      nuova,
    );
  };
  const { auxDigit, codiceSegregazione } = app.impostazioni.ente;
  const fatti: DaPagare[] = [];
  db.transaction(() => {
    for (let n = 0; n < quanti; n += 1) {
      const [datore_id, lavoratore_id, rapporto_id, id] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
      const codiceFiscale = partitaIva(n);
      inserisci('datori', { ...datore, id: datore_id, codice_fiscale: codiceFiscale });
      inserisci('lavoratori', { ...lavoratore, id: lavoratore_id, datore_id });
      const codice = String(30_000_000_000 + n);
      inserisci('rapporti', { ...rapporto, id: rapporto_id, datore_id, lavoratore_id, codice });
      inserisci('condizioni', { ...condizione, rapporto_id });
      const progressivo = PRIMO_PROGRESSIVO + n;
      const { codiceAvviso, iuv } = buildCodiceAvviso({ auxDigit, codiceSegregazione, progressivo });
      const codice_inps = `8${String(n).padStart(14, '0')}`;
      inserisci('bollettini', {
        ...modello,
        id,
        rapporto_id,
        datore_id,
        codice_inps,
        iuv,
        codice_avviso: codiceAvviso,
      });
      fatti.push({ id, codiceFiscale });
    }
  })();
  db.close();
  return fatti;
}

/** Eleven digits that no office gives out, with their check digit. */
function partitaIva(n: number): string {
  const cifre = `99${String(n).padStart(8, '0')}`;
  const somma = [...cifre].reduce((conto, cifra, i) => {
    const valore = Number(cifra) * (i % 2 === 0 ? 1 : 2);
    return conto + (valore > 9 ? valore - 9 : valore);
  }, 0);
  return cifre + String((10 - (somma % 10)) % 10);
}
