import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { OPERAZIONI } from '../../src/portale/api/api.router.ts';
import * as schemiBollettini from '../../src/portale/api/schemi/bollettini.ts';
import * as schemiCalcolo from '../../src/portale/api/schemi/calcolo.ts';
import * as schemiComuni from '../../src/portale/api/schemi/comuni.ts';
import * as schemiPagamenti from '../../src/portale/api/schemi/pagamenti.ts';
import { INTESTAZIONE_DATORE } from '../../src/portale/api/token.ts';
import { percorsi } from '../../src/portale/percorsi.ts';
import { type Chiamata, checked, chiamate } from './chiamate-api.ts';
import { codiceFiscaleDi, startPortaleDiProva, type PortaleDiProva } from './portale-di-prova.ts';

let prova: PortaleDiProva;
let call: Chiamata;
let segreto: string;

beforeAll(async () => {
  prova = await startPortaleDiProva();
  call = chiamate(prova);
  ({ segreto } = await prova.app.accesso.creaToken('prova'));
});
afterAll(() => prova.close());

const mio = (datore = codiceFiscaleDi(prova.app, 'Ferrari')): Record<string, string> => ({
  Authorization: `Bearer ${segreto}`,
  [INTESTAZIONE_DATORE]: datore,
});

describe('computing, open to everybody', () => {
  it('gives the real row its 338,00 with every step', async () => {
    const risposta = await call('post', '/calcoli', { trimestre: '4/2020', oreSettimanali: 25 });
    const { calcoli } = checked(schemiCalcolo.calcoli, risposta);
    expect(calcoli).toHaveLength(1);
    expect(calcoli[0]).toMatchObject({
      totale: '338.00',
      quotaLavoratore: '84.50',
      quotaDatore: '253.50',
      scadenza: '2021-01-11',
      fascia: 4,
    });
    expect(calcoli[0]?.passi.length).toBeGreaterThan(5);
  });

  it('tells when a quarter is paid, written either way', async () => {
    const attesa = { apertura: '2021-01-01', scadenza: '2021-01-11', spostata: true };
    expect(checked(schemiCalcolo.scadenza, await call('get', '/scadenze/4-2020'))).toMatchObject(attesa);
    expect(checked(schemiCalcolo.scadenza, await call('get', '/scadenze/4%2F2020'))).toMatchObject(attesa);
  });

  it('gives every year’s table', async () => {
    for (const anno of [2005, 2013, 2020, 2026]) {
      expect(checked(schemiCalcolo.tabella, await call('get', `/tabelle/${anno}`)).anno).toBe(anno);
    }
    expect((await call('get', '/tabelle/1999')).status).toBeGreaterThanOrEqual(400);
  });

  it('reads a codice avviso however it is spaced', async () => {
    const risposta = await call('post', '/avvisi/decodifica', { codiceAvviso: '3010 0000 0000 0001 44' });
    expect(checked(schemiCalcolo.decodifica, risposta)).toMatchObject({
      codiceSegregazione: '01',
      controlloValido: true,
    });
  });
});

