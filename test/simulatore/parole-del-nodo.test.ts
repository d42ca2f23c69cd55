import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPaGetPaymentRes } from '../../src/pagopa/avvisi/pa-get-payment.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { buildNodoChiediElencoFlussi, buildNodoChiediFlusso } from '../../src/pagopa/operazioni/nodo-chiedi-flussi.ts';
import { buildNodoChiediListaPendentiRpt } from '../../src/pagopa/operazioni/nodo-chiedi-lista-pendenti-rpt.ts';
import { rpt } from '../pagopa/esempi.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { type Banco, avviaBanco, DOMINIO, finche, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { attiva, dettagli, importo, molo, pspDi, qrDi } from './psp-di-prova.ts';

let banco: Banco;
let ente: EnteAvvisi;
beforeAll(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avviaBanco({
    durataTokenMs: 600_000,
    stazioni: [{ ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url, versioneAvvisi: 2 }],
  });
});
afterAll(async () => {
  await banco.close();
  await ente.close();
});

const domanda = { stazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, password: 'simulazione' } };
async function fault(xml: string): Promise<readonly (string | undefined)[]> {
  const risposta = await (await fetch(banco.url + PERCORSO_NODO, { method: 'POST', body: xml })).text();
  return ['faultCode', 'faultString', 'description'].map((nome) => new RegExp(`<${nome}>([^<]*)`).exec(risposta)?.[1]);
}

describe('enquiries of a creditor', () => {
  it('about pending RPTs of a time that ends before it begins', async () => {
    const range = { da: '2005-01-01T12:00:00', a: '2004-01-01T12:00:00', dimensioneLista: 10 };
    expect((await fault(buildNodoChiediListaPendentiRpt({ ...domanda, ...range })))[0]).toBe('PPT_SEMANTICA');
    const uguali = { ...range, a: range.da };
    expect(await fault(buildNodoChiediListaPendentiRpt({ ...domanda, ...uguali }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('about flows of a PSP that nobody knows', async () => {
    const atteso = ['PPT_PSP_SCONOSCIUTO', 'PSP sconosciuto.', 'PSP sconosciuto.'];
    const diNessuno = { ...domanda, dominio: DOMINIO, psp: 'ciaoPSP' };
    expect(await fault(buildNodoChiediElencoFlussi(diNessuno))).toEqual(atteso);
    expect(await fault(buildNodoChiediFlusso({ ...diNessuno, id: '2021-01-05X-1' }))).toEqual(atteso);
    expect(await fault(buildNodoChiediElencoFlussi({ ...diNessuno, psp: molo.idPsp }))).toEqual(
      Array(3).fill(undefined),
    );
  });
});

describe('what a PSP is told', () => {
  const carte = { ...molo, idPsp: 'SIMLUN01', intermediario: '99999900011', canale: '99999900011_CARTE' };
  const altro = { ...molo, canale: '99999900052_SPORTELLO' };

  it.each([
    ['through a channel of cards', carte, 'PPT_AUTORIZZAZIONE', "Il canale non è di tipo 'ATTIVATO_PRESSO_PSP'"],
    ['through another’s channel', altro, 'PPT_AUTORIZZAZIONE', 'Configurazione intermediario-canale non corretta'],
    [
      'through the channel of another PSP of its broker',
      { ...molo, idPsp: 'SIMLUN01' },
      'PPT_AUTORIZZAZIONE',
      'Configurazione psp-canale non corretta',
    ],
    [
      'with a wrong password',
      { ...molo, password: 'sbagliata' },
      'PPT_AUTENTICAZIONE',
      'Password sconosciuta o errata',
    ],
    ['by a PSP nobody knows', { ...molo, idPsp: 'X' }, 'PPT_PSP_SCONOSCIUTO', 'PSP sconosciuto.'],
    ['by a broker nobody knows', { ...molo, intermediario: 'X' }, 'PPT_INTERMEDIARIO_PSP_SCONOSCIUTO', undefined],
    ['through a channel nobody knows', { ...molo, canale: 'X' }, 'PPT_CANALE_SCONOSCIUTO', 'Canale sconosciuto.'],
  ])('asking or taking %s', async (_come, chi, faultCode, description) => {
    const { avviso } = ente.nuovo();
    const atteso = { fault: { faultCode, ...(description !== undefined && { description }) } };
    for (const versione of [1, 2] as const) {
      const client = pspDi(banco.url, chi, versione);
      expect(await client.verifica(qrDi(avviso))).toMatchObject(atteso);
      expect(await client.attiva({ qr: qrDi(avviso), importo })).toMatchObject(atteso);
    }
  });

  it('an outcome may come through any channel of the PSP', async () => {
    const token = await attiva(ente.nuovo().avviso, pspDi(banco.url));
    const altroCanale = { ...molo, idPsp: 'SIMLUN01', intermediario: '99999900011', canale: '99999900011_CARTE' };
    const suo = await pspDi(banco.url, altroCanale).esito({ token: [token], esito: 'KO' });
    expect(suo).toMatchObject({ fault: { faultCode: 'PPT_TOKEN_SCONOSCIUTO', description: 'unknown token' } });
    expect(await pspDi(banco.url).esito({ token: [token], esito: 'KO' })).toEqual({ esito: 'OK' });
  });

  it('a token may not last longer than the node’s own', async () => {
    const troppo = { qr: qrDi(ente.nuovo().avviso), importo, durataMs: 600_001 };
    expect(await pspDi(banco.url).attiva(troppo)).toMatchObject({
      fault: { faultCode: 'PPT_AUTORIZZAZIONE', description: 'expirationTime deve essere <= 600000' },
    });
    expect(await pspDi(banco.url).attiva({ ...troppo, durataMs: 600_000 })).toMatchObject({ esito: 'OK' });
  });
});

describe('what a creditor adds to a payment', () => {
  it.each([1, 2] as const)(
    'reaches the PSP (all of it in V2) and comes back with the receipt (V%d)',
    async (versione) => {
      const { avviso, iuv } = ente.nuovo();
      const metadati = [{ chiave: 'rata', valore: '1 di 4' }];
      const diParte = [{ chiave: 'capitolo', valore: 'A & B' }];
      const transfer = { id: 1, importo, dominio: DOMINIO, causale: 'x', categoria: '9/0301109AP/', metadati: diParte };
      const dati = {
        iuv,
        importo,
        scadenza: '2021-01-11',
        descrizione: 'd',
        ente: 'e',
        debitore: rpt.pagatore,
        metadati,
      };
      const trasferimenti = [{ ...transfer, iban: 'IT60X0542811101000000123456' }];
      ente.prossime.push(buildPaGetPaymentRes({ esito: 'OK', dati: { ...dati, trasferimenti } }, 2));
      const client = pspDi(banco.url, molo, versione);
      const attivato = await client.attiva({ qr: qrDi(avviso), importo });
      expect(attivato).toMatchObject({ trasferimenti: [{ metadati: diParte }], ...(versione === 2 && { metadati }) });
      if (attivato.esito === 'KO') throw new Error(attivato.fault.faultCode);
      await client.esito({ token: [attivato.token], esito: 'OK', dettagli });
      await finche(() => ente.ricevute.some((una) => una.avviso === avviso), 'the receipt');
      const ricevuta = ente.ricevute.find((una) => una.avviso === avviso);
      expect(ricevuta).toMatchObject({ metadati, trasferimenti: [{ metadati: diParte }], importo: centesimi(33800) });
    },
  );
});
