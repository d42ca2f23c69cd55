import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Anomalia } from '../../src/pagamenti/anomalia.ts';
import type { Tentativo } from '../../src/pagamenti/pagamento.ts';
import type { ServizioOperatori } from '../../src/pagamenti/servizio-operatori.ts';
import {
  type AmbientePagamenti,
  ambientePagamenti,
  consegnaRt,
  consegnati,
  emetti,
  operatoriDi,
  rtDi,
  stati,
} from './ambiente.ts';

let a: AmbientePagamenti;
let operatori: ServizioOperatori;
beforeEach(async () => {
  a = await ambientePagamenti();
  operatori = operatoriDi(a);
});
afterEach(() => a.prova.close());

/** A payment whose receipt attests one cent, and its anomaly. */
async function inVerifica(): Promise<{ readonly tentativo: Tentativo; readonly anomalia: Anomalia }> {
  const [tentativo] = (await consegnati(a, [await emetti(a)])).tentativi;
  if (tentativo === undefined) throw new Error('nothing was handed over');
  await consegnaRt(a, tentativo, await rtDi(a, tentativo, { importo: 1 }));
  const [anomalia] = await operatori.anomalie('aperta');
  if (anomalia === undefined) throw new Error('no anomaly');
  return { tentativo, anomalia };
}

/** What operators did, as the register of acts has it. */
async function atti(): Promise<string[]> {
  const autorita = JSON.stringify({ tipo: 'operatore' });
  const righe = (await a.prova.knex('atti').where({ autorita }).orderBy('id')) as { azione: string }[];
  return righe.map(({ azione }) => azione);
}

/** Confirms again all that is in the cart. */
async function dalCarrello(): Promise<Tentativo> {
  const { righe } = await a.servizio.carrello(a.datore);
  const { tentativi } = await consegnati(
    a,
    righe.map(({ bollettino }) => bollettino),
  );
  if (tentativi[0] === undefined) throw new Error('the cart is empty');
  return tentativi[0];
}

const restituisci = (id: string) => operatori.chiudiAnomalia(id, 'op', 'restituito dal PSP', { restituito: true });

describe('anomalies', () => {
  it('are seen by operators, who say how they were settled, once', async () => {
    const { tentativo, anomalia } = await inVerifica();
    expect(anomalia).toMatchObject({
      tipo: 'rt-incoerente',
      tentativoId: tentativo.id,
      dettaglio: { importoRicevuto: 1, importoAtteso: 33_800 },
    });
    await expect(operatori.chiudiAnomalia(anomalia.id, 'op', '  ')).rejects.toMatchObject({ campo: 'nota' });
    const chiusa = await operatori.chiudiAnomalia(anomalia.id, 'op', 'sentito il PSP');
    expect(chiusa).toMatchObject({ stato: 'chiusa', chiusura: { da: 'op', nota: 'sentito il PSP' } });
    await expect(operatori.chiudiAnomalia(chiusa.id, 'op', 'di nuovo')).rejects.toMatchObject({ statoHttp: 409 });
    await expect(operatori.chiudiAnomalia('x', 'op', 'nota')).rejects.toMatchObject({ statoHttp: 404 });
    expect(await operatori.anomalie('aperta')).toEqual([]);
    expect(await operatori.anomalie()).toEqual([{ ...chiusa, inVerifica: true }]);
    // A note moves nothing: the right receipt is still waited for.
    expect(await stati(a)).toMatchObject({ bollettini: ['in-pagamento'], tentativi: ['anomalo'] });
    expect(await atti()).toEqual(['anomalia-chiusa']);
  });
});

describe('a payment in verifica whose money was given back', () => {
  it('gives its bollettino back to the cart, and deletes nothing', async () => {
    const { tentativo, anomalia } = await inVerifica();
    expect(anomalia).toMatchObject({ inVerifica: true });
    expect(await restituisci(anomalia.id)).toMatchObject({ stato: 'chiusa', chiusura: { nota: 'restituito dal PSP' } });
    expect(await stati(a)).toMatchObject({
      bollettini: ['nel-carrello'],
      tentativi: ['non-eseguito'],
      consegne: ['conclusa'],
      anomalie: ['rt-incoerente'],
    });
    expect(await operatori.anomalie()).toMatchObject([{ id: anomalia.id, inVerifica: false }]);
    expect(await a.pagamenti.inAttesa(a.datore)).toEqual([]);
    expect((await operatori.pagamento(tentativo.id)).ricevute).toHaveLength(1);
    expect(await atti()).toEqual(['pagamento-restituito', 'anomalia-chiusa']);
    await expect(restituisci(anomalia.id)).rejects.toMatchObject({ codice: 'anomalia-gia-chiusa' });
    expect(await atti()).toHaveLength(2);
  });

  it('is not given back when the right receipt has come meanwhile: the operator is told, nothing moves', async () => {
    const { tentativo, anomalia } = await inVerifica();
    expect(await consegnaRt(a, tentativo, await rtDi(a, tentativo))).toBe('OK');
    await expect(restituisci(anomalia.id)).rejects.toMatchObject({
      codice: 'pagamento-non-in-verifica',
      statoHttp: 409,
    });
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], tentativi: ['eseguito'] });
    expect(await operatori.anomalie('aperta')).toMatchObject([{ id: anomalia.id, inVerifica: false }]);
    expect(await atti()).toEqual([]);
  });

  it('and paid, both at the same moment: it is paid, once', async () => {
    const { tentativo, anomalia } = await inVerifica();
    const rt = await rtDi(a, tentativo);
    const [risposta] = await Promise.allSettled([consegnaRt(a, tentativo, rt), restituisci(anomalia.id)]);
    expect(risposta).toMatchObject({ value: 'OK' });
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], tentativi: ['eseguito'] });
    expect(await a.prova.knex('incassi')).toHaveLength(1);
  });

  it('is heard when its right receipt comes later', async () => {
    const { tentativo, anomalia } = await inVerifica();
    await restituisci(anomalia.id);
    expect(await consegnaRt(a, tentativo, await rtDi(a, tentativo))).toBe('OK');
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], tentativi: ['eseguito'] });
  });

  it('can be paid anew, and money that comes for it all the same is marked as double', async () => {
    const { tentativo, anomalia } = await inVerifica();
    await restituisci(anomalia.id);
    const secondo = await dalCarrello();
    expect(await consegnaRt(a, secondo, await rtDi(a, secondo))).toBe('OK');
    expect((await stati(a)).bollettini).toEqual(['pagato']);
    await consegnaRt(a, tentativo, await rtDi(a, tentativo));
    expect((await stati(a)).anomalie).toContain('pagamento-doppio');
    expect(await a.prova.knex('incassi').orderBy('natura').pluck('natura')).toEqual(['doppio', 'dovuto']);
  });

  it('is one that there is: an anomaly without a payment is closed with a note alone', async () => {
    await a.prova.archivio.letture.anomalie.apri(
      { tipo: 'rt-sconosciuta', chiave: 'prova', dettaglio: {} },
      '2026-10-05T08:00:00.000Z',
    );
    const [anomalia] = await operatori.anomalie();
    expect(anomalia).toMatchObject({ inVerifica: false });
    await expect(restituisci(anomalia?.id ?? '')).rejects.toMatchObject({ codice: 'pagamento-non-in-verifica' });
    expect(await operatori.chiudiAnomalia(anomalia?.id ?? '', 'op', 'era di prova')).toMatchObject({ stato: 'chiusa' });
  });
});
