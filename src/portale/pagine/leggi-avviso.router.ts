import { rm } from 'node:fs/promises';
import { Router, type Request, type Response } from 'express';
import { BYTE_MASSIMI } from '../../avvisi/lettura/codice-letto.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { campiVerificaDaAvviso, type AvvisoLetto, type LetturaAvvisi } from '../../prospetti/lettura/index.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { clienteDi } from '../http/cliente.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { receiveUpload, requireFile } from '../http/upload.ts';
import { percorsi } from '../percorsi.ts';
import { euro } from '../strumenti/blocchi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { renderAperta } from './pagina.ts';

const LETTURE_AL_MINUTO = 20;

/**
 * A notice read from its PDF or photo. Stands before the general reading of forms, because its form carries a file; the
 * file is gone once it is read.
 */
export function leggiAvvisoRouter({ arrivi, leggiAvvisi }: Dipendenze): Router {
  const router = Router();
  router.get(percorsi.leggiAvviso, (req, res) => {
    show(req, res, {});
  });
  router.post(percorsi.leggiAvviso, limitPerMinute(LETTURE_AL_MINUTO), async (req, res) => {
    try {
      const ricevuto = await receiveUpload(req, { arrivi, massimoByte: BYTE_MASSIMI });
      const { percorso } = requireFile(ricevuto);
      try {
        show(req, res, { lettura: await leggiAvvisi(clienteDi(req), percorso) });
      } finally {
        await rm(percorso, { force: true });
      }
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.statoHttp === 403) throw errore;
      res.status(errore.statoHttp);
      show(req, res, { errore });
    }
  });
  return router;
}

function show(req: Request, res: Response, stato: { lettura?: LetturaAvvisi; errore?: ErroreDati }): void {
  const { lettura, errore } = stato;
  renderAperta(req, res, 'leggi-avviso', 'Leggi un avviso pagoPA', {
    ...comeErrori(errore),
    sintesi: lettura?.sintesi ?? null,
    avvisi: lettura?.avvisi.map(toVista) ?? [],
    massimo: Math.floor(BYTE_MASSIMI / 1024 / 1024),
  });
}

function toVista(avviso: AvvisoLetto) {
  const { importo, trimestre, codiceInps } = campiVerificaDaAvviso(avviso);
  const verifica = codiceInps === undefined ? { importo, trimestre } : { importo, codiceInps };
  return {
    codiceAvviso: formatCodiceAvviso(avviso.codiceAvviso),
    importo: euro(avviso.importo),
    ente: avviso.inps ? 'INPS' : avviso.codiceFiscaleEnte,
    oggetto: avviso.oggetto,
    debitore: avviso.debitore?.nome ?? null,
    avvertenze: avviso.avvertenze,
    /** What the check of the amount begins with. */
    verifica: Object.entries(verifica).flatMap(([nome, valore]) => (valore === undefined ? [] : [{ nome, valore }])),
  };
}
