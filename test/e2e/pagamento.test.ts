import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { startAmbiente, type Ambiente } from './ambiente.ts';
import { chooseCard, comeBack, confirmAndLeave, enterAs, pay, readTable, tabCount } from './passi.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };

let browser: Browser;
let ambiente: Ambiente;
let contesto: BrowserContext;
let page: Page;
let proteste: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  ambiente = await startAmbiente(clock);
  contesto = await newContext(browser);
  proteste = [];
  page = await openPage();
});
afterEach(async () => {
  await contesto.close();
  await ambiente.close();
  expect(proteste).toEqual([]);
});

/** A page whose console must stay silent: a blocked style, script or form would speak there. */
async function openPage(): Promise<Page> {
  const nuova = await contesto.newPage();
  nuova.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') proteste.push(m.text());
  });
  nuova.on('pageerror', (errore) => proteste.push(errore.message));
  return nuova;
}

describe('the real row', () => {
  it('stands on the page Bollettini as it stood on INPS’s page of January 2021', async () => {
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    expect(await page.locator('table thead th').allInnerTexts()).toEqual([
      'Codice rapporto',
      'Codice fiscale lavoratore',
      'Codice Inps',
      'Trimestre',
      'Data scadenza',
      'Importo €',
      'Elimina',
    ]);
    const [riga] = await readTable(page);
    expect(riga?.slice(0, 6)).toEqual([
      '99109784511',
      expect.stringMatching(/^PPSLNE79P43\w{5}\s+Popescu Elena$/),
      '991097845204027',
      '4/2020',
      expect.stringContaining('11/01/2021'),
      '338,00',
    ]);
    expect(await page.locator('table tfoot').innerText()).toMatch(/Importo bollettini\s+338,00/);
  });
});

