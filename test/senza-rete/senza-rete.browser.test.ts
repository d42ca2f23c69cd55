import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express from 'express';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CampiCalcolo } from '../../src/contributi/parse-dati.ts';
import { norme } from '../../src/norme/norme.ts';
import { senzaReteRouter } from '../../src/portale/http/senza-rete.router.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { STRUMENTI } from '../../src/portale/strumenti/elenco.ts';
import { calcolo } from '../../src/senza-rete/calcolo.ts';
import { paginaDi } from '../../src/senza-rete/indirizzi.ts';
import { formatEuro } from '../../src/valori/denaro.ts';
import { risorsa } from '../../src/valori/risorsa.ts';
import { newContext, openBrowser } from '../impianto/browser.ts';
import { type PortaleDiProva, startPortaleDiProva } from '../portale/portale-di-prova.ts';

/** All that a first visit brings, compressed, with the rules of all years. Bytes. */
const PESO_MASSIMO = 150_000;
/** The day of the portal that the page is held against. */
const OGGI = new Date('2026-11-22T10:00:00Z');

declare global {
  /** What the page's script gives to others. */
  var trimestre: { readonly calcolo: typeof calcolo };
}

let browser: Browser;
let server: Server;
let prova: PortaleDiProva;
let base: string;
beforeAll(async () => {
  [browser, prova] = await Promise.all([openBrowser(), startPortaleDiProva()]);
  server = await new Promise<Server>((pronto) => {
    const suo = express()
      .use('/sotto/', senzaReteRouter())
      .listen(0, '127.0.0.1', () => pronto(suo));
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sotto/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await Promise.all([browser.close(), prova.close()]);
});

async function open(pagina: string): Promise<{ contesto: BrowserContext; page: Page }> {
  const contesto = await newContext(browser);
  // A whole false clock is another class of dates, which the library of dates does not know.
  await contesto.addInitScript(`Date.now = () => ${OGGI.getTime()}`);
  const page = await contesto.newPage();
  await page.goto(base + pagina);
  return { contesto, page };
}

/** The worked examples of every year's file whose amount does not depend on the pay, as a person would write them. */
const stampati = norme().anni.flatMap((anno) =>
  norme()
    .esempi(anno)
    .filter(({ dati }) => dati.retribuzioneOrariaEffettiva === undefined)
    .map(({ dati, atteso }) => ({ campi: dati, totale: formatEuro(atteso.totale) })),
);

/** Every year, each band of pay, both kinds of term and of fund. */
const griglia = norme().anni.flatMap((anno): CampiCalcolo[] => [
  { trimestre: `1/${anno}`, oreSettimanali: '10', pagaOraria: '6,10' },
  { trimestre: `2/${anno}`, oreSettimanali: '24', pagaOraria: '8,05', senzaCuaf: true },
  { trimestre: `3/${anno}`, oreSettimanali: '16,5', pagaOraria: '12,40', tempoDeterminato: true },
  { trimestre: `4/${anno}`, oreSettimanali: '40', associazione: anno > 2010 ? 'F2' : undefined },
]);

/** A form of each tool, filled in. */
const MODULI: Record<string, Record<string, string>> = {
  trimestre: { oreSettimanali: '25', pagaOraria: '8,50', associazione: 'F2', senzaCuaf: 'si' },
  verifica: { trimestre: '4/2020', importo: '338,00', oreVere: '330' },
  sanzioni: { contributi: '338,00', scadenza: '03/11/2024', pagamento: '02/04/2025' },
  'costo-annuo': { anno: '2026', oreSettimanali: '30', pagaOraria: '8,50' },
  'fine-rapporto': {
    assunzione: '02/03/2020',
    cessazione: '15/11/2026',
    motivo: 'licenziamento',
    preavvisoLavorato: '0',
    ferieNonGodute: '6',
    oreSettimanali: '25',
    pagaOraria: '8,50',
  },
  proiezione: { istat: '1,2' },
};

describe('the page that computes in the browser alone', () => {
  it('gives the printed cents of every year, as the core does', async () => {
    const { contesto, page } = await open(paginaDi('index'));
    const chiesti = [...stampati.map(({ campi }) => campi), ...griglia];
    const dati = await page.evaluate((tutti) => tutti.map((campi) => trimestre.calcolo(campi)), chiesti);
    expect(dati).toEqual(chiesti.map(calcolo));
    expect(dati.slice(0, stampati.length).map(({ totale }) => totale)).toEqual(stampati.map(({ totale }) => totale));
    expect(stampati.length).toBeGreaterThanOrEqual(norme().anni.length);
    await contesto.close();
  });

  it.each(STRUMENTI.map(({ nome }) => nome))(
    '%s: the portal’s own words, and nothing leaves the device',
    async (nome) => {
      const campi = MODULI[nome] ?? {};
      const { contesto, page } = await open(paginaDi(nome));
      const richieste: string[] = [];
      page.on('request', (richiesta) => richieste.push(`${richiesta.method()} ${richiesta.url()}`));
      for (const [campo, valore] of Object.entries(campi)) {
        const dove = page.locator(`main form[method=post] [name="${campo}"]`);
        if (valore === 'si') await dove.check();
        else if ((await dove.and(page.locator('select')).count()) > 0) await dove.selectOption(valore);
        else await dove.fill(valore);
      }
      await page.locator('main form[method=post] button').click();
      const risultati = page.locator('#risultati');
      await risultati.waitFor();
      expect(await page.locator(':focus').getAttribute('id')).toBe('esito');
      const sua = plain(await risultati.innerHTML());

      const delPortale = await prova.browser().post(percorsi.strumento(nome), campi);
      expect(delPortale.status).toBe(200);
      const inizio = delPortale.text.indexOf('id="risultati">') + 'id="risultati">'.length;
      expect(inizio).toBeGreaterThan(20);
      expect(plain(delPortale.text.slice(inizio)).slice(0, sua.length)).toBe(sua);
      expect(sua.length).toBeGreaterThan(100);
      // The pictures beside an answer are a file of the page's own, if they were not there yet.
      expect(richieste.filter((una) => una !== `GET ${base}statici/kit/icone.svg`)).toEqual([]);
      await contesto.close();
    },
  );

  it('says what is wrong where it is wrong, with the focus on it', async () => {
    const { contesto, page } = await open(paginaDi('costo-annuo'));
    await page.locator('[name=oreSettimanali]').fill('<b>molte</b>');
    await page.locator('main form[method=post] button').click();
    await page.locator('.messaggio-errore').waitFor();
    expect(await page.title()).toMatch(/^Errore: /);
    expect(await page.locator('[name=oreSettimanali]').inputValue()).toBe('<b>molte</b>');
    expect(await page.locator(':focus').getAttribute('class')).toContain('messaggio-errore');
    await contesto.close();
  });

  it('once opened, works without a network: each page, chosen quarters too', async () => {
    const { contesto, page } = await open(paginaDi('index'));
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await contesto.setOffline(true);
    for (const { nome, titolo } of STRUMENTI) {
      await page.goto(`${base}${paginaDi(nome)}?numero=1&anno=2020`);
      expect(await page.locator('h1').innerText()).toBe(titolo);
      expect(await page.locator('main form[method=post] button').count()).toBe(1);
    }
    await page.goto(`${base}${paginaDi('trimestre')}?numero=1&anno=2020`);
    expect(await page.locator('main').innerHTML()).toContain('sabato-2020-03-28');
    await contesto.close();
  });

  it('can be installed: a manifest with its icons', async () => {
    const manifesto = await prova.browser().get(`${percorsi.senzaRete}senza-rete.webmanifest`);
    const { icons, start_url: inizio } = JSON.parse(manifesto.text) as { icons: { src: string }[]; start_url: string };
    for (const file of [inizio, ...icons.map(({ src }) => src)]) {
      expect([file, (await prova.browser().get(percorsi.senzaRete + file)).status]).toEqual([file, 200]);
    }
    expect((await prova.browser().get(percorsi.senzaRete)).text).toContain('senza rete');
  });

  it('weighs less than 150 KB, rules of all years included', () => {
    const pesi = ['index.html', 'servizio.js', 'senza-rete.webmanifest', 'statici/icona.svg', 'statici/kit/icone.svg']
      .concat(
        readdirSync(risorsa('senza-rete', 'statici'))
          .filter((nome) => /\.(?:js|css)$/.test(nome))
          .map((nome) => join('statici', nome)),
      )
      .map((nome) => [nome, brotliCompressSync(readFileSync(risorsa('senza-rete', nome))).length] as const);
    const totale = pesi.reduce((somma, [, byte]) => somma + byte, 0);
    expect(pesi.length).toBe(7);
    expect(totale, JSON.stringify(pesi)).toBeLessThan(PESO_MASSIMO);
  });
});

/** What a person reads, without how it is laid out. */
function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[\s\u00a0]+|&nbsp;/g, ' ')
    .trim();
}
