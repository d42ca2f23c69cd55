import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { EsitoEmissione } from '../../bollettini/emetti-trimestre.ts';
import { frasiEsito } from '../../bollettini/frasi.ts';
import { norme } from '../../norme/norme.ts';
import { parseTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi } from '../http/access.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { inTheForm } from '../strumenti/campo-del-modulo.ts';
import { answerAsked, answerIsLost, goToAnswer } from '../http/risposte.ts';
import { RIPRESO, takeTyped } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { esigi, permessiDi } from '../permessi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { toRisultato, type VistaRisultato } from '../viste/calcolo.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { CAMPI_VUOTI } from '../viste/modulo-calcolo.ts';
import {
  campiDelRapporto,
  type CampiDelRapporto,
  campiProposti,
  gruppiDelRapporto,
  modificheScritte,
} from '../viste/modulo-del-rapporto.ts';
import { anniDaScegliere, TRIMESTRI, trimestreDiOggi } from '../viste/periodi.ts';
import { attoScritto, parseConsenso, toVistaPrevisione, type VistaPrevisione } from '../viste/previsione.ts';
import { renderScheda } from './pagina.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { calcoloAperto } from './calcolo-aperto.ts';

const scelta = {
  numero: z.string().regex(/^[1-4]$/),
  anno: z.string().regex(/^\d{4}$/),
};
const domanda = z.object({
  rapporto: z.string().max(64).optional(),
  numero: scelta.numero.optional(),
  anno: scelta.anno.optional(),
});
const moduloServizio = z.strictObject({
  ...campiDelRapporto,
  ...scelta,
  rapporto: z.string().max(64),
  /** What the button that was pressed agrees to; see `toVistaPrevisione`. */
  consenso: z.string().max(40).default(''),
  attoInterruttivo: attoScritto,
  azione: z.enum(['calcola', 'emetti']).default('calcola'),
});

/** The tab *Calcolo contributi*: with a session on one's own rapporti, without one for anybody. */
export function calcoloRouter(dip: Dipendenze): Router {
  const router = Router();
  const aperto = calcoloAperto(dip);

  router.get(percorsi.calcolo, async (req, res) => {
    if (req.session.accesso === undefined) {
      await aperto.mostra(req, res);
      return;
    }
    const detto = answerAsked(req);
    if (detto !== undefined) {
      await showProposta(dip, req, res, await told(dip, req, detto));
      return;
    }
    const scelto = domanda.parse(req.query);
    const rapporti = await dip.app.bollettini.rapporti(contestoDi(req));
    const rapporto = scelto.rapporto === undefined ? rapporti[0] : rapporti.find(({ id }) => id === scelto.rapporto);
    if (scelto.rapporto !== undefined && rapporto === undefined) throw new NonTrovato('Rapporto di lavoro');
    const trimestre = chosenTrimestre(dip, scelto);
    const campi = typedBefore(req);
    await showProposta(dip, req, res, {
      rapporti,
      rapporto,
      trimestre,
      ...(campi === undefined ? {} : { campi, ripreso: RIPRESO }),
    });
  });

  router.post(percorsi.calcolo, limitPerMinute(dip.limiti.calcoliAlMinuto), async (req, res) => {
    if (req.session.accesso === undefined) {
      await aperto.calcola(req, res);
      return;
    }
    const raccontato = await told(dip, req, req.body);
    if (raccontato.azione === 'calcola') {
      const { id } = raccontato.rapporto;
      const { numero, anno } = raccontato.trimestre;
      const pagina = `${percorsi.calcolo}?rapporto=${id}&numero=${numero}&anno=${anno}`;
      await goToAnswer({ req, res }, pagina, () => showProposta(dip, req, res, raccontato));
      return;
    }
    const emessi = await tryEmetti(dip, req, raccontato);
    if (emessi instanceof ErroreDati) {
      await showProposta(dip, req, res, { ...raccontato, errore: emessi });
      return;
    }
    req.session.messaggio = frasiEsito(emessi, dip.app.parole).join(' ');
    res.redirect(303, percorsi.bollettini);
  });
  return router;
}

/** What a form of the service tells, with the rapporto it tells of. */
async function told(dip: Dipendenze, req: Request, scritto: unknown) {
  const { rapporto: id, numero, anno, ...detto } = moduloServizio.parse(scritto);
  const { consenso, attoInterruttivo, azione, ...campi } = detto;
  const rapporti = await dip.app.bollettini.rapporti(contestoDi(req));
  const rapporto = rapporti.find((uno) => uno.id === id);
  if (rapporto === undefined) throw new NonTrovato('Rapporto di lavoro');
  const trimestre = parseTrimestre(`${numero}/${anno}`);
  return { rapporti, rapporto, trimestre, campi, consenso, attoInterruttivo, azione };
}

interface Richiesta {
  readonly rapporto: RapportoDiLavoro;
  readonly trimestre: Trimestre;
  readonly campi: CampiDelRapporto;
  readonly consenso: string;
  readonly attoInterruttivo: string;
}

