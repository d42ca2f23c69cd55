import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PspConPassword } from '../../src/pagopa/avvisi/psp.ts';
import { type Banco, avviaBanco, finche, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { attiva, cometa, dettagli, importo, molo, pspDi, qrDi } from './psp-di-prova.ts';

let banco: Banco;
let ente: EnteAvvisi;
let versioneAvvisi: 1 | 2 = 1;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avviaBanco({ stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi }] });
});
afterEach(async () => {
  await banco.close();
  await ente.close();
});

const psp = (chi: PspConPassword = molo, versione: 1 | 2 = 1) => pspDi(banco.url, chi, versione);
const codiceDi = (risposta: { esito: string; fault?: { faultCode: string; originalFaultCode?: string } }) =>
  [risposta.fault?.faultCode, risposta.fault?.originalFaultCode].filter((codice) => codice !== undefined).join(' ');

describe('paying a notice', () => {
  it('verify, activate, outcome OK: one receipt that says what was paid', async () => {
    const { avviso, iuv } = ente.nuovo();
    expect(await psp().verifica(qrDi(avviso))).toMatchObject({ esito: 'OK', importo: 33800, ente: 'INPS (simulato)' });
    const token = await attiva(avviso, psp());
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(await psp().esito({ token: [token], esito: 'OK', dettagli })).toEqual({ esito: 'OK' });
    await finche(() => ente.ricevute.length === 1, 'the receipt');
    expect(ente.ricevute[0]).toMatchObject({
      idRicevuta: token,
      avviso,
      iuv,
      importo: 33800,
      esito: 'OK',
      idPsp: 'SIMTAB06',
      metodo: 'cash',
      commissione: 200,
    });
  });

  it('with outcome KO: no receipt, and the notice can be paid again', async () => {
    const { avviso } = ente.nuovo();
    await psp().esito({ token: [await attiva(avviso, psp())], esito: 'KO' });
    expect(await psp().verifica(qrDi(avviso))).toMatchObject({ esito: 'OK' });
    await psp(cometa).esito({ token: [await attiva(avviso, psp(cometa))], esito: 'OK', dettagli });
    await finche(() => ente.ricevute.length === 1, 'the receipt of the second');
    expect(ente.ricevute[0]?.idPsp).toBe('SIMCOM05');
  });

  it('is for one PSP at a time, until its token is over', async () => {
    const { avviso } = ente.nuovo();
    await attiva(avviso, psp(), { durataMs: 600_000 });
    expect(codiceDi(await psp(cometa).verifica(qrDi(avviso)))).toBe('PPT_PAGAMENTO_IN_CORSO');
    expect(codiceDi(await psp(cometa).attiva({ qr: qrDi(avviso), importo }))).toBe('PPT_PAGAMENTO_IN_CORSO');
    banco.simulatore.orologio.sposta(600_001);
    expect(await psp(cometa).attiva({ qr: qrDi(avviso), importo })).toMatchObject({ esito: 'OK' });
  });

  it('by two PSPs at the same moment succeeds for one', async () => {
    const { avviso } = ente.nuovo();
    const esiti = await Promise.all([
      psp().attiva({ qr: qrDi(avviso), importo }),
      psp(cometa).attiva({ qr: qrDi(avviso), importo }),
    ]);
    expect(esiti.map((esito) => esito.esito).sort()).toEqual(['KO', 'OK']);
  });

  it('already paid is refused by the node itself', async () => {
    const { avviso } = ente.nuovo();
    await psp().esito({ token: [await attiva(avviso, psp())], esito: 'OK', dettagli });
    expect(codiceDi(await psp(cometa).verifica(qrDi(avviso)))).toBe('PPT_PAGAMENTO_DUPLICATO');
  });

  it.each([
    'PAA_PAGAMENTO_DUPLICATO',
    'PAA_PAGAMENTO_SCADUTO',
    'PAA_PAGAMENTO_ANNULLATO',
    'PAA_PAGAMENTO_SCONOSCIUTO',
    'PAA_PAGAMENTO_IN_CORSO',
  ] as const)('that the creditor refuses (%s) is refused with the creditor’s words', async (codice) => {
    const { avviso } = ente.nuovo();
    ente.rifiuti.set(avviso, codice);
    expect(codiceDi(await psp().verifica(qrDi(avviso)))).toBe(`PPT_ERRORE_EMESSO_DA_PAA ${codice}`);
    expect(codiceDi(await psp().attiva({ qr: qrDi(avviso), importo }))).toBe(`PPT_ERRORE_EMESSO_DA_PAA ${codice}`);
  });

  it('whose creditor is silent, down or speaks nonsense is refused with the node’s words', async () => {
    const { avviso } = ente.nuovo();
    ente.prossime.push('cade', '<html>ciao</html>');
    expect(codiceDi(await psp().verifica(qrDi(avviso)))).toBe('PPT_STAZIONE_INT_PA_IRRAGGIUNGIBILE');
    expect(codiceDi(await psp().verifica(qrDi(avviso)))).toBe('PPT_STAZIONE_INT_PA_ERRORE_RESPONSE');
    expect(codiceDi(await psp().verifica({ dominio: '12345678903', avviso }))).toBe('PPT_DOMINIO_SCONOSCIUTO');
  });
});

