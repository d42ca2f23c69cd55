import { buffer } from 'node:stream/consumers';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { INTESTAZIONE_AVVISI, righeAvvisi } from '../lotti/avvisi-generati.ts';
import { INTESTAZIONE, righeGenerate } from '../lotti/righe-generate.ts';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { startAmbiente, type Ambiente } from './ambiente.ts';

let browser: Browser;
let ambiente: Ambiente;
let contesto: BrowserContext;
let page: Page;
const proteste: string[] = [];

beforeAll(async () => {
  [browser, ambiente] = await Promise.all([openBrowser(), startAmbiente({ now: () => new Date() })]);
});
afterAll(async () => {
  await browser.close();
  await ambiente.close();
  expect(proteste).toEqual([]);
});
beforeEach(async () => {
  contesto = await newContext(browser);
  page = await contesto.newPage();
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') proteste.push(m.text());
  });
  page.on('pageerror', (errore) => proteste.push(errore.message));
  const { segreto } = await ambiente.app.accesso.creaToken('studio');
  await page.goto(ambiente.url + percorsi.lotti);
  await page.getByLabel('Token').fill(segreto);
  await page.getByRole('button', { name: 'Accedi' }).click();
});
afterEach(() => contesto.close());

async function send(cosa: string, nome: string, righe: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: cosa }).click();
  const buffer = Buffer.from(`${righe.join('\r\n')}\r\n`);
  await page.getByLabel('Il file dei rapporti').setInputFiles({ name: nome, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: /^(Calcola|Emetti e stampa)$/ }).click();
  await page.getByRole('heading', { name: `Lotto ${nome}` }).waitFor();
}

async function download(nome: RegExp): Promise<Buffer> {
  const [scaricato] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: nome }).click(),
  ]);
  return buffer(await scaricato.createReadStream());
}

describe('a file, from the upload to what comes of it', () => {
  it('amounts: the page follows the work by itself, names what is refused, gives the rest', async () => {
    const righe = [...righeGenerate(30_000, 1000)];
    await send('Calcola gli importi di un file', 'studio.csv', [INTESTAZIONE, ...righe.map(({ linea }) => linea)]);
    await page.getByText('Finito, con righe rifiutate').first().waitFor();
    await page.getByText('30.000, 30 rifiutate').waitFor();
    const importi = (await download(/^importi\.csv/)).toString('utf8').trimEnd().split('\r\n');
    const ids = importi.slice(1).map((riga) => riga.replace('\ufeff', '').split(';')[0]);
    expect(new Set(ids).size).toBe(30_000 - 30);
    expect((await download(/^errori\.csv/)).toString().trimEnd().split('\r\n')).toHaveLength(31);
    await page.getByRole('link', { name: 'Lotti' }).last().click();
    await page.getByRole('cell', { name: 'Finito, con righe rifiutate' }).waitFor();
  });

  it('notices: one PDF and its list; what is cancelled leaves nothing to take', async () => {
    const righe = righeAvvisi(40);
    await send('Stampa gli avvisi di un file', 'mattina.csv', [INTESTAZIONE_AVVISI, ...righe]);
    await page.getByText('Avvisi stampati').waitFor();
    expect((await download(/^avvisi\.pdf/)).subarray(0, 5).toString()).toBe('%PDF-');
    const manifesto = (await download(/^manifesto\.csv/)).toString();
    expect([...manifesto.matchAll(/;(3\d{17});/g)]).toHaveLength(40);
    expect(await page.getByRole('link', { name: /^errori\.csv/ }).count(), 'no row was refused').toBe(0);

    await page.goto(ambiente.url + percorsi.lotti);
    await send('Stampa gli avvisi di un file', 'tutti.csv', [INTESTAZIONE_AVVISI, ...righeAvvisi(3000)]);
    await page.getByRole('button', { name: 'Annulla il lotto' }).click();
    await page.getByText('Il lotto è annullato.').waitFor();
    expect(await page.getByRole('heading', { name: 'Da scaricare' }).count()).toBe(0);
  });
});
