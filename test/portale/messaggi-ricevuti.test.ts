import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let io: Agente;
beforeAll(async () => {
  prova = await startPortaleDiProva();
  io = await prova.browser().enter(prova.app, 'Ferrari');
});
afterAll(() => prova.close());

/** Titles of the messages of a page, in order. */
function titoli(html: string): string[] {
  const lista = /<ul class="messaggi [\s\S]*?<\/ul>/.exec(html)?.[0] ?? '';
  return [...lista.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, titolo = '']) => titolo);
}

const chiaviDi = (html: string): string[] =>
  [...html.matchAll(/name="chiave" value="([^"]+)"/g)].map(([, chiave = '']) => chiave);
const pagina = async (domanda = ''): Promise<string> => (await io.get(percorsi.messaggi + domanda)).text;

describe('I tuoi messaggi', () => {
  it('tells due dates and tables of the last two years, the latest first, each with where to go on', async () => {
    const html = await pagina();
    const visti = titoli(html);
    expect(visti.length).toBeGreaterThan(3);
    expect(visti).toContain('Tabella dei contributi 2026');
    expect(visti.some((titolo) => titolo.startsWith('Scadenza vicina: 3/2026, '))).toBe(true);
    const giorni = [...html.matchAll(/<p class="nota">(\d\d)\/(\d\d)\/(\d{4})/g)].map(([, g, m, a]) => `${a}${m}${g}`);
    expect(giorni).toEqual([...giorni].sort().reverse());
    expect(html).toContain(`href="${percorsi.tabella(2026)}"`);
  });

  it('tells a payment that pagoPA has confirmed, with its receipt', async () => {
    const html = await pagina('?origine=pagopa');
    expect(titoli(html)).toContain('Pagamento confermato: 2/2026, Oksana Shevchenko');
    expect(html).toMatch(/pagoPA ha confermato il pagamento di \d+,\d\d €\. La ricevuta è pronta\./);
    const ricevuta = /href="(\/pagamenti\/[\w-]+\/ricevuta)"/.exec(html)?.[1] ?? '';
    expect((await io.get(ricevuta)).status).toBe(200);
    // Paid in October 2020: older than what is told.
    const lucia = await prova.browser().enter(prova.app, 'Bianchi');
    expect(titoli((await lucia.get(`${percorsi.messaggi}?origine=pagopa`)).text)).toEqual([]);
  });

  it('is looked through by kind, period, word, and what is unread', async () => {
    const tutti = titoli(await pagina());
    const tabelle = titoli(await pagina('?parola=TABELLA'));
    expect(tabelle.length).toBeGreaterThan(0);
    expect(tabelle.every((titolo) => titolo.startsWith('Tabella'))).toBe(true);
    const diOttobre = titoli(await pagina('?dal=01/10/2026&al=31/10/2026'));
    expect(diOttobre.length).toBeGreaterThan(0);
    expect(diOttobre.length).toBeLessThan(tutti.length);
    const perOrigine = [...titoli(await pagina('?origine=portale')), ...titoli(await pagina('?origine=pagopa'))];
    expect(perOrigine.sort()).toEqual([...tutti].sort());
    expect(await pagina('?parola=nessuno')).toContain('Nessun messaggio risponde alla ricerca');
    expect(await pagina('?vista=griglia')).toContain('messaggi-griglia');
  });

  it('says which day is none, at its field, and shows nothing for it', async () => {
    const html = await pagina('?dal=31/02/2026&parola=tabella');
    expect(html).toMatch(/id="dal-errore">[\s\S]{0,80}«31\/02\/2026» non è una data/);
    expect(html).toContain('value="tabella"');
    expect(titoli(html)).toEqual([]);
  });

  it('keeps what was read, for this employer alone, and takes it back', async () => {
    const [chiave = ''] = chiaviDi(await pagina());
    const prima = titoli(await pagina('?daLeggere=si')).length;
    const risposta = await io.post(percorsi.messaggioLetto, { chiave, letto: 'si' }, percorsi.messaggi);
    expect([risposta.status, risposta.headers['location']]).toEqual([303, `${percorsi.messaggi}#esito`]);
    expect(titoli(await pagina('?daLeggere=si'))).toHaveLength(prima - 1);
    await io.post(percorsi.messaggioLetto, { chiave, letto: 'no' }, percorsi.messaggi);
    expect(titoli(await pagina('?daLeggere=si'))).toHaveLength(prima);
    await io.post(percorsi.messaggiLetti, {}, percorsi.messaggi);
    expect(await pagina()).toContain('Nessun messaggio da leggere.');
    const altri = await prova.browser().enter(prova.app, 'Rossi');
    expect((await altri.get(percorsi.messaggi)).text).toMatch(/Da leggere: \d+ di \d+/);
    expect((await altri.post(percorsi.messaggioLetto, { chiave, letto: 'si' }, percorsi.messaggi)).status).toBe(404);
  });

  it('is of who proved who they are: the two codes do not open it', async () => {
    const conDueCodici = prova.browser();
    await conDueCodici.post(percorsi.accessoCodiceRapporto, {
      codiceFiscale: 'BNCLCU58E52D620L',
      codiceRapporto: '99109784511',
    });
    expect((await conDueCodici.get(percorsi.messaggi)).status).toBe(403);
    expect((await conDueCodici.get(percorsi.bollettini)).text).not.toContain(`href="${percorsi.messaggi}"`);
  });
});
