import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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

/** Moves the clock this far from the start, 08:00 of 5 October 2026. */
const dopo = (minuti: number) =>
  a.prova.clock.set(new Date(Date.parse('2026-10-05T08:00:00Z') + minuti * 60_000).toISOString());

async function inAttesa() {
  const { consegne, tentativi } = await consegnati(a, [await emetti(a)]);
  const [consegna] = consegne;
  const [tentativo] = tentativi;
  if (consegna === undefined || tentativo === undefined) throw new Error('nothing was handed over');
  return { consegna, tentativo };
}

describe('sorveglia', () => {
  it('fetches the receipt that did not come, and looks at nothing that is settled', async () => {
    const { tentativo } = await inAttesa();
    a.nodo.copie.set(tentativo.ccp, await rtDi(a, tentativo));
    expect(await operatori.sorveglia()).toMatchObject({ controllati: 0 });
    dopo(4);
    expect(await operatori.sorveglia()).toMatchObject({ controllati: 1, ricevuteRecuperate: 1 });
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], consegne: ['conclusa'] });
    dopo(100_000);
    expect(await operatori.sorveglia()).toMatchObject({ controllati: 0 });
  });

  it('hears once a receipt that is pushed while it is fetched', async () => {
    const { tentativo } = await inAttesa();
    const rt = await rtDi(a, tentativo);
    a.nodo.copie.set(tentativo.ccp, rt);
    dopo(4);
    await Promise.all([operatori.sorveglia(), consegnaRt(a, tentativo, rt), operatori.sorveglia()]);
    expect(await a.prova.knex('incassi')).toHaveLength(1);
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], anomalie: [] });
  });

  it('asks less and less often', async () => {
    await inAttesa();
    const quando: number[] = [];
    for (let minuto = 0; minuto <= 120; minuto += 1) {
      dopo(minuto);
      if ((await operatori.sorveglia()).controllati > 0) quando.push(minuto);
    }
    expect(quando).toEqual([3, 8, 18, 48, 108]);
  });

  it('clears up a sending whose answer was lost', async () => {
    const [consegna] = await a.pagamenti.conferma(a.datore, [await emetti(a)]);
    a.nodo.prossimo = 'persa';
    await a.pagamenti.consegnaAlNodo(a.datore, consegna?.id ?? '');
    a.nodo.prossimo = 'ok';
    dopo(4);
    expect(await operatori.sorveglia()).toMatchObject({ inviChiariti: 1, liberati: 0 });
    expect(await stati(a)).toMatchObject({ consegne: ['inviata'], tentativi: ['in-attesa'] });
    expect(a.nodo.carrelli).toHaveLength(1);
  });

  it('frees what never arrived, once the node says so and time has passed', async () => {
    const [consegna] = await a.pagamenti.conferma(a.datore, [await emetti(a)]);
    a.nodo.prossimo = 'giu';
    await a.pagamenti.consegnaAlNodo(a.datore, consegna?.id ?? '');
    dopo(40);
    expect(await operatori.sorveglia()).toMatchObject({ nonRisposti: 1, liberati: 0 });
    expect((await stati(a)).bollettini).toEqual(['in-pagamento']);
    a.nodo.prossimo = 'ok';
    dopo(50);
    expect(await operatori.sorveglia()).toMatchObject({ liberati: 1 });
    expect(await stati(a)).toMatchObject({
      bollettini: ['nel-carrello'],
      tentativi: ['rifiutato'],
      consegne: ['rifiutata'],
    });
    expect(await a.pagamenti.consegnaAlNodo(a.datore, consegna?.id ?? '')).toMatchObject({ stato: 'rifiutata' });
  });

  it('frees a day later what was confirmed and never sent', async () => {
    await a.pagamenti.conferma(a.datore, [await emetti(a)]);
    dopo(23 * 60);
    expect(await operatori.sorveglia()).toMatchObject({ controllati: 1, liberati: 0 });
    dopo(25 * 60);
    expect(await operatori.sorveglia()).toMatchObject({ liberati: 1 });
    expect((await stati(a)).bollettini).toEqual(['nel-carrello']);
  });

  it('shows operators, once, what has no outcome after the node’s own limit, and frees nothing', async () => {
    await inAttesa();
    for (const giorni of [92, 93, 94]) {
      dopo(giorni * 24 * 60);
      await operatori.sorveglia();
    }
    expect(await stati(a)).toMatchObject({ bollettini: ['in-pagamento'], anomalie: ['senza-esito'] });
  });

  it('looks once when two processes look at the same moment', async () => {
    await inAttesa();
    dopo(4);
    const esiti = await Promise.all([operatori.sorveglia(), operatori.sorveglia()]);
    expect(esiti.map((esito) => esito.controllati).sort()).toEqual([0, 1]);
  });
});

describe('operators', () => {
  it('see a payment with its RPT, receipts and messages', async () => {
    const { tentativo } = await inAttesa();
    await consegnaRt(a, tentativo, await rtDi(a, tentativo));
    const visto = await operatori.pagamento(tentativo.id);
    expect(visto.rpt).toContain('<RPT');
    expect(visto.ricevute).toMatchObject([
      { esito: '0', coerente: true, xml: expect.stringContaining('<RT') as string },
    ]);
    expect(visto.eventi.map((evento) => evento.sottotipo)).toEqual(['REQ', 'RSP']);
    await expect(operatori.pagamento('x')).rejects.toMatchObject({ statoHttp: 404 });
    const righe = await operatori.pagamentiDi('RSSMRA80A01D620V');
    expect(righe.map((riga) => riga.tentativo.id)).toEqual([tentativo.id]);
  });
});
