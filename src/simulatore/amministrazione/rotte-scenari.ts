import express, { type Request, type Response, Router } from 'express';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { durata } from '../scenari/durata.ts';
import { ErroreScenario } from '../scenari/errore-scenario.ts';
import { regola } from '../scenari/regola.ts';
import { facce } from '../scenari/scenario.ts';
import { esportaStoria, importaStoria } from '../scenari/storia.ts';
import { SERVIZI } from '../wsdl/servizi.ts';
import { regole as elencoRegole, scenari } from './elenchi.ts';
import { campo, regolaDalModulo, scenarioDalModulo, scrittiNelModulo } from './modulo-regola.ts';
import type { Mostra } from './mostra.ts';
import { salvaScenario, togliScenario } from './scenari-salvati.ts';

/** What the lists of the form offer: the words that rules know. */
const SCELTE = {
  metodo: regola.shape.quando.unwrap().shape.metodo.unwrap().options,
  pagamento: facce.shape.pagamento.unwrap().options,
  consegna: facce.shape.rt.unwrap().shape.consegna.unwrap().options,
  poi: facce.shape.rt.unwrap().shape.poi.unwrap().options,
  comportamento: facce.shape.nodo.unwrap().shape.comportamento.options,
  esito: facce.shape.avviso.unwrap().shape.esito.unwrap().options,
  codice: facce.shape.flusso.unwrap().shape.codice.unwrap().options,
  checkout: facce.shape.checkout.unwrap().shape.codice.options,
  versione: facce.shape.psp.unwrap().shape.versione.unwrap().options,
  invio: facce.shape.psp.unwrap().shape.invio.unwrap().options,
  primitive: SERVIZI.filter(({ chi }) => chi === 'nodo').flatMap(({ operazioni }) =>
    operazioni.map(({ azione }) => azione),
  ),
};

/** The page of scenarios: rules, scenarios of one's own, the story that holds them, the clock. A form that is refused shows why, and keeps what was written. */
export function rotteScenari(contesto: Contesto, mostra: Mostra): Router {
  const router = Router();
  const { regole, orologio, scrivi } = contesto;
  const pagina = (req: Request, res: Response, sbaglio?: ErroreDati): void => {
    const refused = sbaglio === undefined ? { scritti: {} } : { sbaglio, scritti: scrittiNelModulo(req) };
    mostra(req, res, 'scenari', { ...dati(contesto), scelte: SCELTE, ...refused });
  };
  const atto = (percorso: string, fai: (req: Request) => Promise<unknown>): void => {
    router.post(percorso, async (req, res) => {
      try {
        await fai(req);
        res.redirect(303, '/admin');
      } catch (errore) {
        if (!(errore instanceof ErroreDati)) throw errore;
        res.status(errore.statoHttp);
        pagina(req, res, errore);
      }
    });
  };
  router.get('/', (req, res) => pagina(req, res));
  atto('/regole', (req) => scrivi(() => regole.aggiungi(regolaDalModulo(req))));
  atto('/regole/togli', (req) => scrivi(() => regole.togli(Number(campo(req, 'id')))));
  atto('/regole/togli-tutte', () => scrivi(() => regole.togliTutte()));
  atto('/scenari', (req) => scrivi(() => salvaScenario(contesto, campo(req, 'nome'), scenarioDalModulo(req))));
  atto('/scenari/togli', (req) => scrivi(() => togliScenario(contesto, campo(req, 'nome'))));
  atto('/orologio', async (req) => {
    const letta = durata.safeParse(campo(req, 'sposta'));
    if (!letta.success) throw new ErroreScenario('durata-non-valida/orologio');
    await scrivi(() => orologio.sposta(letta.data));
  });
  atto('/orologio/rimetti', () => scrivi(() => orologio.sposta(-orologio.scarto)));
  router.get('/storia', (_req, res) => {
    res.attachment('storia.yaml').type('application/yaml; charset=utf-8').send(esportaStoria(contesto));
  });
  router.use('/storia', express.raw({ type: 'multipart/form-data', limit: '256kb' }));
  atto('/storia', async (req) => {
    const storia = await fileDelModulo(req);
    await scrivi(() => importaStoria(contesto, storia));
  });
  return router;
}

function dati(contesto: Contesto) {
  return {
    scenari: scenari(contesto),
    regole: elencoRegole(contesto).map((una) => ({
      ...una,
      scenario: una.scenario ?? '',
      quando: Object.entries(una.quando),
      facce: JSON.stringify(una.facce),
      volte: una.volte ?? '',
    })),
  };
}

/**
 * The text of the file that a form sent.
 * @throws ErroreScenario `file-mancante`
 */
async function fileDelModulo(req: Request): Promise<string> {
  const corpo: unknown = req.body;
  if (Buffer.isBuffer(corpo)) {
    const intestazioni = { 'Content-Type': req.get('content-type') ?? '' };
    const modulo = await new globalThis.Response(new Uint8Array(corpo), { headers: intestazioni })
      .formData()
      .catch(() => undefined);
    const file = modulo?.get('file');
    if (file instanceof File && file.size > 0) return file.text();
  }
  throw new ErroreScenario('file-mancante/storia', { campo: 'file' });
}
