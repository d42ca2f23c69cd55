import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { renderProspettoPdf } from '../../avvisi/prospetto-pdf.ts';
import { norme } from '../../norme/norme.ts';
import { parseTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import type { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { answerAsked, answerIsLost, goToAnswer } from '../http/risposte.ts';
import { percorsi } from '../percorsi.ts';
import { titleOf, type Blocco } from '../strumenti/blocchi.ts';
import { STRUMENTI } from '../strumenti/elenco.ts';
import { schemaDeiCampi } from '../strumenti/lettura-modulo.ts';
import type { Momento, Scritto, Strumento } from '../strumenti/strumento.ts';
import { anniDaScegliere, TRIMESTRI, trimestreDiOggi } from '../viste/periodi.ts';
import { whatIsWrong } from './che-cosa-non-va.ts';
import { sendDocumento } from './documenti.router.ts';
import { comeErrori, renderAperta } from './pagina.ts';

const periodo = z.object({
  numero: z
    .string()
    .regex(/^[1-4]$/)
    .optional(),
  anno: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});

/** The tools open to everybody: a list, and a page each. */
export function strumentiRouter(dip: Dipendenze): Router {
  const router = Router();
  const limite = limitPerMinute(dip.limiti.calcoliAlMinuto);
  router.get(percorsi.strumenti, (req, res) => {
    renderAperta(req, res, 'strumenti', 'Strumenti', { strumenti: STRUMENTI });
  });
  for (const strumento of STRUMENTI) {
    const percorso = percorsi.strumento(strumento.nome);
    router.get(percorso, async (req, res) => {
      const detto = answerAsked(req);
      if (detto !== undefined) {
        await answer(dip, { req, res }, strumento, detto);
        return;
      }
      const momento = momentOf(dip, periodo.parse(req.query));
      show(req, res, strumento, momento, { scritto: empty(strumento, momento) });
    });
    router.post(percorso, limite, async (req, res) => {
      const { momento } = told(dip, strumento, req.body);
      const { numero, anno } = momento.trimestre;
      const pagina = strumento.trimestrePrima ? `${percorso}?numero=${numero}&anno=${anno}` : percorso;
      await goToAnswer({ req, res }, pagina, (detto) => answer(dip, { req, res }, strumento, detto));
    });
    if (strumento.stampa === undefined) continue;
    const stampa = strumento.stampa.bind(strumento);
    router.post(percorsi.strumentoPdf(strumento.nome), limite, async (req, res) => {
      const { momento, scritto } = told(dip, strumento, req.body);
      try {
        const contenuto = renderProspettoPdf(stampa(scritto, momento));
        sendDocumento(res, { tipo: 'application/pdf', nomeFile: `${strumento.nome}.pdf`, contenuto });
      } catch (errore) {
        const esegui = (detto: Scritto) => stampa(detto, momento);
        const errori = await whatIsWrong(errore, strumento.campi(momento), scritto, esegui);
        show(req, res, strumento, momento, { scritto, errori });
      }
    });
  }
  return router;
}

async function answer(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  strumento: Strumento,
  corpo: unknown,
): Promise<void> {
  const { momento, scritto } = told(dip, strumento, corpo);
  const esegui = (detto: Scritto) => strumento.esegui(detto, momento);
  try {
    show(req, res, strumento, momento, { scritto, blocchi: esegui(scritto) });
  } catch (errore) {
    const errori = await whatIsWrong(errore, strumento.campi(momento), scritto, esegui);
    show(req, res, strumento, momento, { scritto, errori });
  }
}

function show(
  req: Request,
  res: Response,
  strumento: Strumento,
  momento: Momento,
  stato: { readonly scritto: Scritto; readonly blocchi?: readonly Blocco[]; readonly errori?: readonly ErroreDati[] },
): void {
  const gruppi = strumento.campi(momento);
  res.status(stato.errori?.[0]?.statoHttp ?? 200);
  renderAperta(req, res, 'strumento', titleOf(stato.blocchi, strumento.titolo), {
    ...comeErrori(stato.errori, gruppi),
    strumento,
    gruppi,
    scritto: stato.scritto,
    blocchi: stato.blocchi ?? [],
    perduta: answerIsLost(req),
    spiegato: stato.blocchi?.some(({ tipo }) => tipo === 'passi') ?? false,
    scelto: { numero: String(momento.trimestre.numero), anno: String(momento.trimestre.anno) },
    trimestri: TRIMESTRI,
    anni: anniDaScegliere(norme().anni),
  });
}

function momentOf(dip: Dipendenze, scelto: z.output<typeof periodo>): Momento {
  const oggi = giornoInItalia(dip.app.clock.now());
  const proposto = trimestreDiOggi(oggi, norme().anni);
  const trimestre: Trimestre = parseTrimestre(`${scelto.numero ?? proposto.numero}/${scelto.anno ?? proposto.anno}`);
  return { oggi, trimestre };
}

/** The quarter chosen before the form travels with it; elsewhere a field may bear the same name. */
function told(
  dip: Dipendenze,
  strumento: Strumento,
  corpo: unknown,
): { readonly momento: Momento; readonly scritto: Scritto } {
  const { numero, anno, ...resto } = corpo as Record<string, unknown>;
  const momento = momentOf(dip, strumento.trimestrePrima ? periodo.parse({ numero, anno }) : {});
  return { momento, scritto: schemaOf(strumento, momento).parse(strumento.trimestrePrima ? resto : corpo) };
}

function schemaOf(strumento: Strumento, momento: Momento): z.ZodType<Scritto> {
  return schemaDeiCampi(strumento.campi(momento));
}

function empty(strumento: Strumento, momento: Momento): Scritto {
  return schemaOf(strumento, momento).parse({});
}
