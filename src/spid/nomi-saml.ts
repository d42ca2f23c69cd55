/** Namespaces and fixed words of SAML 2.0 and of SPID (spid-regole-tecniche). */
export const SPAZI = {
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  protocollo: 'urn:oasis:names:tc:SAML:2.0:protocol',
  asserzione: 'urn:oasis:names:tc:SAML:2.0:assertion',
  firma: 'http://www.w3.org/2000/09/xmldsig#',
  spid: 'https://spid.gov.it/saml-extensions',
  /** Of ours: says in a provider's metadata that it is a simulated one. */
  simulazione: 'urn:trimestre:simulazione',
} as const;

export const BINDING = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const;

export const FORMATO_ENTITA = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';
export const FORMATO_TRANSITORIO = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const STATO_RIUSCITO = 'urn:oasis:names:tc:SAML:2.0:status:Success';
export const FORMATO_ATTRIBUTO = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic';

/** How sure of the person a provider is: 1 password, 2 a second factor, 3 a key of the person's own. */
export type Livello = 1 | 2 | 3;

const LIVELLI: readonly Livello[] = [1, 2, 3];

export function classeDi(livello: Livello): string {
  return `https://www.spid.gov.it/SpidL${livello}`;
}

/** The level of an `AuthnContextClassRef`; undefined for what is none of SPID's. */
export function livelloDi(classe: string): Livello | undefined {
  return LIVELLI.find((livello) => classeDi(livello) === classe);
}

/** What we ask of a person, and no more than is needed to know who they are. */
export const ATTRIBUTI_CHIESTI = ['name', 'familyName', 'fiscalNumber', 'dateOfBirth'] as const;
