import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import {
  codiceFiscaleDi,
  lavoratoreDi,
  startPortaleDiProva,
  type Agente,
  type PortaleDiProva,
} from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

const enter = (cognome: string): Promise<Agente> => prova.browser().enter(prova.app, cognome);
const MAI = '00000000-0000-4000-8000-000000000000';

async function statiDeiBollettini(): Promise<unknown> {
  return prova.app.knex('bollettini').select('id', 'stato', 'versione').orderBy('id');
}

describe('AB-01, AB-02: what belongs to others', () => {
  it('is answered as what does not exist, page by page', async () => {
    const [altrui = ''] = await (await enter('Ferrari')).bollettini();
    const io = await enter('Bianchi');
    for (const pagina of [
      (id: string) => `${percorsi.bollettini}/${id}`,
      percorsi.elimina,
      percorsi.modifica,
      percorsi.avviso,
      percorsi.avvisoPdf,
      percorsi.ricevuta,
      percorsi.ricevutaPdf,
      percorsi.ricevutaCsv,
      percorsi.consegna,
      percorsi.esito,
    ]) {
      const [sua, nessuna] = [await io.get(pagina(altrui)), await io.get(pagina(MAI))];
      expect([sua.status, sua.text], pagina('…')).toEqual([404, nessuna.text]);
    }
  });

  it('cannot be changed either', async () => {
    const [altrui = ''] = await (await enter('Ferrari')).bollettini();
    const io = await enter('Bianchi');
    const prima = await statiDeiBollettini();
    expect((await io.post(percorsi.elimina(altrui), { versione: '1' })).status).toBe(404);
    expect((await io.post(percorsi.modifica(altrui), { versione: '1', ore: '1', azione: 'salva' })).status).toBe(404);
    const conferma = await io.post(percorsi.conferma, { bollettino: `${altrui}:1` });
    expect([404, 303]).toContain(conferma.status);
    expect(await statiDeiBollettini()).toEqual(prima);
  });

  it('AB-03: a rapporto of others in the form issues nothing', async () => {
    const [riga] = await prova.app.knex('rapporti').select<{ id: string }[]>('id').where({ codice: '21000045678' });
    const io = await enter('Bianchi');
    const prima = await statiDeiBollettini();
    const campi = { rapporto: riga?.id ?? '', numero: '2', anno: '2026', azione: 'emetti' };
    expect((await io.post(percorsi.calcolo, campi)).status).toBe(404);
    expect(await statiDeiBollettini()).toEqual(prima);
  });

  it('without a session leads to the way in', async () => {
    const [id = ''] = await (await enter('Ferrari')).bollettini();
    for (const pagina of [percorsi.bollettini, percorsi.avvisoPdf(id), percorsi.pagamenti, percorsi.pagamentoOnline]) {
      const risposta = await prova.browser().get(pagina);
      expect([risposta.status, risposta.headers['location']]).toEqual([303, percorsi.accesso]);
    }
  });
});

describe('AB-04, AB-05: more than one is allowed', () => {
  it('a credential that only consults cannot change, remove or pay, whatever it posts', async () => {
    const io = await enter('Verdi');
    const [id = ''] = await io.bollettini();
    const prima = await statiDeiBollettini();
    expect((await io.get(percorsi.riepilogo)).status).toBe(403);
    expect((await io.post(percorsi.conferma, { bollettino: `${id}:1` })).status).toBe(403);
    expect((await io.post(percorsi.elimina(id), { versione: '1' })).status).toBe(403);
    expect((await io.post(percorsi.modifica(id), { versione: '1', azione: 'salva' })).status).toBe(403);
    expect(await statiDeiBollettini()).toEqual(prima);
    expect((await io.get(percorsi.bollettini)).text).not.toContain(`href="${percorsi.riepilogo}"`);
    expect((await io.get(percorsi.avvisoPdf(id))).headers['content-type']).toBe('application/pdf');
  });

  it('a field that the form does not have is refused, not ignored', async () => {
    const io = await enter('Bianchi');
    const [id = ''] = await io.bollettini();
    const risposta = await io.post(percorsi.elimina(id), { versione: '1', dispositive: 'true' });
    expect(risposta.status).toBe(422);
    expect(risposta.text).toContain('dispositive');
    expect(await io.bollettini()).toContain(id);
  });
});

