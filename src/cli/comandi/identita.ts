import { identitaDemo } from '../../applicazione/demo.ts';
import { type Impostazioni, loadImpostazioni } from '../../impostazioni/impostazioni.ts';
import { type Persona, utenteDi } from '../../identita/persona.ts';
import { ALTRE_PERSONE, PASSWORD_DI_PROVA } from '../../identita/persone-di-prova.ts';
import { startIdentita } from '../../identita/server.ts';
import { testoErrore } from '../../valori/descrivi-errore.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { makeFolder } from '../../valori/make-folder.ts';
import type { Comando } from '../comando.ts';
import { surviveStrayErrors } from '../errori-senza-padrone.ts';
import { tellReady, untilStopped } from '../fermata.ts';
import { createCommand } from '../programma.ts';
import { printLines } from '../uscita.ts';
import { conVariabili } from '../variabili-in-aiuto.ts';
import { cartellaIdentita } from './cartella-identita.ts';

/** `trimestre identita`: the simulated identity providers, a process of their own. */
export function comandoIdentita(): Comando {
  return conVariabili(createCommand('identita'), [
    'TRIMESTRE_PORTA_IDENTITA',
    'TRIMESTRE_HOST',
    'TRIMESTRE_URL',
    'TRIMESTRE_URL_IDENTITA',
    'TRIMESTRE_DATI',
  ])
    .esempio('')
    .action(identita);
}

async function identita(): Promise<void> {
  const fermata = untilStopped();
  const impostazioni = loadImpostazioni(process.env);
  refuseReal(impostazioni);
  makeFolder(impostazioni.cartellaDati, 0o700);
  const server = await startIdentita({
    host: impostazioni.host,
    port: impostazioni.portaIdentita,
    baseUrl: impostazioni.urlIdentita,
    servizio: impostazioni.urlPortale,
    cartella: cartellaIdentita(impostazioni),
    persone: persone(),
    clock: { now: () => new Date() },
  });
  surviveStrayErrors((errore, origine) => printLines([`errore senza padrone (${origine}): ${testoErrore(errore)}`]));
  printLines([`Gestori di identità simulati in ascolto su ${impostazioni.urlIdentita}`]);
  tellReady();
  await fermata;
  await server.close();
}

/** @throws ErroreDati `identita-con-ente-reale`: whoever these providers let in is nobody (abuse case AB-51) */
function refuseReal({ ente }: Impostazioni): void {
  if (!ente.reale) return;
  throw new ErroreDati('identita-con-ente-reale', { campo: 'TRIMESTRE_ENTE_REALE' });
}

/** Those of the demo data who have SPID, and some whose codice fiscale is out of the ordinary. */
function persone(): readonly Persona[] {
  const delleProve = identitaDemo(new Date(), true).filter(({ identita }) => identita.scheme === 'SPID');
  return [
    ...delleProve.map(({ identita, descrizione }) => ({
      utente: utenteDi(identita.name, identita.familyName),
      password: PASSWORD_DI_PROVA,
      nome: identita.name,
      cognome: identita.familyName,
      nascita: identita.birthDate,
      codiceFiscale: identita.cf,
      livello: identita.loa,
      descrizione,
    })),
    ...ALTRE_PERSONE,
  ];
}
