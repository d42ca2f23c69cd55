import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { CAMPI_CAMBIO, parseCambio } from '../../clienti/parse-cambio.ts';
import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import { leggiGiorno } from '../../lotti/celle/giorni.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { richiedenteDi } from '../lotti.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { CAMBIO_VUOTO, GRUPPI_CAMBIO, toVistaCliente } from '../viste/cliente.ts';
import { renderAperta, takeMessaggio } from './pagina.ts';

const testo = z.string().trim().max(60).default('');
const moduloCambia = z.strictObject(
  Object.fromEntries(CAMPI_CAMBIO.map((nome) => [nome, testo])) as Record<(typeof CAMPI_CAMBIO)[number], typeof testo>,
);
const moduloTermina = z.strictObject({ il: testo });
type Scritto = Readonly<Record<string, string>>;

/** One rapporto of an office's list: its terms, changed from a day on; its end. */
export function clienteRouter(dip: Dipendenze): Router {
  const router = Router();
  const clienti = createServizioClienti(dip.app);
  const soloOperatori = requireOperatore(dip, 'lotti');

  router.get(percorsi.cliente(':id'), soloOperatori, async (req, res) => {
    await show(req, res, {});
  });

  router.post(percorsi.cambiaCliente(':id'), soloOperatori, async (req, res) => {
    const scritto = moduloCambia.parse(req.body);
    await orAgain(req, res, scritto, async (codice) => {
      const cambio = parseCambio(scritto);
      await clienti.cambia(richiedente(req), codice, cambio);
      return italiano`Fatto: le nuove condizioni valgono dal ${formatGiornoItaliano(cambio.dal)}.`;
    });
  });

  router.post(percorsi.terminaCliente(':id'), soloOperatori, async (req, res) => {
    const scritto = moduloTermina.parse(req.body);
    await orAgain(req, res, scritto, async (codice) => {
      const il = leggiGiorno(scritto.il, 'il');
      await clienti.termina(richiedente(req), codice, il);
      return italiano`Fatto: nel registro il rapporto finisce il ${formatGiornoItaliano(il)}.`;
    });
  });

  /** Does it and shows the page anew, or the same page with what is wrong. */
  async function orAgain(
    req: Request,
    res: Response,
    scritto: Scritto,
    fai: (codice: Parameters<typeof clienti.togli>[1]) => Promise<string>,
  ): Promise<void> {
    const id = String(req.params['id']);
    const { rapporto } = await clienti.trova(richiedente(req).proprietario, id);
    try {
      req.session.messaggio = await fai(rapporto.codice);
      res.redirect(303, percorsi.cliente(id));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
      res.status(errore.statoHttp);
      await show(req, res, { scritto, errore });
    }
  }

  async function show(
    req: Request,
    res: Response,
    { scritto, errore }: { readonly scritto?: Scritto; readonly errore?: ErroreDati },
  ): Promise<void> {
    const id = String(req.params['id']);
    const cliente = await clienti.trova(richiedente(req).proprietario, id);
    renderAperta(req, res, 'cliente', `Rapporto ${cliente.rapporto.codice}`, {
      ...comeErrori(errore, GRUPPI_CAMBIO),
      operatore: operatoreDi(req).nome,
      avviso: takeMessaggio(req),
      cliente: toVistaCliente(cliente),
      gruppi: GRUPPI_CAMBIO,
      campi: { ...CAMBIO_VUOTO, ...scritto },
    });
  }
  return router;
}

function richiedente(req: Request) {
  const { tokenId: id, nome } = operatoreDi(req);
  return richiedenteDi({ id, nome });
}
