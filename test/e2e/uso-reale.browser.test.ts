import { AxeBuilder } from '@axe-core/playwright';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBarcodes } from 'zxing-wasm/reader';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadSegreti } from '../../src/impostazioni/segreti.ts';
import { loadImpostazioniReali } from '../../src/impostazioni/uso-reale.ts';
import { startPortale } from '../../src/portale/avvio.ts';
import { createLog } from '../../src/portale/http/log.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { percorsiReali } from '../../src/portale/percorsi-reali.ts';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { freePort } from '../impianto/free-port.ts';
import { avvisoDellInps, fotografato } from '../portale/avviso-dell-inps.ts';
import { ADESSO, CODICE_INIZIO, DATORE, FRASE, RAPPORTO } from '../portale/famiglia-di-prova.ts';

const FRASE_COPIA = 'la copia sta nel cassetto';

const cartelle: string[] = [];
const chiudere: (() => Promise<void>)[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  for (const chiudi of chiudere) await chiudi();
  await browser.close();
  for (const cartella of cartelle) rmSync(cartella, { recursive: true, force: true });
});

/** A family's portal as `trimestre serve --reale` starts it, in a folder where nobody has begun. */
async function startFamiglia(): Promise<string> {
  const dati = mkdtempSync(join(tmpdir(), 'trimestre-reale-'));
  cartelle.push(dati);
  const porta = String(await freePort());
  const lette = loadImpostazioniReali({ TRIMESTRE_DATI: dati, TRIMESTRE_PORTA: porta });
  const segreti = loadSegreti(lette);
  const app = await createApplicazione(
    { ...lette, segretoNodo: segreti.nodo },
    { clock: { now: () => new Date(ADESSO) }, attesaBloccoMs: 1_000 },
  );
  await app.migrate();
  const log = createLog('info', { write: () => undefined });
  const portale = await startPortale(app, segreti, { log, codiceInizio: CODICE_INIZIO });
  chiudere.push(async () => {
    await portale.close();
    await app.close();
  });
  return lette.urlPortale;
}

/** The values can be selected, and no button promises what it cannot do. */
async function withoutScripts(page: Page, chi: Browser, opzioni: object): Promise<void> {
  const storageState = await page.context().storageState();
  const contesto = await newContext(chi, { ...opzioni, storageState, javaScriptEnabled: false });
  const muta = await contesto.newPage();
  await muta.goto(new URL(percorsi.pagamenti, page.url()).href);
  await muta.getByRole('link', { name: /^Bollettino 3\/2026/ }).click();
  expect(await muta.locator('#valore-ore').isVisible()).toBe(true);
  expect(await muta.getByRole('button', { name: 'Copia', exact: true }).count()).toBe(0);
  await contesto.close();
}

