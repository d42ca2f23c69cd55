import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { frasiEsito, fraseFine } from '../../bollettini/frasi.ts';
import { pagaDaDire } from '../../prospetti/cessazione/index.ts';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, giornoInItalia, partiDelGiorno } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import {
  emettiFine,
  fineDelRapporto,
  type FineDelRapporto,
  rapportoNoto,
  type RapportoNoto,
} from '../fine-del-rapporto.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { answerAsked, goToAnswer } from '../http/risposte.ts';
import { percorsi } from '../percorsi.ts';
import { esigi } from '../permessi.ts';
import { titleOf } from '../strumenti/blocchi.ts';
import * as campi from '../strumenti/campi-comuni.ts';
import { campiScritti, ilTfr, laFine, retribuzioni } from '../strumenti/campi-fine.ts';
import { schemaDeiCampi } from '../strumenti/lettura-modulo.ts';
import type { GruppoCampi, Scritto } from '../strumenti/strumento.ts';
import { fineInBlocchi, finePerStampa, notoInBlocchi } from '../viste/fine-del-rapporto.ts';
import { attoScritto, parseConsenso, toVistaPrevisione } from '../viste/previsione.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { sendDocumento } from './documenti.router.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const azione = z.enum(['calcola', 'emetti', 'registra', 'togli']).default('calcola');
const consensoScritto = z.string().max(40).default('');

interface Pagina {
  readonly req: Request;
  readonly res: Response;
}

/** The end of one's own rapporto, step by step: what is known, what is told, the reckoning, the last bollettini, what to do. */
export function fineRapportoRouter(dip: Dipendenze): Router {
  const router = Router();
  const { app } = dip;
  const vede = [requireAccess, requirePermission('prospetti')];

  router.get(percorsi.fineRapporto(':id'), ...vede, async (req, res) => {
    const noto = await rapportoNoto(app, contestoDi(req), idOf(req));
    const detto = answerAsked(req);
    if (detto === undefined) await show(dip, { req, res }, noto, { scritto: empty(noto) });
    else await answer(dip, { req, res }, noto, told(noto, detto).scritto);
  });

  router.post(percorsi.fineRapporto(':id'), ...vede, async (req, res) => {
    const pagina = { req, res };
    const noto = await rapportoNoto(app, contestoDi(req), idOf(req));
    const detto = told(noto, req.body);
    if (detto.azione === 'calcola') {
      await goToAnswer(pagina, percorsi.fineRapporto(idOf(req)), () => answer(dip, pagina, noto, detto.scritto));
      return;
    }
    esigi(contestoDi(req), 'anagrafe');
    if (detto.azione === 'togli') {
      await app.bollettini.scriviFine(contestoDi(req), idOf(req), null);
      req.session.messaggio = 'La fine non è più scritta: il rapporto continua.';
      res.redirect(303, `${percorsi.fineRapporto(idOf(req))}#esito`);
      return;
    }
    try {
      const { fine } = await reckon(dip, req, detto.scritto);
      const emette = detto.azione === 'emetti';
      const consenso = parseConsenso(detto.consenso, detto.attoInterruttivo);
      const frasi = emette
        ? frasiEsito(await emettiFine(app, contestoDi(req), idOf(req), { fine, consenso }), app.parole)
        : await writeOnly(dip, req, fine);
      req.session.messaggio = frasi.join(' ');
      res.redirect(303, emette ? percorsi.bollettini : `${percorsi.fineRapporto(idOf(req))}#esito`);
    } catch (errore) {
      await showWhatIsWrong(dip, pagina, noto, { scritto: detto.scritto, errore });
    }
  });

  router.post(percorsi.fineRapportoPdf(':id'), ...vede, async (req, res) => {
    const noto = await rapportoNoto(app, contestoDi(req), idOf(req));
    const { scritto } = told(noto, req.body);
    try {
      const oggi = giornoInItalia(app.clock.now());
      const contenuto = renderProspettoPdf(finePerStampa(await reckon(dip, req, scritto), oggi));
      sendDocumento(res, { tipo: 'application/pdf', nomeFile: 'fine-rapporto.pdf', contenuto });
    } catch (errore) {
      await showWhatIsWrong(dip, { req, res }, noto, { scritto, errore });
    }
  });
  return router;
}

