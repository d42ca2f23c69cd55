import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Banco, avviaBanco, finche } from './banco.ts';
import { cittadino } from './cittadino.ts';

let banco: Banco;
beforeEach(async () => {
  banco = await avviaBanco();
});
afterEach(() => banco.close());

async function api(metodo: string, percorso: string, corpo?: unknown, headers: Record<string, string> = {}) {
  const risposta = await fetch(`${banco.url}/api${percorso}`, {
    method: metodo,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(corpo !== undefined && { body: JSON.stringify(corpo) }),
  });
  const testo = await risposta.text();
  return { stato: risposta.status, corpo: (testo === '' ? undefined : JSON.parse(testo)) as never };
}

describe('the operator’s API', () => {
  it('adds, lists and takes away rules', async () => {
    const { stato, corpo } = await api('POST', '/regole', { quando: { importo: '338.00' }, scenario: 'non-eseguito' });
    expect(stato).toBe(201);
    const { id } = corpo as { id: number };
    expect((await api('GET', '/regole')).corpo).toMatchObject([
      { id, origine: 'api', scenario: 'non-eseguito', usata: 0 },
    ]);
    await cittadino(banco.url, (await banco.carrello()).idSession).paga('carta');
    await finche(() => banco.ente.ricevute.length === 1, 'the receipt');
    expect(banco.ente.ricevute[0]?.esito).toBe('1');
    expect((await api('DELETE', `/regole/${id}`)).stato).toBe(204);
    expect((await api('DELETE', `/regole/${id}`)).stato).toBe(404);
    expect((await api('POST', '/regole', { scenario: 'boh' })).corpo).toMatchObject({
      type: 'urn:trimestre:simulatore:scenario-sconosciuto',
      status: 422,
    });
  });

  it('moves the clock by a time, or to an instant', async () => {
    await api('POST', '/orologio', { sposta: '2h' });
    expect((await api('GET', '/orologio')).corpo).toMatchObject({ scartoMs: 7_200_000 });
    const { corpo } = await api('POST', '/orologio', { ora: '2026-11-20T10:00:00Z' });
    expect((corpo as { ora: string }).ora).toMatch(/^2026-11-20T10:00:0/);
    expect((await api('POST', '/orologio', { sposta: 'domani' })).stato).toBe(422);
  });

  it('shows carts, work that waits, and the messages as they went', async () => {
    const inviato = await banco.carrello();
    banco.simulatore.regole.aggiungi({ scenario: 'rt-in-ritardo' });
    await cittadino(banco.url, inviato.idSession).paga('carta');
    expect((await api('GET', '/pagamenti')).corpo).toMatchObject([
      { idSession: inviato.idSession, esito: 'DIFFERITO', totale: '338.00', rpt: [{ importo: '338.00' }] },
    ]);
    const { corpo } = await api('GET', '/attivita');
    const [attivita] = corpo as { id: number; tipo: string }[];
    expect(attivita?.tipo).toBe('genera-rt');
    expect((await api('POST', `/attivita/${attivita?.id ?? 0}/riprova`)).stato).toBe(204);
    await finche(() => banco.ente.ricevute.length === 1, 'the receipt, now');
    await finche(async () => ((await api('GET', '/messaggi')).corpo as unknown[]).length >= 2, 'the messages');
    const messaggi = (await api('GET', '/messaggi')).corpo as { id: number; operazione: string; verso: string }[];
    expect(messaggi.map(({ verso, operazione }) => `${verso} ${operazione}`)).toEqual([
      'uscita paaInviaRT',
      'entrata nodoInviaCarrelloRPT',
    ]);
    const uno = (await api('GET', `/messaggi/${messaggi[0]?.id ?? 0}`)).corpo;
    expect((uno as { richiesta: string }).richiesta).toContain('<ppt:paaInviaRT>');
    const carrello = (await api('GET', `/messaggi/${messaggi[1]?.id ?? 0}`)).corpo;
    expect((carrello as { richiesta: string }).richiesta).toContain('<password>********</password>');
  });

  it('pays a cart without the pages, once', async () => {
    const { idSession } = await banco.carrello();
    const paga = () => api('POST', `/pagamenti/${idSession}/paga`, { canale: '99999900029_CONTO' });
    const primo = (await paga()).corpo as { esito: string; ritorno: string };
    expect(primo.esito).toBe('OK');
    expect(new URL(primo.ritorno).searchParams.get('idSession')).toBe(idSession);
    expect((await paga()).corpo).toEqual(primo);
    await finche(() => banco.ente.ricevute.length === 1, 'the receipt');
    const altro = await banco.carrello();
    await api('POST', `/pagamenti/${altro.idSession}/paga`, { esito: 'rifiutato-psp' });
    await finche(() => banco.ente.ricevute.length === 2, 'the second receipt');
    expect(banco.ente.ricevute.map((rt) => rt.esito)).toEqual(['0', '1']);
    expect((await api('POST', '/pagamenti/nessuno/paga', {})).stato).toBe(404);
    const terzo = await banco.carrello();
    expect((await api('POST', `/pagamenti/${terzo.idSession}/paga`, { canale: 'x' })).stato).toBe(422);
  });

  it('answers 404 for what is not there, 400 for what is not JSON', async () => {
    expect((await api('GET', '/altro')).stato).toBe(404);
    expect((await api('POST', '/attivita/99/riprova')).stato).toBe(404);
    const storta = await fetch(`${banco.url}/api/regole`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{',
    });
    expect(storta.status).toBe(400);
  });
});

