import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import { fileDelTrimestre } from '../../clienti/file-del-trimestre.ts';
import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import { statoCsv, statoXlsx } from '../../clienti/stato-in-tabella.ts';
import type { StatoDeiClienti } from '../../clienti/stato-trimestre.ts';
import { createServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import { norme } from '../../norme/norme.ts';
import { type Trimestre, trimestreSuccessivo } from '../../scadenze/trimestre.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { quanti } from '../../valori/italiano.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { richiedenteDi, tipoDelFile } from '../lotti.ts';
import { percorsi } from '../percorsi.ts';
import { toVistaStato } from '../viste/clienti.ts';
import { trimestreDiOggi } from '../viste/periodi.ts';
import { renderAperta, takeMessaggio } from './pagina.ts';

const FORME = ['csv', 'xlsx'] as const;
/** Quarters ahead whose due dates the calendar holds. */
const TRIMESTRI_AVANTI = 4;

const quando = z.object({
  numero: z.enum(['1', '2', '3', '4']),
  anno: z.string().regex(/^\d{4}$/),
});
const moduloTogli = z.strictObject({ rapporto: z.string().max(20) });

/** The clients of an office: who has paid a quarter and who has not, the quarter's batch, the due dates of all. */
export function clientiRouter(dip: Dipendenze): Router {
  const router = Router();
  const clienti = createServizioClienti(dip.app);
  const lotti = createServizioLotti(dip.app);
  const soloOperatori = requireOperatore(dip, 'lotti');

  router.get(percorsi.clienti, soloOperatori, async (req, res) => {
    const stato = await clienti.stato(suoi(req), trimestreDi(dip, req.query));
    renderAperta(req, res, 'clienti', 'Clienti', {
      operatore: operatoreDi(req).nome,
      avviso: takeMessaggio(req),
      stato: toVistaStato(stato),
    });
  });

  for (const forma of FORME) {
    router.get(percorsi.statoClienti(forma), soloOperatori, async (req, res) => {
      await sendStato(res, await clienti.stato(suoi(req), trimestreDi(dip, req.query)), forma);
    });
    router.get(percorsi.fileStatoLotto(':id', forma), soloOperatori, async (req, res) => {
      await sendStato(res, await statoDelLotto(req), forma);
    });
  }

  router.get(percorsi.clientiFile, soloOperatori, async (req, res) => {
    const trimestre = trimestreDi(dip, req.query);
    const file = fileDelTrimestre(await clienti.elenco(richiedente(req).proprietario), trimestre);
    res.attachment(nomeDelFile(trimestre)).type(tipoDelFile('.csv')).send(Buffer.from(file));
  });

  router.get(percorsi.clientiIcs, soloOperatori, async (req, res) => {
    const dal = trimestreDi(dip, req.query);
    let al = dal;
    for (let i = 0; i < TRIMESTRI_AVANTI; i++) al = trimestreSuccessivo(al);
    const ics = await clienti.scadenze(richiedente(req).proprietario, dal, al);
    res.attachment('scadenze-clienti.ics').type('text/calendar; charset=utf-8').send(Buffer.from(ics));
  });

  router.post(percorsi.lottoDeiClienti, soloOperatori, async (req, res) => {
    const trimestre = trimestreDi(dip, req.body);
    const chi = richiedente(req);
    const file = Buffer.from(fileDelTrimestre(await clienti.elenco(chi.proprietario), trimestre));
    const lotto = { tipo: 'avvisi', nomeFile: nomeDelFile(trimestre), opzioni: { copertina: true } } as const;
    const { id } = await lotti.crea(chi, lotto, once(file));
    res.redirect(303, percorsi.lotto(id));
  });

  router.post(percorsi.togliCliente, soloOperatori, async (req, res) => {
    const codice = parseCodiceRapporto(moduloTogli.parse(req.body).rapporto, 'rapporto');
    await clienti.togli(richiedente(req).proprietario, codice);
    req.session.messaggio = `Il rapporto ${codice} non è più fra i clienti; nel registro resta.`;
    res.redirect(303, percorsi.clienti);
  });

  router.get(percorsi.statoLotto(':id'), soloOperatori, async (req, res) => {
    const lotto = await lotti.mostra(richiedente(req).proprietario, String(req.params['id']));
    renderAperta(req, res, 'lotto-stato', `Chi ha pagato: ${lotto.nomeFile}`, {
      operatore: operatoreDi(req).nome,
      id: lotto.id,
      stato: toVistaStato(await statoDelLotto(req)),
    });
  });

  router.post(percorsi.clientiDelLotto(':id'), soloOperatori, async (req, res) => {
    const { proprietario } = richiedente(req);
    const { id } = await lotti.mostra(proprietario, String(req.params['id']));
    const nuovi = await clienti.aggiungiLotto(proprietario, id);
    req.session.messaggio = `${quanti(nuovi, 'rapporto nuovo', 'rapporti nuovi')} fra i clienti.`;
    res.redirect(303, percorsi.clienti);
  });

  /** Of the rapporti of a batch of one's own, in its quarter or in another that was chosen. */
  async function statoDelLotto(req: Request): Promise<StatoDeiClienti> {
    const { proprietario } = richiedente(req);
    const { id } = await lotti.mostra(proprietario, String(req.params['id']));
    const suo = quando.safeParse(req.query).success ? undefined : await clienti.trimestreDelLotto(id);
    return clienti.stato({ lottoId: id }, suo ?? trimestreDi(dip, req.query));
  }
  return router;
}

function richiedente(req: Request) {
  const { tokenId: id, nome } = operatoreDi(req);
  return richiedenteDi({ id, nome });
}

/** The list of who asks. */
function suoi(req: Request) {
  return { proprietario: richiedente(req).proprietario };
}

/** The quarter that was chosen, else the one that is being paid. */
function trimestreDi(dip: Dipendenze, scritto: unknown): Trimestre {
  const letto = quando.safeParse(scritto);
  if (!letto.success) return trimestreDiOggi(giornoInItalia(dip.app.clock.now()), norme().anni);
  return { anno: Number(letto.data.anno), numero: Number(letto.data.numero) as Trimestre['numero'] };
}

function nomeDelFile({ anno, numero }: Trimestre): string {
  return `clienti-${anno}-${numero}.csv`;
}

async function sendStato(res: Response, stato: StatoDeiClienti, forma: (typeof FORME)[number]): Promise<void> {
  const contenuto = forma === 'csv' ? Buffer.from(statoCsv(stato)) : await statoXlsx(stato);
  const { anno, numero } = stato.trimestre;
  res
    .attachment(`stato-${anno}-${numero}.${forma}`)
    .type(tipoDelFile(`.${forma}`))
    .send(contenuto);
}

async function* once(contenuto: Buffer): AsyncIterable<Buffer> {
  yield await Promise.resolve(contenuto);
}
