import { rm } from 'node:fs/promises';
import { Router, type Request, type Response } from 'express';
import type { EsitoImportazione } from '../../clienti/importa-clienti.ts';
import { ELENCO_MAX_BYTES } from '../../clienti/importa-in-disparte.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { clienteDi } from '../http/cliente.ts';
import { operatoreDi, requireOperatore } from '../http/operatore.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { receiveUpload, requireFile } from '../http/upload.ts';
import { richiedenteDi } from '../lotti.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { toVistaImportazione } from '../viste/clienti.ts';
import { renderAperta } from './pagina.ts';

const INVII_AL_MINUTO = 10;
const MEGA = 1024 * 1024;

/** A list of clients from a file. Stands before the general reading of forms, because its form carries a file. */
export function importaClientiRouter(dip: Dipendenze): Router {
  const router = Router();
  const soloOperatori = requireOperatore(dip, 'lotti');
  router.get(percorsi.importaClienti, soloOperatori, (req, res) => {
    show(req, res, {});
  });
  router.post(percorsi.importaClienti, soloOperatori, limitPerMinute(INVII_AL_MINUTO), async (req, res) => {
    try {
      show(req, res, { esito: await receive(dip, req) });
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp === 403) throw errore;
      res.status(errore.statoHttp);
      show(req, res, { errore });
    }
  });
  return router;
}

async function receive({ arrivi, importaClienti }: Dipendenze, req: Request): Promise<EsitoImportazione> {
  const ricevuto = await receiveUpload(req, { arrivi, massimoByte: ELENCO_MAX_BYTES });
  const { percorso } = requireFile(ricevuto);
  try {
    const { tokenId: id, nome } = operatoreDi(req);
    return await importaClienti(clienteDi(req), richiedenteDi({ id, nome }).proprietario, percorso);
  } finally {
    await rm(percorso, { force: true });
  }
}

function show(
  req: Request,
  res: Response,
  { esito, errore }: { esito?: EsitoImportazione; errore?: ErroreDati },
): void {
  renderAperta(req, res, 'clienti-importa', 'Importa un elenco di clienti', {
    ...comeErrori(errore),
    operatore: operatoreDi(req).nome,
    massimo: ELENCO_MAX_BYTES / MEGA,
    esito: esito === undefined ? null : toVistaImportazione(esito),
  });
}
