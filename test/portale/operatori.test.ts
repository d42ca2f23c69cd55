import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percorsi } from '../../src/portale/percorsi.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

const PAGINE = [
  percorsi.operatori,
  percorsi.giornale,
  percorsi.rendicontazione,
  percorsi.messaggio(1),
  percorsi.messaggioGrezzo(1),
  percorsi.confrontoMessaggi,
];

async function enterAsOperator(nome: string): Promise<{ io: Agente; tokenId: string; risposta: number }> {
  const { token, segreto } = await prova.app.accesso.creaToken(nome);
  const io = prova.browser();
  const risposta = await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
  return { io, tokenId: token.id, risposta: risposta.status };
}

describe('operators’ pages', () => {
  it('are not for employers, nor for tokens of one employer', async () => {
    const datore = await prova.browser().enter(prova.app, 'Ferrari');
    for (const pagina of PAGINE) {
      expect((await datore.get(pagina)).headers['location']).toBe(percorsi.operatoriAccesso);
    }
    const [primo] = await prova.app.knex('datori').select<{ id: string }[]>('id');
    const suo = await prova.app.accesso.creaToken('di uno', primo?.id);
    const io = prova.browser();
    const rifiuto = await io.post(percorsi.operatoriAccesso, { token: suo.segreto }, percorsi.operatoriAccesso);
    expect([rifiuto.status, rifiuto.text.includes('non è di un operatore')]).toEqual([401, true]);
    expect((await io.get(percorsi.operatori)).status).toBe(303);
  });

  it('show a page each, until the token is revoked', async () => {
    const { io, tokenId, risposta } = await enterAsOperator('ufficio');
    expect(risposta).toBe(303);
    for (const pagina of [percorsi.operatori, percorsi.giornale, percorsi.rendicontazione]) {
      expect((await io.get(pagina)).status, pagina).toBe(200);
    }
    expect((await io.get(percorsi.bollettini)).headers['location']).toBe(percorsi.accesso);
    await prova.app.accesso.revocaToken(tokenId);
    expect((await io.get(percorsi.operatori)).headers['location']).toBe(percorsi.operatoriAccesso);
  });

  it('say when somebody guesses at the codes of others, with numbers and no names', async () => {
    const { io } = await enterAsOperator('turno');
    expect((await io.get(percorsi.operatori)).text).not.toContain('codici che non conosce');
    for (let i = 0; i < 12; i += 1) {
      const tenta = prova.app.accesso.accessoConCodiceRapporto('FRRGNN49B27D620F', `20000000${10 + i}`, `192.0.2.${i}`);
      await expect(tenta).rejects.toMatchObject({ statoHttp: 401 });
    }
    const { text } = await io.get(percorsi.operatori);
    expect(text).toContain('Qualcuno prova codici che non conosce');
    expect(text).toMatch(/12 tentativi falliti di entrare con il codice del rapporto, 1 codice fiscale preso di mira/);
    expect(text).not.toContain('FRRGNN49B27D620F');
  });

  it('an anomaly tells its facts in words and euro', async () => {
    const dettaglio = {
      idMessaggio: 'RT1',
      importoRicevuto: 50_600,
      importoAtteso: null,
      difetti: 'importo-diverso: paid 50600 cents, asked 50700; partial outcome 2',
    };
    await prova.app.archivio.letture.anomalie.apri(
      { tipo: 'rt-incoerente', chiave: 'fatti', dettaglio },
      '2026-11-20T10:00:00.000Z',
    );
    const { io } = await enterAsOperator('ufficio pagamenti');
    const { text } = await io.get(percorsi.operatori);
    expect(text).toContain('<dt>Importo ricevuto</dt><dd>506,00 €</dd>');
    expect(text).toContain('l’importo non è quello chiesto; attesta un pagamento solo in parte');
    expect(text).not.toMatch(/50600|importoAtteso|cents/);
    expect(text, 'no payment is in verifica').not.toContain('name="restituito"');
    await prova.app.operatori.chiudiAnomalia(
      (await prova.app.operatori.anomalie('aperta'))[0]?.id ?? '',
      'prova',
      'Fatto',
    );
  });

  it('an anomaly is closed with a note, and by whom it was', async () => {
    await prova.app.archivio.letture.anomalie.apri(
      { tipo: 'rt-sconosciuta', chiave: 'prova', iuv: '01234567890123456', dettaglio: { importo: '338.00' } },
      '2026-11-20T10:00:00.000Z',
    );
    const { io } = await enterAsOperator('ufficio pagamenti');
    const pagina = await io.get(percorsi.operatori);
    expect(pagina.text).toContain('01234567890123456');
    const [, azione = ''] = /action="(\/operatori\/anomalie\/[\w-]+\/chiudi)"/.exec(pagina.text) ?? [];
    expect((await io.post(azione, { nota: '' }, percorsi.operatori)).status).toBe(422);
    const chiusa = await io.post(azione, { nota: 'Somma restituita' }, percorsi.operatori);
    expect(chiusa.headers['location']).toBe(percorsi.operatori);
    expect((await io.get(percorsi.operatori)).text).toContain('Nessuna anomalia');
    const tutte = await io.get(`${percorsi.operatori}?tutte=si`);
    expect(tutte.text).toContain('portale:ufficio pagamenti: Somma restituita');
  });
});
