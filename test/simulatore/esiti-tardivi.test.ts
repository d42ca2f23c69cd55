import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFlussoRiversamento, type RigaFlusso } from '../../src/pagopa/flussi/flusso-riversamento.ts';
import { buildNodoInviaRpt } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { type Banco, avviaBanco, DOMINIO, finche, rptNuova, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { avviaEnteFinto } from './ente-finto.ts';
import { attiva, cometa, dettagli, importo, molo, pspDi, qrDi } from './psp-di-prova.ts';

const MEZZ_ORA = 30 * 60_000;
const GIORNO = 24 * 3_600_000;

let banco: Banco;
let ente: EnteAvvisi;
const avvia = (versioneAvvisi: 1 | 2 = 1, altro = {}): Promise<Banco> =>
  avviaBanco({ stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi }], ...altro });
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avvia();
});
afterEach(async () => {
  await banco.close();
  await ente.close();
});

const psp = (chi = molo, versione: 1 | 2 = 1) => pspDi(banco.url, chi, versione);
type Risposta = {
  readonly esito: string;
  readonly fault?: { readonly faultCode: string; readonly description?: string };
};
const codiceDi = ({ esito, fault }: Risposta): string => (esito === 'OK' ? 'OK' : (fault?.faultCode ?? ''));
const esito = async (token: string, come: 'OK' | 'KO' = 'OK', chi = molo): Promise<string> =>
  codiceDi(await psp(chi).esito({ token: [token], esito: come, ...(come === 'OK' && { dettagli }) }));
const scadono = (): void => banco.simulatore.orologio.sposta(MEZZ_ORA + 1);

/** Rows of all the flows once their day has come. */
async function righe(): Promise<readonly RigaFlusso[]> {
  const attese = async () => (await (await fetch(`${banco.url}/api/attivita`)).json()) as { stato: string }[];
  await finche(async () => (await attese()).every(({ stato }) => stato !== 'attesa'), 'nothing waits');
  banco.simulatore.orologio.sposta(3 * GIORNO);
  await new Promise((poi) => setTimeout(poi, 100));
  const flussi = await banco.nodo.chiediElencoFlussi();
  if ('faultCode' in flussi) throw new Error(flussi.faultCode);
  const tutte = await Promise.all(flussi.map(({ id }) => banco.nodo.chiediFlusso(id)));
  return tutte.flatMap((uno) => ('xml' in uno ? parseFlussoRiversamento(uno.xml).righe : []));
}
const codici = async (): Promise<readonly string[]> => (await righe()).map(({ codice }) => codice).sort();

describe('once a PSP has said how its payment ended', () => {
  it.each([
    ['OK', 'OK', 'concorde'],
    ['OK', 'KO', 'discorde'],
    ['KO', 'KO', 'concorde'],
    ['KO', 'OK', 'discorde'],
  ] as const)('%s, then %s is known already (esito %s)', async (prima, poi, come) => {
    const token = await attiva(ente.nuovo().avviso, psp());
    const detto = { token: [token], dettagli };
    expect(await psp().esito({ ...detto, esito: prima })).toEqual({ esito: 'OK' });
    const seconda = await psp().esito({ ...detto, esito: poi });
    expect(seconda).toMatchObject({
      fault: {
        faultCode: 'PPT_ESITO_GIA_ACQUISITO',
        description: `Esito ${come}: {"applicationDate":"2021-01-05","fee":2.00,"outcome":"${prima}","paymentMethod":"cash","paymentToken":"${token}","transferDate":"2021-01-06"}`,
      },
    });
    expect(await codici()).toEqual(prima === 'OK' ? ['0'] : []);
  });
});

