import type { Request, Response } from 'express';
import type { ErroreDati } from '../valori/errore-dati.ts';

/** Answers who is not let in; status and other headers are on the answer already. */
export type Rifiuta = (req: Request, res: Response, rifiuto: ErroreDati) => void;

/** In words alone: what whoever listens here says to everybody, unless told how its callers want it. */
export const rifiutaInParole: Rifiuta = (_req, res, { message }) => {
  res.type('text/plain').send(`${message}\n`);
};
