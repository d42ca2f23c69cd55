import type { Knex } from 'knex';
import type { ArchivioAccesso } from '../accesso/porte.ts';
import type { RegistroRapporti } from '../anagrafe/registro-rapporti.ts';
import type { ConTransazioni } from '../bollettini/transazioni.ts';
import type { ArchivioPagamenti } from '../pagamenti/porte.ts';
import type { Clock } from '../valori/clock.ts';
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
import { createRepositoryConsegne } from './repository-consegne.ts';
import { createRepositoryFlussi } from './repository-flussi.ts';
import { createRepositoryLimiti } from './repository-limiti.ts';
import { createRepositoryRapporti } from './repository-rapporti.ts';
import { createRepositoryRicevute } from './repository-ricevute.ts';
import { createRepositoryTentativi } from './repository-tentativi.ts';
import { createRepositoryToken } from './repository-token.ts';
import { createScrittureInsieme } from './scritture-insieme.ts';
import { inTransazione } from './transazione.ts';

/** What batches write: their queue, their rows and files, and many bollettini at a time. */
export interface ArchivioLotti {
  readonly lotti: RepositoryLotti;
  readonly lottiAvvisi: RepositoryLottiAvvisi;
  readonly lottiEmissione: RepositoryLottiEmissione;
  readonly lottiFile: RepositoryLottiFile;
}

/** All repositories over one database, for the services that ask for them by their ports. */
export interface Archivio extends ConTransazioni<ArchivioPagamenti & ArchivioAccesso & ArchivioLotti> {
  readonly registro: RegistroRapporti;
}

/** @param pseudonimo how the register of acts names a person */
export function createArchivio(knex: Knex, clock: Clock, pseudonimo: Pseudonimo): Archivio {
  const repositories = (db: Knex): ArchivioPagamenti & ArchivioAccesso & ArchivioLotti => ({
    rapporti: createRepositoryRapporti(db),
    bollettini: createRepositoryBollettini(db),
    progressivi: createProgressivi(db),
    consegne: createRepositoryConsegne(db),
    tentativi: createRepositoryTentativi(db),
    ricevute: createRepositoryRicevute(db),
    anomalie: createRepositoryAnomalie(db),
    flussi: createRepositoryFlussi(db),
    giornale: createGiornaleEventi(db),
    atti: createRegistroAtti(db, clock, pseudonimo),
    limiti: createRepositoryLimiti(db),
    token: createRepositoryToken(db),
    posizioni: createCercaPosizioni(db),
    lotti: createRepositoryLotti(db),
    lottiAvvisi: createRepositoryLottiAvvisi(db),
    lottiEmissione: createRepositoryLottiEmissione(db),
    lottiFile: createRepositoryLottiFile(db),
  });
  const insieme = createScrittureInsieme(knex);
  const letture = repositories(knex);
  return {
    letture: {
      ...letture,
      // Single writes of every message and of every return: they too share the disk with what is written at the same moment.
      giornale: {
        ...letture.giornale,
        registra: (evento, il) => insieme((trx) => createGiornaleEventi(trx).registra(evento, il)),
      },
      consegne: {
        ...letture.consegne,
        segnaRitorno: (id, esito, il) => insieme((trx) => createRepositoryConsegne(trx).segnaRitorno(id, esito, il)),
      },
    },
    transazione: (lavoro) => inTransazione(knex, (trx) => lavoro(repositories(trx)), insieme),
    registro: createRegistroRapporti(knex),
  };
}
