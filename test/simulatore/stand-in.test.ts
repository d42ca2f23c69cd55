import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFlussoRiversamento } from '../../src/pagopa/flussi/flusso-riversamento.ts';
import { type Banco, avviaBanco, DOMINIO, finche, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { dettagli, importo, pspDi, qrDi } from './psp-di-prova.ts';

const GIORNO = 24 * 3_600_000;
const posizione = {
  importo: '338.00',
  descrizione: 'Contributi 4/2020',
  scadenza: '2021-01-11',
  debitore: { tipo: 'F', codice: 'RSSMRA80A01H501U', anagrafica: 'Persona di Prova' },
};

let banco: Banco;
let ente: EnteAvvisi;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
});
afterEach(async () => {
  await banco.close();
  await ente.close();
});

async function avvia(altro: object = {}): Promise<void> {
  banco = await avviaBanco({ stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, ...altro }] });
}

async function aca(metodo: 'POST' | 'DELETE', avviso: string, cambia: object = {}): Promise<number> {
  const via = metodo === 'DELETE' ? `/${DOMINIO}/${avviso}` : '';
  const risposta = await fetch(`${banco.url}/api/aca${via}`, {
    method: metodo,
    headers: { 'Content-Type': 'application/json' },
    ...(metodo === 'POST' && { body: JSON.stringify({ dominio: DOMINIO, avviso, ...posizione, ...cambia }) }),
  });
  return risposta.status;
}

type Risposta = { readonly esito: string; readonly fault?: { readonly faultCode: string } };
const codiceDi = ({ esito, fault }: Risposta): string => (esito === 'OK' ? 'OK' : (fault?.faultCode ?? ''));
const SPENTA = 'PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE';

describe('a creditor that does not answer', () => {
  it.each([1, 2] as const)(
    'is paid in Stand-in with what the archive knows, gets the receipt when it is back, and code 4 (V%d)',
    async (versione) => {
      await avvia({ versioneAvvisi: versione });
      const psp = pspDi(banco.url, undefined, versione);
      const { avviso, iuv } = ente.nuovo();
      expect(await aca('POST', avviso)).toBe(204);
      ente.prossime.push('cade', 'cade');
      expect(await psp.verifica(qrDi(avviso))).toMatchObject({ esito: 'OK', importo: 33800, standIn: true });
      const attivato = await psp.attiva({ qr: qrDi(avviso), importo });
      expect(attivato).toMatchObject({ esito: 'OK', importo: 33800, iuv, standIn: true });
      if (attivato.esito === 'KO') return;
      const { token } = attivato;
      expect(codiceDi(await psp.verifica(qrDi(avviso)))).toBe('PPT_PAGAMENTO_IN_CORSO');
      expect(await psp.esito({ token: [token], esito: 'OK', dettagli })).toEqual({ esito: 'OK' });
      await finche(() => ente.ricevute.length === 1, 'the receipt');
      expect(ente.ricevute[0]).toMatchObject({ idRicevuta: token, avviso, importo: 33800, standIn: true });
      expect(ente.richieste).toEqual([]);

      banco.simulatore.orologio.sposta(3 * GIORNO);
      await new Promise((poi) => setTimeout(poi, 100));
      const flussi = await banco.nodo.chiediElencoFlussi();
      if ('faultCode' in flussi) throw new Error(flussi.faultCode);
      const lette = await Promise.all(flussi.map(({ id }) => banco.nodo.chiediFlusso(id)));
      const righe = lette.flatMap((uno) => ('xml' in uno ? parseFlussoRiversamento(uno.xml).righe : []));
      expect(righe).toMatchObject([{ iuv, iur: token, importo: 33800, codice: '4' }]);
    },
  );

  it('is not paid where the archive does not know the notice, or may not', async () => {
    await avvia();
    const psp = pspDi(banco.url);
    const { avviso } = ente.nuovo();
    const prova = async (): Promise<string> => {
      ente.prossime.push('cade');
      return codiceDi(await psp.verifica(qrDi(avviso)));
    };
    expect(await prova()).toBe(SPENTA);
    expect(await aca('POST', avviso, { standIn: false })).toBe(204);
    expect(await prova()).toBe(SPENTA);
    expect(await aca('POST', avviso)).toBe(204);
    expect(await prova()).toBe('OK');
    expect(await aca('DELETE', avviso)).toBe(204);
    expect(await aca('DELETE', avviso)).toBe(404);
    expect(await prova()).toBe(SPENTA);
  });

  it('can be had by a rule, and a notice that is held stays held', async () => {
    await avvia();
    const psp = pspDi(banco.url);
    const { avviso } = ente.nuovo();
    await aca('POST', avviso);
    const regola = { quando: { avviso }, avviso: { fault: SPENTA } };
    const messa = await fetch(`${banco.url}/api/regole`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(regola),
    });
    expect(messa.status).toBe(201);
    expect(await psp.attiva({ qr: qrDi(avviso), importo })).toMatchObject({ esito: 'OK', standIn: true });
    expect(codiceDi(await psp.verifica(qrDi(avviso)))).toBe('PPT_PAGAMENTO_IN_CORSO');
    expect(codiceDi(await psp.attiva({ qr: qrDi(avviso), importo }))).toBe('PPT_PAGAMENTO_IN_CORSO');
  });
});

it('a creditor that says no is believed, and one that answers is not in Stand-in', async () => {
  await avvia();
  const psp = pspDi(banco.url);
  const { avviso } = ente.nuovo();
  await aca('POST', avviso);
  expect(await psp.verifica(qrDi(avviso))).not.toHaveProperty('standIn');
  ente.rifiuti.set(avviso, 'PAA_PAGAMENTO_DUPLICATO');
  expect(codiceDi(await psp.verifica(qrDi(avviso)))).toBe('PPT_ERRORE_EMESSO_DA_PAA');
});

it.each([
  ['an amount of nothing', { importo: '0.00' }],
  ['an amount that is none', { importo: '338' }],
  ['a day that is none', { scadenza: 'domani' }],
  ['nobody who owes', { debitore: undefined }],
  ['words of no one', { altro: 1 }],
])('the archive refuses %s', async (_nome, cambia) => {
  await avvia();
  expect(await aca('POST', ente.nuovo().avviso, cambia)).toBe(422);
});
