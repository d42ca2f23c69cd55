import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { applyModifiche } from '../../bollettini/dati-del-rapporto.ts';
import { fromPersistiti } from '../../bollettini/dati-persistiti.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { calcolaDati } from '../../contributi/calcola.ts';
import { parseModifiche } from '../../contributi/parse-dati.ts';
import { norme } from '../../norme/norme.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { gruppiCalcolo } from '../strumenti/gruppi-calcolo.ts';
import { answerAsked, goToAnswer } from '../http/risposte.ts';
import { RIPRESO, takeTyped } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { toVistaBollettino } from '../viste/bollettino.ts';
import { toRisultato, type VistaRisultato } from '../viste/calcolo.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { campiModulo, soloCambiati, toCampi, type CampiModulo } from '../viste/modulo-calcolo.ts';
import { whatIsWrong } from '../strumenti/che-cosa-non-va.ts';
import { renderScheda } from './pagina.ts';

const GRUPPI = gruppiCalcolo();
const modulo = z.strictObject({
  ...campiModulo,
  versione: z.coerce.number().int().nonnegative(),
  azione: z.enum(['calcola', 'salva']).default('calcola'),
});

/** Changing hours, weeks or pay of a bollettino of the cart: seen first, then written. */
export function modificaRouter(dip: Dipendenze): Router {
  const router = Router();
  const permesso = [requireAccess, requirePermission('modifica')];

  router.get(percorsi.modifica(':id'), ...permesso, async (req, res) => {
    const riga = await findModificabile(dip, req);
    const detto = answerAsked(req);
    if (detto !== undefined) {
      await answer(dip, { req, res }, riga, modulo.parse(detto));
      return;
    }
    const scritti = takeTyped(req);
    const campi =
      scritti === undefined ? toCampi(fromPersistiti(riga.bollettino.dati)) : z.object(campiModulo).parse(scritti);
    await show(dip, { req, res }, riga, { campi, ...(scritti === undefined ? {} : { ripreso: RIPRESO }) });
  });

  router.post(percorsi.modifica(':id'), ...permesso, async (req, res) => {
    const detto = modulo.parse(req.body);
    const { versione, azione, ...campi } = detto;
    const riga = await findModificabile(dip, req);
    const { id } = riga.bollettino;
    if (azione === 'calcola') {
      await goToAnswer({ req, res }, percorsi.modifica(id), () => answer(dip, { req, res }, riga, detto));
      return;
    }
    try {
      const { importo } = await dip.app.bollettini.modifica(contestoDi(req), id, versione, changesOf(riga, campi));
      req.session.messaggio = `Il bollettino è stato ricalcolato: ora è di ${formatEuroItaliano(importo)} €.`;
      res.redirect(303, percorsi.bollettini);
    } catch (errore) {
      await showWhatIsWrong(dip, { req, res }, riga, { campi, errore });
    }
  });
  return router;
}

interface Pagina {
  readonly req: Request;
  readonly res: Response;
}

function changesOf({ bollettino }: RigaCarrello, scritti: CampiModulo) {
  return parseModifiche(soloCambiati(scritti, toCampi(fromPersistiti(bollettino.dati))));
}

function compute(riga: RigaCarrello, scritti: CampiModulo) {
  return calcolaDati(applyModifiche(fromPersistiti(riga.bollettino.dati), changesOf(riga, scritti)), norme());
}

/** What the bollettino would be, before it is. */
async function answer(
  dip: Dipendenze,
  pagina: Pagina,
  riga: RigaCarrello,
  { versione: _versione, azione: _azione, ...campi }: z.output<typeof modulo>,
): Promise<void> {
  try {
    await show(dip, pagina, riga, { campi, risultato: toRisultato(compute(riga, campi)) });
  } catch (errore) {
    await showWhatIsWrong(dip, pagina, riga, { campi, errore });
  }
}

async function showWhatIsWrong(
  dip: Dipendenze,
  pagina: Pagina,
  riga: RigaCarrello,
  { campi, errore }: { readonly campi: CampiModulo; readonly errore: unknown },
): Promise<void> {
  if (errore instanceof ErroreDati && errore.statoHttp !== 422) throw errore;
  const errori = await whatIsWrong(errore, GRUPPI, campi, (scritti) => compute(riga, scritti));
  await show(dip, pagina, riga, { campi, errori });
}

async function findModificabile(dip: Dipendenze, req: Request): Promise<RigaCarrello> {
  const riga = await dip.app.bollettini.mostra(contestoDi(req), String(req.params['id']));
  if (riga.bollettino.stato === 'nel-carrello') return riga;
  throw new ErroreDati('bollettino-cambiato/modifica');
}

async function show(
  dip: Dipendenze,
  { req, res }: Pagina,
  riga: RigaCarrello,
  stato: {
    readonly campi: CampiModulo;
    readonly risultato?: VistaRisultato;
    readonly errori?: readonly ErroreDati[];
    readonly ripreso?: string;
  },
): Promise<void> {
  const { campi, risultato, errori } = stato;
  res.status(errori?.[0]?.statoHttp ?? 200);
  const b = toVistaBollettino(riga, giornoInItalia(dip.app.clock.now()), visibilitaDi(contestoDi(req)));
  const cambia = `Cambia il bollettino ${b.trimestre}`;
  const titolo = risultato === undefined ? cambia : `${risultato.titolo} – ${cambia}`;
  const scheda = { nome: 'bollettini', modello: 'modifica', titolo } as const;
  await renderScheda(dip, { req, res }, scheda, {
    ...comeErrori(errori, GRUPPI),
    gruppi: GRUPPI,
    ripreso: stato.ripreso ?? null,
    b,
    campi,
    risultato: risultato ?? null,
  });
}
