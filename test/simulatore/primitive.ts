import { buildActivatePaymentNotice } from '../../src/pagopa/avvisi/activate-payment-notice.ts';
import type { Versione } from '../../src/pagopa/avvisi/corpo-avvisi.ts';
import { buildSendPaymentOutcome } from '../../src/pagopa/avvisi/send-payment-outcome.ts';
import { buildVerifyPaymentNotice } from '../../src/pagopa/avvisi/verify-payment-notice.ts';
import { buildNodoChiediCopiaRt } from '../../src/pagopa/operazioni/nodo-chiedi-copia-rt.ts';
import { buildNodoChiediElencoFlussi, buildNodoChiediFlusso } from '../../src/pagopa/operazioni/nodo-chiedi-flussi.ts';
import { buildNodoChiediListaPendentiRpt } from '../../src/pagopa/operazioni/nodo-chiedi-lista-pendenti-rpt.ts';
import { buildNodoChiediStatoRpt } from '../../src/pagopa/operazioni/nodo-chiedi-stato-rpt.ts';
import { buildNodoInviaCarrelloRpt, CANALE_WISP } from '../../src/pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildNodoInviaRpt } from '../../src/pagopa/operazioni/nodo-invia-rpt.ts';
import { buildRpt } from '../../src/pagopa/rpt/build-rpt.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { chiaveDi, DOMINIO, rptNuova } from './banco.ts';
import type { EnteAvvisi } from './ente-avvisi.ts';
import { attiva, dettagli, importo, molo, pspDi, qrDi } from './psp-di-prova.ts';

/** One operation of the node as its testers go at it: a good message, what may be missing of it, what may be unknown in it. */
export interface Primitiva {
  readonly azione: string;
  /** A good message, new at each call. */
  readonly buona: () => string | Promise<string>;
  /** Where its elements begin. */
  readonly dentroA: 'Header' | 'Body';
  /** What the schema lets through: elements that may be missing (`senza x`), empty, or twice. */
  readonly tollerati: readonly string[];
  /** Element, a value that its schema bears and nobody knows, the fault. */
  readonly ignoti: readonly (readonly [string, string, string])[];
}

const stazione = { intermediario: DOMINIO, stazione: `${DOMINIO}_01`, password: 'simulazione' };
const senza = (...nomi: readonly string[]): readonly string[] => nomi.map((nome) => `senza ${nome}`);
const SCONOSCIUTO = 'SCONOSCIUTO1';
const DEL_BROKER = [
  ['identificativoIntermediarioPA', SCONOSCIUTO, 'PPT_INTERMEDIARIO_PA_SCONOSCIUTO'],
  ['identificativoStazioneIntermediarioPA', SCONOSCIUTO, 'PPT_STAZIONE_INT_PA_SCONOSCIUTA'],
  ['password', 'password-falsa', 'PPT_AUTENTICAZIONE'],
] as const;
const DEL_CANALE = [
  ['identificativoPSP', SCONOSCIUTO, 'PPT_PSP_SCONOSCIUTO'],
  ['identificativoIntermediarioPSP', SCONOSCIUTO, 'PPT_AUTORIZZAZIONE'],
  ['identificativoCanale', SCONOSCIUTO, 'PPT_AUTORIZZAZIONE'],
] as const;
const DEL_PSP = [
  ['idPSP', SCONOSCIUTO, 'PPT_PSP_SCONOSCIUTO'],
  ['idBrokerPSP', SCONOSCIUTO, 'PPT_INTERMEDIARIO_PSP_SCONOSCIUTO'],
  ['idBrokerPSP', '99999900052', 'PPT_AUTORIZZAZIONE'],
  ['idChannel', SCONOSCIUTO, 'PPT_CANALE_SCONOSCIUTO'],
  ['idChannel', '99999900052_SPORTELLO', 'PPT_AUTORIZZAZIONE'],
  ['password', 'password-falsa', 'PPT_AUTENTICAZIONE'],
] as const;
const DELL_AVVISO = [
  ['fiscalCode', '10000000000', 'PPT_DOMINIO_SCONOSCIUTO'],
  ['idChannel', '99999900060_CARTE', 'PPT_CANALE_SCONOSCIUTO'],
] as const;
/** Parts of a header may stand twice only together with it. */
const VERSANTE = {
  tipo: 'F',
  codice: 'RSSMRA80A01H501U',
  anagrafica: 'Persona di Prova',
  indirizzo: 'Via Prova',
  civico: '1',
  cap: '40100',
  localita: 'Bologna',
  provincia: 'BO',
  nazione: 'IT',
  email: 'persona@example.org',
} as const;
const INDIRIZZO = ['streetName', 'civicNumber', 'postalCode', 'city', 'stateProvinceRegion', 'country', 'e-mail'];

