import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServizioOperatori } from '../../src/pagamenti/crea-servizio-operatori.ts';
import type { NodoFlussi } from '../../src/pagamenti/flussi.ts';
import type { ServizioOperatori } from '../../src/pagamenti/servizio-operatori.ts';
import { buildFlussoRiversamento, type RigaFlusso } from '../../src/pagopa/flussi/flusso-riversamento.ts';
import { centesimi, somma } from '../../src/valori/denaro.ts';
import {
  type AmbientePagamenti,
  ambientePagamenti,
  consegnaRt,
  consegnati,
  emetti,
  rtDi,
  ORIGINE_NODO,
} from './ambiente.ts';

let a: AmbientePagamenti;
let operatori: ServizioOperatori;
let alNodo: Map<string, { dataOra: string; xml: string }>;

const nodoFlussi: NodoFlussi = {
  chiediElencoFlussi: () => Promise.resolve([...alNodo].map(([id, { dataOra }]) => ({ id, dataOra }))),
  chiediFlusso: (id) => Promise.resolve({ xml: Buffer.from(alNodo.get(id)?.xml ?? '') }),
};

beforeEach(async () => {
  a = await ambientePagamenti();
  alNodo = new Map();
  operatori = createServizioOperatori({
    ...a.dipendenze,
    archivio: a.prova.archivio,
    registro: a.prova.archivio.registro,
    nodo: a.nodo,
    flussi: nodoFlussi,
    modo: 'carrello-rpt',
    originePagamento: ORIGINE_NODO,
  });
});
afterEach(() => a.prova.close());

function flusso(id: string, righe: readonly RigaFlusso[], dataOra = '2026-10-07T09:00:00', ricevente = '80078750587') {
  return buildFlussoRiversamento({
    id,
    dataOra,
    regolamento: `TRN-${id}`,
    dataRegolamento: '2026-10-06',
    mittente: { tipo: 'B', codice: 'PROVITXX' },
    ricevente: { tipo: 'G', codice: ricevente },
    totale: righe.length === 0 ? centesimi(0) : somma(righe.map((riga) => riga.importo)),
    righe,
  });
}

/** Pays a quarter; the row a flow would bear. */
async function pagato(trimestre: string, iur: string): Promise<RigaFlusso> {
  const { tentativi } = await consegnati(a, [await emetti(a, trimestre)]);
  const [tentativo] = tentativi;
  if (tentativo === undefined) throw new Error('no attempt');
  await consegnaRt(a, tentativo, await rtDi(a, tentativo, { iur }));
  return { iuv: tentativo.iuv, iur, importo: tentativo.importo, codice: '0', dataEsito: '2026-10-05' };
}

