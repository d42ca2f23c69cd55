import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildNodoInviaCarrelloRpt,
  CANALE_WISP,
  parseNodoInviaCarrelloRptRisposta,
} from '../../src/pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { validaUfficiale } from '../pagopa/schemi-ufficiali.ts';
import { type Banco, avviaBanco, chiaveDi, DOMINIO, finche, rptNuova, stazione } from './banco.ts';
import { avviaEnteFinto, type EnteFinto } from './ente-finto.ts';

const SECONDO = '12345678911';
const ALTROVE = '12345678903';
const IBAN_SECONDO = 'IT45R0760103200000000001016';

let banco: Banco;
let ente: EnteFinto;
beforeAll(async () => {
  ente = await avviaEnteFinto();
  const mia = stazione(ente.url);
  banco = await avviaBanco({
    stazioni: [
      mia,
      { ...mia, idDominio: SECONDO, stazione: `${SECONDO}_01`, ibanCensiti: [IBAN_SECONDO] },
      { ...mia, idDominio: ALTROVE, intermediario: ALTROVE, stazione: `${ALTROVE}_01`, password: 'password1' },
    ],
  });
});
afterAll(async () => {
  await banco.close();
  await ente.close();
});

type Richiesta = Parameters<typeof buildNodoInviaCarrelloRpt>[0];
let numero = 5_000n;

/** An RPT of another creditor, on its account and from its own station. */
function di(dominio: string, rpt: Rpt, altro: Partial<Rpt> = {}): Rpt {
  const iban = dominio === SECONDO ? IBAN_SECONDO : 'IT60X0542811101000000123456';
  const versamenti = rpt.versamenti.map((uno) => ({ ...uno, ibanAccredito: iban }));
  return { ...rpt, dominio, stazione: `${dominio}_01`, versamenti, ...altro };
}

async function manda(rpt: readonly Rpt[], cambia: Partial<Richiesta>) {
  const soap = buildNodoInviaCarrelloRpt({
    ...CANALE_WISP,
    intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, idCarrello: rpt[0]?.ccp ?? '' },
    password: 'simulazione',
    elementi: rpt.map((una) => ({ chiave: chiaveDi(una), xml: buildRpt(una) })),
    ...cambia,
  });
  validaUfficiale(soap);
  const testo = await (await fetch(banco.url + PERCORSO_NODO, { method: 'POST', body: soap })).text();
  validaUfficiale(testo);
  const esito = parseNodoInviaCarrelloRptRisposta(testo);
  if (esito.esito === 'OK') return { url: esito.url, detto: ['OK'] };
  const detti = esito.fault ? [esito.fault] : esito.erroriRpt;
  return {
    url: '',
    detto: detti.flatMap((f) => [...(f.serial === undefined ? [] : [f.serial]), f.faultCode, f.description]),
  };
}

describe('a cart with the payer’s agent on some RPTs only', () => {
  const [uno, due] = [rptNuova(4_001n), rptNuova(4_002n)];
  const altraPersona = { ...uno.pagatore, codice: 'FRRGLI88M10D620U' };

  it.each([
    ['who is the payer himself, on the first', [{ ...uno, versante: uno.pagatore }, due], ['OK']],
    [
      'who is the payer of the others',
      [{ ...rptNuova(4_003n), pagatore: altraPersona, versante: uno.pagatore }, rptNuova(4_004n)],
      ['OK'],
    ],
    [
      'who is somebody else, on the first',
      [{ ...rptNuova(4_005n), versante: altraPersona }, rptNuova(4_006n)],
      ['PPT_SEMANTICA', 'codice pagatore non coerente'],
    ],
    [
      'who is somebody else, on the second',
      [rptNuova(4_007n), { ...rptNuova(4_008n), versante: altraPersona }],
      ['PPT_SEMANTICA', 'codice versante non coerente'],
    ],
  ])('%s', async (_chi, rpt, atteso) => {
    const intestazione = { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, idCarrello: `V${rpt[0]?.iuv ?? ''}` };
    expect((await manda(rpt, { intestazione })).detto).toEqual(atteso);
  });
});

describe('a cart of several creditors', () => {
  it('of one broker is taken, whatever station each RPT says it comes from', async () => {
    const [uno, due] = [rptNuova(4_101n), di(SECONDO, rptNuova(4_102n))];
    expect((await manda([{ ...uno, stazione: 'un-altra' }, due], {})).detto).toEqual(['OK']);
  });

  it('of another broker is not', async () => {
    const [uno, due] = [rptNuova(4_201n), di(ALTROVE, rptNuova(4_202n))];
    const perche = 'Configurazione pa-intermediario-stazione non corretta';
    expect((await manda([uno, due], {})).detto).toEqual([2, 'PPT_AUTORIZZAZIONE', perche]);
  });

  it('is told apart by the accounts that each registered', async () => {
    const due = rptNuova(4_302n);
    const sbagliata = di(SECONDO, due, { versamenti: due.versamenti });
    expect((await manda([rptNuova(4_301n), sbagliata], {})).detto.slice(0, 2)).toEqual([2, 'PPT_IBAN_NON_CENSITO']);
  });
});

