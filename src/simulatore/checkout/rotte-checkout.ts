import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { carrelloCheckoutV1, carrelloCheckoutV2 } from '../../pagopa/checkout/carrello-checkout.ts';
import { HEADER_CHIAVE } from '../../pagopa/checkout/checkout-client.ts';
import { centesimi, somma } from '../../valori/denaro.ts';
import type { RichiestaCheckout } from '../archivio/carrelli-checkout.ts';
import { type Contesto, stazioneDelDominio, stazionePerAvviso } from '../contesto.ts';
import { uguali } from '../nodo/controlla-stazione.ts';

/** `POST /carts` of Checkout for creditors, first and second version: 302 to the pages, or a problem. */
export function rotteCheckout(contesto: Contesto): Router {
  const router = express.Router();
  const leggiJson = express.json({ limit: '64kb', type: () => true });
  router.use((req, res, next) => {
    annota(contesto, req, res);
    next();
  });
  router.post('/v1/carts', leggiJson, (req, res) => accogli(contesto, carrelloCheckoutV1, req, res));
  router.post('/v2/carts', leggiJson, (req, res) => accogli(contesto, carrelloCheckoutV2, req, res));
  return router;
}

/** Writes the exchange down once it is over: of an answer without a body, the address it leads to. */
function annota({ registro }: Contesto, req: Request, res: Response): void {
  res.once('close', () => {
    const problema: unknown = res.locals['problema'];
    registro.scrivi({
      verso: 'entrata',
      operazione: 'checkoutCarts',
      indirizzo: req.originalUrl,
      stato: res.writableFinished ? `HTTP ${res.statusCode}` : 'linea caduta',
      richiesta: req.body === undefined ? '' : JSON.stringify(req.body),
      risposta: problema === undefined ? (res.get('location') ?? '') : JSON.stringify(problema),
    });
  });
}

async function accogli(
  contesto: Contesto,
  schema: z.ZodType<RichiestaCheckout>,
  req: Request,
  res: Response,
): Promise<void> {
  const letto = schema.safeParse(req.body);
  if (!letto.success) return problema(res, 400, 'Formally invalid input', z.prettifyError(letto.error));
  const richiesta = letto.data;
  const domini = richiesta.paymentNotices.map(({ fiscalCode }) => fiscalCode);
  const ignoto = domini.find((dominio) => stazioneDelDominio(contesto, dominio) === undefined);
  if (ignoto !== undefined) return problema(res, 400, 'Unknown creditor', `fiscalCode ${ignoto}`);
  const numeri = new Set(richiesta.paymentNotices.map(({ fiscalCode, noticeNumber }) => fiscalCode + noticeNumber));
  if (numeri.size < richiesta.paymentNotices.length) return problema(res, 400, 'Twin notices', 'the same notice twice');
  if (!autorizzato(contesto, domini, req)) return problema(res, 401, 'Unauthorized', `${HEADER_CHIAVE} is wrong`);
  const id = await apri(contesto, richiesta);
  const passo = richiesta.emailNotice === undefined ? 'welcome' : 'metodo';
  res.redirect(302, `${contesto.baseUrl()}/wallet/${passo}?idSession=${id}`);
}

/** The key is the station's secret; a station without one takes anybody's carts. */
function autorizzato(contesto: Contesto, domini: readonly string[], req: Request): boolean {
  const chiave = req.get(HEADER_CHIAVE) ?? req.query['subscription-key'];
  return domini.every((dominio) => {
    const segreto = stazioneDelDominio(contesto, dominio)?.segreto;
    return segreto === undefined || (typeof chiave === 'string' && uguali(chiave, segreto));
  });
}

function apri(contesto: Contesto, richiesta: RichiestaCheckout): Promise<string> {
  const { archivio, orologio, sorte, configurazione, scrivi } = contesto;
  const [{ fiscalCode: dominio = '', noticeNumber = '' } = {}] = richiesta.paymentNotices;
  const stazione = stazionePerAvviso(contesto, dominio, noticeNumber) ?? stazioneDelDominio(contesto, dominio);
  if (stazione === undefined) throw new Error('the creditor was known a moment ago');
  const ora = orologio.ora();
  return scrivi(() => {
    const id = sorte.uuid('checkout', String(archivio.carrelliCheckout.conta()), JSON.stringify(richiesta));
    archivio.sessioni.inserisci({
      id,
      tipo: 'checkout',
      intermediario: stazione.intermediario,
      stazione: stazione.stazione,
      dominio,
      idCarrello: null,
      stato: 'CART_PARCHEGGIATO_NODO',
      totale: somma(richiesta.paymentNotices.map(({ amount }) => centesimi(amount))),
      creata: ora,
      scade: ora + configurazione.durataSessioneMs,
      canaleEc: null,
      ...(richiesta.emailNotice !== undefined && { accesso: richiesta.emailNotice }),
    });
    archivio.carrelliCheckout.inserisci(id, richiesta);
    return id;
  });
}

function problema(res: Response, status: number, title: string, detail: string): void {
  res.locals['problema'] = { type: 'about:blank', title, status, detail };
  res.status(status).type('application/problem+json').json(res.locals['problema']);
}
