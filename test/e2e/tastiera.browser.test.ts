import type { Page } from 'playwright-core';
import { describe, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { newContext } from '../impianto/browser.ts';
import { scena } from './scena.ts';

const inScena = scena('2026-11-22T10:00:00Z');

describe('keyboard alone', () => {
  it('walks from the way in to the node’s page', async () => {
    const page = await (await newContext(inScena.browser)).newPage();
    await page.goto(inScena.ambiente.url + percorsi.accesso);
    await tabTo(page, 'Niccolò D’Angelo');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Che cosa devo fare ora' }).waitFor();
    await tabTo(page, 'Bollettini');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bollettini' }).waitFor();
    await tabTo(page, 'Conferma e Paga Online');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Riepilogo del pagamento' }).waitFor();
    await tabTo(page, 'Conferma e paga');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Stai per passare/ }).waitFor();
    await tabTo(page, 'Prosegui su pagoPA');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/wallet/**');
  });
});

/** Presses Tab until the focused thing says `testo`. */
async function tabTo(page: Page, testo: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const fuoco = String(await page.evaluate('document.activeElement?.innerText ?? ""'));
    if (fuoco.replace(/\s+/g, ' ').trim().startsWith(testo)) return;
  }
  throw new Error(`the Tab key does not reach «${testo}»`);
}