describe('a cart of two beneficiaries', () => {
  /** The RPTs of a notice whose money goes to two creditors, right in everything. */
  function coppia(dominio = SECONDO): readonly [Rpt, Rpt] {
    const base = rptNuova((numero += 1n));
    const ccp = `${DOMINIO}3${base.iuv}-00001`;
    return [{ ...base, ccp }, di(dominio, { ...base, ccp })];
  }
  const MULTI = 'PPT_MULTI_BENEFICIARIO';
  const due = (rpt: Rpt, quanti = 2): Rpt => ({
    ...rpt,
    importoTotale: centesimi(33800 * quanti),
    versamenti: Array.from({ length: quanti }, () => rpt.versamenti).flat(),
  });
  const bollata = (rpt: Rpt): Rpt => ({
    ...rpt,
    versamenti: rpt.versamenti.map(({ ibanAccredito: _iban, ...uno }) => ({
      ...uno,
      bollo: { tipo: '01', hash: 'AAAA', provincia: 'BO' },
    })),
  });

  it.each([SECONDO, ALTROVE])('is taken and paid, the second being %s', async (dominio) => {
    const rpt = coppia(dominio);
    const { url, detto } = await manda(rpt, { multiBeneficiario: true });
    expect(detto).toEqual(['OK']);
    const idSession = new URL(url).searchParams.get('idSession') ?? '';
    const paga = await fetch(`${banco.url}/api/pagamenti/${idSession}/paga`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(paga.ok).toBe(true);
    const sue = () => ente.ricevute.filter((una) => una.ccp === rpt[0].ccp);
    await finche(() => sue().length === 2, 'an RT for each creditor');
    expect(
      sue()
        .map((una) => [una.dominio, una.esito, una.importoTotale])
        .sort(),
    ).toEqual([DOMINIO, dominio].map((uno) => [uno, '0', 33800]).sort());
  });

  it.each<[string, (rpt: readonly [Rpt, Rpt]) => readonly Rpt[], Partial<Richiesta>, readonly unknown[]]>([
    ['of one RPT', ([a]) => [a], {}, [MULTI, 'Il carrello non contiene solo 2 RPT']],
    [
      'of three RPTs',
      ([a, b]) => [a, b, { ...b, iuv: '01000000000009999' }],
      {},
      [MULTI, 'Il carrello non contiene solo 2 RPT'],
    ],
    [
      'through a channel that is not WISP’s',
      (rpt) => rpt,
      { psp: 'SIMLUN01', intermediarioPsp: '99999900011', canale: '99999900011_CARTE' },
      ['PPT_SEMANTICA', 'Flag multibeneficiario non disponibile per pagamenti diversi da WISP2'],
    ],
    [
      'whose name is not a notice’s',
      (rpt) => rpt,
      { intestazione: { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, idCarrello: 'C1' } },
      [
        MULTI,
        "L'idCarrello deve essere composto nella seguente forma: <idDominio(11)><numeroAvviso(18)><-><Progressivo(5)>",
      ],
    ],
    [
      'whose name is a notice of a creditor nobody knows',
      (rpt) => rpt,
      {
        intestazione: {
          intermediario: DOMINIO,
          stazione: `${DOMINIO}_01`,
          idCarrello: '10000000000301000000000001239-00001',
        },
      },
      ['PPT_DOMINIO_SCONOSCIUTO', 'Identificativo Dominio sconosciuto.'],
    ],
    [
      'whose first RPT is not of the creditor in its name',
      ([a, b]) => [b, a],
      {},
      [1, MULTI, 'L’idCarrello deve contenere idDominio e corrispondere al dominio della prima rpt'],
    ],
    [
      'of one creditor alone',
      ([a]) => [a, { ...a, iuv: '01000000000009998' }],
      {},
      [2, MULTI, 'Lo stesso Ente deve essere presente con una sola RPT'],
    ],
    [
      'of a creditor nobody knows',
      ([a, b]) => [a, { ...b, dominio: '10000000000' }],
      {},
      [2, 'PPT_DOMINIO_SCONOSCIUTO', 'Identificativo Dominio sconosciuto.'],
    ],
    [
      'whose second RPT has two versamenti',
      ([a, b]) => [a, due(b)],
      {},
      [2, MULTI, 'La seconda RPT non contiene solo 1 versamento'],
    ],
    [
      'of six versamenti',
      ([a, b]) => [due(a, 5), b],
      {},
      [2, MULTI, 'Il carrello deve avere massimo 5 versamenti totali'],
    ],
    [
      'of two IUVs',
      ([a, b]) => [a, { ...b, iuv: '01000000000009997' }],
      {},
      [2, MULTI, 'Lo IUV non è identico per ogni RPT'],
    ],
    [
      'of two days',
      ([a, b]) => [a, { ...b, dataEsecuzione: '2021-01-06' }],
      {},
      [2, MULTI, 'Il dato dataEsecuzionePagamento non è il medesimo per tutte le RPT'],
    ],
    [
      'of two CCPs',
      ([a, b]) => [a, { ...b, ccp: 'CCP2' }],
      {},
      [2, MULTI, 'I CCP delle RPT devono contenere l’idCarrello'],
    ],
    [
      'with an account of another creditor',
      ([a, b]) => [a, { ...b, versamenti: a.versamenti }],
      {},
      [2, MULTI, 'Ogni RPT deve contenere solo iban dell’Ente riferito all’interno della RPT'],
    ],
    ['with a digital stamp', ([a, b]) => [a, bollata(b)], {}, [2, MULTI, 'Nessuna RPT deve contienere marca da bollo']],
  ])('%s is refused', async (_come, cambia, richiesta, atteso) => {
    const { detto } = await manda(cambia(coppia()), {
      intestazione: {
        intermediario: DOMINIO,
        stazione: `${DOMINIO}_01`,
        idCarrello: `${DOMINIO}3${rptNuova(numero).iuv}-00001`,
      },
      multiBeneficiario: true,
      ...richiesta,
    });
    expect(detto).toEqual(atteso);
  });
});
