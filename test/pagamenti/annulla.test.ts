import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AmbientePagamenti,
  ambientePagamenti,
  consegnaRt,
  consegnati,
  emetti,
  rtDi,
  SCONOSCIUTA,
  stati,
} from './ambiente.ts';

let a: AmbientePagamenti;
beforeEach(async () => {
  a = await ambientePagamenti();
});
afterEach(() => a.prova.close());

async function lasciata() {
  const { consegne, tentativi } = await consegnati(a, [await emetti(a, '3/2020'), await emetti(a)]);
  const [consegna, primo] = [consegne[0], tentativi[0]];
  if (consegna === undefined || primo === undefined) throw new Error('nothing handed over');
  return { id: consegna.id, primo };
}

const atti = () => a.prova.knex('atti').where({ azione: 'consegna-annullata' });

describe('a payment left on pagoPA’s page', () => {
  it('is given up while no PSP has it, once, and its bollettini are in the cart again', async () => {
    const { id } = await lasciata();
    await a.pagamenti.annulla(a.datore, id);
    expect(await stati(a)).toMatchObject({
      bollettini: ['nel-carrello', 'nel-carrello'],
      tentativi: ['non-eseguito', 'non-eseguito'],
      consegne: ['conclusa'],
    });
    await expect(a.pagamenti.annulla(a.datore, id)).rejects.toMatchObject({ codice: 'pagamento-in-mano' });
    expect(await atti()).toHaveLength(1);
  });

  it('is heard all the same if the node says later how it ended: not paid, or paid', async () => {
    const { id, primo } = await lasciata();
    await a.pagamenti.annulla(a.datore, id);
    expect(await consegnaRt(a, primo, await rtDi(a, primo, { esito: '1', importo: 0 }))).toBe('OK');
    expect(await stati(a)).toMatchObject({ bollettini: ['nel-carrello', 'nel-carrello'], anomalie: [] });
    expect(await consegnaRt(a, primo, await rtDi(a, primo, { idMessaggio: 'tardi' }))).toBe('OK');
    expect((await stati(a)).bollettini).toEqual(['pagato', 'nel-carrello']);
    expect((await stati(a)).anomalie).toEqual([]);
  });

  it.each([
    ['a PSP has it', () => Promise.resolve({ stato: 'RPT_ACCETTATA_PSP', storico: [] })],
    ['the node does not know it', () => Promise.resolve(SCONOSCIUTA)],
  ])('is not given up when %s', async (_perche, risposta) => {
    const { id } = await lasciata();
    a.nodo.chiediStatoRpt = risposta;
    await expect(a.pagamenti.annulla(a.datore, id)).rejects.toMatchObject({
      codice: 'pagamento-in-mano',
      statoHttp: 409,
    });
    expect(await stati(a)).toMatchObject({ bollettini: ['in-pagamento', 'in-pagamento'] });
  });

  it('is not given up while the node is silent', async () => {
    const { id } = await lasciata();
    a.nodo.prossimo = 'giu';
    await expect(a.pagamenti.annulla(a.datore, id)).rejects.toMatchObject({
      codice: 'pagopa-non-risponde',
      statoHttp: 503,
    });
    expect(await stati(a)).toMatchObject({ tentativi: ['in-attesa', 'in-attesa'] });
  });
});

describe('a payment confirmed and never sent', () => {
  it('is given up without asking anybody', async () => {
    const [consegna] = await a.pagamenti.conferma(a.datore, [await emetti(a)]);
    await a.pagamenti.annulla(a.datore, consegna?.id ?? '');
    expect(a.nodo.domande).toBe(0);
    expect((await stati(a)).bollettini).toEqual(['nel-carrello']);
  });
});
