import type { Applicazione } from '../../src/applicazione/applicazione.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { newId } from '../../src/valori/new-id.ts';

/** A bollettino in the cart of an employer of its own. */
export interface DaPagare {
  readonly id: string;
  readonly codiceFiscale: string;
}

type Riga = Record<string, string | number | null>;
/** Far from the numbers that the demo data uses. */
const PRIMO_PROGRESSIVO = 5_000_000;

/** Rows written by one statement: below what both databases take of parameters. */
const RIGHE_INSIEME = 25;

/**
 * Writes so many employers, each with a worker, a rapporto and a bollettino in the cart, into an archive that has the demo data:
 * copies of one of its rows, each with codes of its own.
 */
export async function scriviBollettini(app: Applicazione, quanti: number): Promise<readonly DaPagare[]> {
  const { knex } = app;
  const uno = async (tabella: string, dove: Riga) => (await knex(tabella).where(dove).first()) as Riga;
  const modello = await uno('bollettini', { stato: 'nel-carrello' });
  const rapporto = await uno('rapporti', { id: modello['rapporto_id'] ?? null });
  const datore = await uno('datori', { id: rapporto['datore_id'] ?? null });
  const lavoratore = await uno('lavoratori', { id: rapporto['lavoratore_id'] ?? null });
  const condizione = await uno('condizioni', { rapporto_id: rapporto['id'] ?? null });
  const { auxDigit, codiceSegregazione } = app.impostazioni.ente;
  const nuovi = Array.from({ length: quanti }, (_, n) => {
    const [datore_id, lavoratore_id, rapporto_id, id] = [newId(), newId(), newId(), newId()];
    const { codiceAvviso, iuv } = buildCodiceAvviso({
      auxDigit,
      codiceSegregazione,
      progressivo: PRIMO_PROGRESSIVO + n,
    });
    const codice_inps = `8${String(n).padStart(14, '0')}`;
    return {
      datori: { ...datore, id: datore_id, codice_fiscale: partitaIva(n) },
      lavoratori: { ...lavoratore, id: lavoratore_id, datore_id },
      rapporti: { ...rapporto, id: rapporto_id, datore_id, lavoratore_id, codice: String(30_000_000_000 + n) },
      condizioni: { ...condizione, rapporto_id },
      bollettini: { ...modello, id, rapporto_id, datore_id, codice_inps, iuv, codice_avviso: codiceAvviso },
    };
  });
  await knex.transaction(async (trx) => {
    for (const tabella of ['datori', 'lavoratori', 'rapporti', 'condizioni', 'bollettini'] as const) {
      const righe = nuovi.map((nuovo) => nuovo[tabella]);
      await trx.batchInsert(tabella, righe, RIGHE_INSIEME);
    }
  });
  return nuovi.map(({ bollettini, datori }) => ({ id: bollettini.id, codiceFiscale: datori.codice_fiscale }));
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
