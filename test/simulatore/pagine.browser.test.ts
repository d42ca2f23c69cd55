import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { type Banco, avviaBanco, finche, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';

const REGOLE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
let browser: Browser;
let banco: Banco;
let ente: EnteAvvisi;
beforeAll(async () => {
  ente = await avviaEnteAvvisi();
  [browser, banco] = await Promise.all([
    openBrowser(),
    avviaBanco({ stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi: 2 }] }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await banco.close();
  await ente.close();
});

/** No violation, one main heading, the banner of the simulation, nothing to scroll sideways on a phone. */
async function controlla(page: Page, dove: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(REGOLE).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${dove}: ${id} ${nodes.map((nodo) => nodo.html).join(' ')}`)).toEqual([]);
  expect(await page.locator('h1').count(), dove).toBe(1);
  expect(await page.locator('.simulato strong').textContent(), dove).toMatch(/SIMULA|SIMULIERTE/);
  await page.setViewportSize({ width: 320, height: 800 });
  const troppo = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(troppo, `${dove}: wider than the screen`).toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A page that remembers what the browser complained of. */
async function apri(javaScriptEnabled = true): Promise<{ page: Page; lamentele: string[] }> {
  const page = await (await newContext(browser, { javaScriptEnabled, locale: 'en-US' })).newPage();
  const lamentele: string[] = [];
  page.on('console', (messaggio) => {
    if (messaggio.type() === 'error' && !messaggio.text().includes('status of 4')) lamentele.push(messaggio.text());
  });
  return { page, lamentele };
}

describe('the citizen’s pages', () => {
  it.each(['it', 'en', 'de'])('are sound in language %s, from the landing page to the outcome', async (lingua) => {
    const { page, lamentele } = await apri();
    const { url } = await banco.carrello(2);
    await page.goto(`${url}&lang=${lingua}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(lingua);
    await controlla(page, 'accesso');
    await page.locator('button[value=email]').click();
    await controlla(page, 'accesso con errore');
    await page.locator(`.lingue a[lang=${lingua}]`).click();
    await controlla(page, 'accesso nella lingua scelta dopo l’errore');
    expect(await page.locator('#email').count(), 'the language links lead to the same page').toBe(1);
    await page.fill('#email', 'alessandra@example.org');
    await page.locator('button[value=email]').click();
    await controlla(page, 'metodo');
    await page.locator('button[value=carta]').click();
    await controlla(page, 'carta');
    await page.locator('main button[type=submit]').click();
    await controlla(page, 'psp');
    await page.locator('main button[type=submit]').click();
    await controlla(page, 'riepilogo');
    await page.locator('a.esci').click();
    await controlla(page, 'uscita');
    await page.locator('form a.pulsante').click();
    await page.locator('button[value=conto]').click();
    await page.locator('main button[type=submit]').click();
    await page.locator('main button[type=submit]').click();
    await controlla(page, 'banca');
    await page.locator('button[value=nega]').click();
    await controlla(page, 'esito');
    expect(lamentele).toEqual([]);
  });

  it('work without JavaScript, and lead back to the creditor', async () => {
    const { page } = await apri(false);
    const { url, idSession } = await banco.carrello();
    await page.goto(url);
    await page.locator('button[value=spid]').click();
    await page.locator('button[value=carta]').click();
    await page.locator('input[value=buona]').check();
    await page.locator('main button[type=submit]').click();
    await page.locator('main button[type=submit]').click();
    const daPagare = /[\d.,]+/.exec(await page.locator('main button[type=submit]').innerText())?.[0] ?? 'nothing';
    await page.locator('main button[type=submit]').click();
    expect(await page.locator('h1').textContent()).toBe('Pagamento preso in carico');
    expect(await page.locator('.esito').innerText(), 'what was authorised, fee and all').toContain(daPagare);
    const ritorno = new URL((await page.locator('main a.pulsante').getAttribute('href')) ?? '');
    expect(Object.fromEntries(ritorno.searchParams)).toMatchObject({ idSession, esito: 'DIFFERITO' });
    await page.goBack();
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Pagamento preso in carico');
  });

  it('say when a payment does not exist', async () => {
    const { page } = await apri();
    await page.goto(`${banco.url}/wallet/welcome?idSession=nessuna`);
    await controlla(page, 'non trovato');
    await page.goto(`${banco.url}/wallet/welcome?idSession=nessuna&lang=de`);
    expect(await page.locator('h1').textContent()).toBe('Etwas stimmt nicht');
    await page.goto(`${banco.url}/nulla`);
    expect(await page.locator('html').getAttribute('lang'), 'the language of the browser').toBe('en');
  });
});

