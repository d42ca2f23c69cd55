import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  flussoDellaCausale,
  type FlussoRiversamento,
  parseFlussoRiversamento,
} from '../../src/pagopa/flussi/flusso-riversamento.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, finche, type Inviato } from './banco.ts';
import { cittadino } from './cittadino.ts';

let banco: Banco;
beforeEach(async () => {
  banco = await avviaBanco();
});
afterEach(() => banco.close());

const GIORNO_MS = 24 * 3_600_000;
async function paga(inviato: Inviato, metodo: 'carta' | 'altro' = 'carta', carta?: string): Promise<void> {
  await cittadino(banco.url, inviato.idSession).paga(metodo, carta);
}
async function elenco(): Promise<readonly string[]> {
  const flussi = await banco.nodo.chiediElencoFlussi();
  if ('faultCode' in flussi) throw new Error(flussi.faultCode);
  return flussi.map(({ id }) => id);
}
async function leggi(id: string): Promise<FlussoRiversamento> {
  const flusso = await banco.nodo.chiediFlusso(id);
  if (!('xml' in flusso)) throw new Error(flusso.faultCode);
  validaUfficiale(Buffer.from(flusso.xml).toString());
  return parseFlussoRiversamento(flusso.xml);
}
async function generaOra(): Promise<readonly string[]> {
  const risposta = await fetch(`${banco.url}/api/flussi`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ finoAl: '2021-12-31' }),
  });
  return ((await risposta.json()) as { flussi: string[] }).flussi;
}

describe('rendicontazione', () => {
  it('two days after: one flow a PSP, the rows match the receipts by IUV and IUR', async () => {
    await paga(await banco.carrello(2));
    await paga(await banco.carrello(1));
    await paga(await banco.carrello(1), 'altro');
    await paga(await banco.carrello(1), 'carta', 'negata');
    await finche(() => banco.ente.ricevute.length === 5, 'the receipts');
    banco.simulatore.orologio.sposta(GIORNO_MS);
    await new Promise((poi) => setTimeout(poi, 100));
    expect(await elenco()).toEqual([]);
    banco.simulatore.orologio.sposta(GIORNO_MS);
    await finche(async () => (await elenco()).length > 0, 'the flows');
    const flussi = await Promise.all((await elenco()).map(leggi));
    const righe = flussi.flatMap((flusso) => flusso.righe);
    const pagate = banco.ente.ricevute.filter((rt) => rt.esito === '0');
    expect(righe.map(({ iuv, iur, importo }) => `${iuv} ${iur} ${importo}`).sort()).toEqual(
      pagate.map((rt) => `${rt.iuv} ${rt.pagamenti[0]?.iur} ${rt.importoTotale}`).sort(),
    );
    expect(flussi.length).toBeGreaterThan(1);
    for (const { id, dataRegolamento, mittente } of flussi) {
      expect(id).toMatch(/^2021-01-06SIM[A-Z]{3}\d{2}-\d{10}$/);
      expect(dataRegolamento).toBe('2021-01-06');
      expect(mittente.tipo).toBe('B');
    }
  });

  it('comes with a credit transfer of the same total, that names its flow', async () => {
    await paga(await banco.carrello(2));
    const [id = ''] = await generaOra();
    const accrediti = (await (await fetch(`${banco.url}/api/accrediti`)).json()) as {
      causale: string;
      importo: string;
    }[];
    expect(accrediti).toHaveLength(1);
    expect(flussoDellaCausale(accrediti[0]?.causale ?? '')).toBe(id);
    expect(accrediti[0]?.importo).toBe('676.00');
    expect((await leggi(id)).totale).toBe(67600);
  });

  it('puts a payment in one flow only', async () => {
    await paga(await banco.carrello());
    expect(await generaOra()).toHaveLength(1);
    expect(await generaOra()).toEqual([]);
    await paga(await banco.carrello());
    const [secondo = ''] = await generaOra();
    expect((await leggi(secondo)).righe).toHaveLength(1);
  });

  it.each([
    ['non-rendicontato', []],
    ['rendicontato-in-meno', ['0 33700']],
    ['revocato', ['3 33800']],
    ['senza-rpt', ['9 33800']],
    ['importo-errato', ['0 33800']],
    ['rt-persa', ['0 33800']],
    ['negativa-poi-positiva', ['0 33800']],
  ])('in the scenario %s', async (scenario, attese) => {
    banco.simulatore.regole.aggiungi({ scenario });
    await paga(await banco.carrello());
    const flussi = await Promise.all((await generaOra()).map(leggi));
    const righe = flussi.flatMap((flusso) => flusso.righe).map(({ codice, importo }) => `${codice} ${importo}`);
    expect(righe).toEqual(attese);
  });

  it('may hold a payment of an IUV nobody issued', async () => {
    banco.simulatore.regole.aggiungi({ scenario: 'rendicontato-in-piu' });
    const inviato = await banco.carrello();
    await paga(inviato);
    const [id = ''] = await generaOra();
    const { righe } = await leggi(id);
    expect(righe).toHaveLength(2);
    expect(righe.filter(({ iuv }) => iuv === inviato.chiavi[0]?.iuv)).toHaveLength(1);
  });

  it('credits on Monday what was paid on Friday', async () => {
    banco.simulatore.orologio.sposta(3 * GIORNO_MS);
    await paga(
      await banco.carrello(1, (rpt) => ({
        ...rpt,
        dataOraMessaggio: '2021-01-08T10:00:00',
        dataEsecuzione: '2021-01-08',
      })),
    );
    const [id = ''] = await generaOra();
    expect((await leggi(id)).dataRegolamento).toBe('2021-01-11');
  });

  it('knows no other flow than its own', async () => {
    expect(await banco.nodo.chiediFlusso('2021-01-06SIMLUN01-0000009999')).toMatchObject({
      faultCode: 'PPT_ID_FLUSSO_SCONOSCIUTO',
    });
  });
});
