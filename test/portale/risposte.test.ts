import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

/** Where a form's answer is. */
async function postoDi(io: Agente, percorso: string, campi: Record<string, string>, da?: string): Promise<string> {
  const _csrf = await io.token(da);
  const risposta = await io.agent
    .post(percorso)
    .type('form')
    .send({ _csrf, ...campi });
  expect(risposta.status).toBe(303);
  return String(risposta.headers['location']);
}

const senzaAncora = (indirizzo: string) => indirizzo.replace(/#.*/, '');
const VENTICINQUE = { numero: '4', anno: '2020', oreSettimanali: '25' };

describe('an answer has an address of its own', () => {
  it.each([
    [percorsi.calcolo, VENTICINQUE],
    [percorsi.strumento('trimestre'), VENTICINQUE],
    [percorsi.strumento('verifica'), { trimestre: '4/2020', importo: '338,00' }],
  ])('%s: what was typed is not to be read in it, and reloading asks to send nothing', async (percorso, campi) => {
    const io = prova.browser();
    const posto = await postoDi(io, percorso, campi);
    expect(posto).toMatch(/[?&]risposta=[\w-]+#esito$/);
    expect(Buffer.from(/risposta=([\w-]+)/.exec(posto)?.[1] ?? '', 'base64url').toString('latin1')).not.toContain('25');
    for (let volta = 0; volta < 2; volta++) {
      const { status, text } = await io.get(senzaAncora(posto));
      expect(status).toBe(200);
      expect(text).toContain('338,00');
    }
    expect(prova.righe.join('')).not.toContain(/risposta=([\w-]+)/.exec(posto)?.[1]);
    expect(await prova.app.knex('sessioni').count({ n: '*' })).toEqual([{ n: 0 }]);
  });

  it('what is wrong is said there too, with what was typed', async () => {
    const io = prova.browser();
    const { status, text } = await io.get(
      senzaAncora(await postoDi(io, percorsi.calcolo, { ...VENTICINQUE, oreSettimanali: 'x' })),
    );
    expect(status).toBe(422);
    expect(text).toMatch(/name="oreSettimanali"[^>]*value="x"/);
  });

  it('outlives the session that asked for it, for the same person alone', async () => {
    const io = await prova.browser().enter(prova.app, 'Bianchi');
    const { text } = await io.get(`${percorsi.calcolo}?numero=3&anno=2025`);
    const rapporto = /name="rapporto" value="([\w-]{36})"/.exec(text)?.[1] ?? '';
    const campi = { rapporto, numero: '3', anno: '2025', oreSettimanali: '17,5' };
    const posto = senzaAncora(await postoDi(io, percorsi.calcolo, campi, percorsi.calcolo));
    expect((await io.get(posto)).text).toMatch(/name="oreSettimanali"[^>]*value="17,5"/);
    const altri = await prova.browser().enter(prova.app, 'Ferrari');
    expect((await altri.get(posto)).status).toBe(404);
    const nessuno = (await prova.browser().get(posto)).text;
    expect(nessuno).toContain('La risposta non è più qui');
    expect(nessuno).not.toContain('17,5');
    const dopo = await prova.browser().enter(prova.app, 'Bianchi');
    expect((await dopo.get(posto)).text).toMatch(/name="oreSettimanali"[^>]*value="17,5"/);
  });

  it('opens nothing that was tampered with, nor on another page', async () => {
    const io = prova.browser();
    const posto = senzaAncora(await postoDi(io, percorsi.calcolo, VENTICINQUE));
    const altrove = posto.replace(percorsi.calcolo, percorsi.strumento('trimestre'));
    const guasti = [posto.slice(0, -2), posto.replace(/.(?=.{9}$)/, (c) => (c === 'A' ? 'B' : 'A')), altrove];
    for (const guasto of [
      ...guasti,
      `${percorsi.calcolo}?risposta=`,
      `${percorsi.calcolo}?risposta=${'A'.repeat(60)}`,
    ]) {
      const { status, text } = await io.get(guasto);
      expect(status).toBe(200);
      expect(text).toContain('La risposta non è più qui');
    }
  });

  it('too long for an address, it is shown where it was sent', async () => {
    // What does not compress: a list of days of overtime, each with its hours.
    const straordinari = Array.from({ length: 60 }, (_, i) => `${(i * 7919) % 31}/${i}x${(i * 104729) % 977}`).join(
      ';',
    );
    const lunghi = ['indennita', 'territorio', 'livello'].map((nome) => [nome, straordinari.slice(0, 30)]);
    const io = prova.browser();
    const campi: Record<string, string> = {
      ...VENTICINQUE,
      straordinari: straordinari.slice(0, 900),
      ...(Object.fromEntries(lunghi) as Record<string, string>),
    };
    const risposta = await io.post(percorsi.calcolo, campi);
    expect(risposta.status).toBe(422);
    expect(risposta.text).toContain('Ore di straordinario');
  });
});

describe('an operator’s session that is over', () => {
  it('keeps the correction behind the way in', async () => {
    const { segreto } = await prova.app.accesso.creaToken('ufficio');
    const io = prova.browser();
    await io.post(percorsi.operatoriAccesso, { token: segreto, verso: 'operatori' });
    const trovati = await io.post(percorsi.bollettiniOperatori, { cerca: '99109784511' }, percorsi.operatori);
    const id = /href="\/operatori\/bollettini\/([\w-]{36})"/.exec(trovati.text)?.[1] ?? '';
    await prova.app.knex('sessioni').delete();
    const campi = { oreSettimanali: '19,5', azione: 'calcola' };
    const mandata = await io.agent.post(percorsi.correggiOperatori(id)).type('form').send(campi);
    expect(mandata.headers['location']).toBe(percorsi.operatoriAccesso);
    const dentro = await io.post(
      percorsi.operatoriAccesso,
      { token: segreto, verso: 'operatori' },
      percorsi.operatoriAccesso,
    );
    expect(dentro.headers['location']).toBe(percorsi.bollettinoOperatori(id));
    const pagina = await io.get(percorsi.bollettinoOperatori(id));
    expect(pagina.text).toContain('Quello che avevi scritto è qui');
    expect(pagina.text).toMatch(/name="oreSettimanali"[^>]*value="19,5"/);
  });
});
