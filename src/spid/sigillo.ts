import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Closes and opens what is kept of logins: nobody who has the database alone reads it. */
export interface Sigillo {
  /** @param legato what the text belongs to: opened with anything else, it does not open */
  chiudi(testo: string, legato: string): string;
  /** @throws Error when the text was changed, or belongs elsewhere */
  apri(chiuso: string, legato: string): string;
}

const IV = 12;
const MARCA = 16;

/** AES-256-GCM under a key made of the secret of the register. */
export function createSigillo(segreto: string): Sigillo {
  const chiave = Buffer.from(hkdfSync('sha256', segreto, '', 'registro degli accessi', 32));
  return {
    chiudi(testo, legato) {
      const iv = randomBytes(IV);
      const cifra = createCipheriv('aes-256-gcm', chiave, iv).setAAD(Buffer.from(legato));
      const chiuso = Buffer.concat([cifra.update(testo, 'utf8'), cifra.final()]);
      return Buffer.concat([iv, cifra.getAuthTag(), chiuso]).toString('base64');
    },
    apri(chiuso, legato) {
      const tutto = Buffer.from(chiuso, 'base64');
      const cifra = createDecipheriv('aes-256-gcm', chiave, tutto.subarray(0, IV), { authTagLength: MARCA })
        .setAAD(Buffer.from(legato))
        .setAuthTag(tutto.subarray(IV, IV + MARCA));
      return Buffer.concat([cifra.update(tutto.subarray(IV + MARCA)), cifra.final()]).toString('utf8');
    },
  };
}
