import type { Request, Response } from 'express';

/** Why a request is not let in. */
export interface Rifiuto {
  readonly stato: number;
  /** Stable, for programs. */
  readonly codice: string;
  /** Italian, for people. */
  readonly frase: string;
}

/** Answers who is not let in; status and other headers are on the answer already. */
export type Rifiuta = (req: Request, res: Response, rifiuto: Rifiuto) => void;

/** In words alone: what whoever listens here says to everybody, unless told how its callers want it. */
export const rifiutaInParole: Rifiuta = (_req, res, { frase }) => {
  res.type('text/plain').send(`${frase}\n`);
};
