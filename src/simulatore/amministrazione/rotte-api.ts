import express, { type Router } from 'express';
import { z } from 'zod';
import { NonTrovato } from '../../valori/errore-dati.ts';
import { liberaScaduti } from '../avvisi/libera-scaduti.ts';
import type { Contesto } from '../contesto.ts';
import { problemi } from '../errori.ts';
import { generaFlussi } from '../flussi/genera-flussi.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import { filtroMessaggi } from '../messaggi/cerca-messaggi.ts';
import type { Fonte } from '../pagine/wallet/fonte.ts';
import { durata } from '../scenari/durata.ts';
import { esitoPagamento } from '../scenari/scenario.ts';
import { pagaAlloSportello, verificaAlloSportello } from '../sportello/sportello.ts';
import { accrediti, attivita, avvisi, flussi, messaggi, orologio, pagamenti } from './elenchi.ts';
import { leggiCorpo } from './leggi-corpo.ts';
import { pagaSenzaPagine } from './paga-senza-pagine.ts';
import { rotteAca } from './rotte-aca.ts';
import { rotteScenariApi } from './rotte-scenari-api.ts';
import { stessaOrigine } from './stessa-origine.ts';
import { esitoSportelloJson, letturaSportelloJson } from './sportello-json.ts';

const giorno = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'un giorno come 2021-01-05');
const spostamento = z.union([
  z.strictObject({ sposta: durata }),
  z.strictObject({ ora: z.iso.datetime({ offset: true }) }),
]);
const codice = {
  codice: z.string().min(1).max(300),
  dominio: z.string().max(35).optional(),
  canale: z.string().max(35).optional(),
};
const pagamento = z.strictObject({
  ...codice,
  decisione: z.enum(['incassa', 'rifiuta', 'trattieni']).default('incassa'),
  metodo: z.enum(['cash', 'creditCard', 'bancomat', 'other']).default('cash'),
});

const pagamentoCarrello = z.strictObject({
  canale: z.string().max(35).optional(),
  esito: esitoPagamento.default('eseguito'),
});

/**
 * JSON for programs that drive the simulator: rules, clock, counter, flows, and what it holds.
 * @param fonti how carts of either kind are ended
 */
export function rotteApi(contesto: Contesto, fonti: Readonly<Record<Sessione['tipo'], Fonte>>): Router {
  const router = express.Router();
  router.use(stessaOrigine(contesto.baseUrl), express.json({ limit: '64kb' }));
  router.use(rotteScenariApi(contesto));
  rotteElenchi(router, contesto);
  router.use('/aca', rotteAca(contesto));
  router.post('/orologio', async (req, res) => {
    const letto = leggiCorpo(spostamento, req.body);
    const ms = 'sposta' in letto ? letto.sposta : Date.parse(letto.ora) - contesto.orologio.ora();
    await contesto.scrivi(() => contesto.orologio.sposta(ms));
    res.json(orologio(contesto));
  });
  router.post('/avvisi/annulla', async (_req, res) => {
    const liberati = await contesto.scrivi(() => liberaScaduti(contesto));
    contesto.sveglia();
    res.json({ liberati });
  });
  router.post('/flussi', async (req, res) => {
    const { finoAl } = leggiCorpo(z.strictObject({ finoAl: giorno }), req.body);
    res.status(201).json({ flussi: await contesto.scrivi(() => generaFlussi(contesto, finoAl)) });
  });
  router.post('/pagamenti/:idSession/paga', async (req, res) => {
    const scelta = leggiCorpo(pagamentoCarrello, req.body);
    res.json(await pagaSenzaPagine(contesto, fonti, req.params.idSession, scelta));
  });
  router.post('/attivita/:id/riprova', async (req, res) => {
    const { archivio, orologio } = contesto;
    const trovata = await contesto.scrivi(() => archivio.attivita.riprova(Number(req.params.id), orologio.ora()));
    if (!trovata) throw new NonTrovato('Attività');
    contesto.sveglia();
    res.status(204).end();
  });
  router.post('/sportello/verifica', async (req, res) => {
    const letto = leggiCorpo(z.strictObject(codice), req.body);
    res.json(letturaSportelloJson(await verificaAlloSportello(contesto, definiti(letto))));
  });
  router.post('/sportello/paga', async (req, res) => {
    const letto = leggiCorpo(pagamento, req.body);
    res.json(esitoSportelloJson(await pagaAlloSportello(contesto, definiti(letto))));
  });
  router.use(() => {
    throw new NonTrovato('Indirizzo');
  });
  router.use(problemi(contesto));
  return router;
}

function rotteElenchi(router: Router, contesto: Contesto): void {
  router.get('/orologio', (_req, res) => void res.json(orologio(contesto)));
  router.get('/pagamenti', (_req, res) => void res.json(pagamenti(contesto)));
  router.get('/avvisi', (_req, res) => void res.json(avvisi(contesto)));
  router.get('/attivita', (_req, res) => void res.json(attivita(contesto)));
  router.get('/flussi', (_req, res) => void res.json(flussi(contesto)));
  router.get('/accrediti', (_req, res) => void res.json(accrediti(contesto)));
  router.get('/messaggi', (req, res) => void res.json(messaggi(contesto, leggiCorpo(filtroMessaggi, req.query))));
  router.get('/messaggi/:id', (req, res) => {
    const messaggio = contesto.registro.trova(Number(req.params.id));
    if (messaggio === undefined) throw new NonTrovato('Messaggio');
    res.json(messaggio);
  });
  router.get('/flussi/:id', (req, res) => {
    const flusso = contesto.archivio.incassi.flusso(req.params.id);
    if (flusso === undefined) throw new NonTrovato('Flusso');
    res.type('application/xml').send(flusso.xml);
  });
}

/** Leaves out the optional fields that were not given. */
function definiti<T extends object>(dati: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(dati).filter(([, valore]) => valore !== undefined)) as never;
}