describe('from the cart to the receipt', () => {
  it('removes one, pays the rest, waits for the receipt, and prints it', async () => {
    await enterAs(page, ambiente.url, 'Giovanni Ferrari');
    const prima = await tabCount(page, 'Bollettini');
    const righe = await readTable(page);
    await page
      .getByRole('link', { name: /^Elimina il bollettino/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Elimina il bollettino' }).click();
    expect(await tabCount(page, 'Bollettini')).toBe(prima - 1);
    const restano = (await readTable(page)).map((riga) => riga[2]);
    expect(restano).toEqual(righe.slice(1).map((riga) => riga[2]));

    const totale = await confirmAndLeave(page);
    await chooseCard(page, 'buona');
    await pay(page);
    await comeBack(page);
    await page.getByRole('heading', { name: /in attesa di conferma/ }).waitFor();
    expect(await tabCount(page, 'Pagamento Online pagoPA')).toBe(prima - 1);
    expect(await tabCount(page, 'Bollettini')).toBe(0);

    await page.getByRole('link', { name: 'Aggiorna' }).click();
    await page.getByRole('heading', { name: /in attesa di conferma/ }).waitFor();

    await ambiente.lasciaArrivareLeRicevute();
    await page.getByRole('link', { name: 'Aggiorna' }).click();
    await page.getByText('Pagamento riuscito').waitFor();
    await page.getByRole('link', { name: 'Vai a Pagamenti effettuati' }).click();
    const pagati = (await readTable(page)).filter((riga) => riga[3] === '22/11/2026');
    expect(pagati).toHaveLength(prima - 1);
    expect(await tabCount(page, 'Pagamento Online pagoPA')).toBe(0);
    const somma = pagati.reduce((conto, riga) => conto + Number(riga[5]?.replaceAll('.', '').replace(',', '')), 0);
    expect((somma / 100).toFixed(2).replace('.', ',')).toBe(totale.replace(/ €$/, '').replaceAll('.', ''));

    await page
      .locator('tr', { hasText: '22/11/2026' })
      .first()
      .getByRole('link', { name: /^Ricevuta/ })
      .click();
    const href = await page.getByRole('link', { name: /^Ricevuta in PDF/ }).getAttribute('href');
    const pdf = await contesto.request.get(ambiente.url + href);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives the money back to the cart after a refusal, and pays at the second try', async () => {
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    await confirmAndLeave(page);
    await chooseCard(page, 'negata');
    await pay(page);
    await comeBack(page);
    await ambiente.lasciaArrivareLeRicevute();
    await page.reload();
    await page.getByText('Pagamento non eseguito').waitFor();
    await page.getByRole('link', { name: 'Torna ai bollettini' }).click();
    expect((await readTable(page)).map((riga) => riga[2])).toEqual(['991097845204027']);

    await confirmAndLeave(page);
    await chooseCard(page, 'buona');
    await pay(page);
    await comeBack(page);
    await ambiente.lasciaArrivareLeRicevute();
    await page.getByRole('link', { name: 'Pagamenti effettuati' }).click();
    expect((await readTable(page)).map((riga) => `${riga[2]} ${riga[5]}`)).toContain('4/2020 338,00');
  });

  it('puts the bollettino back when the person leaves the payment pages', async () => {
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    await confirmAndLeave(page);
    await page.locator('a.esci').click();
    await page.locator('form[action="/wallet/annulla"] button').click();
    await comeBack(page);
    await ambiente.lasciaArrivareLeRicevute();
    await page.reload();
    await page.getByText('Pagamento non eseguito').waitFor();
    expect(await tabCount(page, 'Bollettini')).toBe(1);
  });

  it('closes the payment of who shut the browser before coming back', async () => {
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    await confirmAndLeave(page);
    await chooseCard(page, 'buona');
    await pay(page);
    await contesto.close();
    await ambiente.lasciaArrivareLeRicevute();
    contesto = await newContext(browser);
    page = await openPage();
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    expect(await tabCount(page, 'Bollettini')).toBe(0);
    await page.getByRole('link', { name: 'Pagamenti effettuati' }).click();
    expect((await readTable(page)).map((riga) => riga[2])).toContain('4/2020');
  });

  it('works without JavaScript from the way in to the receipt', async () => {
    await contesto.close();
    contesto = await newContext(browser, { javaScriptEnabled: false });
    page = await openPage();
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    await confirmAndLeave(page);
    await chooseCard(page, 'buona');
    await pay(page);
    await comeBack(page);
    await ambiente.lasciaArrivareLeRicevute();
    await page.getByRole('link', { name: 'Aggiorna' }).click();
    await page.getByText('Pagamento riuscito').waitFor();
  });

  it('splits more than five bollettini into payments made one after the other', async () => {
    await enterAs(page, ambiente.url, 'Maria Rossi');
    const quanti = await tabCount(page, 'Bollettini');
    expect(quanti).toBeGreaterThan(5);
    await page.getByRole('button', { name: 'Conferma e Paga Online' }).click();
    expect(await page.locator('table caption').allInnerTexts()).toEqual(['Pagamento 1 di 2', 'Pagamento 2 di 2']);
    await page.getByRole('button', { name: /^Conferma e paga/ }).click();
    await page.getByRole('heading', { name: 'Stai per passare a pagoPA – pagamento 1 di 2' }).waitFor();
    await page.getByRole('button', { name: 'Prosegui su pagoPA' }).click();
    await chooseCard(page, 'buona');
    await pay(page);
    await comeBack(page);
    await page.getByRole('link', { name: 'Prosegui con il pagamento 2 di 2' }).click();
    await page.getByRole('button', { name: 'Prosegui su pagoPA' }).click();
    await chooseCard(page, 'buona');
    await pay(page);
    await comeBack(page);
    await ambiente.lasciaArrivareLeRicevute();
    await page.getByRole('link', { name: 'Pagamenti effettuati' }).click();
    expect((await readTable(page)).filter((riga) => riga[3] === '22/11/2026')).toHaveLength(quanti);
  });
});

describe('what may not pay twice', () => {
  it('a second Conferma in another tab leads to the same payment; the back button too', async () => {
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    await page.getByRole('button', { name: 'Conferma e Paga Online' }).click();
    const altra = await openPage();
    await altra.goto(page.url());
    await page.getByRole('button', { name: /^Conferma e paga/ }).click();
    await altra.getByRole('button', { name: /^Conferma e paga/ }).click();
    await page.getByRole('heading', { name: /^Stai per passare a pagoPA/ }).waitFor();
    await altra.getByRole('heading', { name: /^Stai per passare a pagoPA/ }).waitFor();
    expect(altra.url()).toBe(page.url());
    await page.getByRole('button', { name: 'Prosegui su pagoPA' }).click();
    await page.waitForURL('**/wallet/**');
    await altra.getByRole('button', { name: 'Prosegui su pagoPA' }).click();
    await altra.waitForURL('**/wallet/**');
    expect(new URL(altra.url()).searchParams.get('idSession')).toBe(new URL(page.url()).searchParams.get('idSession'));
  });

  it('a forged return changes nothing', async () => {
    await enterAs(page, ambiente.url, 'Lucia Bianchi');
    await confirmAndLeave(page);
    const idSession = new URL(page.url()).searchParams.get('idSession') ?? '';
    const { codiceFiscale } = ambiente.app.impostazioni.ente;
    await page.goto(`${ambiente.url}${percorsi.ritorno}?idDominio=${codiceFiscale}&idSession=${idSession}&esito=OK`);
    await page.getByRole('heading', { name: /in attesa di conferma/ }).waitFor();
    await page.getByRole('link', { name: 'Pagamenti effettuati' }).click();
    expect((await readTable(page)).map((riga) => riga[2])).not.toContain('4/2020');
  });
});
