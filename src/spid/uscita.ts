import { randomBytes } from 'node:crypto';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { DipendenzeSpid } from './dipendenze.ts';
import { impronta } from './impronta.ts';
import { SPAZI } from './nomi-saml.ts';
import { figliDi, leggiSaml, type Nodo } from './nodo.ts';
import { esigiFirmaRedirect, indirizzoConMessaggio, leggiMessaggio } from './redirect.ts';
import { logoutRequest, logoutResponse } from './richiesta.ts';
import type { Arrivo } from './servizio-spid.ts';

/** See `ServizioSpid.uscita`. */
export async function indirizzoDiUscita(dip: DipendenzeSpid, sid: string): Promise<string | undefined> {
  const legata = await dip.repository.sessione(sid);
  const fornitore = dip.fornitori.find(({ entityId }) => entityId === legata?.fornitore);
  if (legata === undefined || fornitore?.uscita === undefined) return undefined;
  const { nomeId, indice } = JSON.parse(dip.sigillo.apri(legata.chiuso, sid)) as Arrivo['uscita'];
  const xml = logoutRequest({
    id: nuovoId(),
    quando: dip.clock.now(),
    destinazione: fornitore.uscita,
    entityId: dip.servizio.entityId,
    fornitore: fornitore.entityId,
    nomeId,
    ...(indice !== undefined && { indice }),
  });
  const { chiave } = await dip.credenziali();
  return indirizzoConMessaggio(fornitore.uscita, { tipo: 'SAMLRequest', xml }, chiave);
}

/** See `ServizioSpid.riceviUscita`: a request ends its person's sessions, also when none is left; an answer ends nothing. */
export async function riceviUscita(dip: DipendenzeSpid, query: string): Promise<string | undefined> {
  const messaggio = leggiMessaggio(query);
  const nodo = messaggio === undefined ? undefined : leggi(messaggio.xml);
  const fornitore = dip.fornitori.find(({ entityId }) => entityId === emittenteDi(nodo));
  if (messaggio === undefined || nodo === undefined || fornitore === undefined) throw nonCompreso();
  esigiFirmaRedirect(query, messaggio.tipo, fornitore.certificati);
  if (nodo.attributi.get('Destination') !== dip.servizio.uscita) throw nonCompreso();
  if (nodo.nome === 'LogoutResponse' && messaggio.tipo === 'SAMLResponse') return undefined;
  const [nome] = figliDi(nodo, SPAZI.asserzione, 'NameID');
  if (nodo.nome !== 'LogoutRequest' || messaggio.tipo !== 'SAMLRequest' || nome === undefined) throw nonCompreso();
  if (fornitore.uscita === undefined) throw nonCompreso();
  await dip.repository.chiudiSessioni(fornitore.entityId, impronta(nome.testo.trim()));
  const xml = logoutResponse({
    id: nuovoId(),
    quando: dip.clock.now(),
    destinazione: fornitore.uscita,
    emittente: dip.servizio.entityId,
    inRisposta: nodo.attributi.get('ID') ?? '',
  });
  const { relayState } = messaggio;
  const { chiave } = await dip.credenziali();
  return indirizzoConMessaggio(
    fornitore.uscita,
    { tipo: 'SAMLResponse', xml, ...(relayState !== undefined && { relayState }) },
    chiave,
  );
}

function emittenteDi(nodo: Nodo | undefined): string | undefined {
  return figliDi(nodo, SPAZI.asserzione, 'Issuer')[0]?.testo;
}

function leggi(xml: string): Nodo {
  try {
    return leggiSaml(xml);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw nonCompreso();
    throw errore;
  }
}

function nuovoId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}

function nonCompreso(): ErroreDati {
  return new ErroreDati('spid-uscita');
}
