import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { beforeHiring, nuoveCondizioni } from '../../anagrafe/cambio-condizioni.ts';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import { CAMPI_CAMBIO, parseCambio } from '../../clienti/parse-cambio.ts';
import { leggiGiorno } from '../../lotti/celle/giorni.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import { schemaDeiCampi } from '../strumenti/lettura-modulo.ts';
import type { Scritto } from '../strumenti/strumento.ts';
import { CAMBIO_VUOTO, GRUPPI_CAMBIO, toVistaCliente } from '../viste/cliente.ts';
import { GRUPPI_RAPPORTO, leggiRapporto } from '../viste/modulo-rapporto.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const parola = z.string().trim().max(60).default('');
const moduloCambia = z.strictObject(
  Object.fromEntries(CAMPI_CAMBIO.map((nome) => [nome, parola])) as Record<
    (typeof CAMPI_CAMBIO)[number],
    typeof parola
  >,
);
const moduloTermina = z.strictObject({ il: parola });

/** The family's rapporti: written down once, changed from a day on, ended. */
export function rapportiRouter(dip: Dipendenze): Router {
  const router = Router();
  const { bollettini, famiglia, registro } = dip.app;

  router.get(percorsiReali.rapporti, requireAccess, async (req, res) => {
    const rapporti = await bollettini.rapporti(contestoDi(req));
    const scheda = { nome: 'rapporti', modello: 'reale-rapporti', titolo: 'Rapporti di lavoro' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      avviso: takeMessaggio(req),
      rapporti: rapporti.map(({ cessazione = null, ...altro }) => ({ ...altro, cessazione })),
    });
  });

  router.get(percorsiReali.nuovoRapporto, requireAccess, (req, res) => showNuovo(req, res, {}));

  router.post(percorsiReali.nuovoRapporto, requireAccess, async (req, res) => {
    const scritto = schemaDeiCampi(GRUPPI_RAPPORTO).parse(req.body);
    try {
      const nuovo = leggiRapporto(scritto);
      if ((await registro.rapportoConCodice(nuovo.codice)) !== undefined)
        throw new ErroreDati('rapporto-gia-scritto', { campo: 'codice' });
      const { lavoratore } = await famiglia.scriviRapporto(contestoDi(req), nuovo);
      req.session.messaggio = `Fatto: il rapporto con ${lavoratore.nome} ${lavoratore.cognome} è scritto. I suoi trimestri sono in «Da fare ora».`;
      res.redirect(303, percorsiReali.rapporti);
    } catch (errore) {
      const errori = await whatIsWrong(errore, GRUPPI_RAPPORTO, scritto, (detto) => leggiRapporto(detto));
      await showNuovo(req, res, { scritto, errori });
    }
  });

  router.get(percorsiReali.rapporto(':id'), requireAccess, (req, res) => showOne(req, res, {}));

  router.post(percorsiReali.cambiaRapporto(':id'), requireAccess, async (req, res) => {
    const scritto = moduloCambia.parse(req.body);
    await orAgain(req, res, scritto, async (rapporto) => {
      const nuove = nuoveCondizioni(rapporto, parseCambio(scritto), 'dal');
      await famiglia.scriviRapporto(contestoDi(req), { ...rapporto, condizioni: [nuove] });
      return italiano`Fatto: le nuove condizioni valgono dal ${formatGiornoItaliano(nuove.dal)}.`;
    });
  });

  router.post(percorsiReali.terminaRapporto(':id'), requireAccess, async (req, res) => {
    const scritto = moduloTermina.parse(req.body);
    await orAgain(req, res, scritto, async (rapporto) => {
      const il = leggiGiorno(scritto.il, 'il');
      if (il < rapporto.assunzione) throw beforeHiring('il');
      await famiglia.scriviRapporto(contestoDi(req), { ...rapporto, cessazione: il });
      return italiano`Fatto: il rapporto finisce il ${formatGiornoItaliano(il)}. All’INPS la cessazione si comunica entro 5 giorni.`;
    });
  });

  async function find(req: Request): Promise<RapportoDiLavoro> {
    const trovato = (await bollettini.rapporti(contestoDi(req))).find(({ id }) => id === req.params['id']);
    if (trovato === undefined) throw new NonTrovato('Rapporto di lavoro');
    return trovato;
  }

  /** Does it and shows the page anew, or the same page with what is wrong. */
  async function orAgain(
    req: Request,
    res: Response,
    scritto: Readonly<Record<string, string>>,
    fai: (rapporto: RapportoDiLavoro) => Promise<string>,
  ): Promise<void> {
    const rapporto = await find(req);
    try {
      req.session.messaggio = await fai(rapporto);
      res.redirect(303, percorsiReali.rapporto(rapporto.id));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp !== 422) throw errore;
      res.status(errore.statoHttp);
      await showOne(req, res, { scritto, errore });
    }
  }

  async function showOne(
    req: Request,
    res: Response,
    { scritto, errore }: { readonly scritto?: Readonly<Record<string, string>>; readonly errore?: ErroreDati },
  ): Promise<void> {
    const rapporto = await find(req);
    const datore = await bollettini.datore(contestoDi(req));
    const titolo = `Rapporto con ${rapporto.lavoratore.nome} ${rapporto.lavoratore.cognome}`;
    await renderScheda(
      dip,
      { req, res },
      { nome: 'rapporti', modello: 'reale-rapporto', titolo },
      {
        ...comeErrori(errore, GRUPPI_CAMBIO, { il: 'il' }),
        avviso: takeMessaggio(req),
        titoloPagina: titolo,
        rapporto: toVistaCliente({ datore, rapporto }),
        gruppi: GRUPPI_CAMBIO,
        campi: { ...CAMBIO_VUOTO, il: '', ...scritto },
      },
    );
  }

  async function showNuovo(
    req: Request,
    res: Response,
    { scritto, errori }: { readonly scritto?: Scritto; readonly errori?: readonly ErroreDati[] },
  ): Promise<void> {
    res.status(errori?.[0]?.statoHttp ?? 200);
    const scheda = { nome: 'rapporti', modello: 'reale-rapporto-nuovo', titolo: 'Aggiungi un rapporto' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      ...comeErrori(errori, GRUPPI_RAPPORTO),
      gruppi: GRUPPI_RAPPORTO,
      scritto: scritto ?? schemaDeiCampi(GRUPPI_RAPPORTO).parse({}),
    });
  }
  return router;
}