/**
 * Every operation that the node offers.
 * @param url of the node
 */
export function primitive(url: string, ente: EnteAvvisi): readonly Primitiva[] {
  let numero = 20_000n;
  const nuova = () => rptNuova((numero += 1n));
  const chiavi = { ...nuova(), iuv: '03000000000000100' };
  const domanda = { stazione, chiave: chiaveDi(chiavi) };
  const dominioIgnoto = ['identificativoDominio', '10000000000', 'PPT_DOMINIO_SCONOSCIUTO'] as const;
  const diRpt = (azione: string, build: typeof buildNodoChiediStatoRpt, fault: string): Primitiva => ({
    azione,
    buona: () => build(domanda),
    dentroA: 'Body',
    tollerati: [],
    ignoti: [...DEL_BROKER, dominioIgnoto, ['identificativoUnivocoVersamento', SCONOSCIUTO, fault]],
  });
  return [
    {
      azione: 'nodoInviaCarrelloRPT',
      buona() {
        const rpt = nuova();
        return buildNodoInviaCarrelloRpt({
          ...CANALE_WISP,
          intestazione: { ...stazione, idCarrello: `C${rpt.iuv}` },
          password: stazione.password,
          elementi: [{ chiave: chiaveDi(rpt), xml: buildRpt(rpt) }],
        });
      },
      dentroA: 'Header',
      // What is said of the RPTs inside: twins, and nothing at all.
      tollerati: ['due elementoListaRPT', 'rpt vuoto'],
      ignoti: [...DEL_BROKER, ...DEL_CANALE, ['identificativoDominio', '10000000000', 'PPT_SEMANTICA']],
    },
    {
      azione: 'nodoInviaRPT',
      buona() {
        const rpt = nuova();
        const intestazione = { ...stazione, ...chiaveDi(rpt) };
        return buildNodoInviaRpt({ ...CANALE_WISP, intestazione, password: stazione.password, xml: buildRpt(rpt) });
      },
      dentroA: 'Header',
      tollerati: ['senza tipoFirma', 'tipoFirma vuoto', 'rpt vuoto'],
      ignoti: [...DEL_BROKER, ...DEL_CANALE, ['identificativoDominio', '10000000000', 'PPT_SEMANTICA']],
    },
    diRpt('nodoChiediStatoRPT', buildNodoChiediStatoRpt, 'PPT_RPT_SCONOSCIUTA'),
    diRpt('nodoChiediCopiaRT', buildNodoChiediCopiaRt, 'PPT_RT_SCONOSCIUTA'),
    {
      azione: 'nodoChiediListaPendentiRPT',
      buona: () =>
        buildNodoChiediListaPendentiRpt({
          stazione,
          dominio: DOMINIO,
          da: '2021-01-01T00:00:00',
          a: '2021-02-01T00:00:00',
          dimensioneLista: 10,
        }),
      dentroA: 'Body',
      tollerati: senza('identificativoDominio', 'rangeDa', 'rangeA'),
      ignoti: [...DEL_BROKER, dominioIgnoto, ['rangeDa', '2021-03-01T00:00:00', 'PPT_SEMANTICA']],
    },
    {
      azione: 'nodoChiediElencoFlussiRendicontazione',
      buona: () => buildNodoChiediElencoFlussi({ stazione, dominio: DOMINIO, psp: molo.idPsp }),
      dentroA: 'Body',
      tollerati: senza('identificativoDominio', 'identificativoPSP'),
      ignoti: [...DEL_BROKER, dominioIgnoto, ['identificativoPSP', SCONOSCIUTO, 'PPT_PSP_SCONOSCIUTO']],
    },
    {
      azione: 'nodoChiediFlussoRendicontazione',
      buona: () => buildNodoChiediFlusso({ stazione, dominio: DOMINIO, psp: molo.idPsp, id: '2021-01-05SIMTAB06-1' }),
      dentroA: 'Body',
      // An empty name of a flow is a name that nobody knows: its schema asks for no letter.
      tollerati: [...senza('identificativoDominio', 'identificativoPSP'), 'identificativoFlusso vuoto'],
      ignoti: [...DEL_BROKER, dominioIgnoto, ['identificativoPSP', SCONOSCIUTO, 'PPT_PSP_SCONOSCIUTO']],
    },
    {
      azione: 'verifyPaymentNotice',
      buona: () => buildVerifyPaymentNotice({ psp: molo, qr: qrDi(ente.nuovo().avviso) }),
      dentroA: 'Body',
      tollerati: [],
      ignoti: [...DEL_PSP, ...DELL_AVVISO],
    },
    ...([1, 2] as const).map((versione): Primitiva => attivazione(versione, ente)),
    ...([1, 2] as const).map((versione): Primitiva => esito(versione, url, ente)),
  ];
}

