import type { Knex } from 'knex';
import type { ArchivioAccesso } from '../accesso/porte.ts';
import type { RegistroRapporti } from '../anagrafe/registro-rapporti.ts';
import type { ConTransazioni } from '../bollettini/transazioni.ts';
import type { ArchivioFamiglia } from '../famiglia/porte.ts';
import type { RepositoryContatti, RepositoryMessaggi } from '../messaggi/porte.ts';
import type { ArchivioPagamenti } from '../pagamenti/porte.ts';
import type { RepositorySpid } from '../spid/porte.ts';
import type { Clock } from '../valori/clock.ts';
import type { Connessione } from './connessione.ts';
import { type CatenaAtti, createCatenaAtti } from './catena-atti.ts';
import { createConnessioni } from './connessioni.ts';
import { createCercaPosizioni } from './cerca-posizioni.ts';
import { createGiornaleEventi } from './giornale-eventi.ts';
import { createRepositoryLottiAvvisi, type RepositoryLottiAvvisi } from './lotti-avvisi.ts';
import { createRepositoryLottiEmissione, type RepositoryLottiEmissione } from './lotti-emissione.ts';
import { createRepositoryLottiFile, type RepositoryLottiFile } from './lotti-file.ts';
import { createRepositoryLotti, type RepositoryLotti } from './lotti-repository.ts';
import { createProgressivi } from './progressivi.ts';
import { createRegistroAtti, type Pseudonimo } from './registro-atti.ts';
import { createRegistroRapporti } from './registro-rapporti.ts';
import { createRepositoryAnomalie } from './repository-anomalie.ts';
import { createRepositoryBollettini } from './repository-bollettini.ts';
import { createRepositoryClienti, type RepositoryClienti } from './repository-clienti.ts';
import { createRepositoryContatti } from './repository-contatti.ts';
import { createRepositoryConsegne } from './repository-consegne.ts';
import { createRepositoryFamiglia } from './repository-famiglia.ts';
import { createRepositoryFlussi } from './repository-flussi.ts';
import { createRepositoryLimiti } from './repository-limiti.ts';
import { createRepositoryMessaggi } from './repository-messaggi.ts';
import { createRepositoryRapporti } from './repository-rapporti.ts';
import { createRepositoryRicevute } from './repository-ricevute.ts';
import { createRepositoryTentativi } from './repository-tentativi.ts';
import { createRepositorySpid } from './repository-spid.ts';
import { createRepositoryRisposteApi, type RepositoryRisposteApi } from './risposte-api.ts';
import { createRepositoryToken } from './repository-token.ts';
import { createSessioniLette, type SessioneLetta } from './sessioni-lette.ts';
import { inTransazione } from './transazione.ts';

/** What batches write: their queue, their rows and files, and many bollettini at a time. */
export interface ArchivioLotti {
  readonly lotti: RepositoryLotti;
  readonly lottiAvvisi: RepositoryLottiAvvisi;
  readonly lottiEmissione: RepositoryLottiEmissione;
  readonly lottiFile: RepositoryLottiFile;
  readonly clienti: RepositoryClienti;
  /** The same register as `Archivio.registro`, within a transaction. */
  readonly registro: RegistroRapporti;
}

/** What the API keeps of the calls that create. */
export interface ArchivioApi {
  readonly risposteApi: RepositoryRisposteApi;
}

/** What people have read of what they are told, and where they want to be told. */
interface ArchivioMessaggi {
  readonly messaggi: RepositoryMessaggi;
  readonly contatti: RepositoryContatti;
}

type Repositories = ArchivioPagamenti &
  ArchivioAccesso &
  ArchivioLotti &
  ArchivioApi &
  ArchivioFamiglia &
  ArchivioMessaggi;

/** All repositories over one database, for the services that ask for them by their ports. */
export interface Archivio extends ConTransazioni<Repositories> {
  readonly registro: RegistroRapporti;
  readonly catena: CatenaAtti;
  readonly spid: RepositorySpid;
  /** The session with this id, over or not. */
  readonly sessione: (sid: string) => Promise<SessioneLetta | undefined>;
  /** See `Connessioni`. */
  startCheckpointer(onError: (errore: unknown) => void): Promise<void>;
  /** Closes the database too. */
  close(): Promise<void>;
}

/** @param pseudonimo how the register of acts names a person */
export function createArchivio(knex: Knex, clock: Clock, pseudonimo: Pseudonimo): Archivio {
  const repositories = (db: Connessione): Repositories => ({
    rapporti: createRepositoryRapporti(db),
    bollettini: createRepositoryBollettini(db),
    progressivi: createProgressivi(db),
    consegne: createRepositoryConsegne(db),
    tentativi: createRepositoryTentativi(db),
    ricevute: createRepositoryRicevute(db),
    anomalie: createRepositoryAnomalie(db.knex),
    flussi: createRepositoryFlussi(db.knex),
    giornale: createGiornaleEventi(db),
    atti: createRegistroAtti(db, clock, pseudonimo),
    limiti: createRepositoryLimiti(db.knex),
    token: createRepositoryToken(db),
    posizioni: createCercaPosizioni(db),
    risposteApi: createRepositoryRisposteApi(db.knex),
    lotti: createRepositoryLotti(db.knex),
    lottiAvvisi: createRepositoryLottiAvvisi(db.knex),
    lottiEmissione: createRepositoryLottiEmissione(db.knex),
    lottiFile: createRepositoryLottiFile(db.knex),
    clienti: createRepositoryClienti(db.knex),
    registro: createRegistroRapporti(db.knex),
    famiglia: createRepositoryFamiglia(db.knex),
    messaggi: createRepositoryMessaggi(db.knex),
    contatti: createRepositoryContatti(db.knex),
  });
  const connessioni = createConnessioni(knex);
  return {
    letture: repositories(connessioni.letture),
    transazione: (lavoro) =>
      inTransazione(() => connessioni.transazione((connessione) => lavoro(repositories(connessione)))),
    registro: createRegistroRapporti(knex),
    catena: createCatenaAtti(knex),
    spid: createRepositorySpid(knex),
    sessione: createSessioniLette(connessioni.letture),
    startCheckpointer: (onError) => connessioni.startCheckpointer(onError),
    close: () => connessioni.close(),
  };
}
