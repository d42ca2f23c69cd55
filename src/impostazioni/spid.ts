import { resolve } from 'node:path';
import { z } from 'zod';
import { ErroreDati } from '../valori/errore-dati.ts';

/** How the login with SPID is set up. Paths are absolute. */
export interface ImpostazioniSpid {
  /** Metadata of the trusted providers; absent: no SPID. */
  readonly fornitori?: string;
  readonly livello: 1 | 2 | 3;
  readonly entityId?: string;
  /** PEM files; absent: made in the data folder. */
  readonly credenziali?: { readonly chiave: string; readonly certificato: string };
  readonly ipa: string;
  readonly email: string;
  readonly comune: string;
}

const percorso = z.string().min(1, 'un percorso').max(4096, 'al più 4096 caratteri').optional();

export const SCHEMA_SPID = {
  TRIMESTRE_SPID_FORNITORI: percorso,
  TRIMESTRE_SPID_LIVELLO: z.enum(['1', '2', '3'], '1, 2 oppure 3').transform((v) => Number(v) as 1 | 2 | 3),
  TRIMESTRE_SPID_ENTITY_ID: z
    .url({ protocol: /^https?$/, error: 'un indirizzo http o https, per esempio https://contributi.example' })
    .optional(),
  TRIMESTRE_SPID_CHIAVE: percorso,
  TRIMESTRE_SPID_CERTIFICATO: percorso,
  TRIMESTRE_SPID_IPA: z.string().regex(/^[A-Za-z0-9_]{1,20}$/, 'un codice IPA, da 1 a 20 lettere, cifre o _'),
  TRIMESTRE_SPID_EMAIL: z.email('un indirizzo di posta elettronica'),
  TRIMESTRE_SPID_COMUNE: z.string().min(1, 'un testo non vuoto').max(60, 'al più 60 caratteri'),
};

const DOVE = { campo: 'TRIMESTRE_SPID_CHIAVE' };

type Valori = z.output<z.ZodObject<typeof SCHEMA_SPID>> & { readonly TRIMESTRE_ENTE_REALE: boolean };

/**
 * A key is worth nothing without its certificate, and a real body signs with the one that AgID knows, not with one made here.
 * @throws ErroreDati `spid-incompleto`
 */
export function toSpid(v: Valori): ImpostazioniSpid {
  const { TRIMESTRE_SPID_CHIAVE: chiave, TRIMESTRE_SPID_CERTIFICATO: certificato } = v;
  if ((chiave === undefined) !== (certificato === undefined)) {
    throw new ErroreDati('spid-incompleto', DOVE);
  }
  if (v.TRIMESTRE_ENTE_REALE && v.TRIMESTRE_SPID_FORNITORI !== undefined) {
    if (chiave === undefined) {
      throw new ErroreDati('spid-incompleto/chiave-dell-ente', DOVE);
    }
    if (v.TRIMESTRE_SPID_IPA === 'simulato' || v.TRIMESTRE_SPID_EMAIL.endsWith('.example')) {
      throw new ErroreDati('spid-incompleto/dati-dell-ente', DOVE);
    }
  }
  return {
    ...(v.TRIMESTRE_SPID_FORNITORI !== undefined && { fornitori: resolve(v.TRIMESTRE_SPID_FORNITORI) }),
    livello: v.TRIMESTRE_SPID_LIVELLO,
    ...(v.TRIMESTRE_SPID_ENTITY_ID !== undefined && { entityId: v.TRIMESTRE_SPID_ENTITY_ID }),
    ...(chiave !== undefined &&
      certificato !== undefined && { credenziali: { chiave: resolve(chiave), certificato: resolve(certificato) } }),
    ipa: v.TRIMESTRE_SPID_IPA,
    email: v.TRIMESTRE_SPID_EMAIL,
    comune: v.TRIMESTRE_SPID_COMUNE,
  };
}