describe('errors are problem+json', () => {
  const problema = (risposta: { headers: Record<string, string>; body: unknown }) => {
    expect(risposta.headers['content-type']).toMatch(/^application\/problem\+json/);
    return schemiComuni.problema.strict().parse(risposta.body);
  };

  it.each([
    ['a field that is wrong', { trimestre: '9/2020', oreSettimanali: '25' }, 422, 'trimestre'],
    ['a field that is not there', { trimestre: '4/2020', oreSettimanali: '25', importo: '1' }, 422, 'importo'],
    ['hours beyond a week', { trimestre: '4/2020', oreSettimanali: '1000' }, 422, 'oreSettimanali'],
    ['a number that is none', { trimestre: '4/2020', oreSettimanali: '1e3' }, 422, 'oreSettimanali'],
    ['weeks beyond the quarter', { trimestre: '4/2020', ore: '10', settimane: '15' }, 422, 'settimane'],
  ])('%s', async (_che, corpo, stato, campo) => {
    const risposta = await call('post', '/calcoli', corpo);
    expect(problema(risposta)).toMatchObject({ status: stato, campo });
  });

  it('what is not JSON, is too big, or is nowhere', async () => {
    const { agent } = prova.browser();
    const nonJson = await agent.post(`${percorsi.api}/calcoli`).type('text/plain').send('{}');
    expect(problema(nonJson).status).toBe(415);
    const rotto = await agent.post(`${percorsi.api}/calcoli`).type('json').send('{"a":');
    expect(problema(rotto).status).toBe(400);
    const grande = await agent.post(`${percorsi.api}/calcoli`).send({ trimestre: 'x'.repeat(100_000) });
    expect(problema(grande).status).toBe(413);
    expect(problema(await call('get', '/niente')).status).toBe(404);
  });

  it('no token, a wrong one, a revoked one', async () => {
    const altro = await prova.app.accesso.creaToken('da revocare');
    await prova.app.accesso.revocaToken(altro.token.id);
    for (const autorizzazione of ['', 'Bearer trimestre_nessuno', `Bearer ${altro.segreto}`, `Basic ${segreto}`]) {
      const risposta = await call('get', '/rapporti', undefined, {
        Authorization: autorizzazione,
        [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Ferrari'),
      });
      expect(problema(risposta).codice).toBe('token-non-valido');
      expect(risposta.headers['www-authenticate']).toMatch(/^Bearer/);
    }
  });

  it('every personal operation refuses who has no token', async () => {
    const personali = OPERAZIONI.filter(({ chi }) => chi !== 'tutti');
    expect(personali.length).toBeGreaterThan(10);
    for (const { metodo, percorso } of personali) {
      const risposta = await call(metodo, percorso.replace(/\{\w+\}/, 'x'.repeat(36)));
      expect(risposta.status, `${metodo} ${percorso}`).toBe(401);
    }
  });
});

describe('an employer’s bollettini by program', () => {
  it('from the rapporto to the hand-off', async () => {
    const { rapporti } = checked(schemiBollettini.rapporti, await call('get', '/rapporti', undefined, mio()));
    const rapporto = rapporti.find(({ codice }) => codice === '2100005123');
    expect(rapporto?.lavoratore.cognome).toBe('Shevchenko');
    const id = rapporto?.id ?? '';
    const proposta = await call('get', `/rapporti/${id}/proposta?trimestre=4/2025`, undefined, mio());
    const { calcoli } = checked(schemiCalcolo.calcoli, proposta);
    const corpo = { rapporto: id, trimestre: '4/2025', ore: '100' };
    const { bollettini } = checked(schemiBollettini.emissione, await call('post', '/bollettini', corpo, mio()), 201);
    const [emesso] = bollettini;
    expect(emesso?.importo).not.toBe(calcoli[0]?.totale);
    expect((await call('post', '/bollettini', corpo, mio())).status).toBe(409);

    const bollettino = `/bollettini/${emesso?.id}`;
    const cambio = { versione: emesso?.versione, ore: '120' };
    const cambiato = checked(schemiBollettini.bollettino, await call('patch', bollettino, cambio, mio()));
    expect(Number(cambiato.importo)).toBeCloseTo(Number(emesso?.importo) * 1.2, 2);
    expect(cambiato.codiceAvviso).toBe(emesso?.codiceAvviso);
    expect((await call('patch', bollettino, cambio, mio())).status).toBe(409);
    const pdf = await call('get', `${bollettino}/avviso.pdf`, undefined, mio());
    expect([pdf.status, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
    const tedesco = await call('get', `${bollettino}/avviso.pdf?lingua=it-de`, undefined, mio());
    expect(tedesco.status).toBe(200);
    expect((tedesco.body as Buffer).equals(pdf.body as Buffer)).toBe(false);
    const antico = await call('get', `${bollettino}/avviso.pdf?edizione=2018&lingua=it-de`, undefined, mio());
    expect([antico.status, antico.text]).toEqual([422, expect.stringContaining('solo in italiano')]);
    expect((await call('get', `${bollettino}/avviso.pdf?edizione=2.2`, undefined, mio())).status).toBe(422);
    const altri = mio(codiceFiscaleDi(prova.app, 'Bianchi'));
    for (const quale of ['', '/qr.svg', '/datamatrix.png'])
      expect((await call('get', bollettino + quale, undefined, altri)).status).toBe(404);
    const qr = await call('get', `${bollettino}/qr.svg`, undefined, mio());
    expect([qr.status, qr.headers['content-type']]).toEqual([200, expect.stringContaining('image/svg+xml')]);

    const carrello = checked(schemiBollettini.carrello, await call('get', '/carrello', undefined, mio()));
    const somma = carrello.bollettini.reduce((conto, { importo }) => conto + Math.round(Number(importo) * 100), 0);
    expect((somma / 100).toFixed(2)).toBe(carrello.totale);
    const scelti = { bollettini: [{ id: cambiato.id, versione: cambiato.versione }] };
    const { consegne } = checked(
      schemiPagamenti.consegne,
      await call('post', '/carrello/conferma', scelti, mio()),
      201,
    );
    expect(consegne).toHaveLength(1);
    const consegna = `/consegne/${consegne[0]?.id}`;
    expect(checked(schemiPagamenti.consegna, await call('get', consegna, undefined, mio())).url).toBeNull();
    const inviata = checked(schemiPagamenti.consegna, await call('post', `${consegna}/invio`, undefined, mio()));
    expect(inviata.url).toContain('/wallet/welcome');
    const { pagamenti } = checked(
      schemiPagamenti.pagamenti,
      await call('get', '/pagamenti/in-attesa', undefined, mio()),
    );
    expect(pagamenti.map(({ stato }) => stato)).toEqual(['in-attesa']);
    expect(
      checked(schemiPagamenti.pagamento, await call('get', `/pagamenti/${pagamenti[0]?.id}`, undefined, mio()))
        .ricevuta,
    ).toBe(null);
  });

  it('the employer’s address and language', async () => {
    const indirizzo = {
      via: 'Via Aldini',
      civico: '',
      cap: '40136',
      comune: 'Bologna',
      provincia: 'BO',
      nazione: 'IT',
    };
    const prima = checked(schemiBollettini.datore, await call('get', '/datore', undefined, mio()));
    const nuovi = { indirizzo, linguaAvviso: 'it-de' };
    const dopo = checked(schemiBollettini.datore, await call('patch', '/datore', nuovi, mio()));
    expect([dopo, (await call('patch', '/datore', {}, mio())).status]).toEqual([{ ...prima, ...nuovi }, 422]);
    const rifiutato = await call('patch', '/datore', { indirizzo: { ...indirizzo, comune: '' } }, mio());
    expect(rifiutato.status).toBe(422);
    const estero = { ...indirizzo, cap: '8001', comune: 'Zürich', provincia: '', nazione: 'Svizzera' };
    const fuori = checked(schemiBollettini.datore, await call('patch', '/datore', { indirizzo: estero }, mio()));
    expect(fuori.indirizzo).toEqual({ ...estero, nazione: 'CH' });
    const tolto = checked(schemiBollettini.datore, await call('patch', '/datore', { indirizzo: null }, mio()));
    expect(tolto).toEqual({ ...dopo, indirizzo: null });
  });

  it('past payments with their receipts', async () => {
    const { pagamenti } = checked(schemiPagamenti.pagamenti, await call('get', '/pagamenti', undefined, mio()));
    expect(pagamenti.length).toBeGreaterThan(0);
    for (const { stato, ricevuta, importo } of pagamenti) {
      expect(stato).toBe('eseguito');
      expect(ricevuta?.importoPagato).toBe(importo);
    }
    const intera = await call('get', `/pagamenti/${pagamenti[0]?.id}/ricevuta`, undefined, mio());
    expect(checked(schemiPagamenti.ricevuta, intera).importo).toBe(pagamenti[0]?.importo);
  });

  it('removing one', async () => {
    const { rapporti } = checked(schemiBollettini.rapporti, await call('get', '/rapporti', undefined, mio()));
    const id = rapporti.find(({ codice }) => codice === '2100005123')?.id;
    const emissione = await call('post', '/bollettini', { rapporto: id, trimestre: '3/2025' }, mio());
    const [emesso] = checked(schemiBollettini.emissione, emissione, 201).bollettini;
    const percorso = `/bollettini/${emesso?.id}?versione=${emesso?.versione}`;
    expect((await call('delete', percorso, undefined, mio())).status).toBe(204);
    expect((await call('delete', percorso, undefined, mio())).status).toBe(409);
  });

  it('a token of one employer needs no header and reaches no other', async () => {
    const datore = await prova.app.registro.datoreConCodiceFiscale(
      codiceFiscaleDi(prova.app, 'Ferrari') as CodiceFiscale,
    );
    const suo = await prova.app.accesso.creaToken('solo Ferrari', datore?.id);
    const autorizzazione = { Authorization: `Bearer ${suo.segreto}` };
    expect((await call('get', '/carrello', undefined, autorizzazione)).status).toBe(200);
    const altrui = await call('get', '/carrello', undefined, {
      ...autorizzazione,
      [INTESTAZIONE_DATORE]: codiceFiscaleDi(prova.app, 'Bianchi'),
    });
    expect(altrui.status).toBe(404);
    const senza = await call('get', '/carrello', undefined, { Authorization: `Bearer ${segreto}` });
    expect(senza.body).toMatchObject({ codice: 'datore-mancante' });
  });
});

describe('too many calls', () => {
  it('are answered 429', async () => {
    const altra = await startPortaleDiProva({
      limiti: { pagineAlMinuto: 1_000, calcoliAlMinuto: 3, accessiAlMinuto: 2 },
    });
    try {
      const { agent } = altra.browser();
      const stati: number[] = [];
      for (let i = 0; i < 4; i++) stati.push((await agent.get(`${percorsi.api}/scadenze/4-2020`)).status);
      expect(stati).toEqual([200, 200, 200, 429]);
      const io = altra.browser();
      const dati = { codiceFiscale: 'x', codiceRapporto: 'y' };
      const accessi: number[] = [];
      for (let i = 0; i < 3; i++) accessi.push((await io.post(percorsi.accessoCodiceRapporto, dati)).status);
      expect(accessi).toEqual([422, 422, 429]);
    } finally {
      await altra.close();
    }
  });
});
