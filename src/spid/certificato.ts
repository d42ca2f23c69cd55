import { createPrivateKey, webcrypto } from 'node:crypto';

/** A private key and the certificate that says whose it is, both PEM. */
export interface Credenziali {
  readonly chiave: string;
  readonly certificato: string;
}

/** Who the certificate speaks for. */
export interface Intestatario {
  readonly entityId: string;
  readonly nome: string;
  readonly comune: string;
  /** `PA:IT-…` or `VATIT-…`: organizationIdentifier. */
  readonly organizzazione: string;
}

/** SPID's policy for the certificates of public service providers (Avviso 29). */
const POLITICA_PUBBLICA = '1.3.76.16.4.2.1';
const ANNI = 10;

/**
 * A new RSA key of 2048 bits and its self-signed certificate, with the subject that SPID asks (Avviso 29): entity in `uri`
 * (2.5.4.83), `organizationIdentifier` (2.5.4.97), no name of a person.
 * @param dal from when it holds
 */
export async function creaCredenziali(chi: Intestatario, dal: Date): Promise<Credenziali> {
  // Loaded only by who makes a certificate: once in the life of a folder.
  await import('reflect-metadata');
  const x509 = await import('@peculiar/x509');
  const { subtle } = webcrypto;
  const algoritmo = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
  };
  const keys = await subtle.generateKey(algoritmo, true, ['sign', 'verify']);
  const fine = new Date(dal);
  fine.setUTCFullYear(fine.getUTCFullYear() + ANNI);
  const certificato = await x509.X509CertificateGenerator.createSelfSigned({
    name: [
      { CN: [chi.nome] },
      { O: [chi.nome] },
      { '2.5.4.83': [chi.entityId] },
      { '2.5.4.97': [chi.organizzazione] },
      { C: ['IT'] },
      { L: [chi.comune] },
    ],
    notBefore: dal,
    notAfter: fine,
    signingAlgorithm: algoritmo,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation),
      new x509.CertificatePolicyExtension([POLITICA_PUBBLICA]),
    ],
  });
  const der = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey));
  const chiave = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return {
    chiave: chiave.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificato: `${certificato.toString('pem')}\n`,
  };
}
