import { createHmac } from 'node:crypto';
import { createServizioAccesso } from '../accesso/crea-servizio-accesso.ts';
import { createPseudonimo } from '../accesso/pseudonimo.ts';
import { createArchivio } from '../archivio/archivio.ts';
import { openDatabase, senzaLimiti } from '../archivio/database.ts';
import { migrateDatabase } from '../archivio/migrazioni.ts';
import { createStatoArchivio } from '../archivio/stato-archivio.ts';
import { unaAllaVolta } from '../archivio/una-alla-volta.ts';
import type { Calcolatore } from '../bollettini/base-di-calcolo.ts';
import { createServizioBollettini } from '../bollettini/crea-servizio-bollettini.ts';
import { calcolaDati, calcolaTrimestre } from '../contributi/calcola.ts';
import { PAROLE_AVVISI, PAROLE_USO_REALE } from '../bollettini/parole.ts';
import { createServizioFamiglia } from '../famiglia/crea-servizio-famiglia.ts';
import type { Impostazioni } from '../impostazioni/impostazioni.ts';
import { isSimulazione } from '../impostazioni/uso-reale.ts';
import { loadSegreti } from '../impostazioni/segreti.ts';
import { norme } from '../norme/norme.ts';
import { createServizioOperatori } from '../pagamenti/crea-servizio-operatori.ts';
import { createServizioPagamenti } from '../pagamenti/crea-servizio-pagamenti.ts';
import type { Annota } from '../pagamenti/dipendenze.ts';
import { createInvioConGiornale, type Oggetto } from '../pagamenti/invio-con-giornale.ts';
import type { NodoFlussi } from '../pagamenti/flussi.ts';
import { createCheckoutConGiornale, createNodoConGiornale } from '../pagamenti/nodo-con-giornale.ts';
import { type CheckoutClient, createCheckoutClient } from '../pagopa/checkout/checkout-client.ts';
import type { InviaHttp } from '../pagopa/invia-http.ts';
import { createNodoClient } from '../pagopa/nodo-client-soap.ts';
import type { NodoClient } from '../pagopa/nodo-client.ts';
import type { Clock } from '../valori/clock.ts';
import type { Applicazione } from './applicazione.ts';
import { identitaDemo, loadDemo } from './demo.ts';
import { preparaDemoDiOggi } from './demo-di-oggi.ts';
import { createGuardia } from './guardia.ts';
import { loadMarchi } from './marchi-dell-ente.ts';
import { createSpid } from './spid-dell-ente.ts';

/** The calculation over the rules shipped with the package. */
const calcolatore: Calcolatore = {
  semplice: (dati) => calcolaDati(dati, norme()),
  trimestre: (situazione) => calcolaTrimestre(situazione, norme()),
};

/** A fetch whose messages are written down under what they are about. */
type InvioSullOggetto = (oggetto: Oggetto) => InviaHttp;

/** Where a node answers SOAP, under its base URL. */
const PERCORSO_NODO = '/webservices/input';
/** Where Checkout takes carts of notices, under the same base URL. */
const PERCORSO_CHECKOUT = '/checkout/ec/v2';
/** The portal's page for browsers that come back from pagoPA. */
const PERCORSO_RITORNO = '/pagopa/ritorno';
/** Longest wait for the node's answer; a sending taken up again is older than this. */
const ATTESA_NODO_MS = 20_000;

/** How often the application looks at what hangs, when it watches. */
const GIRO_MS = 60_000;

/**
 * Composes the services over the settings' database. Nothing is migrated or loaded yet.
 * @param opzioni `nodo`: another way to pagoPA's node, for tests; by default SOAP to the settings' address;
 *   `attesaBloccoMs`: of who serves people, see `openDatabase`; commands and batches wait,
 *   and work, as long as they have to
 */
