import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServizioPagamenti } from '../../src/pagamenti/crea-servizio-pagamenti.ts';
import { parseRpt } from '../../src/pagopa/rpt/parse-rpt.ts';
import { contestoIdentita } from '../bollettini/ambiente.ts';
import {
  type AmbientePagamenti,
  ambientePagamenti,
  consegnaRt,
  consegnati,
  emetti,
  rtDi,
  stati,
  operatoriDi,
  ORIGINE_NODO,
} from './ambiente.ts';

let a: AmbientePagamenti;
beforeEach(async () => {
  a = await ambientePagamenti();
});
afterEach(() => a.prova.close());

async function confermata(): Promise<string> {
  const [consegna] = await a.pagamenti.conferma(a.datore, [await emetti(a)]);
  return consegna?.id ?? '';
}

describe('consegnaAlNodo', () => {
  it('sends the cart and keeps where the browser goes', async () => {
    const id = await confermata();
    const consegna = await a.pagamenti.consegnaAlNodo(a.datore, id);
    expect(consegna).toMatchObject({ stato: 'inviata', url: expect.stringContaining('idSession=') as string });
    expect(await stati(a)).toMatchObject({ tentativi: ['in-attesa'], consegne: ['inviata'] });
  });

  it('sends an RPT that says who pays what to whom', async () => {
    const { tentativi } = await consegnati(a, [await emetti(a)]);
    const [tentativo] = tentativi;
    const rpt = parseRpt((await a.prova.archivio.letture.tentativi.rpt(tentativo?.id ?? '')) ?? '');
    expect(rpt).toMatchObject({
      dominio: '80078750587',
      autenticazione: 'USR',
      dataOraMessaggio: '2026-10-05T10:00:00',
      dataEsecuzione: '2026-10-05',
      importoTotale: 33_800,
      iuv: tentativo?.iuv,
      ccp: tentativo?.ccp,
      pagatore: { codice: 'RSSMRA80A01D620V', anagrafica: 'Mario Rossi', localita: 'Bologna' },
    });
    expect(rpt.versamenti[0]?.causale).toBe(
      `/RFB/${tentativo?.iuv ?? ''}/338.00/TXT/Contributi lavoro domestico 4/2020 rapp. 99109784511`,
    );
  });

  it.each([
    'javascript:alert(1)',
    'http://altro.example/wallet/welcome?idSession=s-1',
    'https://nodo.example/wallet/welcome?idSession=s-1',
    'http://nodo.example:8080/wallet/welcome?idSession=s-1',
    'http://nodo.example@altro.example/?idSession=s-1',
    '//altro.example/?idSession=s-1',
    'data:text/html,ciao',
    'niente',
  ])('follows no address but pagoPA’s own, and tells operators: %s', async (indirizzo) => {
    a.nodo.indirizzo = () => indirizzo;
    const consegna = await a.pagamenti.consegnaAlNodo(a.datore, await confermata());
    expect(consegna.stato).toBe('inviata');
    expect(consegna.url).toBeUndefined();
    expect(await operatoriDi(a).anomalie()).toMatchObject([
      { tipo: 'indirizzo-non-ammesso', dettaglio: { indirizzo } },
    ]);
  });

  it('sends once for many simultaneous presses, in one process or in two', async () => {
    const id = await confermata();
    const altroProcesso = createServizioPagamenti({
      ...a.dipendenze,
      archivio: a.prova.archivio,
      nodo: a.nodo,
      modo: 'carrello-rpt',
      originePagamento: ORIGINE_NODO,
    });
    const esiti = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? a.pagamenti : altroProcesso).consegnaAlNodo(a.datore, id)),
    );
    expect(new Set(esiti.map((consegna) => consegna.url)).size).toBe(1);
    expect(esiti[0]?.url).toBeDefined();
    expect(a.nodo.carrelli).toHaveLength(1);
    await a.pagamenti.consegnaAlNodo(a.datore, id);
    expect(a.nodo.carrelli).toHaveLength(1);
  });

  it('after an answer that was lost asks the node, and does not send again what it has', async () => {
    const id = await confermata();
    a.nodo.prossimo = 'persa';
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({ stato: 'invio-incerto' });
    expect((await stati(a)).bollettini).toEqual(['in-pagamento']);
    a.nodo.prossimo = 'ok';
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({
      stato: 'inviata',
      url: expect.stringContaining('idSession=') as string,
    });
    expect(a.nodo.carrelli).toHaveLength(1);
  });

  it('sends the same cart again when the node never had it', async () => {
    const id = await confermata();
    a.nodo.prossimo = 'giu';
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({ stato: 'invio-incerto' });
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({ stato: 'invio-incerto' });
    a.nodo.prossimo = 'ok';
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({ stato: 'inviata' });
    expect(new Set(a.nodo.carrelli).size).toBe(1);
    expect(await a.prova.knex('tentativi')).toHaveLength(1);
  });

  it('takes up a sending that a process left half-way, once it is old enough', async () => {
    const id = await confermata();
    await a.prova.archivio.letture.consegne.prendiInvio(id, '2026-10-05T08:00:00.000Z', '2026-10-05T07:59:00.000Z');
    const rpt = (await a.prova.archivio.letture.tentativi.dellaConsegna(id))[0]?.id ?? '';
    expect(await a.prova.archivio.letture.tentativi.rpt(rpt)).toBeUndefined();
    const preso = (ora: string, scaduto: string) => a.prova.archivio.letture.consegne.prendiInvio(id, ora, scaduto);
    expect(await preso('2026-10-05T08:00:30.000Z', '2026-10-05T07:59:30.000Z')).toBeUndefined();
    expect(await preso('2026-10-05T08:01:30.000Z', '2026-10-05T08:00:30.000Z')).toBe('invio-incerto');
  });

  it('puts the bollettini back into the cart when the node refuses, and a new attempt has a new CCP', async () => {
    const id = await confermata();
    a.nodo.prossimo = 'rifiuta';
    const rifiutata = await a.pagamenti.consegnaAlNodo(a.datore, id);
    expect(rifiutata).toMatchObject({ stato: 'rifiutata', errore: 'PPT_SEMANTICA: Errore semantico.' });
    expect(await stati(a)).toMatchObject({ bollettini: ['nel-carrello'], tentativi: ['rifiutato'] });
    a.nodo.prossimo = 'ok';
    const { righe } = await a.servizio.carrello(a.datore);
    const { tentativi } = await consegnati(
      a,
      righe.map((riga) => riga.bollettino),
    );
    const [prima, dopo] = await a.prova.knex('tentativi').select<{ iuv: string; ccp: string }[]>('iuv', 'ccp');
    expect(tentativi).toHaveLength(1);
    expect(prima?.iuv).toBe(dopo?.iuv);
    expect(prima?.ccp).not.toBe(dopo?.ccp);
  });

  it('believes no refusal of a node that has the cart', async () => {
    const id = await confermata();
    a.nodo.prossimo = 'fault-sbagliato';
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({ stato: 'inviata' });
    expect((await stati(a)).bollettini).toEqual(['in-pagamento']);
  });

  it('is not for others, nor for who may only consult', async () => {
    const id = await confermata();
    await expect(a.pagamenti.consegnaAlNodo(contestoIdentita('altro'), id)).rejects.toMatchObject({ statoHttp: 404 });
    const consulta = contestoIdentita(a.rapporto.datoreId, { dispositive: false });
    await expect(a.pagamenti.consegnaAlNodo(consulta, id)).rejects.toMatchObject({ statoHttp: 403 });
    expect(a.nodo.carrelli).toEqual([]);
  });

  it('ends well when the receipt comes before the answer to the cart', async () => {
    const id = await confermata();
    a.nodo.prossimo = 'persa';
    await a.pagamenti.consegnaAlNodo(a.datore, id);
    const [tentativo] = await a.prova.archivio.letture.tentativi.dellaConsegna(id);
    if (tentativo === undefined) throw new Error('no attempt');
    expect(await consegnaRt(a, tentativo, await rtDi(a, tentativo))).toBe('OK');
    expect(await stati(a)).toMatchObject({ bollettini: ['pagato'], tentativi: ['eseguito'], consegne: ['conclusa'] });
    expect(await a.pagamenti.consegnaAlNodo(a.datore, id)).toMatchObject({ stato: 'conclusa' });
    expect(a.nodo.carrelli).toHaveLength(1);
  });
});

describe('registraRitorno', () => {
  it('is remembered, and moves no payment (AB-17)', async () => {
    const { consegne } = await consegnati(a, [await emetti(a)]);
    const idSession = new URL(consegne[0]?.url ?? '').searchParams.get('idSession') ?? '';
    const prima = await stati(a);
    expect(await a.pagamenti.registraRitorno(idSession, '80078750587', 'OK')).toMatchObject({ esitoRitorno: 'OK' });
    expect(await stati(a)).toEqual(prima);
    expect((await a.pagamenti.consegna(a.datore, consegne[0]?.id ?? '')).consegna.esitoRitorno).toBe('OK');
    expect(await a.pagamenti.registraRitorno(idSession, '00000000000', 'OK')).toBeUndefined();
    expect(await a.pagamenti.registraRitorno(idSession, '80078750587', 'PAGATO')).toBeUndefined();
    expect(await a.pagamenti.registraRitorno('inventata', '80078750587', 'OK')).toBeUndefined();
  });
});
