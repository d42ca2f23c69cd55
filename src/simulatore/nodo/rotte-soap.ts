import express, { type Request, type Response, type Router } from 'express';
import { type Busta, leggiBusta, scriviSoapFault } from '../../pagopa/soap/busta.ts';
import { type MessaggioSoap, messaggioSoap } from '../../pagopa/soap/messaggio.ts';
import { testoDaConservare } from '../../pagopa/xml/codifica.ts';
import { BYTE_MASSIMI } from '../../pagopa/xml/gate.ts';
import { XmlRifiutato } from '../../pagopa/xml/xml-rifiutato.ts';
import { ArchivioFermo, conArchivioFermo } from '../archivio/archivio-fermo.ts';
import type { Contesto } from '../contesto.ts';
import { faultNodo, isCodiceFault } from '../fault-nodo.ts';
import type { FacciaNodo } from '../scenari/scenario.ts';
import type { Operazione } from './operazioni.ts';

/** How long a silent node keeps the line when the scenario does not say. */
const ATTESA_MS = 60_000;

/**
 * The node's SOAP endpoint: the gate, then the operation named by the body's element. Faults of an operation are answered in its
 * own element with HTTP 200; what is no known operation gets a SOAP Fault.
 */
export function rotteSoap(contesto: Contesto, operazioni: Readonly<Record<string, Operazione>>): Router {
  const router = express.Router();
  router.post(['/', '/*resto'], express.raw({ type: () => true, limit: BYTE_MASSIMI }), async (req, res) => {
    const messaggio = messaggioSoap(req.body, (nome) => req.get(nome));
    const aperta = apri(messaggio, operazioni);
    annota(contesto, req, res, messaggio, 'busta' in aperta ? nomeDi(aperta.busta, aperta.operazione) : '');
    if ('rifiuto' in aperta) return invia(res, aperta.rifiuto, aperta.stato);
    const { busta, operazione } = aperta;
    const { azione } = messaggio;
    if (azione !== '' && azione !== nomeDi(busta, operazione)) {
      return invia(res, operazione.ko(faultNodo('PPT_SOAPACTION_ERRATA')));
    }
    await rispondi(contesto, { req, res }, busta, operazione);
  });
  return router;
}

/** Writes the exchange down once it is over, answered or not. */
function annota(contesto: Contesto, req: Request, res: Response, messaggio: MessaggioSoap, operazione: string): void {
  res.once('close', () => {
    const risposta: unknown = res.locals['xml'];
    contesto.registro.scrivi({
      verso: 'entrata',
      operazione,
      indirizzo: req.originalUrl,
      stato: res.writableFinished ? `HTTP ${res.statusCode}` : 'linea caduta',
      richiesta: testoDaConservare(messaggio.corpo, messaggio.charset),
      risposta: typeof risposta === 'string' ? risposta : '',
    });
  });
}

type Aperta =
  { readonly busta: Busta; readonly operazione: Operazione } | { readonly rifiuto: string; readonly stato: number };

/** A message whose body names no operation of ours is refused in the terms of the one that its SOAPAction names. */
function apri(messaggio: MessaggioSoap, operazioni: Readonly<Record<string, Operazione>>): Aperta {
  const { corpo, azione, charset } = messaggio;
  try {
    const busta = leggiBusta(corpo, { ...(charset !== undefined && { charset }) });
    const operazione = operazioneDi(operazioni, busta.operazione);
    if (operazione === undefined) throw new XmlRifiutato('busta', `operazione ${busta.operazione} non offerta`);
    operazione.circostanze(busta);
    return { busta, operazione };
  } catch (errore) {
    if (!(errore instanceof XmlRifiutato)) throw errore;
    if (errore.motivo === 'non-compreso')
      return { rifiuto: scriviSoapFault('MustUnderstand', errore.message), stato: 500 };
    const operazione = operazioneDi(operazioni, errore.operazione) ?? operazioneDellaAzione(operazioni, azione);
    if (operazione === undefined) return { rifiuto: scriviSoapFault('Client', errore.message), stato: 500 };
    return { rifiuto: operazione.ko(faultNodo('PPT_SINTASSI_EXTRAXSD', errore.message)), stato: 200 };
  }
}

function operazioneDi(operazioni: Readonly<Record<string, Operazione>>, nome = ''): Operazione | undefined {
  return Object.hasOwn(operazioni, nome) ? operazioni[nome] : undefined;
}

function operazioneDellaAzione(
  operazioni: Readonly<Record<string, Operazione>>,
  azione: string,
): Operazione | undefined {
  return Object.entries(operazioni).find(([nome, operazione]) => (operazione.azione ?? nome) === azione)?.[1];
}

async function rispondi(
  contesto: Contesto,
  { req, res }: { readonly req: Request; readonly res: Response },
  busta: Busta,
  operazione: Operazione,
): Promise<void> {
  const faccia = facciaNodo(contesto, busta, operazione);
  switch (faccia?.comportamento) {
    case 'irraggiungibile':
      req.socket.destroy();
      return;
    case 'timeout-prima':
      return taci(req, faccia);
    case 'timeout-dopo':
      await rispondiOFermo(contesto, busta, operazione);
      return taci(req, faccia);
    case 'lento':
      await new Promise((poi) => setTimeout(poi, faccia.attesa ?? ATTESA_MS));
      return invia(res, await operazione.rispondi(contesto, busta));
    case 'risposta-malformata': {
      const intera = await rispondiOFermo(contesto, busta, operazione);
      return invia(res, intera.slice(0, Math.floor(intera.length / 2)));
    }
    case 'fault': {
      const codice = faccia.fault ?? 'PPT_SYSTEM_ERROR';
      const noto = isCodiceFault(codice);
      const fault = noto ? faultNodo(codice) : { ...faultNodo('PPT_SYSTEM_ERROR'), faultCode: codice };
      return invia(res, operazione.ko(fault));
    }
    case undefined:
      return invia(res, await rispondiOFermo(contesto, busta, operazione));
  }
}

/** A node that cannot write down what it is asked to did nothing of it, and says so in its own words. */
async function rispondiOFermo(contesto: Contesto, busta: Busta, operazione: Operazione): Promise<string> {
  try {
    return await operazione.rispondi(contesto, busta);
  } catch (errore) {
    const fermo = conArchivioFermo(errore);
    if (!(fermo instanceof ArchivioFermo)) throw errore;
    contesto.configurazione.log(`SOAP, ${nomeDi(busta, operazione)}: ${fermo.message}`);
    return operazione.ko(faultNodo('PPT_SYSTEM_ERROR'));
  }
}

function nomeDi(busta: Busta, operazione: Operazione): string {
  return operazione.azione ?? busta.operazione;
}

function facciaNodo(contesto: Contesto, busta: Busta, operazione: Operazione): FacciaNodo | undefined {
  const perQuesta = (faccia: FacciaNodo | undefined): boolean =>
    faccia?.operazioni === undefined || faccia.operazioni.includes(nomeDi(busta, operazione));
  for (const circostanza of operazione.circostanze(busta)) {
    const faccia = contesto.regole.prendi('nodo', circostanza, perQuesta);
    if (faccia !== undefined) return faccia;
  }
  return undefined;
}

/** Keeps the line open without a word, then drops it. */
function taci(req: Request, faccia: FacciaNodo): void {
  setTimeout(() => req.socket.destroy(), faccia.attesa ?? ATTESA_MS).unref();
}

function invia(res: Response, xml: string, stato = 200): void {
  res.locals['xml'] = xml;
  res.status(stato).type('text/xml; charset=utf-8').send(xml);
}
