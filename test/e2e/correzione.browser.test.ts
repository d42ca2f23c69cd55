import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { startAmbiente, type Ambiente } from './ambiente.ts';
import { chooseCard, comeBack, confirmAndLeave, enterAs, pay } from './passi.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };

let browser: Browser;
let ambiente: Ambiente;
let contesto: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  ambiente = await startAmbiente(clock);
});
afterEach(async () => {
  await contesto.close();
  await ambiente.close();
});

async function enter(viewport: { width: number; height: number }): Promise<void> {
  contesto = await newContext(browser, { viewport });
  page = await contesto.newPage();
  await enterAs(page, ambiente.url, 'Lucia Bianchi');
}

/** Tells a quarter of 2026 at so many hours a week, and stops at what issuing would come to. */
async function racconta(numero: number, ore: string): Promise<string> {
  await page.goto(`${ambiente.url}${percorsi.calcolo}?numero=${numero}&anno=2026`);
  await page.getByLabel('Ore retribuite a settimana').fill(ore);
  await page.getByRole('button', { name: /^(C|Ric)alcola$/ }).click();
  const testo = await page.locator('#esito').innerText();
  // Nothing runs out of the page at the side.
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(
    0,
  );
  return testo.replaceAll(/\s+/g, ' ');
}

async function press(nome: string | RegExp): Promise<string> {
  await page.getByRole('button', { name: nome }).click();
  return (await page.getByRole('status').first().innerText()).replaceAll(/\s+/g, ' ');
}

/** What a counter is told of a code. */
async function allaCassa(codice: string): Promise<string> {
  const cassa = await contesto.newPage();
  await cassa.goto(`${ambiente.app.impostazioni.urlNodo}/sportello`);
  await cassa.locator('#codice').fill(codice);
  await cassa.locator('button.pulsante').first().click();
  const testo = await cassa.locator('main').innerText();
  await cassa.close();
  return testo;
}

async function sommaDelTrimestre(numero: number): Promise<number> {
  const righe = await ambiente.app
    .knex('bollettini')
    .join('rapporti', 'rapporti.id', 'bollettini.rapporto_id')
    .where({ codice: '99109784511', trimestre_anno: 2026, trimestre_numero: numero })
    .whereNot({ stato: 'eliminato' })
    .select<{ importo: number }[]>('importo');
  return righe.reduce((somma, { importo }) => somma + importo, 0);
}

describe.each([
  ['at a desk', { width: 1280, height: 900 }],
  ['on a phone', { width: 375, height: 800 }],
])('a quarter over the 24 hours, %s', (_, viewport) => {
  it('unpaid, down and up: one bollettino at a time, and the dead one is refused at a counter', async () => {
    await enter(viewport);
    await racconta(3, '25');
    await press('Aggiungi ai bollettini');
    expect(await sommaDelTrimestre(3)).toBe(40_300);
    expect(await racconta(3, '20')).toMatch(/Non è ancora pagato: 403,00 €, codice avviso 3010/);
    const detto = await press('Sostituisci il bollettino');
    const [nuovo = '', morto = ''] = [...detto.matchAll(/codice avviso ([\d ]+),/g)].map(([, codice]) => codice ?? '');
    expect(detto).toMatch(/Emesso: 3\/2026, .*Annullato: 3\/2026, 403,00 €/);
    expect(await allaCassa(morto)).toMatch(/annullat/i);
    expect(await allaCassa(nuovo)).not.toMatch(/annullat/i);
    await racconta(3, '25');
    await press('Sostituisci il bollettino');
    expect(await sommaDelTrimestre(3)).toBe(40_300);
    expect(await racconta(3, '25')).toContain('C’è già un bollettino che chiede questo importo');
  });

  it('paid, down: the difference is paid as an integration; up again: what is to be asked back', async () => {
    await enter(viewport);
    // Nothing else in the cart: what is confirmed is this quarter.
    await ambiente.app.knex('bollettini').where({ stato: 'nel-carrello' }).update({ stato: 'eliminato' });
    await racconta(3, '25');
    await press('Aggiungi ai bollettini');
    await payTheCart();
    const vista = await racconta(3, '20');
    const [, manca = ''] = /Mancano ([\d,.]+) €/.exec(vista) ?? [];
    expect(vista).toContain('già stati versati 403,00 €');
    await press(`Prepara l’integrazione di ${manca} €`);
    const dovuto = await sommaDelTrimestre(3);
    expect(dovuto).toBe(40_300 + Number(manca.replace(',', '')));
    expect(await payTheCart()).toContain(manca);
    expect(await racconta(3, '20')).toContain('non c’è altro da versare');
    const meno = await racconta(3, '25');
    expect(meno).toContain(`${manca} € più del dovuto`);
    expect(await sommaDelTrimestre(3)).toBe(dovuto);
  });
});

async function payTheCart(): Promise<string> {
  await page.goto(ambiente.url + percorsi.bollettini);
  const totale = await confirmAndLeave(page);
  await chooseCard(page, 'buona');
  await pay(page);
  await comeBack(page);
  await ambiente.lasciaArrivareLeRicevute();
  return totale;
}
