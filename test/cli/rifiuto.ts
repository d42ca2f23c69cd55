import { expect } from 'vitest';
import { freePort } from '../impianto/free-port.ts';
import { trimestre } from './esegui.ts';

/** The one line of a command that the machine gives no ground to: exit status 2, no trace of a program. */
export async function rifiuto(argomenti: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const porte = {
    TRIMESTRE_PORTA: String(await freePort()),
    TRIMESTRE_PORTA_SIMULATORE: String(await freePort()),
    TRIMESTRE_PORTA_IDENTITA: String(await freePort()),
  };
  const { stderr, codice } = await trimestre(argomenti, { ...porte, ...env });
  expect({ codice, righe: stderr.split('\n').length }, stderr).toEqual({ codice: 2, righe: 2 });
  return stderr.trimEnd().replace(/^trimestre: /, '');
}
