import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { apri, testi } from '../avvisi/leggi-pdf.ts';
import { codiceFiscaleDi, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

/** The rows of the table of a worker, as people read them, without what is for ears alone. */
function righe(html: string, lavoratore: string): string[][] {
  const sezione = new RegExp(`tabindex="-1">${lavoratore}</h3>[\\s\\S]*?</table>`).exec(html)?.[0] ?? '';
  return [...sezione.matchAll(/<tr role="row">([\s\S]*?)<\/tr>/g)].slice(1).map(([, riga = '']) =>
    [...riga.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cella = '']) =>
      cella
        .replace(/<span class="visually-hidden">[\s\S]*?<\/span>/g, '')
        .replace(/<svg[\s\S]*?<\/svg>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  );
}

const cose = (html: string) =>
  [...html.matchAll(/<h3>([^<]*)<\/h3>\s*<p>([^<]*)<\/p>/g)].map(([, t, f]) => `${t}: ${f}`);

describe('the first page of who comes in', () => {
  it('tells each worker’s year, with the state in words and what may be done', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const { text } = await io.get(percorsi.daFare);
    expect(righe(text, 'Carmela De Luca')).toEqual([
      [
        '1/2026',
        expect.stringMatching(/^non coperto in ritardo: /),
        '182,00 previsto',
        '10/04/2026 da 226 giorni',
        'Prepara il bollettino Non si deve?',
      ],
      ['2/2026', 'pagato', '296,66', '10/07/2026', 'Ricevuta Integra'],
      [
        '3/2026',
        expect.stringMatching(/^scaduto in ritardo: /),
        '296,66',
        '12/10/2026 da 41 giorni',
        'Paga Stampa Cambia ore',
      ],
      ['4/2026', 'non ancora aperto', '296,66 previsto', '11/01/2027 fra 50 giorni', '–'],
    ]);
    expect(cose(text)[0]).toMatch(
      /^3\/2026, Maria Rosa Hernandez: 870,48 €: scaduto il 12\/10\/2026, da 41 giorni\. Pagando oggi/,
    );
    expect(cose(text)).toHaveLength(3 + 2 + 1);
    expect(text).toMatch(/In tutto<\/th>[\s\S]*6\.613,10/);
    for (const [, href = ''] of text.matchAll(/class="btn [^"]*" href="([^"]+)"/g)) {
      expect((await io.get(href.replaceAll('&amp;', '&'))).status, href).toBe(200);
    }
  });

  it('tells what pagoPA holds: taken up again or given up, never paid twice', async () => {
    const io = await prova.browser().enter(prova.app, 'Bianchi');
    const [voce = ''] = await io.voci();
    expect((await io.post(percorsi.conferma, { bollettino: voce })).status).toBe(303);
    const { text } = await io.get(`${percorsi.daFare}?anno=2020`);
    expect(righe(text, 'Elena Popescu').find(([trimestre]) => trimestre === '4/2020')).toEqual([
      '4/2020',
      expect.stringMatching(/^in pagamento in ritardo: /),
      '338,00',
      expect.stringMatching(/^11\/01\/2021 da /),
      'Riprendi o annulla',
    ]);
    await prova.app.knex('tentativi').where({ stato: 'da-inviare' }).update({ stato: 'anomalo' });
    const dopo = (await io.get(`${percorsi.daFare}?anno=2020`)).text;
    expect(righe(dopo, 'Elena Popescu').find(([trimestre]) => trimestre === '4/2020')?.[1]).toBe(
      'in verifica non pagarlo di nuovo',
    );
  });

  it('who came in with two codes sees that rapporto alone, and no name', async () => {
    const io = prova.browser();
    const dati = { codiceFiscale: codiceFiscaleDi(prova.app, 'Ferrari'), codiceRapporto: '2100005123' };
    await io.post(percorsi.accessoCodiceRapporto, dati);
    const { text } = await io.get(percorsi.daFare);
    expect(text.match(/Trimestri del 2026/g)).toHaveLength(1);
    expect(text).not.toMatch(/Shevchenko|Hernandez|Ferrari/);
    expect(text).not.toContain(percorsi.calendario);
  });

  it('who may only consult is offered nothing to pay or change', async () => {
    const io = await prova.browser().enter(prova.app, 'Verdi');
    const { text } = await io.get(percorsi.daFare);
    expect(text).not.toMatch(/>(Paga|Cambia ore|Integra)</);
  });
});

describe('the cart', () => {
  it('is paid as far as it was chosen, and says so when nothing was', async () => {
    const io = await prova.browser().enter(prova.app, 'Rossi');
    const ids = await io.bollettini();
    expect(ids).toHaveLength(8);
    const { text } = await io.get(percorsi.riepilogoDi(ids.slice(0, 2)));
    expect([...text.matchAll(/name="bollettino" value="([\w-]{36})/g)].map(([, id]) => id)).toEqual(ids.slice(0, 2));
    expect(text).toContain('Altri 6 bollettini restano nel carrello');
    const niente = await io.get(percorsi.riepilogoDi([]));
    expect(niente.headers['location']).toBe(`${percorsi.bollettini}?nessuno=si`);
    expect((await io.get(`${percorsi.bollettini}?nessuno=si`)).text).toContain('Nessun bollettino era scelto');
    const cambiato = await io.post(percorsi.conferma, { bollettino: [`${ids[0]}:99`, `${ids[1]}:1`] });
    expect(cambiato.headers['location']).toBe(`${percorsi.riepilogoDi(ids.slice(0, 2))}&cambiato=si`);
  });

  it('shows the worker’s name under the code, and prints all its notices in one file', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    expect((await io.get(percorsi.bollettini)).text).toContain('<span class="nota">Shevchenko Oksana</span>');
    const pdf = await io.agent.get(percorsi.avvisiDelCarrello).responseType('blob');
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const documento = await apri(pdf.body as Buffer);
    const parole: string[] = [];
    for (let pagina = 1; pagina <= documento.numPages; pagina++)
      parole.push(...(await testi(pdf.body as Buffer, pagina)).map(({ testo }) => testo));
    for (const id of await io.bollettini()) {
      const [bollettino] = await prova.app.archivio.letture.bollettini.perId([id]);
      expect(parole.join(' ').replaceAll(/\s/g, '')).toContain(bollettino?.codiceAvviso);
    }
  });

  it('takes back what was eliminated a moment ago, with its IUV, unless the quarter was issued anew', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const [id = ''] = await io.bollettini();
    const elimina = async () => {
      const pagina = (await io.get(percorsi.elimina(id))).text;
      const versione = /name="versione" value="(\d+)"/.exec(pagina)?.[1] ?? '';
      await io.post(percorsi.elimina(id), { versione }, percorsi.elimina(id));
      const { text } = await io.get(percorsi.bollettini);
      expect(text).toMatch(/Eliminato: \d\/\d{4}, .* IUV \d{17}, .*non si può più pagare\./);
      return /action="([^"]*ripristina)"[\s\S]*?name="versione" value="(\d+)"/.exec(text)?.slice(1, 3) ?? [];
    };
    const [dove = '', versione = ''] = await elimina();
    expect(dove).toBe(percorsi.ripristina(id));
    expect((await io.get(percorsi.bollettini)).text).not.toContain('ripristina');
    await io.post(dove, { versione }, percorsi.bollettini);
    const { text } = await io.get(percorsi.bollettini);
    expect(text).toContain('di nuovo nel carrello');
    expect(await io.bollettini()).toContain(id);
    const altri = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await altri.post(dove, { versione: '9' })).status).toBe(404);
    const [, dopo = ''] = await elimina();
    const { rapportoId, trimestre } = (await prova.app.archivio.letture.bollettini.perId([id]))[0] ?? {};
    const contesto = { actor: { tipo: 'sistema', nome: 'prova' }, authority: { tipo: 'operatore' } } as const;
    const datoreId = (await prova.app.archivio.letture.bollettini.perId([id]))[0]?.datoreId ?? '';
    await prova.app.bollettini.emetti(
      { ...contesto, subject: { datoreId } },
      rapportoId ?? '',
      trimestre ?? { anno: 2026, numero: 3 },
    );
    const rifiuto = await io.post(dove, { versione: dopo }, percorsi.bollettini);
    expect(rifiuto.status).toBe(409);
    expect(rifiuto.text).toContain('quello eliminato non torna nel carrello');
  });
});
