import { Router, type Request } from 'express';
import { z } from 'zod';
import { RPT_PER_CARRELLO } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { somma } from '../../valori/denaro.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { percorsi } from '../percorsi.ts';
import { visibilitaDi } from '../../accesso/visibilita.ts';
import { toVistaRiga, type VistaRiga } from '../viste/riga.ts';
import { renderScheda } from './pagina.ts';

const VOCE = /^([\w-]{8,64}):(\d{1,9})$/;
const voce = z.string().regex(VOCE);
const moduloConferma = z.strictObject({
  bollettino: z.union([voce.transform((una) => [una]), z.array(voce)]),
});

/** Conferma e Paga Online: the review, and the press of the button that leaves the cart. */
export function confermaRouter(dip: Dipendenze): Router {
  const router = Router();
  router.get(percorsi.riepilogo, requireAccess, requirePermission('paga'), async (req, res) => {
    const contesto = contestoDi(req);
    const scelti = chosen(req.query);
    const nelCarrello = (await dip.app.bollettini.carrello(contesto)).righe;
    const righe =
      scelti === undefined ? nelCarrello : nelCarrello.filter(({ bollettino }) => scelti.has(bollettino.id));
    const oggi = giornoInItalia(dip.app.clock.now());
    const tutte = righe.map((riga) => toVistaRiga(riga, oggi, visibilitaDi(contesto)));
    const viste = tutte.filter(({ prescritto }) => prescritto === null);
    if (viste.length === 0) {
      const nessuno = righe.length === 0 && nelCarrello.length > 0;
      res.redirect(303, nessuno ? `${percorsi.bollettini}?nessuno=si` : percorsi.bollettini);
      return;
    }
    await renderScheda(
      dip,
      { req, res },
      { nome: 'bollettini', modello: 'riepilogo', titolo: 'Riepilogo del pagamento' },
      {
        righe: viste,
        prescritte: tutte.filter(({ prescritto }) => prescritto !== null),
        totale: somma(viste.map(({ importo }) => importo)),
        lasciati: nelCarrello.length - righe.length,
        gruppi: inGruppi(viste),
        massimo: RPT_PER_CARRELLO,
        cambiato: req.query['cambiato'] === 'si',
      },
    );
  });

  router.post(percorsi.conferma, requireAccess, requirePermission('paga'), async (req, res) => {
    const { bollettino } = moduloConferma.parse(req.body);
    try {
      const [prima] = await dip.app.pagamenti.conferma(contestoDi(req), bollettino.map(toVersione));
      res.redirect(303, prima === undefined ? percorsi.bollettini : percorsi.consegna(prima.id));
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.codice !== 'carrello-cambiato') throw errore;
      res.redirect(303, `${percorsi.riepilogoDi(bollettino.map((una) => toVersione(una).id))}&cambiato=si`);
    }
  });
  return router;
}

/** The bollettini of the cart that were chosen; undefined where nobody was asked to choose. */
function chosen(domanda: Request['query']): ReadonlySet<string> | undefined {
  if (domanda['scelti'] !== 'si') return undefined;
  return new Set([domanda['bollettino'] ?? []].flat().filter((id) => typeof id === 'string'));
}

/** The hand-offs as they will be: in the cart's order, at most five bollettini each. */
function inGruppi(righe: readonly VistaRiga[]) {
  const quanti = Math.ceil(righe.length / RPT_PER_CARRELLO);
  return Array.from({ length: quanti }, (_, i) => {
    const del = righe.slice(i * RPT_PER_CARRELLO, (i + 1) * RPT_PER_CARRELLO);
    return { righe: del, totale: somma(del.map(({ importo }) => importo)) };
  });
}

function toVersione(testo: string): { id: string; versione: number } {
  const parti = VOCE.exec(testo);
  return { id: parti?.[1] ?? '', versione: Number(parti?.[2]) };
}
