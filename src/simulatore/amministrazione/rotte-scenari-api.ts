import express, { type Router } from 'express';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { esportaStoria, importaStoria } from '../scenari/storia.ts';
import { regole, scenari } from './elenchi.ts';
import { salvaScenario, togliScenario } from './scenari-salvati.ts';

/** Rules, scenarios of one's own, and the story that holds both, for programs. */
export function rotteScenariApi(contesto: Contesto): Router {
  const router = express.Router();
  router.get('/scenari', (_req, res) => void res.json(scenari(contesto)));
  router.post('/scenari/:nome', async (req, res) => {
    await contesto.scrivi(() => salvaScenario(contesto, req.params.nome, req.body));
    res.status(204).end();
  });
  router.delete('/scenari/:nome', async (req, res) => {
    await contesto.scrivi(() => togliScenario(contesto, req.params.nome));
    res.status(204).end();
  });
  router.get('/storia', (_req, res) => void res.type('application/yaml; charset=utf-8').send(esportaStoria(contesto)));
  router.post('/storia', express.text({ type: () => true, limit: '256kb' }), async (req, res) => {
    await contesto.scrivi(() => importaStoria(contesto, typeof req.body === 'string' ? req.body : ''));
    res.status(204).end();
  });
  router.get('/regole', (_req, res) => void res.json(regole(contesto)));
  router.post('/regole', async (req, res) => {
    const { id } = await contesto.scrivi(() => contesto.regole.aggiungi(req.body));
    res.status(201).json({ id });
  });
  router.delete('/regole', async (_req, res) => {
    await contesto.scrivi(() => contesto.regole.togliTutte());
    res.status(204).end();
  });
  router.delete('/regole/:id', async (req, res) => {
    const tolta = await contesto.scrivi(() => contesto.regole.togli(Number(req.params.id)));
    if (!tolta) throw new NonTrovato('Regola');
    res.status(204).end();
  });
  return router;
}
