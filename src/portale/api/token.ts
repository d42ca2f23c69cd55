import type { Request } from 'express';
import type { Contesto } from '../../accesso/contesto.ts';
import type { TokenApi } from '../../accesso/servizio-accesso.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';

/** Header that names the employer a call is for: a codice fiscale stands in no address. */
export const INTESTAZIONE_DATORE = 'Trimestre-Datore';

/**
 * The token a call bears.
 * @throws ErroreDati `token-non-valido` (401)
 */
export async function tokenDi(dip: Dipendenze, req: Request): Promise<TokenApi> {
  const segreto = segretoDi(req);
  return validated(segreto === undefined ? undefined : await dip.app.accesso.verificaToken(segreto));
}

/**
 * The token a call bears and its Contesto. A token made for one employer needs no header.
 * @throws ErroreDati `token-non-valido` (401), `datore-mancante` (422); NonTrovato for an employer out of the token's reach
 */
export async function accessoDi(
  dip: Dipendenze,
  req: Request,
): Promise<{ readonly token: TokenApi; readonly contesto: Contesto }> {
  const segreto = segretoDi(req);
  const { token, contesto } = validated(
    segreto === undefined ? undefined : await dip.app.accesso.accessoConToken(segreto, req.get(INTESTAZIONE_DATORE)),
  );
  if (contesto !== undefined) return { token, contesto };
  throw new ErroreDati('datore-mancante', { campo: INTESTAZIONE_DATORE });
}

function segretoDi(req: Request): string | undefined {
  return /^Bearer ([\w.~+/=-]{8,256})$/.exec(req.get('Authorization') ?? '')?.[1];
}

function validated<T>(trovato: T | undefined): T {
  if (trovato !== undefined) return trovato;
  throw new ErroreDati('token-non-valido');
}

/**
 * A file may name any employer: a token of one alone would reach beyond it.
 * @throws ErroreDati `token-di-un-datore` (403)
 */
export function requireOgniDatore({ datoreId }: TokenApi): void {
  if (datoreId === undefined) return;
  throw new ErroreDati('token-di-un-datore');
}
