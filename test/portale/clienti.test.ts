import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServizioClienti } from '../../src/clienti/servizio-clienti.ts';
import { statoClienti } from '../../src/portale/api/schemi/clienti.ts';
import { richiedenteDi } from '../../src/portale/lotti.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => (prova = await startPortaleDiProva()));
afterAll(() => prova.close());

async function enter(
  nome: string,
): Promise<{ readonly io: Agente; readonly segreto: string; readonly proprietario: string }> {
  const { token, segreto } = await prova.app.accesso.creaToken(nome);
  const io = prova.browser();
  await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
  return { io, segreto, proprietario: richiedenteDi(token).proprietario };
}

const QUARTO = '?numero=4&anno=2020';

describe('the clients of an office', () => {
  it('are its own: seen, downloaded, given to a batch, taken off', async () => {
    const { io, proprietario, segreto } = await enter('studio');
    const { clienti } = prova.app.archivio.letture;
    const [rapporto] = (await prova.app.knex('rapporti').where({ codice: '99109784511' })) as { id: string }[];
    await clienti.aggiungi(proprietario, [rapporto?.id ?? ''], 'ora');
    const pagina = await io.get(percorsi.clienti + QUARTO);
    expect(pagina.text).toContain('99109784511');
    expect(pagina.text).toContain('scaduto, non pagato');
    const file = async (percorso: string) => {
      const risposta = await io.agent.get(percorso + QUARTO).responseType('blob');
      expect(risposta.headers['content-disposition']).toMatch(/^attachment/);
      return (risposta.body as Buffer).toString();
    };
    const csv = await file(percorsi.statoClienti('csv'));
    expect(csv).toContain(';scaduto, non pagato;338,00;0,00;;338,00;11/01/2021;');
    expect((await file(percorsi.statoClienti('xlsx'))).slice(0, 2)).toBe('PK');
    expect(await file(percorsi.clientiFile)).toContain(';4/2020;25;8,00;');
    expect(await file(percorsi.clientiIcs)).toContain('Bianchi Lucia');
    const mandato = await io.post(percorsi.lottoDeiClienti, { numero: '4', anno: '2020' }, percorsi.clienti);
    expect([mandato.status, mandato.headers['location']]).toEqual([303, expect.stringMatching(/^\/lotti\/[\w-]{36}$/)]);
    const risposta = await io.agent
      .get(`${percorsi.api}/clienti/stato?trimestre=4/2020`)
      .set('Authorization', `Bearer ${segreto}`);
    const letto = statoClienti.parse(risposta.body);
    expect(letto).toEqual(risposta.body);
    expect(letto.totale).toEqual({ rapporti: 1, mancano: 0, emesso: '338.00', pagato: '0.00', daPagare: '338.00' });
    const altri = await enter('altri');
    expect((await altri.io.get(percorsi.clienti + QUARTO)).text).not.toContain('99109784511');
    const altrui = await altri.io.get(`${String(mandato.headers['location'])}/stato`);
    expect(altrui.status).toBe(404);
    await io.post(percorsi.togliCliente, { rapporto: '99109784511' }, percorsi.clienti);
    expect(await createServizioClienti(prova.app).elenco(proprietario)).toEqual([]);
  });

  it('are for operators', async () => {
    const datore = await prova.browser().enter(prova.app, 'Ferrari');
    for (const pagina of [percorsi.clienti, percorsi.statoClienti('csv'), percorsi.statoLotto('x'.repeat(36))]) {
      expect((await datore.get(pagina)).headers['location']).toBe(`${percorsi.operatoriAccesso}?verso=lotti`);
    }
  });
});