export function createApplicazione(
  lette: Impostazioni,
  opzioni: { readonly clock: Clock; readonly nodo?: NodoClient & NodoFlussi; readonly attesaBloccoMs?: number },
): Promise<Applicazione> {
  const { clock } = opzioni;
  const impostazioni = { ...lette, avviso: { ...lette.avviso, marchi: loadMarchi(lette) } };
  const { ente } = impostazioni;
  const segreti = loadSegreti(impostazioni);
  const pseudonimo = createPseudonimo(createHmac('sha256', segreti.sessione).update('pseudonimi').digest('hex'));
  // Where nobody waits before a page, a work lasts as long as it has to.
  const database = opzioni.attesaBloccoMs === undefined ? senzaLimiti(impostazioni.database) : impostazioni.database;
  const knex = openDatabase(database, opzioni.attesaBloccoMs);
  const archivio = createArchivio(knex, clock, pseudonimo);
  const { registro, letture } = archivio;
  const parole = impostazioni.usoReale ? PAROLE_USO_REALE : PAROLE_AVVISI;
  const comuni = { archivio, ente, clock, calcolatore, avviso: impostazioni.avviso, parole };
  const conGiornale = createInvioConGiornale({ giornale: letture.giornale, clock, ente });
  const versoPagoPa = (scritto: InvioSullOggetto) => ({
    nodo: opzioni.nodo ?? soapNode(impostazioni, segreti.nodo, scritto),
    checkout: {
      client: checkoutApi(impostazioni, segreti.nodo, scritto),
      urlRitorno: impostazioni.urlPortale + PERCORSO_RITORNO,
    },
  });
  const pagoPa = versoPagoPa(conGiornale);
  const dipendenze = {
    ...comuni,
    ...pagoPa,
    annotando: (annota: Annota) => versoPagoPa((oggetto) => conGiornale(oggetto, annota)),
    modo: impostazioni.consegna,
    originePagamento: new URL(impostazioni.urlNodo).origin,
  };
  const operatori = createServizioOperatori({ ...dipendenze, flussi: pagoPa.nodo, registro });
  const spid = createSpid(impostazioni, { archivio, clock, pseudonimo, segreto: segreti.registro });
  const guardia = createGuardia(async () => {
    // In real use nobody was asked for anything: there is no node.
    if (!impostazioni.usoReale) await operatori.sorveglia();
    await archivio.catena.sigilla(clock.now());
    await spid.pulisci();
  }, GIRO_MS);
  // With a real creditor nobody may come in under an invented name, and no invented payment may be seen.
  const conDemo = impostazioni.demo && isSimulazione(impostazioni);
  let conOggi = false;
  return Promise.resolve({
    impostazioni,
    clock,
    registro,
    bollettini: createServizioBollettini(comuni),
    pagamenti: createServizioPagamenti(dipendenze),
    operatori,
    accesso: createServizioAccesso({
      archivio: letture,
      pseudonimo,
      clock,
      identitaSimulate: () => (conDemo ? identitaDemo(clock.now(), conOggi) : []),
    }),
    spid,
    famiglia: createServizioFamiglia({ archivio, registro, pseudonimo, clock }),
    archivio,
    calcolatore,
    parole,
    knex,
    migrate: () => migrateDatabase(impostazioni.database, knex),
    loadDemo: () =>
      !isSimulazione(impostazioni)
        ? Promise.resolve({ datori: 0, rapporti: 0, bollettini: 0 })
        : unaAllaVolta(knex, () => loadDemo({ ...comuni, stato: createStatoArchivio(knex) })),
    preparaDemoDiOggi: async () => {
      const dip = { ...comuni, stato: createStatoArchivio(knex) };
      if (conDemo) conOggi = await unaAllaVolta(knex, () => preparaDemoDiOggi(dip));
    },
    startSorveglianza: (onError) => guardia.start(onError),
    provaArchivio: () => createStatoArchivio(knex).scrivi('prova', clock.now().toISOString()),
    close: async () => {
      await guardia.stop();
      await archivio.close();
    },
  });
}

/** The node over SOAP, every message of it in the journal. */
function soapNode(
  { urlNodo, ente }: Impostazioni,
  segreto: string,
  conGiornale: InvioSullOggetto,
): NodoClient & NodoFlussi {
  const url = urlNodo + PERCORSO_NODO;
  return createNodoConGiornale(
    (invia) => createNodoClient({ url, ente, timeoutMs: ATTESA_NODO_MS, segreto, invia }),
    conGiornale,
    ente.codiceFiscale,
  );
}

/** Checkout's JSON API, in the journal too; its key is the secret that creditor and node share. */
function checkoutApi({ urlNodo, ente }: Impostazioni, chiave: string, conGiornale: InvioSullOggetto): CheckoutClient {
  const url = urlNodo + PERCORSO_CHECKOUT;
  return createCheckoutConGiornale(
    (invia) => createCheckoutClient({ url, chiave, timeoutMs: ATTESA_NODO_MS, invia }),
    conGiornale,
    ente.codiceFiscale,
  );
}
