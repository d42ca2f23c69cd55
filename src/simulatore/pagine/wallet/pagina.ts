import type { Request, Response } from 'express';
import { NonTrovato } from '../../../valori/errore-dati.ts';
import type { Scelte, Sessione } from '../../archivio/sessioni.ts';
import type { Contesto } from '../../contesto.ts';
import { isLingua, type Lingua } from '../lingue.ts';
import type { Viste } from '../viste.ts';
import type { Fonte } from './fonte.ts';

/** What every page of the wallet is given. */
export interface Wallet {
  readonly contesto: Contesto;
  readonly viste: Viste;
  readonly fonti: Readonly<Record<Sessione['tipo'], Fonte>>;
}

/** A page's session, still open: the one thing its handler starts from. */
export interface Passo {
  readonly sessione: Sessione;
  readonly lingua: Lingua;
}

/** The field of a form or of the query, when it is a plain text. */
export function campoTesto(req: Request, nome: string): string | undefined {
  const corpo = req.body as Readonly<Record<string, unknown>> | undefined;
  const valore: unknown = corpo?.[nome] ?? req.query[nome];
  return typeof valore === 'string' ? valore : undefined;
}

/**
 * The session a request speaks of, with the language it asks for.
 * @throws NonTrovato for an id the node never gave
 */
export function sessioneDi({ contesto }: Wallet, req: Request): Passo {
  const id = campoTesto(req, 'idSession') ?? '';
  const trovata = id.length <= 40 ? contesto.archivio.sessioni.trova(id) : undefined;
  if (trovata === undefined) throw new NonTrovato('Pagamento');
  const chiesta = campoTesto(req, 'lang');
  if (isLingua(chiesta) && chiesta !== trovata.lingua) {
    // The page is in that language all the same; who cannot be written down is only asked again.
    void contesto.scrivi(() => contesto.archivio.sessioni.scegli(id, { lingua: chiesta })).catch(() => undefined);
    return { sessione: { ...trovata, lingua: chiesta }, lingua: chiesta };
  }
  return { sessione: trovata, lingua: isLingua(trovata.lingua) ? trovata.lingua : 'it' };
}

/**
 * The session when it can still be worked on. One that is over, or that just ran out of time, has only its outcome to show:
 * the browser is sent there and nothing is returned.
 */
export async function apertaDi(wallet: Wallet, req: Request, res: Response): Promise<Passo | undefined> {
  const passo = sessioneDi(wallet, req);
  const { sessione } = passo;
  if (sessione.esito === null && sessione.scade <= wallet.contesto.orologio.ora()) {
    await wallet.fonti[sessione.tipo].concludi(sessione, 'sessione-scaduta');
    vai(res, 'esito', sessione);
    return undefined;
  }
  if (sessione.esito !== null) {
    vai(res, 'esito', sessione);
    return undefined;
  }
  return passo;
}

export function vai(res: Response, passo: string, sessione: Pick<Sessione, 'id'>): void {
  res.redirect(303, `/wallet/${passo}?idSession=${sessione.id}`);
}

export function scegli({ contesto }: Wallet, sessione: Sessione, scelte: Scelte): Promise<void> {
  return contesto.scrivi(() => contesto.archivio.sessioni.scegli(sessione.id, scelte));
}

/** Renders a page with what all of them show: whom one pays, for what, how much. */
export function mostra(
  wallet: Wallet,
  res: Response,
  vista: string,
  { sessione, lingua }: Passo,
  dati: Readonly<Record<string, unknown>> = {},
): void {
  const riassunto = wallet.fonti[sessione.tipo].riassunto(sessione);
  // The page as it is asked for: one shown in answer to a form has the form's address, which only a form may use.
  const passo = vista === 'accesso' ? 'welcome' : vista;
  res.type('html').send(wallet.viste(vista, lingua, { sessione, riassunto, passo, ...dati }));
}
