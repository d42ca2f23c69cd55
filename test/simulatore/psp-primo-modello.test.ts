import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseFlussoRiversamento } from '../../src/pagopa/flussi/flusso-riversamento.ts';
import {
  buildNodoAttivaRpt,
  buildNodoVerificaRpt,
  type CodiceIdRpt,
  type NodoAttivaRpt,
} from '../../src/pagopa/operazioni/nodo-attivazione.ts';
import { parseNodoInviaRptRisposta } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { parseNodoInviaRtRisposta } from '../../src/pagopa/operazioni/nodo-invia-rt.ts';
import { parsePaaAttivazioneRisposta } from '../../src/pagopa/operazioni/paa-attivazione.ts';
import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, DOMINIO, finche, nodoClient, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { type EnteFinto, avviaEnteFinto } from './ente-finto.ts';
import {
  ALTRO,
  lettura,
  posta,
  rptAttivata,
  rtDi,
  soapRpt,
  soapRt,
  stazionePrimoModello,
} from './primitive-primo-modello.ts';
import { cometa, importo, pspDi } from './psp-di-prova.ts';

const GIORNO = 24 * 3_600_000;

let banco: Banco;
let ente: EnteAvvisi;
let ricevente: EnteFinto;
beforeEach(async () => {
  ente = await avviaEnteAvvisi();
  ricevente = await avviaEnteFinto();
  const avvisi = { ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url };
  banco = await avviaBanco({ stazioni: [avvisi, stazionePrimoModello(ricevente.url, ente.url)] });
});
afterEach(async () => {
  await banco.close();
  await ente.close();
  await ricevente.close();
});

type Risposta = { readonly esito: string; readonly fault?: { readonly faultCode: string } };
const codiceDi = ({ esito, fault }: Risposta): string => (esito === 'OK' ? 'OK' : (fault?.faultCode ?? ''));

async function manda(soap: string): Promise<string> {
  validaUfficiale(soap);
  const testo = await posta(banco.url, soap);
  validaUfficiale(testo);
  return testo;
}
const verifica = async (letta: NodoAttivaRpt) =>
  parsePaaAttivazioneRisposta(await manda(buildNodoVerificaRpt(letta)), 'nodoVerificaRPT');
const attiva = async (letta: NodoAttivaRpt) =>
  parsePaaAttivazioneRisposta(await manda(buildNodoAttivaRpt(letta)), 'nodoAttivaRPT');
const inviaRt = async (soap: string): Promise<string> => codiceDi(parseNodoInviaRtRisposta(await manda(soap)));

let progressivo = 0;
const nuova = (): NodoAttivaRpt => lettura(ente.nuovo().avviso, `CCP${(progressivo += 1)}`);

/** A notice activated, and the RPT that the creditor sent for it. */
async function attivata(letta = nuova()): Promise<Rpt> {
  expect(await attiva(letta)).toMatchObject({ esito: 'OK' });
  const rpt = rptAttivata(letta.codice.iuv, letta.ccp);
  expect(parseNodoInviaRptRisposta(await manda(soapRpt(rpt)))).toEqual({ esito: 'OK' });
  return rpt;
}

