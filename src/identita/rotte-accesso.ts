import { type Request, type Response, Router } from 'express';
import { ErroreDati } from '../valori/errore-dati.ts';
import { XmlRifiutato } from '../pagopa/xml/xml-rifiutato.ts';
import { leggiSaml } from '../spid/nodo.ts';
import { esigiFirmaRedirect, leggiMessaggio } from '../spid/redirect.ts';
import type { AccessoInCorso } from './accessi-in-corso.ts';
import type { Contesto } from './contesto.ts';
import { controllaRichiesta } from './controlla-richiesta.ts';
import { type Gestore, GESTORI, indirizziDi } from './gestori.ts';
import { rispondi } from './rispondi.ts';
import { consenso, secondoFattore, scegliUtente } from './pagine.ts';

/** Wrong passwords after which a provider gives up (code 19). */
const ERRORI_MASSIMI = 3;

type Passo = (accesso: AccessoInCorso, campi: Readonly<Record<string, string>>) => string;

/** A login at a simulated provider: user and password, the SMS, the consent. */
export function rotteAccesso(contesto: Contesto): Router {
  const router = Router();
  router.get('/:sigla/accesso', async (req, res) => {
    const gestore = gestoreDi(req);
    res.type('html').send(await apri(contesto, gestore, queryDi(req), utenteChiesto(req)));
  });
  const passo = (percorso: string, fai: Passo): void => {
    router.post(`/:sigla/${percorso}`, (req, res) => {
      continua(contesto, req, res, fai);
    });
  };
  passo('credenziali', (accesso, campi) => credenziali(contesto, accesso, campi));
  passo('conferma', (accesso, campi) => conferma(contesto, accesso, campi));
  passo('consenso', (accesso, campi) => decidi(contesto, accesso, campi));
  passo('annulla', (accesso) => rispondi(contesto, accesso, { anomalia: 25 }));
  return router;
}

/** @throws ErroreDati for a request that cannot even be answered */
async function apri(contesto: Contesto, gestore: Gestore, query: string, utente: string): Promise<string> {
  const servizio = await contesto.servizio();
  if (servizio === undefined) throw new ErroreDati('richiesta-di-accesso/senza-servizio');
  const messaggio = leggiMessaggio(query);
  if (messaggio?.tipo !== 'SAMLRequest') throw new ErroreDati('richiesta-di-accesso');
  esigiFirmaRedirect(query, 'SAMLRequest', servizio.certificati);
  const { accesso } = indirizziDi(contesto.baseUrl(), gestore);
  const adesso = contesto.clock.now();
  const nodo = leggi(messaggio.xml);
  const letta = controllaRichiesta(nodo, servizio, { accesso, adesso });
  const comuni = { gestore, entityId: servizio.entityId, relayState: messaggio.relayState ?? '' };
  if (typeof letta === 'number') {
    const acs = servizio.acs.get('0');
    if (acs === undefined) throw new ErroreDati('richiesta-di-accesso/senza-indirizzo');
    const richiesta = { id: nodo.attributi.get('ID') ?? '', acs, livello: 1, attributi: [] } as const;
    const inCorso = contesto.accessi.apri({ ...comuni, richiesta, iniziato: adesso.getTime() });
    return rispondi(contesto, inCorso, { anomalia: letta });
  }
  const inCorso = contesto.accessi.apri({ ...comuni, richiesta: letta, iniziato: adesso.getTime() });
  return scegliUtente(contesto, inCorso, utente);
}

function continua(contesto: Contesto, req: Request, res: Response, fai: Passo): void {
  const campi = testiDi(req.body);
  const accesso = contesto.accessi.trova(campi['accesso'] ?? '');
  if (accesso?.gestore !== gestoreDi(req)) throw new ErroreDati('richiesta-di-accesso/finita');
  const finito = contesto.accessi.isOver(accesso, contesto.clock.now().getTime());
  res.type('html').send(finito ? rispondi(contesto, accesso, { anomalia: 21 }) : fai(accesso, campi));
}

function credenziali(
  contesto: Contesto,
  accesso: AccessoInCorso,
  { utente = '', password = '' }: Readonly<Record<string, string>>,
): string {
  const persona = contesto.persone.find((una) => una.utente === utente.trim().toLowerCase());
  if (persona === undefined || persona.password !== password) {
    accesso.errori += 1;
    if (accesso.errori >= ERRORI_MASSIMI) return rispondi(contesto, accesso, { anomalia: 19 });
    return scegliUtente(contesto, accesso, utente, 'Nome utente o password non sono giusti.');
  }
  if (persona.livello < accesso.richiesta.livello) return rispondi(contesto, accesso, { anomalia: 20 });
  accesso.persona = persona;
  accesso.confermata = accesso.richiesta.livello === 1;
  return accesso.confermata ? consenso(contesto, accesso) : secondoFattore(contesto, accesso);
}

function conferma(
  contesto: Contesto,
  accesso: AccessoInCorso,
  { codice = '' }: Readonly<Record<string, string>>,
): string {
  if (accesso.persona === undefined) return scegliUtente(contesto, accesso, '');
  if (codice.replace(/\s/g, '') !== accesso.codice) {
    accesso.errori += 1;
    if (accesso.errori >= ERRORI_MASSIMI) return rispondi(contesto, accesso, { anomalia: 19 });
    return secondoFattore(contesto, accesso, 'Il codice non è quello del messaggio.');
  }
  accesso.confermata = true;
  return consenso(contesto, accesso);
}

function decidi(contesto: Contesto, accesso: AccessoInCorso, campi: Readonly<Record<string, string>>): string {
  if (accesso.persona === undefined || !accesso.confermata) return scegliUtente(contesto, accesso, '');
  const { decisione = '', guasto = '1' } = campi;
  if (decisione === 'nego') return rispondi(contesto, accesso, { anomalia: 22 });
  const anomalia = /^anomalia-(\d{1,2})$/.exec(guasto)?.[1];
  if (anomalia !== undefined) return rispondi(contesto, accesso, { anomalia: Number(anomalia) });
  return rispondi(contesto, accesso, { persona: accesso.persona, guasto });
}

/** The fields of a form that were sent once. */
function testiDi(corpo: unknown): Readonly<Record<string, string>> {
  const voci = Object.entries((corpo ?? {}) as Record<string, unknown>);
  return Object.fromEntries(voci.filter((voce): voce is [string, string] => typeof voce[1] === 'string'));
}

export function gestoreDi(req: Request): Gestore {
  const gestore = GESTORI.find(({ sigla }) => sigla === req.params['sigla']);
  if (gestore === undefined) throw new ErroreDati('gestore-sconosciuto');
  return gestore;
}

export function queryDi({ originalUrl }: Request): string {
  return originalUrl.split('?')[1] ?? '';
}

function utenteChiesto({ query }: Request): string {
  return typeof query['utente'] === 'string' ? query['utente'] : '';
}

function leggi(xml: string) {
  try {
    return leggiSaml(xml);
  } catch (errore) {
    if (errore instanceof XmlRifiutato) throw new ErroreDati('richiesta-di-accesso');
    throw errore;
  }
}