describe('AB-07: guessing codice fiscale and codice rapporto', () => {
  const prova2 = (cf: string, codice: string) =>
    prova.browser().post(percorsi.accessoCodiceRapporto, { codiceFiscale: cf, codiceRapporto: codice });
  const senzaDati = (testo: string) => testo.replace(/value="[^"]*"/g, '');

  it('answers the same for an unknown employer, an unknown code and a code of others', async () => {
    const risposte = [
      await prova2(await lavoratoreDi(prova.app, '99109784511'), '99109784511'),
      await prova2(codiceFiscaleDi(prova.app, 'Bianchi'), '99999999999'),
      await prova2(codiceFiscaleDi(prova.app, 'Bianchi'), '21000045678'),
    ];
    expect(risposte.map((r) => r.status)).toEqual([401, 401, 401]);
    expect(new Set(risposte.map((r) => senzaDati(r.text))).size).toBe(1);
  });

  it('lets the right pair in, to that rapporto alone, with names shortened', async () => {
    const io = prova.browser();
    const dati = { codiceFiscale: codiceFiscaleDi(prova.app, 'Ferrari').toLowerCase(), codiceRapporto: '2100005123' };
    expect((await io.post(percorsi.accessoCodiceRapporto, dati)).headers['location']).toBe(percorsi.daFare);
    const pagina = await io.get(percorsi.bollettini);
    expect(pagina.text).toContain('2100005123');
    expect(pagina.text).not.toContain('21000045678');
    expect(pagina.text).not.toMatch(/Ferrari|Shevchenko/);
    expect(pagina.text).not.toContain(await lavoratoreDi(prova.app, '2100005123'));
    const [id = ''] = await io.bollettini();
    expect((await io.get(percorsi.modifica(id))).status).toBe(200);
    expect((await io.get(percorsi.attestazione(2026))).status).toBe(403);
  });
});