/** What was issued, or the error of the person's to show beside the form. */
async function tryEmetti(dip: Dipendenze, req: Request, richiesta: Richiesta): Promise<EsitoEmissione | ErroreDati> {
  const contesto = contestoDi(req);
  esigi(contesto, 'carrello');
  try {
    const modifiche = toModifiche(req, richiesta);
    const { rapporto, trimestre, consenso, attoInterruttivo } = richiesta;
    const detto = parseConsenso(consenso, attoInterruttivo);
    return await inTheForm(richiesta.campi, () =>
      dip.app.bollettini.emetti(contesto, rapporto.id, trimestre, modifiche, detto),
    );
  } catch (errore) {
    if (errore instanceof ErroreDati && errore.statoHttp < 500 && errore.statoHttp !== 403) return errore;
    throw errore;
  }
}

/** What the person changed; refused to a capacity that may not change anything. */
function toModifiche(req: Request, { rapporto, trimestre, campi }: Omit<Richiesta, 'consenso' | 'attoInterruttivo'>) {
  const modifiche = modificheScritte(campi, rapporto, trimestre);
  if (Object.keys(modifiche).length > 0) esigi(contestoDi(req), 'modifica');
  return modifiche;
}

interface Proposta {
  readonly rapporti: readonly RapportoDiLavoro[];
  readonly rapporto: RapportoDiLavoro | undefined;
  readonly trimestre: Trimestre;
  /** As the person wrote them; absent when the form is shown for the first time. */
  readonly campi?: CampiDelRapporto;
  readonly errore?: ErroreDati;
  /** What is said of fields that come from a session that ended. */
  readonly ripreso?: string;
}

/** What was typed before the session ended. */
function typedBefore(req: Request): CampiDelRapporto | undefined {
  const scritti = takeTyped(req);
  return scritti && z.object(campiDelRapporto).parse(scritti);
}

async function showProposta(dip: Dipendenze, req: Request, res: Response, proposta: Proposta): Promise<void> {
  const contesto = contestoDi(req);
  const { rapporti, rapporto, trimestre } = proposta;
  const permessi = permessiDi(contesto);
  const gruppi = gruppiDelRapporto(trimestre);
  let { campi } = proposta;
  let errori: readonly ErroreDati[] = proposta.errore === undefined ? [] : [proposta.errore];
  let risultato: VistaRisultato | null = null;
  let previsione: VistaPrevisione | null = null;
  if (rapporto !== undefined) {
    campi ??= campiProposti(rapporto, trimestre);
    const propose = (scritti: CampiDelRapporto) =>
      inTheForm(scritti, () =>
        dip.app.bollettini.proponi(
          contesto,
          rapporto.id,
          trimestre,
          toModifiche(req, { rapporto, trimestre, campi: scritti }),
        ),
      );
    try {
      risultato = toRisultato(await propose(campi));
      const modifiche = toModifiche(req, { rapporto, trimestre, campi });
      const previsioni = await dip.app.bollettini.prevedi(contesto, rapporto.id, trimestre, modifiche);
      previsione = permessi.carrello ? toVistaPrevisione(previsioni, dip.app.parole) : null;
    } catch (rifiuto) {
      const tutti = await whatIsWrong(rifiuto, gruppi, campi, propose);
      if (errori.length === 0 || tutti.length > 1) errori = tutti;
    }
  }
  res.status(errori[0]?.statoHttp ?? 200);
  const visibile = visibilitaDi(contesto);
  const titolo = risultato === null ? 'Calcolo contributi' : `${risultato.titolo} – Calcolo contributi`;
  const scheda = { nome: 'calcolo', modello: 'calcolo', titolo } as const;
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(errori, gruppi, { trimestre: 'anno', attoInterruttivo: 'attoInterruttivo' }),
    gruppi,
    ripreso: proposta.ripreso ?? null,
    azione: percorsi.calcolo,
    perduta: answerIsLost(req),
    campi: campi ?? CAMPI_VUOTI,
    risultato,
    previsione,
    puoCambiare: permessi.modifica,
    scelto: { rapporto: rapporto?.id ?? '', numero: String(trimestre.numero), anno: String(trimestre.anno) },
    rapporti: rapporti.map(({ id, codice, lavoratore }) => ({
      valore: id,
      testo: `${codice} – ${visibile.nome(lavoratore.cognome)} ${visibile.nome(lavoratore.nome)}`,
    })),
    ...periodChoices(),
  });
}

function periodChoices() {
  return { trimestri: TRIMESTRI, anni: anniDaScegliere(norme().anni) };
}

function chosenTrimestre(
  dip: Dipendenze,
  scelto: { numero?: string | undefined; anno?: string | undefined },
): Trimestre {
  const oggi = trimestreDiOggi(giornoInItalia(dip.app.clock.now()), norme().anni);
  return parseTrimestre(`${scelto.numero ?? oggi.numero}/${scelto.anno ?? oggi.anno}`);
}
