import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import { parseCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { senzaDati } from '../../src/valori/senza-dati.ts';
import { senzaPassword } from '../../src/pagopa/soap/senza-password.ts';
import { startPortaleDiProva, type Agente, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
beforeAll(async () => {
  prova = await startPortaleDiProva();
});
afterAll(() => prova.close());

const enter = (cognome: string): Promise<Agente> => prova.browser().enter(prova.app, cognome);

/** All that money hangs on: what an attack may not have changed. */
async function stato(): Promise<unknown> {
  const { knex } = prova.app;
  return {
    bollettini: await knex('bollettini').select('id', 'stato', 'versione', 'importo', 'dati').orderBy('id'),
    rapporti: await knex('rapporti').orderBy('id'),
    tentativi: await knex('tentativi').select('id', 'stato').orderBy('id'),
    conferme: await knex('conferme').select('id').orderBy('id'),
  };
}

const IMPORTI_STORTI = ['-1', '0', '1e3', 'NaN', 'Infinity', '0x10', '1.234,56,7', '9999999999', '５', "1'; --"];

describe('AB-11: the amount is ours', () => {
  it('no form takes an amount, nor hours and pay that are no plain number; nothing is issued or changed', async () => {
    const io = await enter('Bianchi');
    const [id = ''] = await io.bollettini();
    const { versione = 1 } = (await prova.app.knex('bollettini').where({ id }).first<{ versione: number }>()) ?? {};
    const prima = await stato();
    const cambia = (campi: Record<string, string>) =>
      io.post(percorsi.modifica(id), { versione: String(versione), azione: 'salva', ...campi }, percorsi.modifica(id));
    expect((await cambia({ importo: '1' })).status).toBe(422);
    expect((await io.post(percorsi.conferma, { bollettino: `${id}:${versione}`, importo: '1' })).status).toBe(422);
    for (const valore of IMPORTI_STORTI) {
      for (const campo of ['oreSettimanali', 'pagaOraria']) {
        expect((await cambia({ [campo]: valore })).status, `${campo}=${valore}`).toBe(422);
      }
    }
    expect(await stato()).toEqual(prima);
  });

  it('nor does the API', async () => {
    const { segreto } = await prova.app.accesso.creaToken('prova');
    const prima = await stato();
    const rapporto = (await prova.app.knex('rapporti').first<{ id: string; datore_id: string }>()) ?? {
      id: '',
      datore_id: '',
    };
    const datore = await prova.app.registro.datore(rapporto.datore_id);
    const emetti = (corpo: object) =>
      prova
        .browser()
        .agent.post(`${percorsi.api}/bollettini`)
        .set({ Authorization: `Bearer ${segreto}`, 'Trimestre-Datore': datore?.codiceFiscale ?? '' })
        .send({ rapporto: rapporto.id, trimestre: '2/2026', ...corpo });
    for (const corpo of [
      { importo: '1.00' },
      { stato: 'pagato' },
      { pagaOraria: -8 },
      { pagaOraria: '1e3' },
      { oreSettimanali: 'NaN' },
      { oreSettimanali: { $gt: 0 } },
    ]) {
      expect((await emetti(corpo)).status, JSON.stringify(corpo)).toBe(422);
    }
    expect(await stato()).toEqual(prima);
  });
});

describe('AB-12: hours and weeks beyond what there can be', () => {
  it('are refused beside their field, and priced nowhere', async () => {
    const io = await enter('Bianchi');
    const [id = ''] = await io.bollettini();
    const { versione = 1 } = (await prova.app.knex('bollettini').where({ id }).first<{ versione: number }>()) ?? {};
    const prima = await stato();
    for (const campi of [
      { oreSettimanali: '1000000' },
      { oreSettimanali: '168,5' },
      { ore: '1000000' },
      { settimane: '15' },
      { settimane: '-1' },
      { settimane: '1,5' },
      { vittoAlloggioGiorni: '8' },
    ]) {
      const dati = { versione: String(versione), azione: 'salva', ...campi };
      const risposta = await io.post(percorsi.modifica(id), dati, percorsi.modifica(id));
      expect(risposta.status, JSON.stringify(campi)).toBe(422);
      expect(risposta.text).toContain('aria-invalid="true"');
    }
    expect(await stato()).toEqual(prima);
  });
});

describe('AB-24: no address from outside is followed', () => {
  it('redirects lead to our own pages, whatever the request names', async () => {
    const io = await enter('Ferrari');
    const fuori = [
      '//evil.example',
      '/\\evil.example',
      'https:evil.example',
      '%2f%2fevil.example',
      'javascript:alert(1)',
    ];
    for (const verso of [...fuori, '\t//evil.example', 'https://evil.example/\n']) {
      const q = encodeURIComponent(verso);
      const pagine = [
        await io.get(`${percorsi.operatori}?verso=${q}&next=${q}`),
        await io.get(`${percorsi.ritorno}?idSession=${q}&idDominio=${q}&esito=${q}&next=${q}`),
        await prova.browser().get(`${percorsi.bollettini}?next=${q}&RelayState=${q}`),
        await io.post(percorsi.operatoriAccesso, { token: 'x', verso }, percorsi.operatoriAccesso),
      ];
      for (const { headers, text } of pagine) {
        expect(headers['location'] ?? '/').toMatch(/^\/(?![/\\])/);
        expect(headers['location'] ?? '').not.toContain('evil');
        expect(text).not.toMatch(/(href|action)="[^"]*evil/);
      }
    }
  });
});

describe('AB-35: what is searched for is a value', () => {
  it('quotes, wildcards and commands find nothing and change nothing', async () => {
    const { segreto } = await prova.app.accesso.creaToken('ufficio');
    const io = prova.browser();
    await io.post(percorsi.operatoriAccesso, { token: segreto }, percorsi.operatoriAccesso);
    const prima = await stato();
    for (const cercato of ["' OR '1'='1", '%', '_%', "'; DROP TABLE bollettini; --", '1) OR (1=1', '{"$ne":1}']) {
      const trovati = await io.get(`${percorsi.giornale}?iuv=${encodeURIComponent(cercato)}`);
      expect(trovati.status).toBe(200);
      expect(trovati.text, cercato).not.toMatch(/\/operatori\/giornale\/\d+\.xml/);
      expect((await io.get(`${percorsi.pagamentoOperatori(encodeURIComponent(cercato))}`)).status).toBe(404);
    }
    expect((await io.get(`${percorsi.giornale}?dopo=${encodeURIComponent('0; DELETE FROM atti')}`)).status).toBe(422);
    expect(await stato()).toEqual(prima);
  });
});

describe('AB-41: a hundred thousand characters', () => {
  it('are looked at once by everything that recognises a code', () => {
    const lunghi = ['A', '1', ' ', '-', '1 ', 'A1', '"', "'", '@', '<password>', '<password ', '«', '1.', 'a@'].map(
      (uno) => uno.repeat(Math.ceil(100_000 / uno.length)),
    );
    for (const testo of lunghi) {
      for (const legge of [parseCodiceFiscale, parseCodiceRapporto, parseCodiceAvviso, parseGiorno]) {
        expect(() => legge(testo), `${legge.name} ${testo.slice(0, 4)}`).toThrow();
      }
      expect(senzaDati(testo).length).toBeLessThanOrEqual(testo.length);
      expect(senzaPassword(testo).length).toBeLessThanOrEqual(2 * testo.length);
    }
  });
});

describe('AB-49: steps skipped', () => {
  it('a confirmation of nothing, of what was never reviewed or is no longer in the cart pays nothing', async () => {
    const io = await enter('Bianchi');
    const prima = await stato();
    const pagati = (await prova.app.knex('bollettini').where({ stato: 'pagato' }).pluck('id')) as string[];
    for (const bollettino of ['', 'x', `${pagati[0] ?? ''}:3`, '00000000-0000-4000-8000-000000000000:1']) {
      const { status, headers } = await io.post(percorsi.conferma, { bollettino });
      expect(`${status} ${headers['location'] ?? ''}`, bollettino).not.toMatch(/pagamento-online/);
    }
    expect((await io.post(percorsi.prosegui('00000000-0000-4000-8000-000000000000'), {})).status).toBe(404);
    expect((await io.get(percorsi.esito('00000000-0000-4000-8000-000000000000'))).status).toBe(404);
    expect(await stato()).toEqual(prima);
  });
});

describe('AB-52: headers that a stranger can write', () => {
  it('say nothing where no proxy is trusted: neither the address, nor the protocol, nor the host', async () => {
    const spoofed = {
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-For': '192.0.2.7',
    };
    const io = prova.browser();
    const pagina = await io.agent.get(percorsi.accesso).set(spoofed);
    expect(pagina.status).toBe(200);
    expect(pagina.text).not.toContain('evil.example');
    const token = /name="_csrf" value="([^"]+)"/.exec(pagina.text)?.[1] ?? '';
    const wrong = (i: number) =>
      io.agent
        .post(percorsi.accessoCodiceRapporto)
        .set({ ...spoofed, 'X-Forwarded-For': `192.0.2.${i}` })
        .type('form')
        .send({ _csrf: token, codiceFiscale: 'RSSMRA80A01D620V', codiceRapporto: `20000000${10 + i}` });
    const stati: number[] = [];
    for (let i = 0; i < 7; i += 1) stati.push((await wrong(i)).status);
    expect(stati).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await prova.app.knex('tentativi_accesso').whereLike('chiave', 'coppia:%')).toHaveLength(1);
  });
});
