import type { Versione } from '../../pagopa/avvisi/corpo-avvisi.ts';
import {
  buildPspNotifyPayment,
  type PagamentoNotificato,
  parsePspNotifyPaymentRes,
  type PspNotifyPaymentRes,
  type Transazione,
} from '../../pagopa/avvisi/psp-notify-payment.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import type { Psp, ServizioPsp } from '../catalogo/psp.ts';
import { type Contesto, stazioneDi } from '../contesto.ts';
import type { FacciaPsp } from './ascolto.ts';
import { chiamaPsp, type EsitoChiamata } from './chiama-psp.ts';
import { transazioneDi } from './transazione.ts';

/** How often the node looks whether the PSP has told the outcome. */
const GUARDA_OGNI_MS = 100;

/** What a PSP is told that a person paid through it. */
export interface Pagato {
  readonly sessione: Sessione;
  readonly canale: { readonly psp: Psp; readonly servizio: ServizioPsp };
  readonly token: readonly string[];
}

/** pspNotifyPayment for the notices of a cart, which the PSP then closes with sendPaymentOutcome. */
export function notificaAlPsp(
  contesto: Contesto,
  faccia: FacciaPsp,
  { sessione, canale, token }: Pagato,
): Promise<EsitoChiamata<PspNotifyPaymentRes>> {
  const versione: Versione = faccia.versione === '2' || token.length > 1 ? 2 : 1;
  const { psp, servizio } = canale;
  return chiamaPsp(contesto, faccia, {
    url: faccia.notifiche ?? '',
    operazione: versione === 2 ? 'pspNotifyPaymentV2' : 'pspNotifyPayment',
    messaggio: buildPspNotifyPayment({
      versione,
      psp: { idPsp: psp.id, intermediario: psp.intermediario, canale: servizio.canale },
      transazione: transazione(contesto, sessione, servizio),
      pagamenti: avvisiDi(contesto, token).map((avviso) => pagamento(contesto, avviso)),
    }),
    leggi: (xml) => parsePspNotifyPaymentRes(xml, versione),
  });
}

/** Waits until the PSP has told how all of them ended, or for so long: undefined when it has not. */
export async function attendiEsito(contesto: Contesto, token: readonly string[]): Promise<'OK' | 'KO' | undefined> {
  const fine = performance.now() + contesto.configurazione.attesaEsitoPspMs;
  for (;;) {
    const esiti = avvisiDi(contesto, token).map(({ esito }) => esito);
    if (esiti.includes('KO')) return 'KO';
    if (!esiti.includes(null)) return 'OK';
    if (performance.now() >= fine) return undefined;
    await new Promise((poi) => setTimeout(poi, GUARDA_OGNI_MS));
  }
}

function avvisiDi({ archivio }: Contesto, token: readonly string[]): readonly AvvisoInPagamento[] {
  return token.flatMap((uno) => archivio.avvisi.trova(uno) ?? []);
}

function pagamento(contesto: Contesto, avviso: AvvisoInPagamento): PagamentoNotificato {
  const { token, dominio, iuv, importo, dati } = avviso;
  const stazione = stazioneDi(contesto, avviso.intermediario, avviso.stazione);
  return {
    token,
    descrizione: dati.descrizione,
    dominio,
    ente: dati.ente ?? stazione?.denominazione ?? dominio,
    ...(dati.ufficio !== undefined && { ufficio: dati.ufficio }),
    iuv,
    importo,
    trasferimenti: dati.trasferimenti,
    ...(dati.metadati !== undefined && { metadati: dati.metadati }),
    ...(dati.standIn && { standIn: true }),
  };
}

const COME: Readonly<Partial<Record<ServizioPsp['tipoVersamento'], Transazione['come']>>> = {
  CP: 'carta',
  JIF: 'bancomatpay',
  PPAL: 'paypal',
};

function transazione(contesto: Contesto, sessione: Sessione, { tipoVersamento }: ServizioPsp): Transazione {
  const { codice, ...resto } = transazioneDi(contesto, sessione);
  return { ...resto, codiceAutorizzazione: codice, come: COME[tipoVersamento] ?? 'altro' };
}
