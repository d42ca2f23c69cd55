import {
  buildNodoAttivaRpt,
  buildNodoVerificaRpt,
  type NodoAttivaRpt,
} from '../../src/pagopa/operazioni/nodo-attivazione.ts';
import { buildNodoInviaRpt } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { buildNodoInviaRt } from '../../src/pagopa/operazioni/nodo-invia-rt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { buildRt } from '../../src/pagopa/rpt/build-rt.ts';
import type { Rpt } from '../../src/pagopa/rpt/rpt.ts';
import type { CodiceEsito, Rt } from '../../src/pagopa/rpt/rt.ts';
import type { OpzioniSimulatore } from '../../src/simulatore/opzioni.ts';
import { PERCORSO_NODO } from '../../src/simulatore/server.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { rt as rtModello } from '../pagopa/esempi.ts';
import { chiaveDi, rptNuova, stazione } from './banco.ts';
import type { EnteAvvisi } from './ente-avvisi.ts';
import type { Primitiva } from './primitive.ts';
import { importo, molo } from './psp-di-prova.ts';

/** A second creditor, of the first model. */
export const ALTRO = '77777777777';
const STAZIONE_ALTRO = { intermediario: ALTRO, stazione: `${ALTRO}_01`, password: 'simulazione' };

export function stazionePrimoModello(urlRt: string, urlAttivazione: string): OpzioniSimulatore['stazioni'][number] {
  const { intermediario, stazione: nome } = STAZIONE_ALTRO;
  return { ...stazione(urlRt), idDominio: ALTRO, intermediario, stazione: nome, urlAttivazione };
}

/** What a PSP of the first model says of a notice it has read as a QR code. */
export function lettura(avviso: string, ccp: string, dominio = ALTRO): NodoAttivaRpt {
  const soggetto = rptNuova(1n).pagatore;
  return {
    psp: molo,
    ccp,
    codifica: 'QR-CODE',
    codice: { tipo: 'QrCode', ente: dominio, auxDigit: avviso.slice(0, 1), iuv: avviso.slice(1) },
    pagamento: { intermediario: molo.intermediario, canale: molo.canale },
    importo,
    versante: soggetto,
    pagatore: soggetto,
  };
}

/** The RPT that the creditor sends once the notice is activated. */
export function rptAttivata(iuv: string, ccp: string): Rpt {
  const nuova = rptNuova(1n);
  return { ...nuova, dominio: ALTRO, iuv, ccp, tipoVersamento: 'PO', ente: { ...nuova.ente, codice: ALTRO } };
}

export function soapRpt(rpt: Rpt): string {
  return buildNodoInviaRpt({
    psp: molo.idPsp,
    intermediarioPsp: molo.intermediario,
    canale: molo.canale,
    intestazione: { ...STAZIONE_ALTRO, ...chiaveDi(rpt) },
    password: STAZIONE_ALTRO.password,
    xml: buildRpt(rpt),
  });
}

/** The RT with which the PSP answers it. */
export function rtDi(rpt: Rpt, esito: CodiceEsito = '0'): Rt {
  const pagato = centesimi(esito === '0' ? rpt.importoTotale : 0);
  const [primo] = rtModello.pagamenti;
  if (primo === undefined) throw new Error('the example has no payment');
  const { commissioniPsp: _, ...singolo } = primo;
  return {
    ...rtModello,
    dominio: rpt.dominio,
    idMessaggio: `RT${rpt.ccp}`,
    riferimentoMessaggio: rpt.idMessaggio,
    ente: rpt.ente,
    pagatore: rpt.pagatore,
    esito,
    importoTotale: pagato,
    iuv: rpt.iuv,
    ccp: rpt.ccp,
    pagamenti: [
      {
        ...singolo,
        importo: pagato,
        ...(esito !== '0' && { esito: 'RIFIUTATO' }),
        iur: esito === '0' ? `IUR${rpt.ccp}` : '0',
        causale: rpt.versamenti[0]?.causale ?? '',
      },
    ],
  };
}

