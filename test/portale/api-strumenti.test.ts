import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schemiBollettini from '../../src/portale/api/schemi/bollettini.ts';
import * as schemiCalcolo from '../../src/portale/api/schemi/calcolo.ts';
import * as schemiProspetti from '../../src/portale/api/schemi/prospetti.ts';
import * as schemiStrumenti from '../../src/portale/api/schemi/strumenti.ts';
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

describe('tools by program', () => {
  it('a quarter as it was', async () => {
    const corpo = {
      trimestre: '4/2025',
      condizioni: [{ dal: '2024-01-01', oreSettimanali: '25', paga: { tipo: 'oraria', importo: '9,00' } }],
      ore: { tipo: 'settimane', settimane: [{ sabato: '2025-10-04', ore: '20' }] },
    };
    const { calcoli } = checked(schemiCalcolo.calcoli, await call('post', '/calcoli/trimestre', corpo));
    expect(calcoli.map(({ gruppo }) => gruppo)).toEqual(['fino-24', 'oltre-24']);
    expect(calcoli[0]?.dettaglio?.segniSettimane).toBe('1000000000000');
    const errato = await call('post', '/calcoli/trimestre', { ...corpo, pippo: 1 });
    expect([errato.status, (errato.body as { campo?: string }).campo]).toEqual([422, 'pippo']);
  });

  it('a check of an amount', async () => {
    const risposta = await call('post', '/verifiche', { trimestre: '4/2020', importo: '338,00', oreVere: 330 });
    const esito = checked(schemiStrumenti.verifica, risposta);
    expect(esito.ipotesi[0]).toMatchObject({ ore: 325, fascia: 4, cuaf: true, totale: '338.00', settimane: 13 });
    expect(esito.scostamento?.differenza).toBe('-5.20');
    // Without the pay, 24 hours a week have no one band.
    const incerta = await call('post', '/verifiche', { trimestre: '4/2020', importo: '338,00', oreVere: 312 });
    expect(checked(schemiStrumenti.verifica, incerta).scostamento?.secondoLaFascia).toHaveLength(3);
    const impossibile = await call('post', '/verifiche', { trimestre: '4/2020', importo: '0,01' });
    expect(checked(schemiStrumenti.verifica, impossibile)).toMatchObject({ ipotesi: [] });
  });

  it('the cost of a delay, of a year, of the year to come', async () => {
    const ritardo = await call('post', '/sanzioni', {
      contributi: '338,00',
      scadenza: '2021-01-11',
      pagamento: '2024-01-11',
      evasione: true,
    });
    expect(checked(schemiStrumenti.sanzioni, ritardo).letture[0]).toMatchObject({ sanzione: '202.80' });
    const anno = await call('post', '/costi-annui', { anno: 2026, oreSettimanali: 30, pagaOraria: '8,50' });
    expect(checked(schemiStrumenti.costo, anno)).toMatchObject({
      totale: '16879.87',
      contributi: { totale: '1934.40' },
    });
    const futuro = checked(schemiStrumenti.proiezione, await call('get', '/proiezioni/2027?istat=1,2'));
    expect(futuro).toMatchObject({ proiezione: true, anno: 2027 });
    expect((await call('get', '/proiezioni/2026?istat=1,2')).status).toBe(422);
  });

  it('the codes of a notice, sent as it is', async () => {
    const { agent } = prova.browser();
    const { bollettini } = checked(schemiBollettini.carrello, await call('get', '/carrello', undefined, mio()));
    const [primo] = bollettini;
    const avviso = await agent
      .get(`${percorsi.api}/bollettini/${primo?.id}/avviso.pdf`)
      .set(mio())
      .responseType('blob');
    const letto = await agent
      .post(`${percorsi.api}/avvisi/lettura`)
      .set('Content-Type', 'application/pdf')
      .send(avviso.body as Buffer);
    expect(checked(schemiStrumenti.lettura, letto).avvisi).toMatchObject([
      { codiceAvviso: primo?.codiceAvviso, importo: primo?.importo, inps: true },
    ]);
    const testo = await agent.post(`${percorsi.api}/avvisi/lettura`).type('text/plain').send('x');
    expect(testo.status).toBe(415);
  });

  it('statements and due dates of an employer', async () => {
    const attestazione = await call('get', '/attestazioni/2026', undefined, mio());
    const { totali, righe, deducibile } = checked(schemiProspetti.attestazione, attestazione);
    const cents = (euro: string) => Math.round(Number(euro) * 100);
    expect(righe.reduce((conto, riga) => conto + cents(riga.importo), 0)).toBe(cents(totali.importo));
    expect(cents(deducibile ?? '0')).toBeLessThanOrEqual(cents(totali.quotaDatore));
    const { rapporti } = checked(schemiBollettini.rapporti, await call('get', '/rapporti', undefined, mio()));
    const id = rapporti[0]?.id ?? '';
    checked(schemiProspetti.estratto, await call('get', `/rapporti/${id}/estratto`, undefined, mio()));
    const scoperti = checked(schemiProspetti.scoperti, await call('get', `/rapporti/${id}/scoperti`, undefined, mio()));
    expect(scoperti.trimestri.map(({ stato }) => stato)).toContain('pagato');
    const tutte = checked(schemiProspetti.eventi, await call('get', '/calendario', undefined, mio()));
    const sue = checked(schemiProspetti.eventi, await call('get', `/calendario?rapporto=${id}`, undefined, mio()));
    expect(sue.eventi.length).toBeLessThanOrEqual(tutte.eventi.length);
    for (const [percorso, tipo] of [
      ['/attestazioni/2026/attestazione.pdf', 'application/pdf'],
      ['/attestazioni/2026/attestazione.csv', 'text/csv; charset=utf-8'],
      [`/rapporti/${id}/estratto.pdf`, 'application/pdf'],
      [`/rapporti/${id}/estratto.csv`, 'text/csv; charset=utf-8'],
      [`/rapporti/${id}/scoperti.pdf`, 'application/pdf'],
      ['/calendario.ics', 'text/calendar; charset=utf-8'],
    ] as const) {
      expect((await call('get', percorso, undefined, mio())).headers['content-type']).toBe(tipo);
    }
    expect(
      (await call('get', `/rapporti/${id}/estratto`, undefined, mio(codiceFiscaleDi(prova.app, 'Bianchi')))).status,
    ).toBe(404);
  });

  it('a quarter issued as it was', async () => {
    const { rapporti } = checked(schemiBollettini.rapporti, await call('get', '/rapporti', undefined, mio()));
    const rapporto = rapporti.find(({ codice }) => codice === '21000045678')?.id;
    const situazione = { ore: { tipo: 'settimane', settimane: [{ sabato: '2024-10-05', ore: '20' }] } };
    const emissione = await call('post', '/bollettini', { rapporto, trimestre: '4/2024', situazione }, mio());
    expect(checked(schemiBollettini.emissione, emissione, 201).bollettini).toHaveLength(2);
  });
});
