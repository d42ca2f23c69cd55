import { SignedXml } from 'xml-crypto';
import type { Credenziali } from './certificato.ts';

/** Where the signature goes: as a child of the signed element, before or after one of its children. */
export interface PostoDellaFirma {
  /** XPath of the element that is signed; it has an ID. */
  readonly elemento: string;
  /** XPath of what the signature stands beside. */
  readonly accanto: string;
  readonly come: 'before' | 'after';
}

const TRASFORMAZIONI = [
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/10/xml-exc-c14n#',
];

/** Signs one element of a document: RSA with SHA-256, the certificate in the KeyInfo for who wants to see it. */
export function firmaXml(xml: string, posto: PostoDellaFirma, { chiave, certificato }: Credenziali): string {
  const firma = new SignedXml({
    privateKey: chiave,
    publicCert: certificato,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    getKeyInfoContent: () => `<X509Data><X509Certificate>${inBase64(certificato)}</X509Certificate></X509Data>`,
  });
  firma.addReference({
    xpath: posto.elemento,
    transforms: TRASFORMAZIONI,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  firma.computeSignature(xml, { prefix: 'ds', location: { reference: posto.accanto, action: posto.come } });
  return firma.getSignedXml();
}

/** The certificate as it stands in XML: base64 without the PEM's frame. */
export function inBase64(pem: string): string {
  return pem.replace(/-----[A-Z ]+-----|\s/g, '');
}