describe('the first page', () => {
  it.each(['it', 'en', 'de'])('says in language %s what answers here', async (lingua) => {
    const { page } = await apri();
    await page.goto(`${banco.url}/?lang=${lingua}`);
    await controlla(page, `inizio ${lingua}`);
    expect(await page.locator('main').innerText()).toContain(`${banco.url}/webservices/input`);
    await page.locator('main a').first().click();
    expect([new URL(page.url()).pathname, await page.locator('html').getAttribute('lang')]).toEqual([
      '/sportello',
      lingua,
    ]);
  });
});

describe('the counter’s and the operator’s pages', () => {
  it('are sound, with something to show and without', async () => {
    const { page, lamentele } = await apri();
    const { avviso } = ente.nuovo();
    await page.goto(`${banco.url}/sportello`);
    await controlla(page, 'sportello');
    await page.fill('#codice', '12');
    await page.locator('main button[type=submit]').click();
    await controlla(page, 'sportello con errore');
    expect(await page.locator('#codice-errore').textContent()).toContain('No code can be read');
    await page.fill('#codice', avviso);
    await page.locator('main button[type=submit]').click();
    await controlla(page, 'sportello verifica');
    await page.locator('button[value=incassa]').click();
    await controlla(page, 'sportello esito');
    await finche(() => ente.ricevute.length === 1, 'the receipt');
    banco.simulatore.regole.aggiungi({ quando: { iuv: '1' }, scenario: 'duplicato' });
    await page.goto(`${banco.url}/admin?lang=it`);
    await page.fill('#nome', 'tutto-rotto');
    await page.selectOption('#nodo\\.comportamento', 'lento');
    await page.locator('button[formaction="/admin/scenari"]').click();
    expect(await page.locator('main').innerText()).toContain('tutto-rotto');
    const pagine = ['', '/pagamenti', '/attivita', '/flussi', '/messaggi', '/messaggi?testo=nulla', '/messaggi/1'];
    pagine.push('/messaggi/confronto?primo=1&secondo=2', '/messaggi/confronto?primo=1&secondo=x');
    for (const lingua of ['it', 'de']) {
      for (const percorso of pagine) {
        const url = new URL(`${banco.url}/admin${percorso}`);
        url.searchParams.set('lang', lingua);
        await page.goto(url.href);
        await controlla(page, `admin${percorso} ${lingua}`);
      }
      await page.goto(`${banco.url}/prova?lang=${lingua}`);
      await controlla(page, `prova ${lingua}`);
    }
    await page.goto(`${banco.url}/admin/messaggi`);
    await page.locator('.lingue a[lang=en]').click();
    expect(await page.locator('h1').textContent()).toBe('Messages');
    await page.fill('#testo', avviso);
    await page.locator('form[role=search] button').click();
    await page.locator('td a').first().click();
    expect(await page.locator('h1').textContent()).toContain('paSendRT');
    await page.goto(`${banco.url}/enti-di-prova/99999990019/ritorno`);
    await controlla(page, 'ritorno di prova');
    await page.goto(`${banco.url}/admin/flussi`);
    await page.locator('main button[type=submit]').click();
    await controlla(page, 'admin con flussi');
    expect(lamentele).toEqual([]);
  });
});
