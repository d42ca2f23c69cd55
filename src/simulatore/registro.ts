import { senzaPassword } from '../pagopa/soap/senza-password.ts';
import { descriviErrore } from '../valori/descrivi-errore.ts';
import type { Db } from './archivio/schema.ts';
import type { ScriviInsieme } from './archivio/scrittura-di-gruppo.ts';

/** One exchange with the outside, for the operator who wants to see what was said. */
export interface Messaggio {
  readonly id: number;
  readonly quando: number;
  /** `entrata`: somebody called the node; `uscita`: the node called a creditor. */
  readonly verso: 'entrata' | 'uscita';
  readonly operazione: string;
  readonly indirizzo: string;
  readonly stato: string;
  readonly richiesta: string;
  readonly risposta: string;
}

export interface Registro {
  scrivi(messaggio: Omit<Messaggio, 'id' | 'quando'>): void;
  /** Latest first. */
  ultimi(limite: number): readonly Messaggio[];
  trova(id: number): Messaggio | undefined;
  /** A fetch whose every call is written down. */
  readonly fetch: typeof globalThis.fetch;
}

/** How many messages are kept; older ones make room. */
const CONSERVATI = 5_000;

/**
 * @param attivo false keeps nothing
 * @param scrivi runs a write with others of its moment
 */
export function createRegistro(db: Db, ora: () => number, attivo: boolean, scrivi: ScriviInsieme): Registro {
  const inserisci = db.prepare(
    `INSERT INTO messaggio (quando, verso, operazione, indirizzo, stato, richiesta, risposta)
     VALUES (@quando, @verso, @operazione, @indirizzo, @stato, @richiesta, @risposta)`,
  );
  const sfoltisci = db.prepare('DELETE FROM messaggio WHERE id <= ?');
  const ultimi = db.prepare<[number], Messaggio>('SELECT * FROM messaggio ORDER BY id DESC LIMIT ?');
  const trova = db.prepare<[number], Messaggio>('SELECT * FROM messaggio WHERE id = ?');
  const scriviUno = (messaggio: Omit<Messaggio, 'id' | 'quando'>): void => {
    if (!attivo) return;
    const quando = ora();
    void scrivi(() => {
      const richiesta = senzaPassword(messaggio.richiesta);
      const risposta = senzaPassword(messaggio.risposta);
      const id = Number(inserisci.run({ ...messaggio, richiesta, risposta, quando }).lastInsertRowid);
      if (id % 500 === 0) sfoltisci.run(id - CONSERVATI);
    }).catch(() => undefined);
  };
  return {
    scrivi: scriviUno,
    ultimi: (limite) => ultimi.all(limite),
    trova: (id) => trova.get(id),
    fetch: attivo ? fetchRegistrato(scriviUno) : globalThis.fetch,
  };
}

function fetchRegistrato(scrivi: Registro['scrivi']): typeof globalThis.fetch {
  return async (url, init) => {
    const riga = {
      verso: 'uscita' as const,
      operazione: new Headers(init?.headers).get('SOAPAction')?.replaceAll('"', '') ?? '',
      indirizzo: typeof url === 'string' ? url : url instanceof URL ? url.href : url.url,
      richiesta: typeof init?.body === 'string' ? init.body : '',
    };
    try {
      const risposta = await globalThis.fetch(url, init);
      const corpo = await risposta.clone().text();
      scrivi({ ...riga, stato: `HTTP ${risposta.status}`, risposta: corpo.slice(0, 300_000) });
      return risposta;
    } catch (errore) {
      const { tipo, messaggio } = descriviErrore(errore);
      scrivi({ ...riga, stato: `${tipo}: ${messaggio}`, risposta: '' });
      throw errore;
    }
  };
}
