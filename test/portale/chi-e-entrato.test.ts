import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

describe('who is in', () => {
  it('stands at the head of every page, with the way out, and of none for who is not', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const pagine = [
      percorsi.home,
      percorsi.strumenti,
      percorsi.norme,
      percorsi.manuale,
      percorsi.privacy,
      '/non-esiste',
    ];
    for (const pagina of [...pagine, percorsi.bollettini, percorsi.calcolo]) {
      const { text } = await io.get(pagina);
      expect(text, pagina).toContain('Giovanni Ferrari');
      expect(text.match(/action="\/esci"/g), pagina).toHaveLength(1);
    }
    for (const pagina of pagine)
      expect((await prova.browser().get(pagina)).text, pagina).not.toContain('action="/esci"');
    const fuori = await io.post(percorsi.esci, {}, percorsi.strumenti);
    expect([fuori.status, fuori.headers['location']]).toEqual([303, percorsi.uscita]);
  });

  it('is told when they came in before: never the first time, and then truly', async () => {
    const prima = await prova.browser().enter(prova.app, 'D’Angelo');
    expect((await prima.get(percorsi.bollettini)).text).not.toContain('Ultimo accesso');
    const dopo = await prova.browser().enter(prova.app, 'D’Angelo');
    expect((await dopo.get(percorsi.bollettini)).text).toContain('Ultimo accesso: 22/11/2026');
    const altri = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await altri.get(percorsi.bollettini)).text).not.toContain('Ultimo accesso');
  });
});

describe('a payment left half-way', () => {
  it('is offered to be taken up or given up, and given up brings its bollettini back', async () => {
    const io = await prova.browser().enter(prova.app, 'Rossi');
    const voci = await io.voci();
    const conferma = await io.post(percorsi.conferma, { bollettino: voci }, percorsi.riepilogo);
    const id = (conferma.headers['location'] ?? '').split('/').at(-1) ?? '';
    await io.post(percorsi.prosegui(id), {}, percorsi.consegna(id));
    const { text } = await io.get(percorsi.pagamentoOnline);
    expect(text).toContain('Riprendi il pagamento');
    expect(text).toContain(`action="${percorsi.annullaPagamento(id)}#esito"`);
    const ripreso = await io.post(percorsi.prosegui(id), {}, percorsi.pagamentoOnline);
    expect(ripreso.headers['location']).toContain('/wallet/welcome');
    // The node of these tests knows nothing of it: who cannot be sure gives nothing up, and says why.
    const rifiuto = await io.post(percorsi.annullaPagamento(id), {}, percorsi.pagamentoOnline);
    expect([rifiuto.status, rifiuto.text.includes('non si può annullare')]).toEqual([409, true]);
    const altrui = await (await prova.browser().enter(prova.app, 'Bianchi')).post(percorsi.annullaPagamento(id), {});
    expect(altrui.status).toBe(404);
  });
});

describe('text', () => {
  it('comes compressed as the browser takes it; what is long and what is no text comes as it stands', async () => {
    const codifica = async (percorso: string, accetta: string) =>
      (await prova.browser().agent.get(percorso).set('Accept-Encoding', accetta)).headers['content-encoding'];
    expect(await codifica(percorsi.manuale, 'br, gzip')).toBe('br');
    expect(await codifica(percorsi.manuale, 'gzip')).toBe('gzip');
    expect(await codifica(percorsi.manuale, 'identity')).toBeUndefined();
    expect(await codifica(`${percorsi.statici}/portale.css`, 'br')).toBe('br');
    expect(await codifica(`${percorsi.api}/openapi.json`, 'gzip')).toBe('gzip');
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const [bollettino = ''] = await io.bollettini();
    expect((await io.get(percorsi.avvisoPdf(bollettino))).headers['content-encoding']).toBeUndefined();
  });
});
