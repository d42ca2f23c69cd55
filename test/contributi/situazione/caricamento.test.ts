import { describe, expect, it } from 'vitest';

// The form is built when its file is read: a fault there must fail a test, and not only the reading of the test files.
const letta = async (diversa: object, altre: object = {}) => {
  const { parseSituazione } = await import('../../../src/contributi/situazione/schema.ts');
  const condizioni = [{ dal: '2019-01-01', oreSettimanali: '25', ...altre }];
  return parseSituazione({ trimestre: '4/2020', condizioni, ...diversa });
};

describe('the form of a quarter told as it was', () => {
  it.each([
    { tipo: 'contratto' },
    { tipo: 'settimane', settimane: [{ sabato: '2020-10-10', ore: '20' }] },
    { tipo: 'mesi', mesi: [{ mese: '2020-10', ore: '20' }] },
    { tipo: 'totale', ore: '300' },
  ])('takes hours said as %j', async (ore) => {
    expect((await letta({ ore })).ore.tipo).toBe(ore.tipo);
  });

  it.each(['oraria', 'giornaliera', 'settimanale', 'mensile'])('takes a pay that is %s', async (tipo) => {
    const { condizioni } = await letta({}, { paga: { tipo, importo: '8,50', giorniSettimanali: 3 } });
    expect(condizioni[0].paga).toEqual({ tipo, importo: 850, giorniSettimanali: 3 });
  });

  it.each([
    [
      { tipo: 'pasti', pranzi: '3', cene: '2', alloggi: '1' },
      { tipo: 'pasti', pranzi: 3, cene: 2, alloggi: 1 },
    ],
    [
      { tipo: 'denaro', ogni: 'giorno', importo: '5', giorni: '6' },
      { tipo: 'denaro', ogni: 'giorno', importo: 500, giorni: 6 },
    ],
    [
      { tipo: 'denaro', ogni: 'mese', importo: '120' },
      { tipo: 'denaro', ogni: 'mese', importo: 12_000 },
    ],
  ])('takes board as %j', async (vitto, letto) => {
    expect((await letta({}, { vitto })).condizioni[0].vitto).toEqual(letto);
  });

  it.each([
    { tipo: 'denaro', ogni: 'anno', importo: '120' },
    { tipo: '', ogni: 'mese', importo: '120' },
    { tipo: 'denaro', ogni: '', importo: '120' },
    { tipo: 'denaro', ogni: 'giorno', importo: '120' },
    {},
  ])('does not take board as %j', async (vitto) => {
    await expect(letta({}, { vitto })).rejects.toThrow('condizioni.0.vitto: non ha la forma attesa');
  });

  it.each([
    { codice: 'madri-2022', rientro: '2022-03-01' },
    { codice: 'over-80', dal: '2025-01-01' },
  ])('takes the relief %j', async (sgravio) => {
    expect((await letta({ sgravi: [sgravio] })).sgravi).toEqual([sgravio]);
  });
});
