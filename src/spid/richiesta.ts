import { documento, elemento, type Xml } from '../pagopa/xml/scrittura.ts';
import { escapeXml } from '../valori/escape-xml.ts';
import { classeDi, FORMATO_ENTITA, FORMATO_TRANSITORIO, type Livello, SPAZI } from './nomi-saml.ts';

/** What an AuthnRequest says. */
export interface DatiRichiesta {
  readonly id: string;
  readonly quando: Date;
  /** Where it goes: the provider's SSO address. */
  readonly destinazione: string;
  readonly entityId: string;
  readonly livello: Livello;
}

/**
 * An AuthnRequest as SPID wants it: no IsPassive, no AllowCreate, the issuer with its format and qualifier, a transient name, the
 * level as a minimum (a provider may use a higher one), and above level 1 the person authenticates anew.
 */
export function authnRequest({ id, quando, destinazione, entityId, livello }: DatiRichiesta): string {
  return documento(
    elemento(
      'samlp:AuthnRequest',
      [
        emittente(entityId),
        elemento('samlp:NameIDPolicy', [], { Format: FORMATO_TRANSITORIO }),
        elemento('samlp:RequestedAuthnContext', [testo('saml:AuthnContextClassRef', classeDi(livello))], {
          Comparison: 'minimum',
        }),
      ],
      {
        'xmlns:samlp': SPAZI.protocollo,
        'xmlns:saml': SPAZI.asserzione,
        ...testata(id, quando, destinazione),
        ...(livello > 1 && { ForceAuthn: 'true' }),
        AssertionConsumerServiceIndex: '0',
        AttributeConsumingServiceIndex: '0',
      },
    ),
  );
}

/** Whose session to end. */
export interface DatiUscita {
  readonly id: string;
  readonly quando: Date;
  readonly destinazione: string;
  readonly entityId: string;
  readonly fornitore: string;
  readonly nomeId: string;
  readonly indice?: string;
}

export function logoutRequest({ id, quando, destinazione, entityId, fornitore, nomeId, indice }: DatiUscita): string {
  return documento(
    elemento(
      'samlp:LogoutRequest',
      [
        emittente(entityId),
        testo('saml:NameID', nomeId, { Format: FORMATO_TRANSITORIO, NameQualifier: fornitore }),
        ...(indice === undefined ? [] : [testo('samlp:SessionIndex', indice)]),
      ],
      {
        'xmlns:samlp': SPAZI.protocollo,
        'xmlns:saml': SPAZI.asserzione,
        ...testata(id, quando, destinazione),
        Reason: 'urn:oasis:names:tc:SAML:2.0:logout:user',
      },
    ),
  );
}

/** The answer to a LogoutRequest; `inRisposta` is the request's id. */
export function logoutResponse(dati: {
  readonly id: string;
  readonly quando: Date;
  readonly destinazione: string;
  readonly emittente: string;
  readonly inRisposta: string;
}): string {
  return documento(
    elemento(
      'samlp:LogoutResponse',
      [
        emittente(dati.emittente),
        elemento('samlp:Status', [
          elemento('samlp:StatusCode', [], { Value: 'urn:oasis:names:tc:SAML:2.0:status:Success' }),
        ]),
      ],
      {
        'xmlns:samlp': SPAZI.protocollo,
        'xmlns:saml': SPAZI.asserzione,
        ...testata(dati.id, dati.quando, dati.destinazione),
        InResponseTo: dati.inRisposta,
      },
    ),
  );
}

function testata(id: string, quando: Date, destinazione: string): Readonly<Record<string, string>> {
  return { ID: id, Version: '2.0', IssueInstant: quando.toISOString(), Destination: destinazione };
}

function emittente(entityId: string): Xml {
  return testo('saml:Issuer', entityId, { Format: FORMATO_ENTITA, NameQualifier: entityId });
}

/** An element with a text and attributes. */
export function testo(nome: string, valore: string, attributi: Readonly<Record<string, string>> = {}): Xml {
  return elemento(nome, [escapeXml(valore) as Xml], attributi);
}
