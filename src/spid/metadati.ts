import { createHash } from 'node:crypto';
import { documento, elemento, type Xml } from '../pagopa/xml/scrittura.ts';
import type { Credenziali } from './certificato.ts';
import { firmaXml, inBase64 } from './firma-xml.ts';
import { ATTRIBUTI_CHIESTI, BINDING, FORMATO_TRANSITORIO, SPAZI } from './nomi-saml.ts';
import { testo } from './richiesta.ts';

/** How this service presents itself to providers. */
export interface Servizio {
  readonly entityId: string;
  /** Public base URL of the portal. */
  readonly url: string;
  readonly acs: string;
  readonly uscita: string;
  readonly nome: string;
  readonly comune: string;
  /** Code of the register of public bodies. */
  readonly ipa: string;
  readonly email: string;
}

/** The service's signed metadata, as SPID wants them of a public body; the same keys give the same bytes. */
export function metadatiDelServizio(servizio: Servizio, credenziali: Credenziali): string {
  const { entityId, acs, uscita } = servizio;
  const id = `_${createHash('sha256').update(entityId).update(credenziali.certificato).digest('hex').slice(0, 40)}`;
  const ruolo = elemento(
    'md:SPSSODescriptor',
    [
      chiave(credenziali.certificato),
      elemento('md:SingleLogoutService', [], { Binding: BINDING.redirect, Location: uscita }),
      testo('md:NameIDFormat', FORMATO_TRANSITORIO),
      elemento('md:AssertionConsumerService', [], {
        Binding: BINDING.post,
        Location: acs,
        index: '0',
        isDefault: 'true',
      }),
      elemento(
        'md:AttributeConsumingService',
        [
          testo('md:ServiceName', servizio.nome, { 'xml:lang': 'it' }),
          ...ATTRIBUTI_CHIESTI.map((Name) => elemento('md:RequestedAttribute', [], { Name })),
        ],
        { index: '0' },
      ),
    ],
    {
      protocolSupportEnumeration: SPAZI.protocollo,
      AuthnRequestsSigned: 'true',
      WantAssertionsSigned: 'true',
    },
  );
  const xml = documento(
    elemento('md:EntityDescriptor', [ruolo, ...ente(servizio)], {
      'xmlns:md': SPAZI.metadata,
      'xmlns:ds': SPAZI.firma,
      'xmlns:spid': SPAZI.spid,
      entityID: entityId,
      ID: id,
    }),
  );
  return firmaXml(
    xml,
    { elemento: '/*', accanto: "/*/*[local-name(.)='SPSSODescriptor']", come: 'before' },
    credenziali,
  );
}

/** Where a certificate stands in anybody's metadata. */
export function chiave(certificato: string): Xml {
  return elemento(
    'md:KeyDescriptor',
    [elemento('ds:KeyInfo', [elemento('ds:X509Data', [testo('ds:X509Certificate', inBase64(certificato))])])],
    { use: 'signing' },
  );
}

/** Who stands behind an entity. */
export function organizzazione(nome: string, url: string): Xml {
  const inItaliano = { 'xml:lang': 'it' };
  return elemento('md:Organization', [
    testo('md:OrganizationName', nome, inItaliano),
    testo('md:OrganizationDisplayName', nome, inItaliano),
    testo('md:OrganizationURL', url, inItaliano),
  ]);
}

function ente({ nome, url, ipa, email }: Servizio): readonly Xml[] {
  return [
    organizzazione(nome, url),
    elemento(
      'md:ContactPerson',
      [
        elemento('md:Extensions', [testo('spid:IPACode', ipa), elemento('spid:Public', [])]),
        testo('md:EmailAddress', email),
      ],
      { contactType: 'other' },
    ),
  ];
}
