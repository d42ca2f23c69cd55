import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { FaultBean } from '../../pagopa/nodo-client.ts';
import { centesimi } from '../../valori/denaro.ts';
import type { RichiestaCheckout } from '../archivio/carrelli-checkout.ts';
import { TOUCH_POINT_CHECKOUT } from '../avvisi/autentica-psp.ts';
import { liberaScaduto } from '../avvisi/libera-scaduti.ts';
import type { Sessione } from '../archivio/sessioni.ts';
import type { Psp } from '../catalogo/psp.ts';
import type { Contesto } from '../contesto.ts';
import type { FacciaPsp } from '../psp-in-ascolto/ascolto.ts';
import { attendiEsito, notificaAlPsp, type Pagato } from '../psp-in-ascolto/notifica.ts';
import type { CodiceCheckout } from '../scenari/scenario.ts';
import type { PspClient } from '../sportello/psp-client.ts';
import { chiaveIdempotenza, clientDi, dettagliEsito } from '../sportello/sportello.ts';

/** How the payment of a cart of notices ended. */
export interface EsitoCarrello {
  readonly codice: CodiceCheckout;
  /** The node's fault that stopped it. */
  readonly fault?: FaultBean;
}

/**
 * Activates every notice of the cart, then tells the outcome of all of them at once. If one cannot be activated, or asks another
 * amount than the cart said, those already taken are given back.
 * @param ascolto the PSP's own server, when it listens: it then tells the outcome itself
 * @param voluto the code the citizen's choice or a scenario leads to: 0 pays, 17 leaves the tokens open, any other refuses
 */
export async function pagaCarrello(
  contesto: Contesto,
  sessione: Sessione,
  { carrello, ascolto }: { readonly carrello: RichiestaCheckout; readonly ascolto: FacciaPsp },
  voluto: CodiceCheckout,
): Promise<EsitoCarrello> {
  const canale = sessione.canale === null ? undefined : contesto.psp.perCanale(sessione.canale);
  if (canale === undefined) return { codice: '1' };
  const client = clientDi(contesto, canale.psp, canale.servizio.canale, 2);
  const token: string[] = [];
  for (const avviso of carrello.paymentNotices) {
    const qr = { dominio: avviso.fiscalCode, avviso: avviso.noticeNumber };
    const attivato =
      giaPreso(contesto, sessione, canale.psp, qr) ??
      (await client.attiva({
        qr,
        importo: centesimi(avviso.amount),
        touchPoint: TOUCH_POINT_CHECKOUT,
        chiaveIdempotenza: chiaveIdempotenza(contesto, canale.psp, qr, `activate ${sessione.id}`),
        ...(carrello.idCart !== undefined && { nota: carrello.idCart }),
      }));
    if (attivato.esito === 'OK') {
      token.push(attivato.token);
      await contesto.scrivi(() => {
        contesto.archivio.avvisi.nelCarrello(attivato.token, sessione.id);
        contesto.regole.stessoPagamento(sessione.id, attivato.token);
      });
    }
    const diverso = attivato.esito === 'OK' && attivato.importo !== avviso.amount;
    if (attivato.esito === 'KO' || diverso) {
      await libera(contesto, client, canale.psp, sessione, token);
      return attivato.esito === 'KO' ? { codice: '1', fault: attivato.fault } : { codice: '3' };
    }
  }
  if (voluto === '17') return { codice: '17' };
  if (voluto !== '0') {
    await libera(contesto, client, canale.psp, sessione, token);
    return { codice: voluto };
  }
  if (ascolto.notifiche !== undefined) return affida(contesto, ascolto, { sessione, canale, token });
  const esito = await client.esito({
    token,
    esito: 'OK',
    chiaveIdempotenza: chiaveDi(canale.psp, contesto, sessione, 'outcome'),
    dettagli: dettagliEsito(
      contesto,
      sessione.commissione ?? undefined,
      canale.servizio.metodo === 'carta' ? 'creditCard' : 'other',
    ),
  });
  return esito.esito === 'OK' ? { codice: '0' } : { codice: '25', fault: esito.fault };
}

/**
 * A PSP that listens is told, and says itself how it ended. What it refuses, or never heard of, gives its notices back at once;
 * what it may have taken stays its own until it speaks or the tokens are over.
 */
async function affida(contesto: Contesto, ascolto: FacciaPsp, pagato: Pagato): Promise<EsitoCarrello> {
  const esito = await notificaAlPsp(contesto, ascolto, pagato);
  if (esito.che === 'sconosciuta') return { codice: '17', fault: esito.fault };
  if (esito.che !== 'accettata') {
    await contesto.scrivi(() => restituisci(contesto, pagato.token));
    return { codice: esito.che === 'rifiutata' ? '25' : '1', fault: esito.fault };
  }
  const detto = await attendiEsito(contesto, pagato.token);
  return { codice: detto === undefined ? '17' : detto === 'OK' ? '0' : '25' };
}

/** The node itself gives the notices back, as for tokens that are over. */
function restituisci(contesto: Contesto, token: readonly string[]): void {
  for (const uno of token) {
    const avviso = contesto.archivio.avvisi.trova(uno);
    if (avviso?.stato === 'PAYING') liberaScaduto(contesto, avviso);
  }
}

/** The notice as this very cart took it, when its payment stopped half-way and is asked for again. */
function giaPreso({ archivio }: Contesto, sessione: Sessione, psp: Psp, { dominio, avviso }: AvvisoQr) {
  const suo = archivio.avvisi
    .delNumero(dominio, avviso)
    .find((uno) => uno.sessione === sessione.id && uno.stato === 'PAYING' && uno.psp === psp.id);
  return suo && ({ esito: 'OK', token: suo.token, importo: suo.importo } as const);
}

async function libera(
  contesto: Contesto,
  client: PspClient,
  psp: Psp,
  sessione: Sessione,
  token: readonly string[],
): Promise<void> {
  if (token.length === 0) return;
  await client.esito({ token, esito: 'KO', chiaveIdempotenza: chiaveDi(psp, contesto, sessione, 'libera') });
}

function chiaveDi(psp: Psp, { sorte }: Contesto, sessione: Sessione, passo: string): string {
  return `${psp.intermediario}_${sorte.codice('chiave', passo, sessione.id).slice(0, 10)}`;
}
