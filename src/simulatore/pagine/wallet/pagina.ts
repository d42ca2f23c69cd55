import type { Request, Response } from 'express';
import { parseCausale } from '../../../pagopa/identificativi/causale.ts';
import { NonTrovato } from '../../../valori/errore-dati.ts';
import type { Scelte, Sessione } from '../../archivio/sessioni.ts';
import { type Contesto, stazioneDi } from '../../contesto.ts';
import { concludi } from '../../pagamento/concludi.ts';
import { isLingua, type Lingua } from '../lingue.ts';
import type { Viste } from '../viste.ts';

/** What every page of the wallet is given. */
export interface Wallet {
  readonly contesto: Contesto;
  readonly viste: Viste;
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
    contesto.archivio.sessioni.scegli(id, { lingua: chiesta });
    return { sessione: { ...trovata, lingua: chiesta }, lingua: chiesta };
  }
  return { sessione: trovata, lingua: isLingua(trovata.lingua) ? trovata.lingua : 'it' };
}

/**
 * The session when it can still be worked on. One that is over, or that just ran out of time, has only its outcome to show:
 * the browser is sent there and nothing is returned.
 */
export function apertaDi(wallet: Wallet, req: Request, res: Response): Passo | undefined {
  const passo = sessioneDi(wallet, req);
  const { sessione } = passo;
  if (sessione.esito === null && sessione.scade <= wallet.contesto.orologio.ora()) {
    concludi(wallet.contesto, sessione, 'sessione-scaduta');
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

export function scegli({ contesto }: Wallet, sessione: Sessione, scelte: Scelte): void {
  contesto.archivio.sessioni.scegli(sessione.id, scelte);
}

/** Renders a page with what all of them show: whom one pays, for what, how much. */
export function mostra(
  wallet: Wallet,
  res: Response,
  vista: string,
  { sessione, lingua }: Passo,
  dati: Readonly<Record<string, unknown>> = {},
): void {
  const html = wallet.viste(vista, lingua, { sessione, riassunto: riassunto(wallet.contesto, sessione), ...dati });
  res.type('html').send(html);
}

function riassunto(contesto: Contesto, sessione: Sessione) {
  const rpt = contesto.archivio.rpt.dellaSessione(sessione.id);
  const [prima] = rpt;
  return {
    ente:
      prima?.rpt.ente.denominazione ?? stazioneDi(contesto, sessione.intermediario, sessione.stazione)?.denominazione,
    pagatore: prima?.rpt.pagatore.anagrafica,
    totale: sessione.totale,
    voci: rpt.map(({ rpt: una }) => {
      const causale = una.versamenti[0]?.causale ?? '';
      return { testo: parseCausale(causale)?.testo ?? causale, iuv: una.iuv, importo: una.importoTotale };
    }),
  };
}
