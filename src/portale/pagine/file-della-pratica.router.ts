import { readFile, rm } from 'node:fs/promises';
import { Router, type Request, type Response } from 'express';
import { BYTE_MASSIMI } from '../../avvisi/lettura/codice-letto.ts';
import { formatoDi } from '../../avvisi/lettura/formato-file.ts';
import type { FileDaTenere } from '../../famiglia/servizio-famiglia.ts';
import { leggiGiorno } from '../../lotti/celle/giorni.ts';
import { leggiEuro } from '../../lotti/celle/numeri.ts';
import type { AvvisoLetto } from '../../prospetti/lettura/index.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess } from '../http/access.ts';
import { clienteDi } from '../http/cliente.ts';
import { limitPerMinute } from '../http/rate-limits.ts';
import { type FileRicevuto, receiveUpload, requireFile } from '../http/upload.ts';
import { percorsiReali } from '../percorsi-reali.ts';
import { showPratica } from './una-pratica.ts';

const FILE_AL_MINUTO = 20;

type Campi = Readonly<Record<string, string>>;

/**
 * What comes with a file: INPS's notice, the payment with its receipt. Stands before the general reading of forms; what is not kept is
 * gone once it is read.
 */
export function fileDellaPraticaRouter(dip: Dipendenze): Router {
  const router = Router();
  const { famiglia } = dip.app;
  const permesso = [requireAccess, limitPerMinute(FILE_AL_MINUTO)];

  router.post(percorsiReali.avvisoInps(':id'), ...permesso, async (req, res) => {
    await withFile(dip, { req, res }, async (id, _campi, ricevuto) => {
      const file = requireFile({ campi: {}, file: ricevuto });
      const { avvisi } = await dip.leggiAvvisi(clienteDi(req), file.percorso);
      const pratica = await famiglia.pratica(contestoDi(req), id);
      const letto = theOne(avvisi, pratica.bollettino.importo);
      const dopo = await famiglia.prendiAvviso(contestoDi(req), id, letto, await keep(file));
      return dopo.avviso?.confronto.frase ?? '';
    });
  });

  router.post(percorsiReali.pagato(':id'), ...permesso, async (req, res) => {
    await withFile(dip, { req, res }, async (id, campi, file) => {
      const pagatoIl = leggiGiorno(campi['pagatoIl'] ?? '', 'pagatoIl');
      const importo = leggiEuro(campi['importo'] ?? '', 'importo');
      const ricevuta = file === undefined ? {} : { ricevuta: await keep(file, 'ricevuta') };
      await famiglia.segnaPagato(contestoDi(req), id, { pagatoIl, importo, ...ricevuta });
      return 'Fatto: il bollettino è segnato come pagato, e conta nelle attestazioni e negli estratti.';
    });
  });

  router.post(percorsiReali.tieniRicevuta(':id'), ...permesso, async (req, res) => {
    await withFile(dip, { req, res }, async (id, _campi, ricevuto) => {
      const file = requireFile({ campi: {}, file: ricevuto }, 'ricevuta');
      await famiglia.tieniRicevuta(contestoDi(req), id, await keep(file, 'ricevuta'));
      return 'Fatto: la ricevuta è conservata.';
    });
  });
  return router;
}

/** Takes the form in, does its work and shows the page anew, or the same page with what is wrong. */
async function withFile(
  dip: Dipendenze,
  { req, res }: { readonly req: Request; readonly res: Response },
  fai: (id: string, campi: Campi, file: FileRicevuto | undefined) => Promise<string>,
): Promise<void> {
  const id = String(req.params['id']);
  let scritto: Campi = {};
  try {
    const { campi, file } = await receiveUpload(req, { arrivi: dip.arrivi, massimoByte: BYTE_MASSIMI });
    scritto = campi;
    try {
      req.session.messaggio = await fai(id, campi, file);
    } finally {
      if (file !== undefined) await rm(file.percorso, { force: true });
    }
    res.redirect(303, `${percorsiReali.pratica(id)}#esito`);
  } catch (errore) {
    const sua = errore instanceof ErroreDati && errore.statoHttp < 500 && errore.statoHttp !== 403;
    if (!sua || errore.statoHttp === 404) throw errore;
    await showPratica(dip, { req, res }, { scritto, errore });
  }
}

/** @throws ErroreDati `file-non-leggibile` for what is neither a PDF nor a picture */
async function keep({ percorso }: FileRicevuto, campo = 'file'): Promise<FileDaTenere> {
  const byte = await readFile(percorso);
  try {
    return { formato: formatoDi(byte), byte };
  } catch (errore) {
    throw errore instanceof ErroreDati ? errore.con({ campo }) : errore;
  }
}

/** The file's notice; of several, the one that asks what was worked out. */
function theOne(avvisi: readonly AvvisoLetto[], importo: number): AvvisoLetto {
  const [unico, altro] = avvisi;
  if (unico === undefined) throw new ErroreDati('nessun-avviso', { campo: 'file' });
  if (altro === undefined) return unico;
  const [uguale, ancora] = avvisi.filter((uno) => uno.importo === importo);
  if (uguale !== undefined && ancora === undefined) return uguale;
  throw new ErroreDati('piu-avvisi', { quanti: avvisi.length, campo: 'file' });
}