describe('pages of other sites', () => {
  it('cannot drive the simulator through a browser', async () => {
    const straniera = { Origin: 'http://cattivo.example' };
    expect((await api('POST', '/regole', { scenario: 'rt-mai' }, straniera)).stato).toBe(403);
    const modulo = await fetch(`${banco.url}/admin/regole`, {
      method: 'POST',
      headers: straniera,
      body: new URLSearchParams({ scenario: 'rt-mai' }),
    });
    expect(modulo.status).toBe(403);
    expect(banco.simulatore.regole.elenco()).toEqual([]);
    expect((await api('POST', '/regole', { scenario: 'rt-mai' }, { Origin: banco.url })).stato).toBe(201);
  });

  it('nor read its pages under a name of theirs', async () => {
    const stato = await new Promise<number | undefined>((fatto) => {
      const url = new URL(`${banco.url}/api/pagamenti`);
      request(
        { hostname: '127.0.0.1', port: url.port, path: url.pathname, headers: { Host: 'cattivo.example' } },
        (res) => {
          res.resume();
          fatto(res.statusCode);
        },
      ).end();
    });
    expect(stato).toBe(403);
  });
});

describe('the operator’s pages', () => {
  const pagina = async (percorso: string, campi?: Record<string, string>) => {
    const risposta = await fetch(
      `${banco.url}/admin${percorso}`,
      campi && { method: 'POST', body: new URLSearchParams(campi) },
    );
    return { stato: risposta.status, html: await risposta.text() };
  };

  it('keep what was written in a form that is refused', async () => {
    const scritti = {
      scenario: 'rt-mai',
      'quando.importo': '338,0x',
      'rt.consegna': 'due-volte',
      'nodo.operazioni': 'nodoVerificaRPT',
      descrizione: '"><b>',
    };
    const { stato, html } = await pagina('/regole', scritti);
    expect(stato).toBe(422);
    expect(html).toContain('value="338,0x"');
    expect(html).toContain('value="&quot;&gt;&lt;b&gt;"');
    for (const scelto of ['rt-mai', 'due-volte', 'nodoVerificaRPT']) {
      expect(html, scelto).toContain(`<option value="${scelto}" selected>`);
    }
    expect(banco.simulatore.regole.elenco()).toEqual([]);
    expect((await pagina('')).html).not.toContain(' selected>rt-mai');
  });

  it('add a rule and take it away, move the clock and put it back', async () => {
    const con = await pagina('/regole', {
      scenario: 'rt-mai',
      'quando.importo': '338.00',
      volte: '2',
      'quando.iuv': '',
    });
    expect(con.html).toContain('importo = 338.00');
    expect(banco.simulatore.regole.elenco()).toMatchObject([
      { scenario: 'rt-mai', volte: 2, quando: { importo: '338.00' } },
    ]);
    await pagina('/regole/togli-tutte', {});
    expect((await pagina('/orologio', { sposta: '1h' })).html).toContain('spostato di 3600 secondi');
    expect((await pagina('/orologio/rimetti', {})).html).not.toContain('spostato');
    const storta = await pagina('/orologio', { sposta: 'boh' });
    expect(storta.stato).toBe(422);
    expect(storta.html).toContain('scrivere una durata');
  });

  it('show payments, work, flows and messages, with what people wrote kept from being markup', async () => {
    await banco.carrello(1, (rpt) => ({ ...rpt, ente: { ...rpt.ente, denominazione: '<b>x</b>' } }));
    const inviato = await banco.carrello();
    await cittadino(banco.url, inviato.idSession).paga('carta');
    await finche(() => banco.ente.ricevute.length === 1, 'the receipt');
    for (const percorso of ['', '/pagamenti', '/attivita', '/messaggi']) {
      const { stato, html } = await pagina(percorso);
      expect(stato).toBe(200);
      expect(html).toContain('AMBIENTE SIMULATO');
      expect(html).not.toContain('<b>x</b>');
    }
    expect((await pagina('/flussi', {})).html).toContain('LGPE-RIVERSAMENTO');
    expect((await pagina('/messaggi/1')).html).toContain('nodoInviaCarrelloRPT');
    expect((await pagina('/messaggi/999')).stato).toBe(404);
  });
});
