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
import { gruppiCalcolo } from '../strumenti/gruppi-calcolo.ts';
import { RIPRESO, takeTyped } from '../http/sospesa.ts';
import { percorsi } from '../percorsi.ts';
import { toVistaBollettino } from '../viste/bollettino.ts';
import { toRisultato, type VistaRisultato } from '../viste/calcolo.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { campiModulo, soloCambiati, toCampi, type CampiModulo } from '../viste/modulo-calcolo.ts';
import { whatIsWrong } from './che-cosa-non-va.ts';
import { comeErrori, renderScheda } from './pagina.ts';

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
    const scritti = takeTyped(req);
    const campi =
      scritti === undefined ? toCampi(fromPersistiti(riga.bollettino.dati)) : z.object(campiModulo).parse(scritti);
    await show(dip, { req, res }, riga, { campi, ...(scritti === undefined ? {} : { ripreso: RIPRESO }) });
  });

  router.post(percorsi.modifica(':id'), ...permesso, async (req, res) => {
    const { versione, azione, ...campi } = modulo.parse(req.body);
    const riga = await findModificabile(dip, req);
    const dati = fromPersistiti(riga.bollettino.dati);
    const changes = (scritti: CampiModulo) => parseModifiche(soloCambiati(scritti, toCampi(dati)));
    const compute = (scritti: CampiModulo) => calcolaDati(applyModifiche(dati, changes(scritti)), norme());
    try {
      if (azione === 'calcola') {
        await show(dip, { req, res }, riga, { campi, risultato: toRisultato(compute(campi)) });
        return;
      }
      const { importo } = await dip.app.bollettini.modifica(
        contestoDi(req),
        riga.bollettino.id,
        versione,
        changes(campi),
      );
      req.session.messaggio = `Il bollettino è stato ricalcolato: ora è di ${formatEuroItaliano(importo)} €.`;
      res.redirect(303, percorsi.bollettini);
    } catch (errore) {
      if (errore instanceof ErroreDati && errore.statoHttp !== 422) throw errore;
      await show(dip, { req, res }, riga, { campi, errori: await whatIsWrong(errore, GRUPPI, campi, compute) });
    }
  });
  return router;
}

async function findModificabile(dip: Dipendenze, req: Request): Promise<RigaCarrello> {
  const riga = await dip.app.bollettini.mostra(contestoDi(req), String(req.params['id']));
  if (riga.bollettino.stato === 'nel-carrello') return riga;
  throw new ErroreDati('bollettino-cambiato', 'Il bollettino non è più nel carrello e non si può modificare.', {
    statoHttp: 409,
  });
}

async function show(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
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