describe('rendicontazione', () => {
  it('downloads each flow once and matches it by IUV and IUR; running again changes nothing', async () => {
    const righe = [await pagato('3/2020', 'A'), await pagato('4/2020', 'B')];
    alNodo.set('2026-10-07PROVITXX-1', { dataOra: '2026-10-07T09:00:00', xml: flusso('2026-10-07PROVITXX-1', righe) });
    expect(await operatori.scaricaFlussi()).toEqual({ nuovi: 1, rifiutati: [] });
    const primo = await operatori.rendicontazione();
    expect(primo).toMatchObject({
      flussi: [{ id: '2026-10-07PROVITXX-1', psp: 'PROVITXX', righe: 2, totale: 67_600 }],
      riconciliati: { quanti: 2, importo: 67_600 },
      mancanti: [],
      senzaRicevuta: [],
    });
    expect(await operatori.scaricaFlussi()).toEqual({ nuovi: 0, rifiutati: [] });
    expect(await operatori.rendicontazione()).toEqual(primo);
  });

  it('tells what is missing, what is extra, and what differs', async () => {
    const giusta = await pagato('1/2020', 'A');
    const diversa = await pagato('2/2020', 'B');
    await pagato('3/2020', 'C');
    const revocata = await pagato('4/2020', 'D');
    const righe: RigaFlusso[] = [
      giusta,
      { ...giusta },
      { ...diversa, importo: centesimi(1) },
      { ...revocata, codice: '3' },
      { iuv: '01000000000099999', iur: 'Z', importo: centesimi(500), codice: '9', dataEsito: '2026-10-05' },
    ];
    await operatori.registraFlusso(flusso('2026-10-07PROVITXX-2', righe));
    const recente = await operatori.rendicontazione();
    expect(recente).toMatchObject({
      riconciliati: { quanti: 1 },
      ripetuti: [{ iur: 'A' }],
      importoDiverso: [{ iur: 'B', importo: 1, importoRicevuta: diversa.importo }],
      revocati: [{ iur: 'D' }],
      senzaRicevuta: [{ iur: 'Z', codice: '9' }],
      mancanti: [],
      inArrivo: { quanti: 1 },
    });
    a.prova.clock.set('2026-10-08T08:00:00Z');
    expect(await operatori.rendicontazione()).toMatchObject({ mancanti: [{ iur: 'C' }], inArrivo: { quanti: 0 } });
  });

  it('matches payments made in stand-in, and tells operators of each one it does not understand', async () => {
    const inStandIn = await pagato('1/2020', 'A');
    const righe: RigaFlusso[] = [
      { ...inStandIn, codice: '4' },
      { ...inStandIn, iur: 'B', importo: centesimi(1) },
    ];
    const xml = flusso('2026-10-07PROVITXX-7', righe).replace(
      /<codiceEsitoSingoloPagamento>0</,
      '<codiceEsitoSingoloPagamento>7<',
    );
    expect(await operatori.registraFlusso(xml)).toBe(true);
    expect(await operatori.registraFlusso(xml)).toBe(false);
    expect(await operatori.rendicontazione()).toMatchObject({ riconciliati: { quanti: 1 }, senzaRpt: [] });
    expect(await operatori.anomalie()).toMatchObject([
      {
        tipo: 'riga-di-flusso-non-compresa',
        iuv: inStandIn.iuv,
        dettaglio: { posto: 2, difetti: 'codice di esito 7', importoNelFlusso: '0.01' },
      },
    ]);
  });

  it('believes the last version of a flow sent again', async () => {
    const riga = await pagato('4/2020', 'A');
    await operatori.registraFlusso(flusso('2026-10-07PROVITXX-3', [{ ...riga, importo: centesimi(1) }]));
    await operatori.registraFlusso(flusso('2026-10-07PROVITXX-3', [riga], '2026-10-08T09:00:00'));
    expect(await operatori.registraFlusso(flusso('2026-10-07PROVITXX-3', [riga], '2026-10-08T09:00:00'))).toBe(false);
    expect(await operatori.rendicontazione()).toMatchObject({ riconciliati: { quanti: 1 }, importoDiverso: [] });
  });

  it('a receipt that comes after its flow matches it then', async () => {
    const { tentativi } = await consegnati(a, [await emetti(a)]);
    const [tentativo] = tentativi;
    if (tentativo === undefined) throw new Error('no attempt');
    const { iuv, importo } = tentativo;
    await operatori.registraFlusso(
      flusso('2026-10-07PROVITXX-4', [{ iuv, iur: 'A', importo, codice: '0', dataEsito: '2026-10-05' }]),
    );
    expect(await operatori.rendicontazione()).toMatchObject({ senzaRicevuta: [{ iur: 'A' }] });
    await consegnaRt(a, tentativo, await rtDi(a, tentativo, { iur: 'A' }));
    expect(await operatori.rendicontazione()).toMatchObject({ senzaRicevuta: [], riconciliati: { quanti: 1 } });
  });

  it('keeps no flow that is not one, does not add up or is somebody else’s, and names it', async () => {
    await expect(operatori.registraFlusso('<a/>')).rejects.toMatchObject({ codice: 'flusso-non-valido' });
    const riga = await pagato('4/2020', 'A');
    alNodo.set('2026-10-07PROVITXX-5', {
      dataOra: '2026-10-07T09:00:00',
      xml: flusso('2026-10-07PROVITXX-5', [riga]).replace('338.00</importoTotale', '339.00</importoTotale'),
    });
    alNodo.set('2026-10-07PROVITXX-6', {
      dataOra: '2026-10-07T09:00:00',
      xml: flusso('2026-10-07PROVITXX-6', [riga], '2026-10-07T09:00:00', '00000000000'),
    });
    const esito = await operatori.scaricaFlussi();
    expect(esito.nuovi).toBe(0);
    expect(esito.rifiutati.map((frase) => frase.slice(0, 20))).toEqual([
      '2026-10-07PROVITXX-5',
      '2026-10-07PROVITXX-6',
    ]);
    expect(await a.prova.knex('flussi')).toEqual([]);
  });
});

