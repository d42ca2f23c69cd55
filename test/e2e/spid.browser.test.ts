import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cartellaMetadati } from '../../src/identita/cartella-metadati.ts';
import { PASSWORD_DI_PROVA } from '../../src/identita/persone-di-prova.ts';
import { type Identita, startIdentita } from '../../src/identita/server.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { freePort } from '../impianto/free-port.ts';
import { BIANCHI } from '../spid/banco-spid.ts';
import { type Ambiente, startAmbiente } from './ambiente.ts';

const clock = { now: () => new Date('2026-11-22T10:00:00Z') };
const LARGO = { width: 1280, height: 800 };
const TELEFONO = { width: 360, height: 740 };

let browser: Browser;
let ambiente: Ambiente;
let identita: Identita;
let contesto: BrowserContext;
let proteste: string[];
const cartella = mkdtempSync(join(tmpdir(), 'trimestre-identita-e2e-'));

beforeAll(async () => {
  const [portaPortale, portaIdentita] = [await freePort(), await freePort()];
  // Another site than the portal's, as a real provider is: cookies and forms are then judged as between strangers.
  const baseUrl = `http://127.0.0.1:${portaIdentita}`;
  identita = await startIdentita({
    host: '127.0.0.1',
    port: portaIdentita,
    baseUrl,
    servizio: `http://localhost:${portaPortale}`,
    cartella,
    persone: [{ ...BIANCHI, password: PASSWORD_DI_PROVA, descrizione: 'una collaboratrice' }],
    clock,
  });
  ambiente = await startAmbiente(clock, {
    TRIMESTRE_PORTA: String(portaPortale),
    TRIMESTRE_SPID_FORNITORI: cartellaMetadati(cartella),
  });
  browser = await openBrowser();
});
afterEach(async () => {
  await contesto.close();
  expect(proteste).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await ambiente.close();
  await identita.close();
  rmSync(cartella, { recursive: true });
});

/** A page whose console must stay silent: a form or script that the policy stops would speak there. */
async function open(viewport: { width: number; height: number }): Promise<Page> {
  contesto = await newContext(browser, { viewport });
  proteste = [];
  const page = await contesto.newPage();
  page.on('console', (m) => {
    // The page that says why nobody came in is a 403, which the browser notes.
    if (m.type() === 'error' && !m.text().includes('403')) proteste.push(m.text());
  });
  page.on('pageerror', (errore) => proteste.push(errore.message));
  await page.goto(ambiente.url + percorsi.accesso);
  return page;
}

/** Nothing breaks WCAG 2.2 A and AA, nothing runs out at the side. */
async function check(page: Page, dove: string): Promise<void> {
  const regole = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(regole).setLegacyMode(true).analyze();
  expect(
    violations.map(({ id, nodes }) => `${dove}: ${id} ${nodes.map((n) => n.target.join(' ')).join(', ')}`),
  ).toEqual([]);
  const troppo = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(troppo, dove).toBe(0);
}

/** From the button to the consent, as the guides tell it. */
async function toConsent(page: Page): Promise<void> {
  await page.getByText('Entra con SPID').click();
  await check(page, 'accesso');
  await page.getByRole('button', { name: 'Molo di prova' }).click();
  await page.getByRole('heading', { name: 'Accedi con le tue credenziali' }).waitFor();
  await check(page, 'credenziali');
  await page.getByLabel('Nome utente').fill(BIANCHI.utente);
  await page.getByLabel('Password').fill(PASSWORD_DI_PROVA);
  await page.getByRole('button', { name: 'Entra' }).click();
  await check(page, 'SMS');
  const codice = /\d{6}/.exec(await page.locator('.sms').innerText())?.[0] ?? '';
  await page.getByLabel('Codice di 6 cifre').fill(codice);
  await page.getByRole('button', { name: 'Conferma' }).click();
  await page.getByRole('heading', { name: 'Dati che saranno inviati' }).waitFor();
}

describe('coming in with SPID, from another site', () => {
  it.each([
    ['desktop', LARGO],
    ['phone', TELEFONO],
  ])('on a %s: provider, password, SMS, consent, then out here and there', async (_nome, viewport) => {
    const page = await open(viewport);
    await toConsent(page);
    await check(page, 'consenso');
    expect(await page.locator('dd').allInnerTexts()).toEqual(['Lucia', 'Bianchi', BIANCHI.codiceFiscale, '1958-05-12']);
    await page.getByRole('button', { name: 'Acconsento', exact: true }).click();
    await page.getByRole('heading', { name: 'Che cosa devo fare ora' }).waitFor();
    expect(page.url()).toBe(ambiente.url + percorsi.daFare);
    expect(await page.locator('.utente-nome').innerText()).toContain('Lucia Bianchi');
    await page.getByRole('navigation', { name: 'Sezioni del servizio' }).getByRole('button', { name: 'Esci' }).click();
    await page.waitForURL(ambiente.url + percorsi.uscita);
    await page.goto(ambiente.url + percorsi.daFare);
    expect(page.url()).toContain(percorsi.accesso);
  });

  it('by keyboard alone', async () => {
    const page = await open(LARGO);
    const fino = async (nome: string): Promise<void> => {
      for (let i = 0; i < 60; i += 1) {
        await page.keyboard.press('Tab');
        const testo = await page.evaluate<string>(
          '(() => { const e = document.activeElement; return (e.labels?.[0] ?? e).textContent.trim(); })()',
        );
        if (testo === nome) return;
      }
      throw new Error(`no way to «${nome}» by Tab`);
    };
    await fino('Entra con SPID');
    await page.keyboard.press('Enter');
    await fino('Faro di prova');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Accedi con le tue credenziali' }).waitFor();
    await fino('Nome utente');
    await page.keyboard.type(BIANCHI.utente);
    await fino('Password');
    await page.keyboard.type(PASSWORD_DI_PROVA);
    await page.keyboard.press('Enter');
    const codice = /\d{6}/.exec(await page.locator('.sms').innerText())?.[0] ?? '';
    await fino('Codice di 6 cifre');
    await page.keyboard.type(codice);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dati che saranno inviati' }).waitFor();
    await fino('Acconsento');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Che cosa devo fare ora' }).waitFor();
  });

  it('AB-29: a forged answer ends on a page that says so, and leads back', async () => {
    const page = await open(TELEFONO);
    await toConsent(page);
    await page.getByText('Guasti e casi di prova').click();
    await page.getByLabel('Risposta').selectOption('xsw3');
    await check(page, 'guasti');
    await page.getByRole('button', { name: 'Acconsento', exact: true }).click();
    await page.getByRole('heading', { name: 'L’accesso con SPID non è riuscito' }).waitFor();
    await check(page, 'esito');
    await page.getByRole('link', { name: 'Torna all’accesso e riprova' }).click();
    expect(page.url()).toBe(ambiente.url + percorsi.accesso);
  });
});
