import { buildActivatePaymentNotice } from '../../pagopa/avvisi/activate-payment-notice.ts';
import type { PspConPassword } from '../../pagopa/avvisi/psp.ts';
import { buildSendPaymentOutcome } from '../../pagopa/avvisi/send-payment-outcome.ts';
import { buildVerifyPaymentNotice } from '../../pagopa/avvisi/verify-payment-notice.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import {
  buildNodoAttivaRpt,
  buildNodoVerificaRpt,
  type NodoAttivaRpt,
} from '../../pagopa/operazioni/nodo-attivazione.ts';
import { buildNodoChiediStatoRpt } from '../../pagopa/operazioni/nodo-chiedi-stato-rpt.ts';
import { centesimi } from '../../valori/denaro.ts';
import type { Contesto } from '../contesto.ts';
import { comandoCurl, type ModoCurl } from '../messaggi/comando-curl.ts';
import { impagina } from '../messaggi/impagina.ts';
import { avvisoDiProva, ENTI, type EnteDiProva, IMPORTO, PASSWORD } from './enti-di-prova.ts';

/** Where the simulator answers, by public address. */
interface Indirizzi {
  readonly base: string;
  readonly nodo: string;
}

/** One way to pay, as commands to be pasted into a shell one after the other. */
export interface Esempio {
  /** Key of its texts in the catalogue: `prova.<chiave>`. */
  readonly chiave: 'avviso' | 'carrello' | 'rpt' | 'primo-modello' | 'checkout';
  readonly comandi: readonly string[];
}

/** Puts what the answer says of something in a shell's variable. */
const estrai = (schema: string): string => `| sed -n 's/.*${schema}.*/\\1/p'`;

/**
 * How to try each model with curl alone. Notices, CCPs and PSPs are of creditors and a counter that exist: they follow from the
 * node's clock, so that every asking has notices that nobody has paid.
 */
export function esempi(contesto: Contesto, percorsoNodo: string): readonly Esempio[] {
  const indirizzi = { base: contesto.baseUrl(), nodo: `${contesto.baseUrl()}${percorsoNodo}` };
  const ora = contesto.orologio.ora();
  const psp = pspDiProva(contesto);
  const [avvisi, primo] = ENTI;
  if (avvisi === undefined || primo === undefined) throw new Error('the simulator has lost its creditors');
  return [
    { chiave: 'avviso', comandi: avviso(indirizzi, avvisi, { psp, ora }) },
    { chiave: 'carrello', comandi: carrello(indirizzi) },
    { chiave: 'rpt', comandi: rpt(indirizzi, avvisi, ora) },
    { chiave: 'primo-modello', comandi: primoModello(indirizzi, primo, { psp, ora }) },
    { chiave: 'checkout', comandi: checkout(indirizzi, avvisi, ora) },
  ];
}

/** The first counter of the catalogue. */
export function pspDiProva({ psp }: Contesto): PspConPassword {
  for (const { id, intermediario, password, servizi } of psp.psp) {
    const sportello = servizi.find(({ metodo }) => metodo === 'sportello');
    if (sportello !== undefined) return { idPsp: id, intermediario, canale: sportello.canale, password };
  }
  throw new Error('the catalogue has no counter');
}

interface Chi {
  readonly psp: PspConPassword;
  readonly ora: number;
}

function soap({ nodo }: Indirizzi, azione: string, messaggio: string, modo: ModoCurl = {}): string {
  return comandoCurl({ url: nodo, azione, corpo: impagina(messaggio) }, { poi: '; echo', ...modo });
}

/** A message that holds an RPT or an RT in base64 is made by the simulator, new at each asking. */
function daFare({ base, nodo }: Indirizzi, azione: string, domanda = ''): string {
  const tipo = `-H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: "${azione}"'`;
  return `curl -s '${base}/prova/${azione}.xml${domanda}' | curl -s '${nodo}' ${tipo} --data-binary @-`;
}

