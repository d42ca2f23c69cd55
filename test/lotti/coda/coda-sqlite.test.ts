import { afterEach, beforeEach, describe } from 'vitest';
import { createApplicazione } from '../../../src/applicazione/crea-applicazione.ts';
import { type AmbienteLotti, ambienteLotti } from '../avvisi/ambiente.ts';
import { casiClienti } from './casi-clienti.ts';
import { casiCoda } from './casi-coda.ts';
import type { MondoCoda } from './mondo-coda.ts';

let ambiente: AmbienteLotti;
let mondo: MondoCoda;
beforeEach(async () => {
  ambiente = await ambienteLotti();
  const { impostazioni, clock } = ambiente.app;
  mondo = { apps: [ambiente.app, await createApplicazione(impostazioni, { clock })] };
});
afterEach(async () => {
  await mondo.apps[1].close();
  await ambiente.close();
});

describe('the queue of batches on SQLite', () => casiCoda(() => mondo));
describe('lists of clients in the queue on SQLite', () => casiClienti(() => mondo));
