import { type InviaHttp, inviaHttp } from '../../pagopa/invia-http.ts';
import { senzaPassword } from '../../pagopa/soap/senza-password.ts';
import { descriviErrore } from '../../valori/descrivi-errore.ts';
import type { Db } from '../archivio/schema.ts';
import type { ScriviInsieme } from '../archivio/scrittura-di-gruppo.ts';
import { type CercaMessaggi, createCercaMessaggi } from './cerca-messaggi.ts';
import type { Messaggio } from './messaggio.ts';

export interface Registro extends CercaMessaggi {
  scrivi(messaggio: Omit<Messaggio, 'id' | 'quando'>): void;
  /** Sends, and writes every exchange down. */
  readonly invia: InviaHttp;
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
    invia: attivo ? invioRegistrato(scriviUno) : inviaHttp,
  };
}

function invioRegistrato(scrivi: Registro['scrivi']): InviaHttp {
  return async (url, richiesta) => {
    const riga = {
      verso: 'uscita' as const,
      operazione: richiesta.intestazioni['SOAPAction']?.replaceAll('"', '') ?? '',
      indirizzo: url,
      richiesta: richiesta.corpo,
    };
    try {
      const risposta = await inviaHttp(url, richiesta);
      scrivi({ ...riga, stato: `HTTP ${risposta.stato}`, risposta: risposta.corpo.toString('utf8').slice(0, 300_000) });
      return risposta;
    } catch (errore) {
      const { tipo, messaggio } = descriviErrore(errore);
      scrivi({ ...riga, stato: `${tipo}: ${messaggio}`, risposta: '' });
      throw errore;
    }
  };
}
