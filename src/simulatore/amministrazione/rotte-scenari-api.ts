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
  router.post('/scenari/:nome', (req, res) => {
    salvaScenario(contesto, req.params.nome, req.body);
    res.status(204).end();
  });
  router.delete('/scenari/:nome', (req, res) => {
    togliScenario(contesto, req.params.nome);
    res.status(204).end();
  });
  router.get('/storia', (_req, res) => void res.type('application/yaml; charset=utf-8').send(esportaStoria(contesto)));
  router.post('/storia', express.text({ type: () => true, limit: '256kb' }), (req, res) => {
    importaStoria(contesto, typeof req.body === 'string' ? req.body : '');
    res.status(204).end();
  });
  router.get('/regole', (_req, res) => void res.json(regole(contesto)));
  router.post('/regole', (req, res) => {
    const { id } = contesto.regole.aggiungi(req.body);
    res.status(201).json({ id });
  });
  router.delete('/regole', (_req, res) => {
    contesto.regole.togliTutte();
    res.status(204).end();
  });
  router.delete('/regole/:id', (req, res) => {
    if (!contesto.regole.togli(Number(req.params.id))) throw new NonTrovato('Regola');
    res.status(204).end();
  });
  return router;
}
