import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Iuv } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { buildNodoInviaRpt, parseNodoInviaRptRisposta } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { avviaBanco, DOMINIO, finche, rptNuova, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { avviaEnteFinto } from './ente-finto.ts';
import { attiva, dettagli, molo, pspDi, qrDi } from './psp-di-prova.ts';

let ente: EnteAvvisi;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
});
afterEach(() => ente.close());

describe('a creditor of the first model', () => {
  /** Node and creditor of the first model; the creditor sends its RPT right after paaAttivaRPT. */
  async function avvia(invia = true) {
    const ricevente = await avviaEnteFinto();
    const nodo = await avviaBanco({ stazioni: [{ ...stazione(ricevente.url), urlAttivazione: ente.url }] });
    const risposte: unknown[] = [];
    ente.dopoAttivazione = ({ iuv, ccp, psp: chi, canale }) => {
      if (!invia) return;
      const rpt = { ...rptNuova(1n), iuv, ccp, tipoVersamento: 'PO' as const };
      const soap = buildNodoInviaRpt({
        psp: chi,
        intermediarioPsp: '99999900060',
        canale,
        intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, dominio: DOMINIO, iuv, ccp },
        password: 'simulazione',
        xml: buildRpt(rpt),
      });
      validaUfficiale(soap);
      void fetch(nodo.url + PERCORSO_NODO, { method: 'POST', body: soap })
        .then((risposta) => risposta.text())
        .then((testo) => risposte.push(parseNodoInviaRptRisposta(testo)));
    };
    return { nodo, ricevente, risposte, close: () => Promise.all([nodo.close(), ricevente.close()]) };
  }

  it('is asked with paaVerificaRPT and paaAttivaRPT, sends its RPT with the token as CCP, and gets an RT', async () => {
    const banchetto = await avvia();
    const { avviso, iuv } = ente.nuovo();
    const client = pspDi(banchetto.nodo.url);
    expect(await client.verifica(qrDi(avviso))).toMatchObject({ esito: 'OK', importo: 33800 });
    const token = await attiva(avviso, client);
    await finche(() => banchetto.risposte.length === 1, 'the RPT');
    expect(banchetto.risposte).toEqual([{ esito: 'OK' }]);
    const chiave = { dominio: DOMINIO, iuv: iuv as Iuv, ccp: token };
    expect(await banchetto.nodo.nodo.chiediStatoRpt(chiave)).toMatchObject({ stato: 'RPT_PARCHEGGIATA_NODO_MOD3' });
    // The PSP books it two weeks later: the RT bears the day of the operation.
    await client.esito({ token: [token], esito: 'OK', dettagli: { ...dettagli, dataApplicazione: '2021-01-19' } });
    await finche(() => banchetto.ricevente.ricevute.length === 1, 'the RT');
    expect(banchetto.ricevente.ricevute[0]).toMatchObject({
      esito: '0',
      iuv,
      ccp: token,
      pagamenti: [{ iur: token, dataEsito: '2021-01-05' }],
    });
    await banchetto.close();
  });

  it('gets an RT 1 when the PSP says KO, or never says', async () => {
    const banchetto = await avvia();
    const client = pspDi(banchetto.nodo.url);
    const token = await attiva(ente.nuovo().avviso, client);
    await finche(() => banchetto.risposte.length === 1, 'the RPT');
    await client.esito({ token: [token], esito: 'KO' });
    await finche(() => banchetto.ricevente.ricevute.length === 1, 'the RT');
    await attiva(ente.nuovo().avviso, client);
    await finche(() => banchetto.risposte.length === 2, 'the second RPT');
    banchetto.nodo.simulatore.orologio.sposta(31 * 60_000);
    await finche(() => banchetto.ricevente.ricevute.length === 2, 'the second RT');
    expect(banchetto.ricevente.ricevute.map((rt) => [rt.esito, rt.pagamenti[0]?.esito])).toEqual([
      ['1', 'SENDPAYMENTOUTCOME:KO'],
      ['1', 'BATCH_ANNULLAMENTO:TOKEN_SCADUTO'],
    ]);
    await banchetto.close();
  });

  it('whose RPT is late gets its RT once the RPT has come', async () => {
    const banchetto = await avvia(false);
    const client = pspDi(banchetto.nodo.url);
    const { avviso } = ente.nuovo();
    const token = await attiva(avviso, client);
    await client.esito({ token: [token], esito: 'OK', dettagli });
    const iuv = avviso.slice(1) as Iuv;
    const rpt = { ...rptNuova(1n), iuv, ccp: token, tipoVersamento: 'PO' as const };
    const canale = { psp: molo.idPsp, intermediarioPsp: molo.intermediario, canale: molo.canale };
    const intestazione = { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, dominio: DOMINIO, iuv, ccp: token };
    const soap = buildNodoInviaRpt({ ...canale, intestazione, password: 'simulazione', xml: buildRpt(rpt) });
    await fetch(banchetto.nodo.url + PERCORSO_NODO, { method: 'POST', body: soap });
    await finche(() => banchetto.ricevente.ricevute.length === 1, 'the RT');
    await banchetto.close();
  });
});