describe('a PSP of the first model', () => {
  it('asks, takes the notice, answers the RPT with its own RT, and pays in a flow', async () => {
    const letta = nuova();
    expect(await verifica(letta)).toMatchObject({ esito: 'OK', dati: { importo: 33800 } });
    const rpt = await attivata(letta);
    expect(await inviaRt(soapRt(rtDi(rpt)))).toBe('OK');
    await finche(() => ricevente.ricevute.length === 1, 'the RT');
    expect(ricevente.ricevute).toEqual([rtDi(rpt)]);
    expect(await inviaRt(soapRt(rtDi(rpt)))).toBe('PPT_RT_DUPLICATA');
    expect(codiceDi(await attiva({ ...letta, ccp: 'ALTROCCP' }))).toBe('PPT_PAGAMENTO_DUPLICATO');

    banco.simulatore.orologio.sposta(3 * GIORNO);
    await new Promise((poi) => setTimeout(poi, 100));
    const nodo = nodoClient(banco.url, { codiceFiscale: ALTRO, intermediario: ALTRO, stazione: `${ALTRO}_01` });
    const flussi = await nodo.chiediElencoFlussi();
    if ('faultCode' in flussi) throw new Error(flussi.faultCode);
    const lette = await Promise.all(flussi.map(({ id }) => nodo.chiediFlusso(id)));
    const righe = lette.flatMap((uno) => ('xml' in uno ? parseFlussoRiversamento(uno.xml).righe : []));
    const { iuv, ccp } = rpt;
    expect(righe).toMatchObject([{ iuv, iur: `IUR${ccp}`, indice: 1, importo: 33800, codice: '0' }]);
  });

  it('gives the notice back with an RT 1', async () => {
    const letta = nuova();
    const rpt = await attivata(letta);
    expect(await inviaRt(soapRt(rtDi(rpt, '1')))).toBe('OK');
    await finche(() => ricevente.ricevute.length === 1, 'the RT');
    expect(ricevente.ricevute[0]).toMatchObject({ esito: '1', importoTotale: 0 });
    expect(codiceDi(await attiva({ ...letta, ccp: 'ALTROCCP' }))).toBe('OK');
  });

  it('who says nothing loses it after half an hour, and the creditor gets an RT 1', async () => {
    const rpt = await attivata();
    banco.simulatore.orologio.sposta(31 * 60_000);
    await finche(() => ricevente.ricevute.length === 1, 'the RT of the node');
    expect(ricevente.ricevute[0]).toMatchObject({ esito: '1', ccp: rpt.ccp });
    expect(await inviaRt(soapRt(rtDi(rpt)))).toBe('PPT_RT_DUPLICATA');
  });

  it('takes a notice alone, and no CCP twice', async () => {
    const letta = nuova();
    await attivata(letta);
    const altro = pspDi(banco.url, cometa);
    const avviso = letta.codice.auxDigit + letta.codice.iuv;
    const qr = { dominio: ALTRO, avviso };
    expect(codiceDi(await altro.attiva({ qr, importo }))).toBe('PPT_PAGAMENTO_IN_CORSO');
    expect(codiceDi(await attiva({ ...nuova(), ccp: letta.ccp }))).toBe('PPT_SEMANTICA');
  });

  it('hears from the creditor what is wrong with the notice', async () => {
    const letta = nuova();
    ente.rifiuti.set(letta.codice.auxDigit + letta.codice.iuv, 'PAA_PAGAMENTO_SCADUTO');
    expect(codiceDi(await verifica(letta))).toBe('PPT_ERRORE_EMESSO_DA_PAA');
    expect(codiceDi(await attiva(letta))).toBe('PPT_ERRORE_EMESSO_DA_PAA');
  });

  it('is told to use the other operations where the creditor has no first model', async () => {
    const letta = lettura(ente.nuovo().avviso, 'CCP', DOMINIO);
    expect(codiceDi(await verifica(letta))).toBe('PPT_MULTI_BENEFICIARIO');
    expect(codiceDi(await attiva(letta))).toBe('PPT_MULTI_BENEFICIARIO');
  });

  it.each<[string, Partial<CodiceIdRpt>]>([
    ['BARCODE-128-AIM', { tipo: 'aim128', ente: '000000000001' }],
    ['BARCODE-GS1-128', { tipo: 'BarCode', ente: '8000000000001' }],
  ])('knows nobody by what a %s says', async (codifica, codice) => {
    const letta = nuova();
    const altra = { ...letta, codifica, codice: { ...letta.codice, ...codice } };
    expect(codiceDi(await verifica(altra))).toBe('PPT_DOMINIO_SCONOSCIUTO');
  });
});

describe('an RT of a PSP', () => {
  it('is of the PSP that took the notice, and of an RPT that has come', async () => {
    const letta = nuova();
    await attiva(letta);
    const rpt = rptAttivata(letta.codice.iuv, letta.ccp);
    expect(await inviaRt(soapRt(rtDi(rpt)))).toBe('PPT_RPT_SCONOSCIUTA');
    await manda(soapRpt(rpt));
    const daAltri = Object.entries({
      SIMTAB06: cometa.idPsp,
      '99999900060_SPORTELLO': cometa.canale,
      '99999900060': cometa.intermediario,
    }).reduce((soap, [mio, suo]) => soap.replace(`>${mio}<`, `>${suo}<`), soapRt(rtDi(rpt)));
    expect(await inviaRt(daAltri)).toBe('PPT_RPT_SCONOSCIUTA');
    expect(await inviaRt(soapRt(rtDi(rpt)))).toBe('OK');
  });

  it.each<[string, (rpt: Rpt) => string, string]>([
    ['that is no RT', (rpt) => soapRt(rtDi(rpt)).replace(/<rt>[^<]*/, '<rt>PGEvPg=='), 'PPT_SINTASSI_XSD'],
    ['of another RPT', (rpt) => soapRt({ ...rtDi(rpt), riferimentoMessaggio: 'ALTRO' }), 'PPT_SEMANTICA'],
    [
      'whose parts are not its total',
      (rpt) => soapRt({ ...rtDi(rpt), importoTotale: centesimi(100) }),
      'PPT_SEMANTICA',
    ],
  ])('%s is refused, and the right one is taken', async (_nome, soap, fault) => {
    const rpt = await attivata();
    expect(await inviaRt(soap(rpt))).toBe(fault);
    expect(await inviaRt(soapRt(rtDi(rpt)))).toBe('OK');
    await finche(() => ricevente.ricevute.length === 1, 'the RT');
  });
});
