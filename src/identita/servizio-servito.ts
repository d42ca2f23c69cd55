import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { certificatiDi } from '../spid/fornitore.ts';
import { SPAZI } from '../spid/nomi-saml.ts';
import { figliDi, leggiSaml } from '../spid/nodo.ts';
import { PERCORSI_SPID } from '../spid/percorsi-spid.ts';
import { type ServizioNoto, servizioNoto } from './controlla-richiesta.ts';

const ATTESA_MS = 5_000;

/** Asks the service for its metadata, each time anew: it may have been started again with other keys. */
export async function servizioServito(urlServizio: string): Promise<ServizioNoto | undefined> {
  try {
    const risposta = await fetch(urlServizio + PERCORSI_SPID.metadati, { signal: AbortSignal.timeout(ATTESA_MS) });
    if (!risposta.ok) return undefined;
    const metadati = leggiSaml(new Uint8Array(await risposta.arrayBuffer()));
    const [ruolo] = figliDi(metadati, SPAZI.metadata, 'SPSSODescriptor');
    return servizioNoto(metadati, certificatiDi(ruolo));
  } catch (errore) {
    if (errore instanceof XmlRifiutato || errore instanceof TypeError || errore instanceof DOMException)
      return undefined;
    throw errore;
  }
}
