import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { newContext } from '../impianto/browser.ts';
import { scena } from './scena.ts';

/** All that comes for the first page, headers included: WCAG asks nothing of it, a phone with one bar does. Bytes. */
const PESO_MASSIMO = 100_000;

const inScena = scena('2026-11-22T10:00:00Z');

describe('the first page on the wire', () => {
  it.each([percorsi.home, percorsi.accesso, percorsi.calcolo])('%s: all of it within 100 KB', async (pagina) => {
    const contesto = await newContext(inScena.browser);
    const page = await contesto.newPage();
    const arrivi: Response[] = [];
    page.on('response', (arrivo) => arrivi.push(arrivo));
    await page.goto(inScena.ambiente.url + pagina, { waitUntil: 'networkidle' });
    const pesi = await Promise.all(
      arrivi.map(async (arrivo) => {
        const { responseBodySize, responseHeadersSize } = await arrivo.request().sizes();
        return [new URL(arrivo.url()).pathname, responseBodySize + responseHeadersSize] as const;
      }),
    );
    const totale = pesi.reduce((conto, [, byte]) => conto + byte, 0);
    expect(totale, JSON.stringify(pesi)).toBeLessThan(PESO_MASSIMO);
    for (const arrivo of arrivi) {
      const tipo = (await arrivo.headerValue('content-type')) ?? '';
      if (!/html|css|svg|javascript/.test(tipo) || (await arrivo.body()).length < 1024) continue;
      expect([arrivo.url(), await arrivo.headerValue('content-encoding')]).toEqual([arrivo.url(), 'br']);
    }
    await contesto.close();
  });
});
