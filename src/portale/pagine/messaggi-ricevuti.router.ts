import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { type Giorno, parseGiorno } from '../../valori/giorno.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { contestoDi, requireAccess, requirePermission } from '../http/access.ts';
import { messaggiDelDatore } from '../messaggi.ts';
import { percorsi } from '../percorsi.ts';
import { comeErrori } from '../strumenti/come-errori.ts';
import { createVisteMessaggi, ORIGINI, type Ricerca } from '../viste/messaggi.ts';
import { renderScheda, takeMessaggio } from './pagina.ts';

const testo = z.string().max(60).default('');
const domanda = z.object({
  origine: z.enum(ORIGINI).or(z.literal('')).default(''),
  dal: testo,
  al: testo,
  parola: testo,
  daLeggere: z.literal('si').optional(),
  vista: z.enum(['lista', 'griglia']).default('lista'),
});
const moduloMessaggio = z.strictObject({ chiave: z.string().max(100), letto: z.enum(['si', 'no']) });
const moduloTutti = z.strictObject({});

/** *I tuoi messaggi*: what happened and what is near, read and unread, to be looked for by kind, period and word. */
export function messaggiRicevutiRouter(dip: Dipendenze): Router {
  const router = Router();
  const viste = createVisteMessaggi();
  const { messaggi } = dip.app.archivio.letture;
  const permesso = [requireAccess, requirePermission('prospetti')];

  router.get(percorsi.messaggi, ...permesso, async (req, res) => {
    const scritto = domanda.parse(req.query);
    const { ricerca, errori } = ricercaDi(scritto);
    const tutti = await messaggiDelDatore(dip.app, contestoDi(req));
    const scheda = { nome: 'messaggi', modello: 'messaggi', titolo: 'I tuoi messaggi' } as const;
    await renderScheda(dip, { req, res }, scheda, {
      ...comeErrori(errori),
      avviso: takeMessaggio(req),
      scritto,
      messaggi: errori.length > 0 ? [] : viste.elenco(tutti, ricerca),
      inTutto: tutti.length,
      daLeggere: tutti.filter(({ letto }) => !letto).length,
    });
  });

  router.post(percorsi.messaggioLetto, ...permesso, async (req, res) => {
    const { chiave, letto } = moduloMessaggio.parse(req.body);
    const contesto = contestoDi(req);
    const suoi = await messaggiDelDatore(dip.app, contesto);
    if (!suoi.some(({ messaggio }) => messaggio.chiave === chiave)) throw new NonTrovato('Messaggio');
    const { datoreId } = contesto.subject;
    if (letto === 'si') await messaggi.segnaLetti(datoreId, [chiave], dip.app.clock.now().toISOString());
    else await messaggi.segnaDaLeggere(datoreId, chiave);
    backTo(req, res, letto === 'si' ? 'Messaggio segnato come letto.' : 'Messaggio segnato da leggere.');
  });

  router.post(percorsi.messaggiLetti, ...permesso, async (req, res) => {
    moduloTutti.parse(req.body);
    const contesto = contestoDi(req);
    const chiavi = (await messaggiDelDatore(dip.app, contesto)).map(({ messaggio }) => messaggio.chiave);
    await messaggi.segnaLetti(contesto.subject.datoreId, chiavi, dip.app.clock.now().toISOString());
    backTo(req, res, 'Tutti i messaggi sono segnati come letti.');
  });
  return router;
}

function backTo(req: Request, res: Response, frase: string): void {
  req.session.messaggio = frase;
  res.redirect(303, `${percorsi.messaggi}#esito`);
}

/** What is looked for, and which days are none. */
function ricercaDi({ origine, dal, al, parola, daLeggere }: z.output<typeof domanda>): {
  readonly ricerca: Ricerca;
  readonly errori: readonly ErroreDati[];
} {
  const errori: ErroreDati[] = [];
  const giorno = (scritto: string, campo: string): Giorno | undefined => {
    if (scritto.trim() === '') return undefined;
    try {
      return parseGiorno(scritto, campo);
    } catch (errore) {
      if (!(errore instanceof ErroreDati)) throw errore;
      errori.push(errore);
      return undefined;
    }
  };
  const ricerca = {
    origine: origine === '' ? undefined : origine,
    dal: giorno(dal, 'dal'),
    al: giorno(al, 'al'),
    parola: parola.trim(),
    daLeggere: daLeggere !== undefined,
  };
  return { ricerca, errori };
}
