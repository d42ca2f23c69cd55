import type { Page } from 'playwright-core';
import { percorsi } from '../../src/portale/percorsi.ts';

/** What a person does, page by page; selectors are what they read on the buttons. */

export async function enterAs(page: Page, url: string, nome: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: 'Entra nel servizio' }).click();
  if (!page.url().endsWith(percorsi.accesso)) throw new Error(`not at the way in: ${page.url()}`);
  await page.getByRole('button', { name: nome }).click();
  await page.getByRole('heading', { name: 'Che cosa devo fare ora' }).waitFor();
  await page.getByRole('link', { name: /^Bollettini/ }).click();
  await page.getByRole('heading', { name: 'Bollettini' }).waitFor();
}

/** From the tab Bollettini to the node's first page. Resolves with what the review said was to be paid. */
export async function confirmAndLeave(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Conferma e Paga Online' }).click();
  const conferma = page.getByRole('button', { name: /^Conferma e paga/ });
  const testo = await conferma.innerText();
  await conferma.click();
  await page.getByRole('heading', { name: /^Stai per passare a pagoPA/ }).waitFor();
  await page.getByRole('button', { name: 'Prosegui su pagoPA' }).click();
  await page.waitForURL('**/wallet/**');
  return testo.replace(/^Conferma e paga\s*/, '').replaceAll('\u00a0', ' ');
}

/** On the node's pages: e-mail, card, PSP. Stops at the summary. */
export async function chooseCard(page: Page, carta: 'buona' | 'negata'): Promise<void> {
  await page.locator('#email').fill('prova@example.org');
  await page.locator('button[name=modo][value=email]').click();
  await page.locator('button[name=metodo][value=carta]').click();
  await page.locator(`input[name=carta][value=${carta}]`).check();
  await page.locator('form[action="/wallet/carta"] button').click();
  await page.locator('input[name=canale]').first().check();
  await page.locator('form[action="/wallet/psp"] button').click();
}

export async function pay(page: Page): Promise<void> {
  await page.locator('form[action="/wallet/paga"] button').click();
}

/** From the node's thank-you page back to the portal. */
export async function comeBack(page: Page): Promise<void> {
  await page.locator('.esito a.pulsante').click();
  await page.waitForURL(`**${percorsi.pagamentoOnline}/**`);
}

/** The text of a table, row by row, as people read it. */
export async function readTable(page: Page): Promise<string[][]> {
  const righe = await page.locator('table tbody tr').all();
  return Promise.all(righe.map(async (riga) => (await riga.locator('td, th').allInnerTexts()).map((t) => t.trim())));
}

/** The number a tab shows: `Bollettini (3)` → 3. */
export async function tabCount(page: Page, nome: string): Promise<number> {
  const testo = await page.getByRole('navigation', { name: 'Sezioni del servizio' }).getByText(nome).innerText();
  return Number(/\((\d+)\)/.exec(testo)?.[1]);
}
