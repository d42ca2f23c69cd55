import { discendenti, leggiSaml, type Nodo } from './nodo.ts';
import { SPAZI } from './nomi-saml.ts';
import { esigi, RispostaRifiutata } from './rifiuto.ts';

/** What a signature may be made with: SHA-256 or better, canonical XML without comments, nothing that rewrites the document. */
const PERMESSI: Readonly<Record<string, readonly string[]>> = {
  CanonicalizationMethod: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
  SignatureMethod: [256, 384, 512].map((bit) => `http://www.w3.org/2001/04/xmldsig-more#rsa-sha${bit}`),
  DigestMethod: [
    'http://www.w3.org/2001/04/xmlenc#sha256',
    'http://www.w3.org/2001/04/xmldsig-more#sha384',
    'http://www.w3.org/2001/04/xmlenc#sha512',
  ],
  Transform: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
};

/**
 * Checks that the response and its assertion are both signed by one of the provider's certificates, whatever the message itself
 * carries as a key, and gives the assertion out of the very bytes that were signed (AB-29: XSW).
 * @param risposta the same message, parsed
 * @throws RispostaRifiutata
 */
export async function asserzioneFirmata(xml: string, risposta: Nodo, certificati: readonly string[]): Promise<Nodo> {
  for (const [nome, algoritmi] of Object.entries(PERMESSI)) {
    const usati = discendenti(risposta, SPAZI.firma, nome).map(({ attributi }) => attributi.get('Algorithm') ?? '');
    esigi(
      usati.every((uno) => algoritmi.includes(uno)),
      'algoritmo',
      `${nome} not allowed`,
    );
  }
  // Loaded by who signs in: commands and pages do without.
  const { SAML, ValidateInResponseTo } = await import('@node-saml/node-saml');
  const saml = new SAML({
    idpCert: [...certificati],
    issuer: 'unused',
    callbackUrl: 'https://unused.invalid',
    // Times, audience, request and issuer are looked at in `verificaRisposta`, by our clock and with the official reasons.
    acceptedClockSkewMs: -1,
    audience: false,
    validateInResponseTo: ValidateInResponseTo.never,
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: true,
  });
  try {
    const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: Buffer.from(xml).toString('base64') });
    const firmata = profile?.getAssertionXml?.();
    if (firmata !== undefined) return leggiSaml(firmata);
  } catch (errore) {
    // The library's own words may repeat what the message holds.
    throw new RispostaRifiutata('firma', `not verified (${errore instanceof Error ? errore.name : 'error'})`);
  }
  throw new RispostaRifiutata('firma', 'no signed assertion');
}
