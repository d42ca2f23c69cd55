import express, { type Router } from 'express';
import { z } from 'zod';
import { parseEuro } from '../../valori/denaro.ts';
import { NonTrovato } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';
import { leggiCorpo } from './leggi-corpo.ts';

const posizione = z.strictObject({
  dominio: z.string().regex(/^\d{11}$/, 'un codice fiscale di ente'),
  avviso: z.string().regex(/^\d{18}$/, 'un numero di avviso'),
  importo: z
    .string()
    .regex(/^(?!0+\.00$)\d{1,9}\.\d{2}$/, 'un importo come 338.00')
    .transform((testo) => parseEuro(testo)),
  descrizione: z.string().min(1).max(140),
  scadenza: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'un giorno come 2021-01-05'),
  iban: z
    .string()
    .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/)
    .optional(),
  debitore: z.strictObject({
    tipo: z.enum(['F', 'G']),
    codice: z.string().min(2).max(16),
    anagrafica: z.string().min(1).max(70),
  }),
  standIn: z.boolean().default(true),
});

/** Notices of the Archivio Centralizzato Avvisi, which are paid while their creditor does not answer. */
export function rotteAca({ archivio, scrivi }: Contesto): Router {
  const router = express.Router();
  router.post('/', async (req, res) => {
    const { dominio, avviso, ...resto } = leggiCorpo(posizione, req.body);
    await scrivi(() => archivio.aca.metti(dominio, avviso, resto));
    res.status(204).end();
  });
  router.delete('/:dominio/:avviso', async (req, res) => {
    const { dominio, avviso } = req.params;
    if (!(await scrivi(() => archivio.aca.togli(dominio, avviso)))) throw new NonTrovato('Avviso');
    res.status(204).end();
  });
  return router;
}
