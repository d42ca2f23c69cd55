import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from '../impianto/browser.ts';
import { startAmbiente, type Ambiente } from './ambiente.ts';

/** A browser, and a portal with its node on a day: there before the tests of a file, gone after them. */
export function scena(istante: string): { readonly browser: Browser; readonly ambiente: Ambiente } {
  let aperta: { readonly browser: Browser; readonly ambiente: Ambiente } | undefined;
  const ora = (): NonNullable<typeof aperta> => {
    if (aperta === undefined) throw new Error('nothing stands before the tests begin');
    return aperta;
  };
  beforeAll(async () => {
    const [browser, ambiente] = await Promise.all([openBrowser(), startAmbiente({ now: () => new Date(istante) })]);
    aperta = { browser, ambiente };
  });
  afterAll(async () => {
    await ora().browser.close();
    await ora().ambiente.close();
  });
  return {
    get browser() {
      return ora().browser;
    },
    get ambiente() {
      return ora().ambiente;
    },
  };
}