describe('who may call as a PSP', () => {
  it.each([
    [{ idPsp: 'NESSUNO' }, 'PPT_PSP_SCONOSCIUTO'],
    [{ intermediario: '1' }, 'PPT_INTERMEDIARIO_PSP_SCONOSCIUTO'],
    [{ canale: '1' }, 'PPT_CANALE_SCONOSCIUTO'],
    [{ password: 'sbagliata' }, 'PPT_AUTENTICAZIONE'],
    [{ canale: '99999900052_SPORTELLO' }, 'PPT_AUTORIZZAZIONE'],
  ])('%o: %s', async (cambia, codice) => {
    const { avviso } = ente.nuovo();
    expect(codiceDi(await psp({ ...molo, ...cambia }).verifica(qrDi(avviso)))).toBe(codice);
  });

  it('a token of another PSP is unknown', async () => {
    const token = await attiva(ente.nuovo().avviso, psp());
    expect(codiceDi(await psp(cometa).esito({ token: [token], esito: 'KO' }))).toBe('PPT_TOKEN_SCONOSCIUTO');
  });
});

describe('idempotency', () => {
  const chiave = '99999900060_0123456789';

  it('the same activation again gets the same token and asks the creditor nothing', async () => {
    const { avviso } = ente.nuovo();
    const primo = await attiva(avviso, psp(), { chiaveIdempotenza: chiave });
    const secondo = await attiva(avviso, psp(), { chiaveIdempotenza: chiave });
    expect(secondo).toBe(primo);
    expect(ente.richieste).toHaveLength(1);
  });

  it('the same requests at the same moment are one', async () => {
    const { avviso } = ente.nuovo();
    const richieste = [1, 2, 3].map(() => attiva(avviso, psp(), { chiaveIdempotenza: chiave }));
    const [token = ''] = await Promise.all(richieste);
    expect(new Set(await Promise.all(richieste))).toEqual(new Set([token]));
    const esito = { token: [token], esito: 'OK' as const, dettagli, chiaveIdempotenza: `${chiave.slice(0, -1)}0` };
    const esiti = await Promise.all([1, 2, 3].map(() => psp().esito(esito)));
    expect(esiti).toEqual([{ esito: 'OK' }, { esito: 'OK' }, { esito: 'OK' }]);
    await finche(() => ente.ricevute.length > 0, 'the receipt');
    await new Promise((poi) => setTimeout(poi, 50));
    expect(ente.ricevute).toHaveLength(1);
  });

  it('the same key on another notice is an error', async () => {
    await attiva(ente.nuovo().avviso, psp(), { chiaveIdempotenza: chiave });
    const altro = await psp().attiva({ qr: qrDi(ente.nuovo().avviso), importo, chiaveIdempotenza: chiave });
    expect(codiceDi(altro)).toBe('PPT_ERRORE_IDEMPOTENZA');
  });

  it('the same outcome again is OK once more, another outcome is not', async () => {
    const token = await attiva(ente.nuovo().avviso, psp());
    const richiesta = { token: [token], esito: 'OK' as const, dettagli, chiaveIdempotenza: chiave };
    expect(await psp().esito(richiesta)).toEqual({ esito: 'OK' });
    expect(await psp().esito(richiesta)).toEqual({ esito: 'OK' });
    expect(codiceDi(await psp().esito({ ...richiesta, esito: 'KO' }))).toBe('PPT_ERRORE_IDEMPOTENZA');
    expect(codiceDi(await psp().esito({ token: [token], esito: 'OK', dettagli }))).toBe('PPT_ESITO_GIA_ACQUISITO');
    await finche(() => ente.ricevute.length > 0, 'the receipt');
    await new Promise((poi) => setTimeout(poi, 50));
    expect(ente.ricevute).toHaveLength(1);
  });
});

describe('delivering the receipt', () => {
  it('insists with a creditor that drops the line or says no, since a receipt cannot be refused', async () => {
    const token = await attiva(ente.nuovo().avviso, psp());
    ente.prossime.push('cade');
    await psp().esito({ token: [token], esito: 'OK', dettagli });
    await finche(() => ente.ricevute.length === 1, 'the receipt at the second attempt');
  });

  it.each([
    ['sent twice', { rt: { consegna: 'due-volte' } }, 2, 33800],
    ['of another amount', { scenario: 'importo-errato' }, 1, 33700],
  ])('%s, as a rule wants', async (_nome, regola, quante, quanto) => {
    banco.simulatore.regole.aggiungi(regola);
    const token = await attiva(ente.nuovo().avviso, psp());
    await psp().esito({ token: [token], esito: 'OK', dettagli });
    await finche(() => ente.ricevute.length === quante, `${quante} receipts`);
    expect(ente.ricevute[0]?.importo).toBe(quanto);
  });
});

describe('a station that speaks V2', () => {
  beforeEach(async () => {
    versioneAvvisi = 2;
    await banco.close();
    banco = await avviaBanco({
      stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi }],
    });
    versioneAvvisi = 1;
  });

  it('is asked with paGetPaymentV2 and told with paSendRTV2; PSPs may close five tokens at once', async () => {
    const client = psp(molo, 2);
    const token: string[] = [];
    for (let i = 0; i < 5; i += 1) token.push(await attiva(ente.nuovo().avviso, client, { nota: 'carrello 1' }));
    expect(ente.richieste.map(({ versione, nota }) => [versione, nota])).toEqual(Array(5).fill([2, 'carrello 1']));
    expect(await client.esito({ token, esito: 'OK', dettagli })).toEqual({ esito: 'OK' });
    await finche(() => ente.ricevute.length === 5, 'five receipts');
    expect(ente.ricevute[0]?.nota).toBe('carrello 1');
  });

  it('closes all the tokens or none', async () => {
    const client = psp(molo, 2);
    const buono = await attiva(ente.nuovo().avviso, client);
    expect(codiceDi(await client.esito({ token: [buono, 'mai-visto'], esito: 'OK', dettagli }))).toBe(
      'PPT_TOKEN_SCONOSCIUTO',
    );
    expect(await client.esito({ token: [buono], esito: 'OK', dettagli })).toEqual({ esito: 'OK' });
  });
});