function idOf(req: Request): string {
  return String(req.params['id']);
}

async function writeOnly(dip: Dipendenze, req: Request, fine: FineDelRapporto['fine']): Promise<readonly string[]> {
  const { cessazione } = fine.dati;
  await dip.app.bollettini.scriviFine(contestoDi(req), idOf(req), cessazione);
  return [fraseFine(cessazione)];
}

function reckon(dip: Dipendenze, req: Request, scritto: Scritto): Promise<FineDelRapporto> {
  return fineDelRapporto(dip.app, contestoDi(req), idOf(req), campiScritti(scritto));
}

async function answer(dip: Dipendenze, pagina: Pagina, noto: RapportoNoto, scritto: Scritto): Promise<void> {
  try {
    await show(dip, pagina, noto, { scritto, tutto: await reckon(dip, pagina.req, scritto) });
  } catch (errore) {
    await showWhatIsWrong(dip, pagina, noto, { scritto, errore });
  }
}

async function showWhatIsWrong(
  dip: Dipendenze,
  pagina: Pagina,
  noto: RapportoNoto,
  { scritto, errore }: { readonly scritto: Scritto; readonly errore: unknown },
): Promise<void> {
  const errori = await whatIsWrong(errore, fieldsOf(noto), scritto, (detto) => reckon(dip, pagina.req, detto));
  await show(dip, pagina, noto, { scritto, errori });
}

/** Hire, hours and pay are the register's: only how it ends is asked, and a pay that nobody told. */
function fieldsOf({ rapporto, anni }: RapportoNoto): readonly GruppoCampi[] {
  return [
    laFine(false),
    ...(pagaDaDire(rapporto) ? [{ legenda: 'La paga', campi: [campi.pagaOraria, campi.pagaMensile] }] : []),
    ilTfr('con le condizioni del rapporto'),
    retribuzioni(yearsOf(rapporto.assunzione, anni)),
  ];
}

/** Whole years from the hiring on; of a quarter that is not over no year is known. */
function yearsOf(assunzione: RapportoNoto['rapporto']['assunzione'], anni: RapportoNoto['anni']): number[] {
  const primo = partiDelGiorno(assunzione).anno;
  const ultimo = anni.at(-1)?.anno ?? primo;
  return Array.from({ length: ultimo - primo + 1 }, (_, i) => primo + i);
}

function told(noto: RapportoNoto, corpo: unknown) {
  const { azione: cosa, consenso, attoInterruttivo, ...scritti } = corpo as Record<string, unknown>;
  return {
    azione: azione.parse(cosa),
    consenso: consensoScritto.parse(consenso),
    attoInterruttivo: attoScritto.parse(attoInterruttivo),
    scritto: schemaDeiCampi(fieldsOf(noto)).parse(scritti),
  };
}

/** An end that is written already is where the form begins. */
function empty(noto: RapportoNoto): Scritto {
  const { cessazione } = noto.rapporto;
  const scritto = cessazione === undefined ? {} : { cessazione: formatGiornoItaliano(cessazione) };
  return schemaDeiCampi(fieldsOf(noto)).parse(scritto);
}

async function show(
  dip: Dipendenze,
  { req, res }: Pagina,
  noto: RapportoNoto,
  stato: { readonly scritto: Scritto; readonly tutto?: FineDelRapporto; readonly errori?: readonly ErroreDati[] },
): Promise<void> {
  const { scritto, tutto, errori } = stato;
  res.status(errori?.[0]?.statoHttp ?? 200);
  const gruppi = fieldsOf(noto);
  const blocchi = tutto === undefined ? [] : fineInBlocchi(tutto);
  const titolo = 'La fine del rapporto';
  const scheda = { nome: 'pagamenti', modello: 'fine-rapporto', titolo: titleOf(blocchi, titolo) } as const;
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(errori, gruppi),
    rapporto: noto.rapporto,
    avviso: takeMessaggio(req),
    noto: notoInBlocchi(noto),
    gruppi,
    scritto,
    blocchi,
    previsione:
      tutto === undefined || tutto.previsioni.length === 0 ? null : toVistaPrevisione(tutto.previsioni, dip.app.parole),
  });
}