describe('a payment without RPT (code 9, in stand-in 8)', () => {
  const stati = async () => ({
    bollettini: ((await a.prova.knex('bollettini').orderBy('iuv')) as { stato: string }[]).map(({ stato }) => stato),
    tentativi: ((await a.prova.knex('tentativi').orderBy('creato_il')) as { stato: string }[]).map(
      ({ stato }) => stato,
    ),
    incassi: ((await a.prova.knex('incassi').orderBy('iur')) as { natura: string; iur: string }[]).map(
      ({ natura, iur }) => `${natura} ${iur}`,
    ),
    anomalie: (await operatori.anomalie()).map(({ tipo }) => tipo).sort(),
  });
  const nove = (id: string, riga: Omit<RigaFlusso, 'codice' | 'dataEsito'>, codice: '8' | '9' = '9') => {
    const righe = [{ ...riga, codice, dataEsito: '2026-10-05' }];
    alNodo.set(id, { dataOra: '2026-10-07T09:00:00', xml: flusso(id, righe) });
    return operatori.scaricaFlussi();
  };
  const inAttesa = async () => {
    const { tentativi } = await consegnati(a, [await emetti(a)]);
    const [tentativo] = tentativi;
    if (tentativo === undefined) throw new Error('no attempt');
    return tentativo;
  };

  it.each(['9', '8'] as const)(
    'closes its bollettino, is told to operators, and shows among the payments made: %s',
    async (codice) => {
      const { iuv, importo } = await inAttesa();
      await nove('2026-10-07PROVITXX-9', { iuv, iur: 'N', importo }, codice);
      const chiuso = {
        bollettini: ['pagato'],
        tentativi: ['eseguito'],
        incassi: ['dovuto N'],
        anomalie: ['pagato-su-flusso'],
      };
      expect(await stati()).toEqual(chiuso);
      const rapporto = await operatori.rendicontazione();
      expect(rapporto).toMatchObject({
        riconciliati: { quanti: 1, importo },
        senzaRpt: [{ iur: 'N' }],
        senzaRicevuta: [],
      });
      const [pagamento] = await a.pagamenti.effettuati(a.datore);
      expect(pagamento?.rendicontato).toEqual({ iur: 'N', dataEsito: '2026-10-05' });
      expect(pagamento?.ricevuta).toBeUndefined();
      expect(await operatori.scaricaFlussi()).toEqual({ nuovi: 0, rifiutati: [] });
      expect(await stati()).toEqual(chiuso);
    },
  );

  it('is the same money as the receipt that comes late', async () => {
    const tentativo = await inAttesa();
    await nove('2026-10-07PROVITXX-9', { iuv: tentativo.iuv, iur: 'N', importo: tentativo.importo });
    const risposta = await consegnaRt(a, tentativo, await rtDi(a, tentativo, { iur: 'N' }));
    expect(risposta).toBe('OK');
    expect(await stati()).toMatchObject({ incassi: ['dovuto N'], anomalie: ['pagato-su-flusso'] });
    const [pagamento] = await a.pagamenti.effettuati(a.datore);
    expect([pagamento?.ricevuta?.iur, pagamento?.rendicontato]).toEqual(['N', undefined]);
  });

  it('is heard after a negative receipt, and of a notice that nobody had confirmed', async () => {
    const tentativo = await inAttesa();
    await consegnaRt(a, tentativo, await rtDi(a, tentativo, { esito: '1' }));
    await nove('2026-10-07PROVITXX-8', { iuv: tentativo.iuv, iur: 'N', importo: tentativo.importo });
    expect(await stati()).toMatchObject({ bollettini: ['pagato'], tentativi: ['eseguito'] });
    const altro = await emetti(a, '3/2020');
    await nove('2026-10-07PROVITXX-9', { iuv: altro.iuv, iur: 'M', importo: altro.importo });
    expect(await stati()).toMatchObject({ bollettini: ['pagato', 'pagato'], incassi: ['dovuto M', 'dovuto N'] });
  });

  it('on a bollettino already paid is a double payment', async () => {
    const riga = await pagato('4/2020', 'A');
    await nove('2026-10-07PROVITXX-9', { iuv: riga.iuv, iur: 'N', importo: riga.importo });
    expect(await stati()).toMatchObject({ incassi: ['dovuto A', 'doppio N'], anomalie: ['pagamento-doppio'] });
  });

  it('of another amount, or with code 0, closes nothing', async () => {
    const { iuv, importo } = await inAttesa();
    await nove('2026-10-07PROVITXX-9', { iuv, iur: 'N', importo: centesimi(importo - 100) });
    const riga: RigaFlusso = { iuv, iur: 'M', importo, codice: '0', dataEsito: '2026-10-05' };
    alNodo.set('2026-10-07PROVITXX-7', { dataOra: '2026-10-07T09:00:00', xml: flusso('2026-10-07PROVITXX-7', [riga]) });
    await operatori.scaricaFlussi();
    expect(await stati()).toEqual({
      bollettini: ['in-pagamento'],
      tentativi: ['in-attesa'],
      incassi: [],
      anomalie: ['rendicontato-senza-ricevuta', 'rendicontato-senza-ricevuta'],
    });
  });
});
