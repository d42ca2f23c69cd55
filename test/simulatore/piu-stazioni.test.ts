import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { type Banco, avviaBanco, DOMINIO, finche, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { attiva, dettagli, pspDi, qrDi } from './psp-di-prova.ts';

let banco: Banco;
let primo: EnteAvvisi;
let secondo: EnteAvvisi;
beforeEach(async () => {
  [primo, secondo] = await Promise.all([avviaEnteAvvisi(), avviaEnteAvvisi()]);
});
afterEach(async () => {
  await banco.close();
  await Promise.all([primo.close(), secondo.close()]);
});

const avviso = (codiceSegregazione: string): string =>
  buildCodiceAvviso({ auxDigit: '3', codiceSegregazione, progressivo: 7 }).codiceAvviso;
const diUno = (ente: EnteAvvisi, nome: string, altro: object) => ({
  ...stazione('http://127.0.0.1:9'),
  stazione: `${DOMINIO}_${nome}`,
  urlAvvisi: ente.url,
  ...altro,
});

describe('a creditor with several stations', () => {
  it('is asked at the one that has the notice’s segregation code, in its version, and gets its receipt there', async () => {
    const stazioni = [
      diUno(primo, '01', { segregazioni: ['01'] }),
      diUno(secondo, '02', { segregazioni: ['02', '03'], versioneAvvisi: 2 }),
    ];
    banco = await avviaBanco({ stazioni });
    const psp = pspDi(banco.url);
    for (const [codice, ente, versione] of [
      ['01', primo, 1],
      ['03', secondo, 2],
    ] as const) {
      const token = await attiva(avviso(codice), psp);
      await psp.esito({ token: [token], esito: 'OK', dettagli });
      await finche(() => ente.ricevute.length === 1, `the receipt of ${codice}`);
      expect(ente.richieste.map(({ qr, versione: quale }) => [qr.avviso, quale])).toEqual([[avviso(codice), versione]]);
    }
    expect(await psp.verifica(qrDi(avviso('04')))).toMatchObject({
      esito: 'KO',
      fault: { faultCode: 'PPT_STAZIONE_INT_PA_SCONOSCIUTA' },
    });
  });

  it('is asked at the one without codes for whatever no other claims', async () => {
    banco = await avviaBanco({
      stazioni: [diUno(primo, '01', {}), diUno(secondo, '02', { segregazioni: ['02'] })],
    });
    const psp = pspDi(banco.url);
    for (const codice of ['02', '99']) await attiva(avviso(codice), psp);
    expect([primo.richieste.length, secondo.richieste.length]).toEqual([1, 1]);
    expect(secondo.richieste[0]?.qr.avviso).toBe(avviso('02'));
  });
});