describe('AB-14, AB-15: the same press twice, two presses at once', () => {
  it('twenty parallel confirmations are one payment', async () => {
    const altra = await startPortaleDiProva();
    try {
      const io = await altra.browser().enter(altra.app, 'Bianchi');
      const [voci, token] = [await io.voci(), await io.token(percorsi.riepilogo)];
      const risposte = await Promise.all(
        Array.from({ length: 20 }, () =>
          io.agent.post(percorsi.conferma).type('form').send({ _csrf: token, bollettino: voci }),
        ),
      );
      const dove = new Set(risposte.map((r) => String(r.headers['location'])));
      expect([...dove]).toEqual([expect.stringMatching(/^\/pagamento-online\//)]);
      const [id = ''] = (voci[0] ?? '').split(':');
      expect(await altra.app.knex('tentativi').where({ bollettino_id: id })).toHaveLength(1);
    } finally {
      await altra.close();
    }
  });

  it('removing and confirming at once: exactly one wins', async () => {
    const altra = await startPortaleDiProva();
    try {
      const io = await altra.browser().enter(altra.app, 'Bianchi');
      const [voci, token] = [await io.voci(), await io.token(percorsi.riepilogo)];
      const [id = '', versione = ''] = (voci[0] ?? '').split(':');
      const [elimina, conferma] = await Promise.all([
        io.agent.post(percorsi.elimina(id)).type('form').send({ _csrf: token, versione }),
        io.agent.post(percorsi.conferma).type('form').send({ _csrf: token, bollettino: voci }),
      ]);
      const haEliminato = elimina.headers['location'] === percorsi.bollettini;
      const haConfermato = String(conferma.headers['location']).startsWith(`${percorsi.pagamentoOnline}/`);
      expect(Number(haEliminato) + Number(haConfermato)).toBe(1);
    } finally {
      await altra.close();
    }
  });
});

describe('AB-17, AB-18: the way back from pagoPA', () => {
  it('of somebody else’s payment shows nothing of it', async () => {
    const altra = await startPortaleDiProva();
    try {
      const pagante = await altra.browser().enter(altra.app, 'Bianchi');
      const fatta = await pagante.post(percorsi.conferma, { bollettino: await pagante.voci() }, percorsi.riepilogo);
      const consegna = String(fatta.headers['location']);
      const partita = await pagante.post(`${consegna}/prosegui`, {});
      const idSession = new URL(String(partita.headers['location'])).searchParams.get('idSession') ?? '';
      const { codiceFiscale } = altra.app.impostazioni.ente;
      const ritorno = `${percorsi.ritorno}?idDominio=${codiceFiscale}&idSession=${idSession}&esito=OK`;
      const estraneo = await altra.browser().enter(altra.app, 'Ferrari');
      const risposta = await estraneo.get(ritorno);
      expect(risposta.status).toBe(200);
      expect(risposta.text).not.toMatch(/338|4\/2020/);
      expect((await estraneo.get(`${consegna}/esito`)).status).toBe(404);
      const nessuno = await altra.browser().get(ritorno);
      expect(nessuno.text).toContain('entrare di nuovo');
      const suo = await pagante.get(ritorno);
      expect(suo.headers['location']).toBe(`${consegna}/esito`);
      expect((await pagante.get(`${consegna}/esito`)).text).toContain('in attesa di conferma');
    } finally {
      await altra.close();
    }
  });
});

describe('AB-25, AB-26: sessions', () => {
  it('get a new id at the way in, and are dead after Esci', async () => {
    const io = prova.browser();
    const primo = String((await io.get(percorsi.accesso)).headers['set-cookie']);
    await io.enter(prova.app, 'Bianchi');
    const dopo = await io.get(percorsi.bollettini);
    const secondo = String(dopo.headers['set-cookie']);
    expect(secondo).not.toBe('undefined');
    expect(secondo.split(';')[0]).not.toBe(primo.split(';')[0]);
    expect(secondo).toMatch(/HttpOnly/);
    expect(secondo).toMatch(/SameSite=Lax/);

    const uscita = await io.post(percorsi.esci, {}, percorsi.bollettini);
    expect(uscita.headers['location']).toBe(percorsi.uscita);
    const vecchio = await prova
      .browser()
      .agent.get(percorsi.bollettini)
      .set('Cookie', secondo.split(';')[0] ?? '');
    expect(vecchio.headers['location']).toBe(`${percorsi.accesso}?scaduta=si`);
  });
});

describe('AB-28: posts from elsewhere', () => {
  it('without the token, with another session’s, or from another site change nothing', async () => {
    const io = await enter('Ferrari');
    const [id = ''] = await io.bollettini();
    const prima = await statiDeiBollettini();
    const estraneo = await prova.browser().token();
    const posta = (campi: object, intestazioni: Record<string, string> = {}) =>
      io.agent
        .post(percorsi.elimina(id))
        .set(intestazioni)
        .type('form')
        .send({ versione: '1', ...campi });
    expect((await posta({})).status).toBe(403);
    expect((await posta({ _csrf: estraneo })).status).toBe(403);
    const suo = await io.token(percorsi.bollettini);
    expect((await posta({ _csrf: suo }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    const testo = await io.agent.post(percorsi.elimina(id)).type('text/plain').send(`_csrf=${suo}&versione=1`);
    expect(testo.status).toBe(403);
    expect((await io.agent.get(`${percorsi.elimina(id)}?_csrf=${suo}&versione=1`)).status).toBe(200);
    expect(await statiDeiBollettini()).toEqual(prima);
  });
});

describe('AB-19: the node’s way in', () => {
  const posta = (intestazioni: Record<string, string>, corpo = '<a/>') =>
    prova
      .browser()
      .agent.post(percorsi.riceviRt)
      .set({ 'Content-Type': 'text/xml', ...intestazioni })
      .send(corpo);

  it('refuses who does not know the secret', async () => {
    expect((await posta({})).status).toBe(401);
    expect((await posta({ 'X-Nodo-Segreto': `${prova.segreti.nodo}x` })).status).toBe(401);
  });

  it('answers the node in SOAP even to what makes no sense, and never takes a big message', async () => {
    const giusta = { 'X-Nodo-Segreto': prova.segreti.nodo };
    const risposta = await posta(giusta);
    expect(risposta.headers['content-type']).toMatch(/^text\/xml/);
    expect((await posta(giusta, `<a>${'x'.repeat(300_000)}</a>`)).status).toBe(413);
  });
});

describe('AB-45, AB-50: what is not told', () => {
  it('no codice fiscale, session id or token is in the log, nor in an address', async () => {
    const io = await enter('Ferrari');
    const [id = ''] = await io.bollettini();
    await io.get(`${percorsi.bollettini}/${id}`);
    await io.get(percorsi.avvisoPdf(id));
    await io.agent.get(`${percorsi.api}/carrello`).set('Authorization', 'Bearer trimestre_segreto-di-nessuno');
    const tutto = prova.righe.join('\n');
    expect(tutto).toContain('/avviso.pdf');
    expect(tutto).not.toMatch(/[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|trimestre=s|Bearer|segreto-di-nessuno/);
    const { text } = await io.get(percorsi.bollettini);
    const indirizzi = [...text.matchAll(/(?:href|action|src)="([^"]*)"/g)].map((trovato) => trovato[1]);
    expect(indirizzi.join(' ')).not.toMatch(/[A-Z]{6}\d{2}|(?<![\w-])\d{10,18}(?![\w-])/);
  });

  it('a broken database gives a page with a code, never a cause', async () => {
    const altra = await startPortaleDiProva();
    const io = await altra.browser().enter(altra.app, 'Bianchi');
    await altra.app.knex.schema.dropTable('ricevute');
    const risposta = await io.get(percorsi.pagamenti);
    expect(risposta.status).toBe(500);
    expect(risposta.text).not.toMatch(/SQLITE|ricevute|at |select/i);
    const codice = /class="codice">([\w-]{36})</.exec(risposta.text)?.[1] ?? 'none';
    expect(altra.righe.find((riga) => riga.includes(codice) && riga.includes('errore interno'))).toBeDefined();
    await altra.close();
  });
});
