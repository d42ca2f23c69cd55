import { senzaPassword } from '../../pagopa/soap/senza-password.ts';
import { descriviErrore } from '../../valori/descrivi-errore.ts';
import type { Db } from '../archivio/schema.ts';
import type { ScriviInsieme } from '../archivio/scrittura-di-gruppo.ts';
import { type CercaMessaggi, createCercaMessaggi } from './cerca-messaggi.ts';
import type { Messaggio } from './messaggio.ts';

export interface Registro extends CercaMessaggi {
  scrivi(messaggio: Omit<Messaggio, 'id' | 'quando'>): void;
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
    ...createCercaMessaggi(db),
    scrivi: scriviUno,
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