function avviso(dove: Indirizzi, ente: EnteDiProva, { psp, ora }: Chi): readonly string[] {
  const qr = { dominio: ente.codice, avviso: avvisoDiProva(ora).codiceAvviso };
  const oggi = dataItaliana(new Date(ora));
  const attiva = buildActivatePaymentNotice({ versione: 2, psp, qr, importo: IMPORTO });
  const dettagli = {
    metodo: 'cash',
    commissione: centesimi(100),
    dataApplicazione: oggi,
    dataTrasferimento: oggi,
  } as const;
  const esito = buildSendPaymentOutcome({ versione: 2, psp, token: ['$TOKEN'], esito: 'OK', dettagli });
  const token = estrai('<paymentToken>\\([^<]*\\)<');
  return [
    soap(dove, 'verifyPaymentNotice', buildVerifyPaymentNotice({ psp, qr })),
    `TOKEN=$(${soap(dove, 'activatePaymentNoticeV2', attiva, { poi: token })}\n); echo "$TOKEN"`,
    soap(dove, 'sendPaymentOutcomeV2', esito, { espandi: true }),
  ];
}

/** The cart is paid as a person would on the pages, whose address the answer bears. */
function carrello(dove: Indirizzi): readonly string[] {
  const sessione = estrai('idSession=\\([^<&]*\\)');
  return [`ID_SESSION=$(${daFare(dove, 'nodoInviaCarrelloRPT')} ${sessione}); echo "$ID_SESSION"`, paga(dove)];
}

function paga({ base }: Indirizzi): string {
  return `curl -s -X POST "${base}/api/pagamenti/$ID_SESSION/paga" -H 'Content-Type: application/json' -d '{}'; echo`;
}

function rpt(dove: Indirizzi, ente: EnteDiProva, ora: number): readonly string[] {
  const { iuv } = avvisoDiProva(ora, 1);
  const ccp = `CCP${iuv}`;
  const stazione = { intermediario: ente.codice, stazione: `${ente.codice}_01`, password: PASSWORD };
  const stato = buildNodoChiediStatoRpt({ stazione, chiave: { dominio: ente.codice, iuv: iuv, ccp } });
  const sessione = estrai('idSession=\\([^<&]*\\)');
  return [
    `ID_SESSION=$(${daFare(dove, 'nodoInviaRPT', `?iuv=${iuv}&ccp=${ccp}`)} ${sessione}); echo "$ID_SESSION"`,
    paga(dove),
    soap(dove, 'nodoChiediStatoRPT', stato),
  ];
}

/** At the counter: the creditor sends its RPT as soon as the notice is activated, the PSP answers with its own RT. */
function primoModello(dove: Indirizzi, ente: EnteDiProva, { psp, ora }: Chi): readonly string[] {
  const { iuv } = avvisoDiProva(ora, 2);
  const ccp = `CCP${iuv}`;
  const letto: NodoAttivaRpt = {
    psp,
    ccp,
    codifica: 'QR-CODE',
    codice: { tipo: 'QrCode', ente: ente.codice, auxDigit: '3', iuv },
    pagamento: { intermediario: psp.intermediario, canale: psp.canale },
    importo: IMPORTO,
  };
  return [
    soap(dove, 'nodoVerificaRPT', buildNodoVerificaRpt(letto)),
    soap(dove, 'nodoAttivaRPT', buildNodoAttivaRpt(letto)),
    `sleep 1; ${daFare(dove, 'nodoInviaRT', `?iuv=${iuv}&ccp=${ccp}`)}; echo`,
  ];
}

function checkout({ base }: Indirizzi, ente: EnteDiProva, ora: number): readonly string[] {
  const esito = (come: string): string => `${base}/enti-di-prova/${ente.codice}/ritorno?esito=${come}`;
  const corpo = {
    emailNotice: 'persona@example.org',
    paymentNotices: [
      {
        noticeNumber: avvisoDiProva(ora, 3).codiceAvviso,
        fiscalCode: ente.codice,
        amount: IMPORTO,
        companyName: ente.denominazione,
        description: 'Avviso di prova',
      },
    ],
    returnUrls: { returnOkUrl: esito('ok'), returnCancelUrl: esito('annullato'), returnErrorUrl: esito('errore') },
  };
  const comando = comandoCurl({ url: `${base}/checkout/ec/v1/carts`, corpo: impagina(JSON.stringify(corpo)) });
  return [comando.replace('curl -s', 'curl -s -i')];
}
