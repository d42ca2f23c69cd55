import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

/** Time passes: the sessions of all are over, the browsers keep their cookies. */
const passaIlTempo = () => prova.app.knex('sessioni').delete();

async function rientra(io: Agente, cognome: string): Promise<string> {
  const scelta = prova.app.accesso.identitaSimulate().find(({ identita }) => identita.familyName === cognome);
  const dentro = await io.post(percorsi.accessoIdentita, { soggetto: scelta?.identita.subjectId ?? '' });
  return dentro.headers['location'] ?? '';
}

/** A form of the page, filled in, whose post comes when the session is over. */
async function scrivi(cognome: string, altri: Record<string, string>) {
  const io = await prova.browser().enter(prova.app, cognome);
  const { text } = await io.get(`${percorsi.calcolo}?numero=3&anno=2025`);
  const rapporto = /name="rapporto" value="([\w-]{36})"/.exec(text)?.[1] ?? '';
  const _csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  await passaIlTempo();
  const campi = { _csrf, rapporto, numero: '3', anno: '2025', ...altri };
  const risposta = await io.agent.post(percorsi.calcolo).type('form').send(campi);
  return { io, rapporto, risposta };
}

describe('a session that is over', () => {
  it('keeps what was typed behind the way in, sends nothing, and says so', async () => {
    const bollettini = (await prova.app.knex('bollettini')).length;
    const { io, rapporto, risposta } = await scrivi('Ferrari', { oreSettimanali: '17,5', azione: 'emetti' });
    expect([risposta.status, risposta.headers['location']]).toEqual([303, percorsi.accesso]);
    const accesso = await io.get(percorsi.accesso);
    expect(accesso.text).toContain('La sessione è scaduta');
    expect(accesso.text).toContain('è conservato');
    const dove = await rientra(io, 'Ferrari');
    expect(dove).toBe(`${percorsi.calcolo}?rapporto=${rapporto}&numero=3&anno=2025`);
    const pagina = await io.get(dove);
    expect(pagina.text).toContain('Quello che avevi scritto è qui');
    expect(pagina.text).toMatch(/name="oreSettimanali"[^>]*value="17,5"/);
    expect((await prova.app.knex('bollettini')).length).toBe(bollettini);
    expect((await io.get(dove)).text).not.toContain('17,5');
  });

  it('gives it to nobody else', async () => {
    const { io } = await scrivi('Ferrari', { oreSettimanali: '17,5' });
    expect(await rientra(io, 'Bianchi')).toBe(percorsi.daFare);
    for (const pagina of [percorsi.bollettini, percorsi.calcolo])
      expect((await io.get(pagina)).text).not.toContain('17,5');
  });

  it('keeps the change of a bollettino too, and what was told week by week', async () => {
    const io = await prova.browser().enter(prova.app, 'Ferrari');
    const [id = ''] = await io.bollettini();
    const { text } = await io.get(`${percorsi.calcolo}?numero=3&anno=2025`);
    const rapporto = /name="rapporto" value="([\w-]{36})"/.exec(text)?.[1] ?? '';
    await passaIlTempo();
    await io.agent.post(percorsi.modifica(id)).type('form').send({ versione: '1', ore: '77', azione: 'salva' });
    expect(await rientra(io, 'Ferrari')).toBe(percorsi.modifica(id));
    expect((await io.get(percorsi.modifica(id))).text).toMatch(/name="ore"[^>]*value="77"/);
    await passaIlTempo();
    const settimane = { rapporto, numero: '3', anno: '2025', 'sabato-2025-07-12': '11' };
    await io.agent.post(percorsi.dettaglio).type('form').send(settimane);
    const dove = await rientra(io, 'Ferrari');
    expect((await io.get(dove)).text).toMatch(/name="sabato-2025-07-12"[^>]*value="11"/);
  });

  it('is said on the way in to who only opens a page, and not to who never came in', async () => {
    const io = await prova.browser().enter(prova.app, 'Bianchi');
    await passaIlTempo();
    const risposta = await io.get(percorsi.bollettini);
    expect(risposta.headers['location']).toBe(`${percorsi.accesso}?scaduta=si`);
    expect((await io.get(risposta.headers['location'] ?? '')).text).toContain('La sessione è scaduta');
    expect((await prova.browser().get(percorsi.bollettini)).headers['location']).toBe(percorsi.accesso);
  });

  it('keeps nothing that another site makes a browser send', async () => {
    const campi = { rapporto: 'x'.repeat(36), numero: '3', anno: '2025', oreSettimanali: '1' };
    const { agent } = prova.browser();
    const risposta = await agent.post(percorsi.calcolo).set('Sec-Fetch-Site', 'cross-site').type('form').send(campi);
    expect(risposta.status).toBe(403);
    expect((await agent.get(percorsi.accesso)).text).not.toContain('scaduta');
  });
});
