import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Applicazione } from '../../../src/applicazione/applicazione.ts';
import { startRunnerLotti } from '../../../src/lotti/coda/runner-lotti.ts';
import { ambienteLotti } from '../avvisi/ambiente.ts';

it('a queue that cannot be read says so once, whatever the rounds, and again when it befalls anew', async () => {
  const ambiente = await ambienteLotti();
  const { app } = ambiente;
  const { letture } = app.archivio;
  let rotta = true;
  let giri = 0;
  const prendi: typeof letture.lotti.prendi = (...argomenti) => {
    giri += 1;
    const guasto = Object.assign(new Error(`round ${giri}`), { code: 'SQLITE_READONLY' });
    return rotta ? Promise.reject(guasto) : letture.lotti.prendi(...argomenti);
  };
  const conCodaRotta: Applicazione = {
    ...app,
    archivio: { ...app.archivio, letture: { ...letture, lotti: { ...letture.lotti, prendi } } },
  };
  const detti: unknown[] = [];
  const runner = startRunnerLotti(conCodaRotta, (errore) => detti.push(errore));
  const rounds = async (quanti: number) => {
    for (const fine = giri + quanti; giri < fine; await wait(5)) runner.wake();
  };
  try {
    await rounds(8);
    expect(detti).toHaveLength(1);
    rotta = false;
    await rounds(4);
    rotta = true;
    await rounds(4);
    expect(detti).toHaveLength(2);
  } finally {
    await runner.stop();
    await ambiente.close();
  }
});