const azioneDi = (nome: string, versione: Versione): string => (versione === 2 ? `${nome}V2` : nome);

function attivazione(versione: Versione, ente: EnteAvvisi): Primitiva {
  const facoltativi = senza('idempotencyKey', 'expirationTime', 'dueDate', 'paymentNote', 'touchPoint');
  let chiave = 1_000_000_000;
  return {
    azione: azioneDi('activatePaymentNotice', versione),
    buona: () =>
      buildActivatePaymentNotice({
        versione,
        psp: molo,
        chiaveIdempotenza: `99999900060_${(chiave += 1)}`,
        qr: qrDi(ente.nuovo().avviso),
        durataMs: 60_000,
        importo,
        scadenza: '2021-01-11',
        nota: 'nota',
        touchPoint: 'PSP',
      }),
    dentroA: 'Body',
    tollerati: facoltativi,
    ignoti: [...DEL_PSP, ...DELL_AVVISO],
  };
}

function esito(versione: Versione, url: string, ente: EnteAvvisi): Primitiva {
  // Details may be missing beside a KO; V2 has room for several tokens, which must then be several.
  const facoltativi = [
    ...senza('idempotencyKey', 'paymentChannel', 'payer', 'details', ...INDIRIZZO),
    ...(versione === 2 ? ['due paymentToken'] : []),
  ];
  let chiave = 2_000_000_000;
  return {
    azione: azioneDi('sendPaymentOutcome', versione),
    buona: async () =>
      buildSendPaymentOutcome({
        versione,
        psp: molo,
        chiaveIdempotenza: `99999900060_${(chiave += 1)}`,
        token: [await attiva(ente.nuovo().avviso, pspDi(url))],
        esito: 'OK',
        dettagli: { ...dettagli, commissione: centesimi(200), canale: 'frontOffice', versante: VERSANTE },
      }),
    dentroA: 'Body',
    tollerati: facoltativi,
    ignoti: [...DEL_PSP, ['paymentToken', SCONOSCIUTO, 'PPT_TOKEN_SCONOSCIUTO']],
  };
}
