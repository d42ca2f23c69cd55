import { join } from 'node:path';
import type { Pseudonimo } from '../accesso/pseudonimo.ts';
import type { Archivio } from '../archivio/archivio.ts';
import type { Impostazioni } from '../impostazioni/impostazioni.ts';
import type { Credenziali } from '../spid/certificato.ts';
import { credenzialiDaFile, credenzialiDellaCartella } from '../spid/chiavi.ts';
import { createServizioSpid } from '../spid/crea-servizio-spid.ts';
import { type Fornitore, leggiFornitori } from '../spid/fornitore.ts';
import type { Servizio } from '../spid/metadati.ts';
import { PERCORSI_SPID } from '../spid/percorsi-spid.ts';
import type { ServizioSpid } from '../spid/servizio-spid.ts';
import { createSigillo } from '../spid/sigillo.ts';
import type { Clock } from '../valori/clock.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * The login with SPID as the settings have it: the creditor is the service, its keys are the given ones or made in the data folder
 * at first use.
 * @throws ErroreDati `spid-metadati`, `spid-chiavi`; `spid-simulato` for a simulated provider beside a real creditor (AB-51)
 */
export function createSpid(
  impostazioni: Impostazioni,
  dip: {
    readonly archivio: Archivio;
    readonly clock: Clock;
    readonly pseudonimo: Pseudonimo;
    readonly segreto: string;
  },
): ServizioSpid {
  const { spid, ente, cartellaDati } = impostazioni;
  const fornitori = spid.fornitori === undefined ? [] : leggiFornitori(spid.fornitori);
  if (ente.reale) rifiutaSimulati(fornitori);
  const servizio = servizioDi(impostazioni);
  const scritte = spid.credenziali && credenzialiDaFile(spid.credenziali.chiave, spid.credenziali.certificato);
  const intestatario = {
    entityId: servizio.entityId,
    nome: servizio.nome,
    comune: servizio.comune,
    organizzazione: `PA:IT-${servizio.ipa}`,
  };
  let credenziali: Credenziali | Promise<Credenziali> | undefined = scritte;
  // What failed once (a disk that is full) is tried again.
  const fatte = () =>
    credenzialiDellaCartella(join(cartellaDati, 'spid'), intestatario, dip.clock.now()).catch((errore: unknown) => {
      credenziali = undefined;
      throw errore;
    });
  return createServizioSpid({
    repository: dip.archivio.spid,
    clock: dip.clock,
    pseudonimo: dip.pseudonimo,
    sigillo: createSigillo(dip.segreto),
    fornitori,
    servizio,
    livello: spid.livello,
    credenziali: () => (credenziali ??= fatte()),
  });
}

function servizioDi({ spid, ente, urlPortale }: Impostazioni): Servizio {
  return {
    entityId: spid.entityId ?? urlPortale,
    url: urlPortale,
    acs: urlPortale + PERCORSI_SPID.acs,
    uscita: urlPortale + PERCORSI_SPID.uscita,
    nome: ente.denominazione,
    comune: spid.comune,
    ipa: spid.ipa,
    email: spid.email,
  };
}

function rifiutaSimulati(fornitori: readonly Fornitore[]): void {
  const finto = fornitori.find(({ simulato, accesso }) => simulato || !accesso.startsWith('https:'));
  if (finto === undefined) return;
  throw new ErroreDati('spid-simulato', { entityId: finto.entityId, campo: 'TRIMESTRE_SPID_FORNITORI' });
}
