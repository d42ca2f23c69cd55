import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { OPERAZIONI_PSP } from '../../src/simulatore/avvisi/operazioni-psp.ts';
import { OPERAZIONI_PA } from '../../src/simulatore/nodo/operazioni.ts';
import { OPERAZIONI_PSP_PRIMO_MODELLO } from '../../src/simulatore/psp-primo-modello/operazioni.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { ufficialiPresenti, validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, chiaveDi, rptNuova, stazione } from './banco.ts';
import { avviaEnteAvvisi, type EnteAvvisi } from './ente-avvisi.ts';
import { conTesto, guastiDi } from './guasti.ts';
import { primitivePrimoModello, stazionePrimoModello } from './primitive-primo-modello.ts';
import { type Primitiva, primitive } from './primitive.ts';

let banco: Banco;
let ente: EnteAvvisi;
let tutte: readonly Primitiva[];
beforeAll(async () => {
  ente = await avviaEnteAvvisi();
  banco = await avviaBanco({
    stazioni: [
      { ...stazione('http://127.0.0.1:9'), urlAvvisi: ente.url },
      stazionePrimoModello('http://127.0.0.1:9', ente.url),
    ],
  });
  tutte = [...primitive(banco.url, ente), ...primitivePrimoModello(banco.url, ente)];
});
afterAll(async () => {
  await banco.close();
  await ente.close();
});

const AZIONI = Object.entries({ ...OPERAZIONI_PA, ...OPERAZIONI_PSP, ...OPERAZIONI_PSP_PRIMO_MODELLO }).map(
  ([nome, { azione }]) => azione ?? nome,
);
const EXTRAXSD = 'PPT_SINTASSI_EXTRAXSD';
/** What a good enquiry about something that is not there is answered. */
const DI_NIENTE = ['PPT_RPT_SCONOSCIUTA', 'PPT_RT_SCONOSCIUTA', 'PPT_ID_FLUSSO_SCONOSCIUTO'];

function primitiva(azione: string): Primitiva {
  const trovata = tutte.find((una) => una.azione === azione);
  if (trovata === undefined) throw new Error(`no primitive ${azione}`);
  return trovata;
}

async function manda(azione: string, xml: string): Promise<string> {
  const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${azione}"` };
  const risposta = await fetch(banco.url + PERCORSO_NODO, { method: 'POST', headers, body: xml });
  const testo = await risposta.text();
  validaUfficiale(testo);
  expect([xml, risposta.status]).toEqual([xml, 200]);
  return /<faultCode>([^<]*)/.exec(testo)?.[1] ?? 'OK';
}

function buonoPerUfficiali(xml: string): boolean {
  try {
    validaUfficiale(xml);
    return true;
  } catch {
    return false;
  }
}

it('every operation of the node is in the table', () => {
  expect(tutte.map(({ azione }) => azione).sort()).toEqual([...AZIONI].sort());
});

describe.each(AZIONI)('%s', (azione) => {
  it('is taken as it is', async () => {
    const buona = await primitiva(azione).buona();
    validaUfficiale(buona);
    expect(['OK', ...DI_NIENTE]).toContain(await manda(azione, buona));
  });

  it('with anything missing, empty or twice is out of its schema, and of the official one', async () => {
    const { buona, dentroA, tollerati } = primitiva(azione);
    const quanti = guastiDi(await buona(), dentroA).length;
    const passati: string[] = [];
    for (let i = 0; i < quanti; i += 1) {
      const guasto = guastiDi(await buona(), dentroA)[i];
      if (guasto === undefined) throw new Error('two good messages differ');
      const detto = await manda(azione, guasto.xml);
      if (detto !== EXTRAXSD) passati.push(guasto.nome);
      const dentroLaBusta = !/soapenv:|ppt:|nod:|ppthead:/.test(guasto.nome);
      if (ufficialiPresenti && dentroLaBusta) {
        expect([guasto.nome, buonoPerUfficiali(guasto.xml)]).toEqual([guasto.nome, detto !== EXTRAXSD]);
      }
    }
    expect(passati.sort()).toEqual(
      tollerati.filter((uno) => !uno.includes('touchPoint') || azione.endsWith('V2')).sort(),
    );
  });

  it('that names what nobody knows is told so', async () => {
    const { buona, ignoti } = primitiva(azione);
    for (const [elemento, valore, fault] of ignoti) {
      const detto = await manda(azione, conTesto(await buona(), elemento, valore));
      expect([elemento, valore, detto]).toEqual([elemento, valore, fault]);
    }
  });

  it('under the name of another is told so', async () => {
    const altra = azione === 'nodoInviaRPT' ? 'nodoChiediStatoRPT' : 'nodoInviaRPT';
    expect(await manda(altra, await primitiva(azione).buona())).toBe('PPT_SOAPACTION_ERRATA');
  });
});