describe('a token that is over', () => {
  it('lives until the node has given its notice back', async () => {
    await banco.close();
    banco = await avvia(1, { annulliOgniMs: GIORNO });
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, psp());
    scadono();
    expect(codiceDi(await psp(cometa).attiva({ qr: qrDi(avviso), importo }))).toBe('PPT_PAGAMENTO_IN_CORSO');
    expect(await esito(token)).toBe('OK');
    const altro = ente.nuovo().avviso;
    const secondo = await attiva(altro, psp());
    scadono();
    const annullati = await fetch(`${banco.url}/api/avvisi/annulla`, { method: 'POST' });
    expect(await annullati.json()).toEqual({ liberati: 1 });
    expect(await esito(secondo, 'KO')).toBe('PPT_TOKEN_SCADUTO_KO');
  });

  it('KO says so and changes nothing, once', async () => {
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, psp());
    scadono();
    expect(await esito(token, 'KO')).toBe('PPT_TOKEN_SCADUTO_KO');
    expect(await esito(token)).toBe('PPT_ESITO_GIA_ACQUISITO');
    expect(await psp(cometa).attiva({ qr: qrDi(avviso), importo })).toMatchObject({ esito: 'OK' });
    expect(await codici()).toEqual([]);
  });

  it.each([1, 2] as const)(
    'OK while it is payable: KO, then the creditor is asked again and gets the receipt (V%d)',
    async (versione) => {
      await banco.close();
      banco = await avvia(versione);
      const { avviso } = ente.nuovo();
      const token = await attiva(avviso, psp(), { nota: 'carrello 1' });
      scadono();
      const detto = await psp().esito({ token: [token], esito: 'OK', dettagli });
      const scaduto = { faultCode: 'PPT_TOKEN_SCADUTO', description: 'paymentToken is expired' };
      expect(detto).toMatchObject({ fault: scaduto });
      expect(await esito(token)).toBe('PPT_ESITO_GIA_ACQUISITO');
      expect(codiceDi(await psp(cometa).attiva({ qr: qrDi(avviso), importo }))).toBe('PPT_PAGAMENTO_DUPLICATO');
      await finche(() => ente.ricevute.length === 1, 'the receipt');
      expect(ente.richieste.map((una) => [una.versione, una.importo, una.nota])).toEqual(
        Array(2).fill([versione, 33800, 'carrello 1']),
      );
      expect(ente.ricevute[0]).toMatchObject({ idRicevuta: token, avviso, importo: 33800 });
      expect(await righe()).toEqual([
        { iuv: avviso.slice(1), iur: token, indice: 1, importo: 33800, codice: '0', dataEsito: '2021-01-05' },
      ]);
      expect(ente.ricevute).toHaveLength(1);
    },
  );

  it('OK on a notice that the creditor no longer wants paid: no receipt, and the money in a flow with code 9', async () => {
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, psp());
    scadono();
    ente.rifiuti.set(avviso, 'PAA_PAGAMENTO_DUPLICATO');
    expect(await esito(token)).toBe('PPT_TOKEN_SCADUTO');
    await finche(() => ente.richieste.length === 2, 'the second question');
    expect(await codici()).toEqual(['9']);
    expect(ente.ricevute).toEqual([]);
  });

  it('OK while the creditor does not answer: it is asked again', async () => {
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, psp());
    scadono();
    ente.prossime.push('cade', '<html>ciao</html>');
    expect(await esito(token)).toBe('PPT_TOKEN_SCADUTO');
    await finche(() => ente.ricevute.length === 1, 'the receipt at the third question');
  });

  it('OK while the creditor takes it to be in payment: it is asked again', async () => {
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, psp());
    scadono();
    ente.rifiuti.set(avviso, 'PAA_PAGAMENTO_IN_CORSO');
    expect(await esito(token)).toBe('PPT_TOKEN_SCADUTO');
    await finche(() => ente.richieste.length === 2, 'the second question');
    ente.rifiuti.clear();
    await finche(() => ente.ricevute.length === 1, 'the receipt');
  });

  it('OK while the creditor never answers: in the end a flow with code 9, and the notice is free', async () => {
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, psp());
    scadono();
    ente.prossime.push('cade', 'cade', 'cade');
    expect(await esito(token)).toBe('PPT_TOKEN_SCADUTO');
    await finche(() => ente.prossime.length === 0, 'three questions');
    expect(await codici()).toEqual(['9']);
    expect(await psp(cometa).attiva({ qr: qrDi(avviso), importo })).toMatchObject({ esito: 'OK' });
  });

  it.each([
    ['is paying', false],
    ['has paid', true],
  ])('OK on a notice that another %s is a duplicate: the PSP gives the money back', async (_che, pagato) => {
    const { avviso } = ente.nuovo();
    const primo = await attiva(avviso, psp());
    scadono();
    const secondo = await attiva(avviso, psp(cometa));
    if (pagato) expect(await esito(secondo, 'OK', cometa)).toBe('OK');
    expect(await esito(primo)).toBe('PPT_PAGAMENTO_DUPLICATO');
    expect(await esito(primo)).toBe('PPT_PAGAMENTO_DUPLICATO');
    expect(await codici()).toEqual(pagato ? ['0'] : []);
    expect(ente.ricevute.map(({ idRicevuta }) => idRicevuta)).toEqual(pagato ? [secondo] : []);
  });

  it('among five: none is closed, and the late one alone is asked again', async () => {
    const client = psp(molo, 2);
    const tardi = await attiva(ente.nuovo().avviso, client);
    scadono();
    const buono = await attiva(ente.nuovo().avviso, client);
    expect(codiceDi(await client.esito({ token: [buono, tardi], esito: 'OK', dettagli }))).toBe('PPT_TOKEN_SCADUTO');
    await finche(() => ente.ricevute.length === 1, 'the receipt of the late one');
    expect(ente.ricevute[0]?.idRicevuta).toBe(tardi);
    expect(await client.esito({ token: [buono], esito: 'OK', dettagli })).toEqual({ esito: 'OK' });
  });
});

describe('a creditor of the first model whose token is over', () => {
  it('gets a negative RT, then is asked again and gets a positive one for the new RPT', async () => {
    const ricevente = await avviaEnteFinto();
    const nodo = await avviaBanco({ stazioni: [{ ...stazione(ricevente.url), urlAttivazione: ente.url }] });
    ente.dopoAttivazione = ({ iuv, ccp, psp: chi, canale }) => {
      const soap = buildNodoInviaRpt({
        psp: chi,
        intermediarioPsp: molo.intermediario,
        canale,
        intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, dominio: DOMINIO, iuv, ccp },
        password: 'simulazione',
        xml: buildRpt({ ...rptNuova(1n), iuv, ccp, tipoVersamento: 'PO' }),
      });
      void fetch(nodo.url + PERCORSO_NODO, { method: 'POST', body: soap });
    };
    const client = pspDi(nodo.url);
    const token = await attiva(ente.nuovo().avviso, client);
    nodo.simulatore.orologio.sposta(MEZZ_ORA + 1);
    await finche(() => ricevente.ricevute.length === 1, 'the negative RT');
    expect(codiceDi(await client.esito({ token: [token], esito: 'OK', dettagli }))).toBe('PPT_TOKEN_SCADUTO');
    await finche(() => ricevente.ricevute.length === 2, 'the positive RT');
    expect(ricevente.ricevute.map((rt) => [rt.ccp, rt.esito, rt.pagamenti[0]?.iur])).toEqual([
      [token, '1', '0'],
      [`${token}-v2`, '0', token],
    ]);
    await nodo.close();
    await ricevente.close();
  });
});
