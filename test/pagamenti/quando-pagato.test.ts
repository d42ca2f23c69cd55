import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { bollettiniPagati } from '../../src/pagamenti/bollettini-pagati.ts';
import { attestazione } from '../../src/prospetti/attestazione/index.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { type AmbientePagamenti, ambientePagamenti, consegnaRt, consegnati, emetti, rtDi } from './ambiente.ts';
import { mandaRicevuta, ricevutaDi } from './avviso-pagato.ts';

let a: AmbientePagamenti;
beforeEach(async () => {
  a = await ambientePagamenti();
});
afterEach(() => a.prova.close());

const quando = async () => {
  const [riga] = await a.pagamenti.effettuati(a.datore);
  const { dataEsito, oraEsito, dataApplicazione } = riga?.ricevuta ?? {};
  return { dataEsito, oraEsito, dataApplicazione };
};
/** The years of which an attestazione has a payment. */
const anni = async () => {
  const datore = await a.servizio.datore(a.datore);
  const pagati = bollettiniPagati(datore, await a.pagamenti.effettuati(a.datore));
  return [2025, 2026].filter(
    (anno) =>
      attestazione({ datore, anno, criterio: 'anno-di-pagamento' }, pagati, regoleProspetti().tributi, {
        norme: norme(),
        oggi: parseGiorno('2026-12-01'),
      }).righe.length > 0,
  );
};

describe('the receipt of a notice', () => {
  it('counts on the day somebody paid, not on the one the PSP books it', async () => {
    const bollettino = await emetti(a);
    const dataOra = '2025-12-31T15:00:00';
    expect(await mandaRicevuta(a, ricevutaDi(bollettino, { dataOra, dataApplicazione: '2026-01-02' }))).toBe('OK');
    expect(await quando()).toEqual({ dataEsito: '2025-12-31', oraEsito: '15:00:00', dataApplicazione: '2026-01-02' });
    expect(await anni()).toEqual([2025]);
    // A flow follows the booking: from that day it is waited for.
    expect(await a.prova.knex('incassi').pluck<string[]>('data_esito')).toEqual(['2026-01-02']);
  });

  it.each([
    ['2025-12-31T23:30:00Z', { dataEsito: '2026-01-01', oraEsito: '00:30:00' }, 2026],
    ['2026-01-01T00:30:00+03:00', { dataEsito: '2025-12-31', oraEsito: '22:30:00' }, 2025],
  ])('paid at %s is told in Italian time', async (dataOra, attesa, anno) => {
    await mandaRicevuta(a, ricevutaDi(await emetti(a), { dataOra, dataApplicazione: '2026-01-02Z' }));
    expect(await quando()).toEqual({ ...attesa, dataApplicazione: '2026-01-02' });
    expect(await anni()).toEqual([anno]);
  });

  it('without the hour has the day of booking', async () => {
    const { dataOra: _, ...senzaOra } = ricevutaDi(await emetti(a), { dataApplicazione: '2026-01-02' });
    await mandaRicevuta(a, senzaOra);
    expect(await quando()).toEqual({ dataEsito: '2026-01-02', oraEsito: undefined, dataApplicazione: '2026-01-02' });
  });

  it('without either has the Italian day it came', async () => {
    const { dataOra: _, dataApplicazione: __, ...nuda } = ricevutaDi(await emetti(a));
    a.prova.clock.set('2026-12-31T23:30:00Z');
    await mandaRicevuta(a, nuda);
    expect(await quando()).toEqual({ dataEsito: '2027-01-01', oraEsito: undefined, dataApplicazione: undefined });
  });
});

describe('an RT', () => {
  it.each([
    ['<dataEsitoSingoloPagamento>2025-12-31+01:00<', '2026-01-01T09:00:00', '2025-12-31', '2026-01-01T09:00:00'],
    ['<dataEsitoSingoloPagamento>2026-01-01<', '2025-12-31T23:30:00Z', '2026-01-01', '2026-01-01T00:30:00'],
  ])('with %s counts on that day, its own hour in Italian time', async (esito, messaggio, giorno, fatta) => {
    const { tentativi } = await consegnati(a, [await emetti(a)]);
    const [tentativo] = tentativi;
    if (tentativo === undefined) throw new Error('no attempt');
    const xml = (await rtDi(a, tentativo))
      .replace('<dataEsitoSingoloPagamento>2026-10-05<', esito)
      .replace('2026-10-05T10:10:00', messaggio);
    expect(await consegnaRt(a, tentativo, xml)).toBe('OK');
    const [riga] = await a.pagamenti.effettuati(a.datore);
    expect([riga?.ricevuta?.dataEsito, riga?.ricevuta?.dataOraMessaggio]).toEqual([giorno, fatta]);
    expect(await anni()).toEqual([Number(giorno.slice(0, 4))]);
  });
});
