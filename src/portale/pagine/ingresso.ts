import { randomInt } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Lavoratore, Posizioni } from '../../accesso/servizio-accesso.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { sayWhenToRetry } from '../http/error-pages.ts';
import { type LavoratoreInSessione, startSession } from '../http/session.ts';
import { isOperators, type Sospesa } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta } from './pagina.ts';

/** What was typed in the way in without login. */
export interface CampiCodici {
  readonly codiceFiscale: string;
  readonly codiceRapporto: string;
}

export const NESSUN_CODICE: CampiCodici = { codiceFiscale: '', codiceRapporto: '' };

/** How somebody comes in, whatever the way. */
export interface Ingresso {
  readonly prova: () => Promise<Posizioni>;
  readonly campi?: CampiCodici;
  /** Where to go on, rather than to the first page. */
  readonly torna?: string | undefined;
  /** Done once the new session is there, before the browser goes on. */
  readonly entrato?: () => Promise<void>;
}

/** Comes in, in a session of its own, or shows the way in again with the one sentence of the refusal. */
export async function comeIn(dip: Dipendenze, req: Request, res: Response, ingresso: Ingresso): Promise<void> {
  try {
    const { datore, lavoratore } = await ingresso.prova();
    const inizio = dip.app.clock.now().toISOString();
    const { sospesa } = req.session;
    const sua = datore !== undefined && sospesa !== undefined && !isOperators(sospesa);
    const torna = sua && (await isTheirs(dip, datore, sospesa)) ? sospesa : undefined;
    const prima = datore && (await dip.app.accesso.accessoPrecedente(datore));
    await startSession(req, {
      ...(datore && { accesso: { contesto: datore, inizio, ...(prima !== undefined && { ultimoAccesso: prima }) } }),
      ...(lavoratore && { lavoratore: inSessione(lavoratore, inizio) }),
      ...(torna && { sospesa: torna }),
    });
    await ingresso.entrato?.();
    res.redirect(303, datore ? (torna?.percorso ?? ingresso.torna ?? percorsi.daFare) : percorsi.lavoratore);
  } catch (errore) {
    if (!(errore instanceof ErroreDati) || errore.statoHttp >= 500) throw errore;
    const { codice } = errore;
    dip.log.info({ richiesta: res.locals.richiesta, codice }, 'accesso rifiutato');
    sayWhenToRetry(res, errore);
    res.status(errore.statoHttp);
    showAccesso(dip, req, res, ingresso.campi ?? NESSUN_CODICE, errore);
  }
}

function inSessione({ identita, accessoPrecedente }: Lavoratore, inizio: string): LavoratoreInSessione {
  return { identita, inizio, ...(accessoPrecedente !== undefined && { ultimoAccesso: accessoPrecedente }) };
}

/** Whether the form was of a rapporto or a bollettino that this person reaches. */
async function isTheirs(dip: Dipendenze, contesto: Contesto, { campi, percorso }: Sospesa): Promise<boolean> {
  const { bollettini } = dip.app;
  const rapporto = campi['rapporto'];
  if (rapporto !== undefined) return (await bollettini.rapporti(contesto)).some(({ id }) => id === rapporto);
  const id = percorso.split('/')[2] ?? '';
  return bollettini.mostra(contesto, id).then(
    () => true,
    (errore: unknown) => {
      if (errore instanceof NonTrovato) return false;
      throw errore;
    },
  );
}

export function showAccesso(
  dip: Dipendenze,
  req: Request,
  res: Response,
  campi: CampiCodici,
  errore?: ErroreDati,
): void {
  const identita = dip.app.accesso.identitaSimulate();
  renderAperta(req, res, 'accesso', 'Accesso al servizio', {
    campi,
    scaduta: req.session.sospesa !== undefined || req.query['scaduta'] === 'si',
    conservato: req.session.sospesa !== undefined,
    ...comeErrori(errore),
    identita,
    fornitori: inRandomOrder(dip.app.spid.fornitori.map(({ entityId, nome }) => ({ entityId, nome }))),
    // Whom to try this way in with, where the people are invented.
    prova: identita.find(({ codiceRapporto }) => codiceRapporto !== undefined),
  });
}

/** No provider stands before the others: the rules of SPID's button. */
function inRandomOrder<T>(voci: readonly T[]): readonly T[] {
  const mescolate = [...voci];
  for (let i = mescolate.length - 1; i > 0; i -= 1) {
    const j = randomInt(i + 1);
    [mescolate[i], mescolate[j]] = [mescolate[j] as T, mescolate[i] as T];
  }
  return mescolate;
}
