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
  const segreto = /^Bearer ([\w.~+/=-]{8,256})$/.exec(req.get('Authorization') ?? '')?.[1];
  const token = segreto === undefined ? undefined : await dip.app.accesso.verificaToken(segreto);
  if (token !== undefined) return token;
  throw new ErroreDati('token-non-valido', 'Serve un token valido: «Authorization: Bearer …».', { statoHttp: 401 });
}

/**
 * The Contesto of a call that bears this token. A token made for one employer needs no header.
 * @throws ErroreDati `datore-mancante` (422); NonTrovato for an employer out of the token's reach
 */
export async function contestoDelToken(dip: Dipendenze, req: Request, token: TokenApi): Promise<Contesto> {
  const codiceFiscale = req.get(INTESTAZIONE_DATORE) ?? (await ownCodiceFiscale(dip, token.datoreId));
  if (codiceFiscale === undefined) {
    throw new ErroreDati(
      'datore-mancante',
      `Indicare il codice fiscale del datore nell’intestazione ${INTESTAZIONE_DATORE}.`,
      {
        campo: INTESTAZIONE_DATORE,
      },
    );
  }
  return dip.app.accesso.accessoOperatore(token.nome, codiceFiscale, token);
}

async function ownCodiceFiscale(dip: Dipendenze, datoreId: string | undefined): Promise<string | undefined> {
  return datoreId === undefined ? undefined : (await dip.app.registro.datore(datoreId))?.codiceFiscale;
}