async function seen(page: Page, nome: string): Promise<void> {
  // The same elements in the same order on both screens: one of them is looked at.
  if ((page.viewportSize()?.width ?? 0) > 800) {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${nome}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  const oltre = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect(oltre, nome).toBeLessThanOrEqual(0);
}

describe.each([
  ['scrivania', { viewport: { width: 1280, height: 800 } }],
  ['telefono', { viewport: { width: 390, height: 844 } }],
])('a family pays a quarter: %s', (_dove, opzioni) => {
  it('from INPS’s form to the receipt, and back from a copy in an empty folder', async () => {
    const url = await startFamiglia();
    const contesto = await newContext(browser, { ...opzioni, acceptDownloads: true });
    await contesto.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await contesto.newPage();
    await page.goto(`${url}${percorsiReali.inizio}?codice=${CODICE_INIZIO}`);
    await seen(page, 'inizio');
    await page.getByLabel('Cognome').fill(DATORE.cognome);
    await page.getByLabel('Nome', { exact: true }).fill(DATORE.nome);
    await page.getByLabel('Codice fiscale').fill(DATORE.codiceFiscale);
    await page.getByLabel('Frase', { exact: true }).fill(FRASE);
    await page.getByLabel('La stessa frase').fill(FRASE);
    await page.getByRole('button', { name: 'Comincia' }).click();
    await expectHeading(page, 'Che cosa devo fare ora');
    await seen(page, 'da fare, vuoto');
    await page.getByRole('link', { name: 'Rapporti di lavoro' }).click();
    await page.getByRole('link', { name: 'Aggiungi un rapporto' }).click();
    for (const [nome, valore] of Object.entries(RAPPORTO)) await page.locator(`#${nome}`).fill(valore);
    await seen(page, 'rapporto nuovo');
    await page.getByRole('button', { name: 'Salva il rapporto' }).click();
    await seen(page, 'rapporti');

    await page.goto(url + percorsi.daFare);
    await seen(page, 'da fare');
    await page.goto(`${url}${percorsi.calcolo}?numero=3&anno=2026`);
    await page.getByRole('button', { name: 'Aggiungi ai bollettini' }).click();
    await expectHeading(page, 'Bollettini da pagare');
    await seen(page, 'bollettini');
    expect(await page.locator('main').innerText()).not.toMatch(/codice avviso|IUV/i);
    await page.getByRole('link', { name: /^Bollettino 3\/2026/ }).click();
    await seen(page, 'pratica');
    const voci = await page.locator('.da-copiare li').allInnerTexts();
    expect(voci.map((voce) => voce.split('\n')[0])).toEqual([
      'Codice fiscale del datore di lavoro',
      'Codice rapporto di lavoro',
      'Trimestre e anno',
      'Ore retribuite nel trimestre',
      'Settimane retribuite',
      'Retribuzione oraria effettiva',
      'Codice dell’assistenza contrattuale',
      'Importo dell’assistenza contrattuale',
      'Data di cessazione',
    ]);
    expect(await page.locator('#valore-ore').innerText()).toBe('325');
    expect(await page.locator('#valore-settimane').innerText()).toBe('1111111111111');
    await page.getByRole('button', { name: 'Copia' }).nth(3).click();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('325');

    const importo = Math.round(
      100 * Number((await page.locator('.grande').first().innerText()).replace(/[^\d,]/g, '').replace(',', '.')),
    );
    const foto = await fotografato(avvisoDellInps(importo));
    await page.locator('#file').setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: foto });
    await page.getByRole('button', { name: 'Leggi e confronta' }).click();
    await page.getByText('lo stesso importo calcolato qui').first().waitFor();
    await seen(page, 'pratica con avviso');
    const quadro = await page.locator('.qr-grande').screenshot();
    const [letto] = await readBarcodes(new Blob([new Uint8Array(quadro)]), { formats: ['QRCode'] });
    expect(letto?.text).toMatch(new RegExp(`^PAGOPA\\|002\\|348\\d{15}\\|80078750587\\|${importo}$`));

    await page.locator('#pagatoIl').fill('28/11/2026');
    await page.locator('#ricevuta').setInputFiles({
      name: 'ricevuta.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(avvisoDellInps(importo)),
    });
    await page.getByRole('button', { name: 'Segna come pagato' }).click();
    await page.getByText('segnato come pagato').waitFor();
    await seen(page, 'pagato');
    await page.goto(url + percorsi.pagamenti);
    await seen(page, 'pagamenti');
    await page.getByRole('link', { name: 'Contributi pagati nel 2026' }).click();
    expect(await page.locator('main').innerText()).toContain('28/11/2026');
    await seen(page, 'attestazione');

    await page.goto(url + percorsiReali.copia);
    await seen(page, 'copia');
    await page.getByLabel('Frase della copia').fill(FRASE_COPIA);
    await page.getByLabel('La stessa frase').fill(FRASE_COPIA);
    const [scaricata] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica la copia' }).click(),
    ]);
    const copia = join(cartelle[0] ?? tmpdir(), 'casa.copia');
    await scaricata.saveAs(copia);
    await withoutScripts(page, browser, opzioni);
    await contesto.close();

    const altrove = await startFamiglia();
    const nuovo = await newContext(browser, opzioni);
    const di = await nuovo.newPage();
    await di.goto(`${altrove}${percorsiReali.ripristina}?codice=${CODICE_INIZIO}`);
    await seen(di, 'ripristina');
    await di.getByLabel('Frase della copia').fill('non è questa, no');
    await di.locator('#file').setInputFiles(copia);
    await di.getByRole('button', { name: 'Ripristina' }).click();
    await di.getByText('La frase non apre questa copia').first().waitFor();
    await di.getByLabel('Frase della copia').fill(FRASE_COPIA);
    await di.locator('#file').setInputFiles(copia);
    await di.getByRole('button', { name: 'Ripristina' }).click();
    await expectHeading(di, 'Entra');
    await seen(di, 'entra');
    await di.getByLabel('La tua frase').fill(FRASE);
    await di.getByRole('button', { name: 'Entra' }).click();
    await di.goto(altrove + percorsi.pagamenti);
    expect(await di.locator('main').innerText()).toContain('Pagato, con ricevuta');
    await di.getByRole('link', { name: /^Bollettino 3\/2026/ }).click();
    const file = di.getByRole('link', { name: /^Avviso dell’INPS \(PNG\)/ });
    const tenuto = await nuovo.request.get(altrove + ((await file.getAttribute('href')) ?? ''));
    expect((await tenuto.body()).equals(foto)).toBe(true);
    await nuovo.close();
  }, 240_000);
});

async function expectHeading(page: Page, testo: string): Promise<void> {
  await page.getByRole('heading', { name: testo, exact: true }).waitFor();
}
