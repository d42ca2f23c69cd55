import { createHmac } from 'node:crypto';

/** Turns a codice fiscale or an address into what may be kept: the same person, the same text, and no way back. */
export type Pseudonimo = (valore: string) => string;

/** @param segreto without it nobody can try all codici fiscali until one fits */
export function createPseudonimo(segreto: string): Pseudonimo {
  return (valore) => createHmac('sha256', segreto).update(valore).digest('hex').slice(0, 32);
}
