import { Router, type Request } from 'express';
import { createServizioLotti } from '../../lotti/coda/servizio-lotti.ts';
import { quanti } from '../../valori/italiano.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { sendStream } from '../http/send-stream.ts';
import { modello, richiedenteDi, tipoDelFile } from '../lotti.ts';
import { percorsi } from '../percorsi.ts';
import { toVistaLotto } from '../viste/lotto.ts';
import { renderAperta, takeMessaggio } from './pagina.ts';

/** Batches already sent: the list, how far each has got, what came of it. */
export function lottiRouter(dip: Dipendenze): Router {
  const router = Router();
  const lotti = createServizioLotti(dip.app);
  // People's data are kept as long as the office says.
  const giorni = quanti(dip.app.impostazioni.lottiGiorni, 'giorno', 'giorni');
  const soloOperatori = requireOperatore(dip, 'lotti');

  for (const forma of ['csv', 'xlsx'] as const) {
    router.get(forma === 'csv' ? percorsi.modelloCsv : percorsi.modelloXlsx, async (_req, res) => {
      const { tipo, nomeFile, contenuto } = await modello(forma);
      res.attachment(nomeFile).type(tipo).send(Buffer.from(contenuto));
    });
  }

  router.get(percorsi.lotti, soloOperatori, async (req, res) => {
    const elenco = await lotti.elenco(proprietarioOf(req));
    renderAperta(req, res, 'lotti', 'Lotti', {
      operatore: operatoreDi(req).nome,
      avviso: takeMessaggio(req),
      giorni,
      lotti: elenco.map(toVistaLotto),
    });
  });

  router.get(percorsi.lotto(':id'), soloOperatori, async (req, res) => {
    const lotto = toVistaLotto(await lotti.mostra(proprietarioOf(req), String(req.params['id'])));
    const operatore = operatoreDi(req).nome;
    renderAperta(req, res, 'lotto', `Lotto ${lotto.nomeFile}`, {
      operatore,
      avviso: takeMessaggio(req),
      giorni,
      lotto,
    });
  });

  router.get(percorsi.fileLotto(':id', ':nome'), soloOperatori, async (req, res) => {
    const nome = String(req.params['nome']);
    const file = await lotti.file(proprietarioOf(req), String(req.params['id']), nome);
    await sendStream(res, { tipo: tipoDelFile(nome), nomeFile: nome, ...file });
  });

  router.post(percorsi.annullaLotto(':id'), soloOperatori, async (req, res) => {
    const id = String(req.params['id']);
    const { stato } = await lotti.annulla(proprietarioOf(req), id);
    req.session.messaggio = stato === 'annullato' ? 'Il lotto è annullato.' : 'Il lotto era già finito.';
    res.redirect(303, percorsi.lotto(id));
  });

  router.post(percorsi.ritiraLotto(':id'), soloOperatori, async (req, res) => {
    const id = String(req.params['id']);
    const { ritirati } = await lotti.ritira(proprietarioOf(req), id);
    req.session.messaggio = `Bollettini eliminati: ${ritirati}. Allo sportello non si possono più pagare.`;
    res.redirect(303, percorsi.lotto(id));
  });
  return router;
}

function proprietarioOf(req: Request): string {
  const { tokenId, nome } = operatoreDi(req);
  return richiedenteDi({ id: tokenId, nome }).proprietario;
}
