import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { testi } from '../avvisi/leggi-pdf.ts';
import { newContext } from '../impianto/browser.ts';
import { scena } from './scena.ts';

const inScena = scena('2026-11-22T10:00:00Z');

describe.each([
  ['a desktop', { viewport: { width: 1280, height: 800 } }],
  ['a phone without scripts', { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }],
] as const)('a worker on %s', (_dove, opzioni) => {
  it('finds the quarter that is missing, in her own language, and takes the extract away', async () => {
    const page = await (await newContext(inScena.browser, { ...opzioni, locale: 'ro-RO' })).newPage();
    await page.goto(inScena.ambiente.url + percorsi.accesso);
    await page.getByRole('button', { name: 'Elena Popescu' }).click();
    await page.getByRole('heading', { name: 'Locurile tale de muncă' }).waitFor();
    const deiBianchi = page.getByRole('region', { name: 'Angajator: Lucia Bianchi' });
    const riga = (trimestre: string) => deiBianchi.getByRole('row').filter({ hasText: trimestre });
    expect(await riga('3/2020').innerText()).toMatch(/plătit[\s\S]*325[\s\S]*13[\s\S]*338,00\sEUR/);
    expect(await riga('2/2026').innerText()).toContain('neplătit, scadența era 10 iul. 2026');
    expect(await deiBianchi.getByText(/trimestre deja scadente nu apar ca plătite/).count()).toBe(1);
    expect(await page.getByRole('heading', { name: 'Dacă lipsește un trimestru' }).count()).toBe(1);

    await page.getByRole('link', { name: 'Italiano' }).click();
    await page.getByRole('heading', { name: 'Se un trimestre manca' }).waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Scarica in CSV (in italiano)' }).click(),
    ]);
    expect(await text(await csv.createReadStream())).toContain('99109784511');
    const pdf = await page.request.get(inScena.ambiente.url + percorsi.lavoratorePdf);
    const carta = (await testi(new Uint8Array(await pdf.body()))).map(({ testo }) => testo).join(' ');
    expect(carta).toContain('Elena Popescu');
    expect(carta).toContain('338,00');

    await page.getByRole('button', { name: 'Esci' }).first().click();
    await page.waitForURL(`**${percorsi.uscita}`);
    await page.goto(inScena.ambiente.url + percorsi.lavoratore);
    expect(new URL(page.url()).pathname).toBe(percorsi.accesso);
  });
});
