import { Router, type Request, type Response } from 'express';
import type { TipoLotto } from '../../archivio/lotti-repository.ts';
import { createServizioLotti, INGRESSO_MAX } from '../../lotti/coda/servizio-lotti.ts';
import { COLONNE } from '../../lotti/righe/colonne.ts';
import { DESCRIZIONI } from '../../lotti/righe/descrizioni.ts';
import { SINONIMI } from '../../lotti/righe/sinonimi.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { scelteDellAvviso } from '../viste/avviso.ts';
import { percorsi } from '../percorsi.ts';
import { renderAperta } from './pagina.ts';
import { type CampiDelLotto, receiveLotto } from './ricevi-lotto.ts';

const INVII_AL_MINUTO = 20;
const MEGA = 1024 * 1024;

/** A list of clients has a page of its own. */
type TipoDaModulo = Exclude<TipoLotto, 'clienti'>;

const TITOLI: Readonly<Record<TipoDaModulo, string>> = {
  calcola: 'Calcola gli importi di un file',
  avvisi: 'Stampa gli avvisi di un file',
};
/** Choices ticked or not; the others are sent as they are and checked by the service. */
const SPUNTE: Readonly<Record<TipoDaModulo, readonly string[]>> = {
  calcola: ['dettaglio'],
  avvisi: ['copertina', 'fronteRetro', 'sostituisci', 'integra'],
};

/** Choices that may be left to what is usual. */
const FACOLTATIVE: ReadonlySet<string> = new Set(['edizione', 'lingua', 'lavoratore']);

/** A new batch: the file and how it is wanted. Stands before the general reading of forms, because its form carries a file. */
export function nuovoLottoRouter(dip: Dipendenze): Router {
  const router = Router();
  const lotti = createServizioLotti(dip.app);
  const soloOperatori = requireOperatore(dip, 'lotti');
  for (const tipo of ['calcola', 'avvisi'] as const) {
    router.get(percorsi.nuovoLotto(tipo), soloOperatori, (req, res) => {
      show({ req, res }, tipo, {});
    });
    router.post(percorsi.nuovoLotto(tipo), soloOperatori, limitPerMinute(INVII_AL_MINUTO), async (req, res) => {
      const letti: { campi: CampiDelLotto } = { campi: {} };
      try {
        const id = await receiveLotto({ arrivi: dip.arrivi, lotti }, req, {
          tipo,
          letti,
          toOpzioni: (campi) => toOpzioni(tipo, campi),
        });
        res.redirect(303, percorsi.lotto(id));
      } catch (errore) {
        if (!(errore instanceof ErroreDati) || errore.statoHttp === 403) throw errore;
        res.status(errore.statoHttp);
        show({ req, res }, tipo, letti.campi, errore);
      }
    });
  }
  return router;
}

function toOpzioni(tipo: TipoDaModulo, campi: CampiDelLotto): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(campi)
      .filter(([nome, valore]) => valore !== '' || !FACOLTATIVE.has(nome))
      .map(([nome, valore]) => [nome, SPUNTE[tipo].includes(nome) ? valore === 'si' : valore]),
  );
}

function show(
  { req, res }: { readonly req: Request; readonly res: Response },
  tipo: TipoDaModulo,
  campi: CampiDelLotto,
  errore?: ErroreDati,
): void {
  renderAperta(req, res, 'lotto-nuovo', TITOLI[tipo], {
    ...comeErrori(errore),
    operatore: operatoreDi(req).nome,
    tipo,
    scelti: campi,
    ...scelteDellAvviso,
    massimo: INGRESSO_MAX[tipo] / MEGA,
    colonne: COLONNE.map((nome) => ({ nome, descrizione: DESCRIZIONI[nome], sinonimi: SINONIMI[nome] })),
  });
}