export function soapRt(rt: Rt): string {
  return buildNodoInviaRt({ psp: molo, chiave: { dominio: rt.dominio, iuv: rt.iuv, ccp: rt.ccp }, xml: buildRt(rt) });
}

export async function posta(url: string, xml: string): Promise<string> {
  const risposta = await fetch(url + PERCORSO_NODO, { method: 'POST', body: xml });
  return risposta.text();
}

/**
 * The operations of PSPs of the first model.
 * @param url of the node
 */
export function primitivePrimoModello(url: string, ente: EnteAvvisi): readonly Primitiva[] {
  let numero = 0;
  const ccp = (): string => `CCPDELPSP${(numero += 1)}`;
  const nuova = (): NodoAttivaRpt => lettura(ente.nuovo().avviso, ccp());
  return [
    {
      azione: 'nodoVerificaRPT',
      buona: () => buildNodoVerificaRpt(nuova()),
      dentroA: 'Body',
      tollerati: CODIFICA_VUOTA,
      ignoti: DELLA_LETTURA,
    },
    {
      azione: 'nodoAttivaRPT',
      buona: () => buildNodoAttivaRpt(nuova()),
      dentroA: 'Body',
      tollerati: [...CODIFICA_VUOTA, ...PERSONE],
      ignoti: [
        ...DELLA_LETTURA,
        ['identificativoIntermediarioPSPPagamento', SCONOSCIUTO, 'PPT_INTERMEDIARIO_PSP_SCONOSCIUTO'],
        ['identificativoCanalePagamento', SCONOSCIUTO, 'PPT_CANALE_SCONOSCIUTO'],
      ],
    },
    {
      azione: 'nodoInviaRT',
      async buona() {
        const letta = nuova();
        await posta(url, buildNodoAttivaRpt(letta));
        const rpt = rptAttivata(letta.codice.iuv, letta.ccp);
        await posta(url, soapRpt(rpt));
        return soapRt(rtDi(rpt));
      },
      dentroA: 'Body',
      tollerati: ['rt vuoto', 'senza tipoFirma', 'tipoFirma vuoto'],
      ignoti: [
        ...DEL_CANALE,
        ['identificativoDominio', '10000000000', 'PPT_RPT_SCONOSCIUTA'],
        ['identificativoUnivocoVersamento', SCONOSCIUTO, 'PPT_RPT_SCONOSCIUTA'],
        ['codiceContestoPagamento', SCONOSCIUTO, 'PPT_RPT_SCONOSCIUTA'],
      ],
    },
  ];
}

const SCONOSCIUTO = 'SCONOSCIUTO1';
const DEL_CANALE = [
  ['identificativoPSP', SCONOSCIUTO, 'PPT_PSP_SCONOSCIUTO'],
  ['identificativoIntermediarioPSP', SCONOSCIUTO, 'PPT_INTERMEDIARIO_PSP_SCONOSCIUTO'],
  ['identificativoCanale', SCONOSCIUTO, 'PPT_CANALE_SCONOSCIUTO'],
  ['password', 'password-falsa', 'PPT_AUTENTICAZIONE'],
] as const;
const DELLA_LETTURA = [
  ...DEL_CANALE,
  ['qrc:CF', '10000000000', 'PPT_DOMINIO_SCONOSCIUTO'],
  ['codificaInfrastrutturaPSP', 'BARCODE-GS1-128', 'PPT_CODIFICA_PSP_SCONOSCIUTA'],
] as const;
/** Its schema has it empty; the node knows no such code. */
const CODIFICA_VUOTA = ['codificaInfrastrutturaPSP vuoto'];
const INDIRIZZO = ['indirizzo', 'civico', 'cap', 'localita', 'provincia', 'nazione', 'e-mail'];
/** Who pays may be left out, whole or but for the name. */
const PERSONE = ['Versante', 'Pagatore'].flatMap((chi) => [
  `senza soggetto${chi}`,
  ...INDIRIZZO.map((campo) => `senza pay_i:${campo}${chi}`),
]);
