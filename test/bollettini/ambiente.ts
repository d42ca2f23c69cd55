import type { Contesto, VerifiedIdentity } from '../../src/accesso/contesto.ts';
import type { RapportoDiLavoro } from '../../src/anagrafe/rapporto-di-lavoro.ts';
import { createServizioBollettini } from '../../src/bollettini/crea-servizio-bollettini.ts';
import type { DipendenzeBollettini } from '../../src/bollettini/dipendenze.ts';
import type { ServizioBollettini } from '../../src/bollettini/servizio-bollettini.ts';
import type { Calcolatore } from '../../src/bollettini/base-di-calcolo.ts';
import { calcolaDati, calcolaTrimestre } from '../../src/contributi/calcola.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { norme } from '../../src/norme/norme.ts';
import { parseTrimestre, type Trimestre } from '../../src/scadenze/trimestre.ts';
import { type ArchivioDiProva, archivioSqlite, nuovoRapporto } from '../archivio/archivio-di-prova.ts';

export const ente = loadImpostazioni({}).ente;
export const calcolatore: Calcolatore = {
  semplice: (dati) => calcolaDati(dati, norme()),
  trimestre: (situazione) => calcolaTrimestre(situazione, norme()),
};
export const QUARTO_2020: Trimestre = parseTrimestre('4/2020');

/** The service over a real database, with the rapporto of the real row and its employer as who acts. */
export interface AmbienteBollettini {
  readonly prova: ArchivioDiProva;
  readonly dipendenze: DipendenzeBollettini;
  readonly servizio: ServizioBollettini;
  readonly rapporto: RapportoDiLavoro;
  readonly datore: Contesto;
}

export async function ambienteBollettini(
  apri: () => Promise<ArchivioDiProva> = archivioSqlite,
): Promise<AmbienteBollettini> {
  const prova = await apri();
  const dipendenze: DipendenzeBollettini = {
    archivio: prova.archivio,
    calcolatore,
    ente,
    clock: prova.clock,
  };
  const rapporto = await prova.archivio.registro.registra(nuovoRapporto());
  return {
    prova,
    dipendenze,
    servizio: createServizioBollettini(dipendenze),
    rapporto,
    datore: contestoIdentita(rapporto.datoreId),
  };
}

/** The employer in person, with credentials that may pay unless said otherwise. */
export function contestoIdentita(datoreId: string, modifiche: Partial<VerifiedIdentity> = {}): Contesto {
  return {
    actor: {
      tipo: 'identita',
      identita: {
        cf: 'RSSMRA80A01D620V',
        name: 'Mario',
        familyName: 'Rossi',
        birthDate: '1980-01-01',
        scheme: 'SPID',
        loa: 2,
        dispositive: true,
        idpEntityId: 'prova',
        subjectId: 'prova',
        authnInstant: '2026-10-05T08:00:00Z',
        messageId: 'm',
        evidenceRef: 'e',
        ...modifiche,
      },
    },
    subject: { datoreId },
    authority: { tipo: 'in-proprio' },
  };
}

/** Who came in with codice fiscale and codice rapporto. */
export function contestoCodice({ datoreId, id }: RapportoDiLavoro): Contesto {
  return {
    actor: { tipo: 'codice-rapporto' },
    subject: { datoreId },
    authority: { tipo: 'codice-rapporto', rapportoId: id },
  };
}

/** Registers another employer with a rapporto of his own. */
export function altroRapporto(prova: ArchivioDiProva, codiceRapporto = '2100000001'): Promise<RapportoDiLavoro> {
  const base = nuovoRapporto({ codiceRapporto });
  const codiceFiscale = base.lavoratore.codiceFiscale;
  return prova.archivio.registro.registra({ ...base, datore: { ...base.datore, codiceFiscale, cognome: 'Altri' } });
}

/** A further rapporto of the first employer. */
export function secondoRapporto(prova: ArchivioDiProva, codiceRapporto: string): Promise<RapportoDiLavoro> {
  return prova.archivio.registro.registra(nuovoRapporto({ codiceRapporto }));
}
