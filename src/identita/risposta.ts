import { randomBytes } from 'node:crypto';
import { documento } from '../pagopa/xml/scrittura.ts';
import type { Credenziali } from '../spid/certificato.ts';
import { firmaXml } from '../spid/firma-xml.ts';
import {
  BEARER,
  classeDi,
  FORMATO_ATTRIBUTO,
  FORMATO_ENTITA,
  FORMATO_TRANSITORIO,
  type Livello,
  SPAZI,
  STATO_RIUSCITO,
} from '../spid/nomi-saml.ts';
import { type Pezzo, pezzo, scrivi } from './albero.ts';
import type { Guasto } from './guasto.ts';

/** To whom an answer goes, and what it answers. */
export interface Destinatario {
  readonly richiestaId: string;
  readonly acs: string;
  readonly entityId: string;
}

/** What a provider says of a person who authenticated. */
export interface Dichiarazione {
  readonly livello: Livello;
  readonly nomeId: string;
  readonly indice: string;
  readonly attributi: readonly (readonly [nome: string, valore: string])[];
}

const VALIDA_MS = 5 * 60_000;

/** A good answer, not signed yet. @param gestore entity of the provider */
export function rispostaRiuscita(
  gestore: string,
  { richiestaId, acs, entityId }: Destinatario,
  { livello, nomeId, indice, attributi }: Dichiarazione,
  adesso: Date,
): Pezzo {
  const quando = istante(adesso);
  const fino = istante(new Date(adesso.getTime() + VALIDA_MS));
  const asserzione = pezzo('saml:Assertion', { ID: nuovoId(), Version: '2.0', IssueInstant: quando }, [
    emittente(gestore),
    pezzo('saml:Subject', {}, [
      pezzo('saml:NameID', { Format: FORMATO_TRANSITORIO, NameQualifier: gestore }, nomeId),
      pezzo('saml:SubjectConfirmation', { Method: BEARER }, [
        pezzo('saml:SubjectConfirmationData', { Recipient: acs, InResponseTo: richiestaId, NotOnOrAfter: fino }),
      ]),
    ]),
    pezzo('saml:Conditions', { NotBefore: quando, NotOnOrAfter: fino }, [
      pezzo('saml:AudienceRestriction', {}, [pezzo('saml:Audience', {}, entityId)]),
    ]),
    pezzo('saml:AuthnStatement', { AuthnInstant: quando, SessionIndex: indice }, [
      pezzo('saml:AuthnContext', {}, [pezzo('saml:AuthnContextClassRef', {}, classeDi(livello))]),
    ]),
    pezzo(
      'saml:AttributeStatement',
      {},
      attributi.map(([Name, valore]) =>
        pezzo('saml:Attribute', { Name, NameFormat: FORMATO_ATTRIBUTO }, [pezzo('saml:AttributeValue', {}, valore)]),
      ),
    ),
  ]);
  return busta(gestore, { richiestaId, acs }, [stato(STATO_RIUSCITO), asserzione], adesso);
}

/** The answer that lets nobody in, with a code of the official table. */
export function rispostaNegativa(
  gestore: string,
  destinatario: Pick<Destinatario, 'richiestaId' | 'acs'>,
  codice: number,
  adesso: Date,
): Pezzo {
  const chi = codice < 19 ? 'Requester' : 'Responder';
  const esito = pezzo('samlp:Status', {}, [
    pezzo('samlp:StatusCode', { Value: `urn:oasis:names:tc:SAML:2.0:status:${chi}` }, [
      pezzo('samlp:StatusCode', { Value: 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed' }),
    ]),
    pezzo('samlp:StatusMessage', {}, `ErrorCode nr${codice}`),
  ]);
  return busta(gestore, destinatario, [esito], adesso);
}

/**
 * Signs assertion and response, as a provider does, and spoils what the fault says.
 * @param altri keys of somebody else
 */
export function firmata(risposta: Pezzo, credenziali: Credenziali, altri: Credenziali, guasto?: Guasto): string {
  guasto?.cambia?.(risposta);
  let xml = documento(scrivi(risposta));
  const firme = guasto?.firme ?? { asserzione: 'sua', risposta: 'sua' };
  const conChi = (quale: 'sua' | 'altra'): Credenziali => (quale === 'sua' ? credenziali : altri);
  if (firme.asserzione !== 'nessuna' && xml.includes('<saml:Assertion')) {
    xml = firma(xml, "/*/*[local-name(.)='Assertion']", conChi(firme.asserzione));
  }
  if (firme.risposta !== 'nessuna') xml = firma(xml, '/*', conChi(firme.risposta));
  return guasto?.dopo?.(xml) ?? xml;
}

/** The signature stands after the Issuer, or first where a fault took the Issuer away. */
function firma(xml: string, elemento: string, credenziali: Credenziali): string {
  const emittenteSuo = `${elemento}/*[local-name(.)='Issuer']`;
  try {
    return firmaXml(xml, { elemento, accanto: emittenteSuo, come: 'after' }, credenziali);
  } catch {
    return firmaXml(xml, { elemento, accanto: `${elemento}/*[1]`, come: 'before' }, credenziali);
  }
}

function busta(
  gestore: string,
  { richiestaId, acs }: Pick<Destinatario, 'richiestaId' | 'acs'>,
  dentro: readonly Pezzo[],
  adesso: Date,
): Pezzo {
  return pezzo(
    'samlp:Response',
    {
      'xmlns:samlp': SPAZI.protocollo,
      'xmlns:saml': SPAZI.asserzione,
      ID: nuovoId(),
      Version: '2.0',
      IssueInstant: istante(adesso),
      Destination: acs,
      InResponseTo: richiestaId,
    },
    [emittente(gestore), ...dentro],
  );
}

function emittente(gestore: string): Pezzo {
  return pezzo('saml:Issuer', { Format: FORMATO_ENTITA }, gestore);
}

function stato(valore: string): Pezzo {
  return pezzo('samlp:Status', {}, [pezzo('samlp:StatusCode', { Value: valore })]);
}

/** To the second, as most providers write it. */
function istante(quando: Date): string {
  return quando.toISOString().replace(/\.\d+/, '');
}

function nuovoId(): string {
  return `_${randomBytes(20).toString('hex')}`;
}