describe('an RPT', () => {
  const completa = (numero: bigint) => {
    const rpt = rptNuova(numero);
    return {
      ...rpt,
      versante: rpt.pagatore,
      versamenti: [...rpt.versamenti, ...rpt.versamenti],
      importoTotale: 67_600 as never,
    };
  };
  /** Elements an RPT may do without; the person who pays for another may be missing whole. */
  const TOLLERATI = ['senza identificativoStazioneRichiedente', 'senza soggettoVersante'];
  const INDIRIZZO = ['indirizzo', 'civico', 'cap', 'localita', 'provincia', 'nazione', 'e-mail'];

  it('with anything missing, empty or twice is out of its schema, and of the official one', async () => {
    let numero = 30_000n;
    const passati: Record<string, string> = {};
    const quanti = guastiDi(buildRpt(completa(numero))).length;
    for (let i = 0; i < quanti; i += 1) {
      const rpt = completa((numero += 1n));
      const guasto = guastiDi(buildRpt(rpt))[i];
      if (guasto === undefined) throw new Error('two RPTs differ');
      const esito = await banco.nodo.inviaRpt(chiaveDi(rpt), guasto.xml);
      const detto = esito.esito === 'OK' ? 'OK' : esito.fault.faultCode;
      if (detto !== 'PPT_SINTASSI_XSD') passati[guasto.nome] = detto;
      if (ufficialiPresenti) {
        expect([guasto.nome, buonoPerUfficiali(guasto.xml)]).toEqual([guasto.nome, detto !== 'PPT_SINTASSI_XSD']);
      }
    }
    const persone = ['Versante', 'Pagatore'].flatMap((chi) => INDIRIZZO.map((campo) => `senza ${campo}${chi}`));
    const semantici = {
      'senza datiSingoloVersamento': 'PPT_SEMANTICA',
      'due datiSingoloVersamento': 'PPT_SEMANTICA',
      'senza ibanAccredito': 'PPT_SEMANTICA',
    };
    const buoni = Object.fromEntries([...TOLLERATI, ...persone].map((nome) => [nome, 'OK']));
    expect(passati).toEqual({ ...buoni, ...semantici });
  });

  it.each([
    ['identificativoDominio', '10000000000', 'PPT_SEMANTICA'],
    ['identificativoUnivocoVersamento', '01000000000009999', 'PPT_SEMANTICA'],
    ['codiceContestoPagamento', 'altro', 'PPT_SEMANTICA'],
    ['identificativoStazioneRichiedente', 'altra', 'OK'],
    ['importoTotaleDaVersare', '1.00', 'PPT_SEMANTICA'],
    ['importoTotaleDaVersare', '1,00', 'PPT_SINTASSI_XSD'],
    ['importoTotaleDaVersare', '338', 'PPT_SINTASSI_XSD'],
    ['tipoVersamento', 'XXX', 'PPT_SINTASSI_XSD'],
    ['tipoVersamento', 'PO', 'PPT_SEMANTICA'],
    ['tipoVersamento', 'OBEP', 'PPT_SEMANTICA'],
    ['tipoVersamento', 'AD', 'PPT_SEMANTICA'],
    ['autenticazioneSoggetto', 'XXX', 'PPT_SINTASSI_XSD'],
    ['dataEsecuzionePagamento', '2021-01-04', 'PPT_SEMANTICA'],
    ['dataEsecuzionePagamento', '2021-02-05', 'PPT_SEMANTICA'],
    ['dataEsecuzionePagamento', '05/01/2021', 'PPT_SINTASSI_XSD'],
    ['dataOraMessaggioRichiesta', '2021-01-05', 'PPT_SINTASSI_XSD'],
    ['ibanAccredito', 'IT99X0000000000000000000000', 'PPT_IBAN_NON_CENSITO'],
    ['ibanAccredito', 'XX', 'PPT_SINTASSI_XSD'],
    ['firmaRicevuta', '9', 'PPT_SINTASSI_XSD'],
    ['datiSpecificiRiscossione', 'x', 'PPT_SINTASSI_XSD'],
    ['nazionePagatore', 'ITA', 'PPT_SINTASSI_XSD'],
    ['e-mailPagatore', 'nessuna', 'PPT_SINTASSI_XSD'],
  ])('whose %s is %s: %s', async (elemento, valore, fault) => {
    const rpt = completa(40_000n + BigInt(elemento.length * 100 + valore.length * 7 + fault.length));
    const esito = await banco.nodo.inviaRpt(chiaveDi(rpt), conTesto(buildRpt(rpt), elemento, valore));
    expect(esito.esito === 'OK' ? 'OK' : esito.fault.faultCode).toBe(fault);
  });
});
