import { buildSendPaymentOutcomeRes, type SendPaymentOutcome } from '../../pagopa/avvisi/send-payment-outcome.ts';
import { scriviImporto } from '../../pagopa/importo.ts';
import type { AvvisoInPagamento, EsitoDetto } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import { fineDi } from '../checkout/codici-esito.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { autenticaPsp } from './autentica-psp.ts';
import { registraTardi } from './esito-tardivo.ts';
import type { Memoria } from './idempotenza.ts';
import { circostanzaAvviso, programmaRicevuta, registraIncassi } from './programma-ricevuta.ts';

/**
 * sendPaymentOutcome, both versions: closes the payments of these tokens, all or none.
 * @throws FaultNodo
 */
export async function registraEsito(
  contesto: Contesto,
  richiesta: SendPaymentOutcome,
  memoria: Memoria,
): Promise<string> {
  const { psp } = autenticaPsp(contesto, richiesta.psp);
  if (richiesta.esito === 'OK' && richiesta.dettagli === undefined) {
    throw new FaultNodo('PPT_SEMANTICA', 'Con outcome OK servono i details');
  }
  const avvisi = richiesta.token.map((token) => avvisoDi(contesto, token, psp.id, richiesta.esito));
  const tardi = avvisi.filter((avviso) => scaduto(contesto, avviso));
  if (tardi.length > 0) return registraTardi(contesto, richiesta, tardi);
  const risposta = buildSendPaymentOutcomeRes({ esito: 'OK' }, richiesta.versione);
  await contesto.scrivi(() => {
    if (memoria.gemella() !== undefined) return;
    for (const avviso of avvisi) chiudi(contesto, avviso, richiesta);
    if (richiesta.esito === 'OK') closeCarts(contesto, avvisi);
    memoria.ricorda(risposta, Math.min(...avvisi.map(({ scade }) => scade)));
  });
  contesto.sveglia();
  return risposta;
}

/** The payment of a token, when it is this PSP's and it has not said yet how it ended. */
function avvisoDi({ archivio }: Contesto, token: string, psp: string, esito: EsitoDetto): AvvisoInPagamento {
  const avviso = archivio.avvisi.trova(token);
  if (avviso === undefined || avviso.psp !== psp) throw new FaultNodo('PPT_TOKEN_SCONOSCIUTO');
  if (avviso.esito !== null) throw giaAcquisito(avviso, esito);
  return avviso;
}

/** The node repeats what it was told, amounts with their two decimals, and whether what it is told now is the same. */
function giaAcquisito({ token, esito, dettagli }: AvvisoInPagamento, oraDetto: EsitoDetto): FaultNodo {
  const campi: readonly (readonly [string, string | null | undefined])[] = [
    ['applicationDate', dettagli?.dataApplicazione],
    ['fee', dettagli && scriviImporto(dettagli.commissione)],
    ['outcome', esito],
    ['payerEntityUniqueIdentifierValue', dettagli?.versante?.codice],
    ['paymentChannel', dettagli?.canale],
    ['paymentMethod', dettagli?.metodo],
    ['paymentToken', token],
    ['transferDate', dettagli?.dataTrasferimento],
  ];
  const scritti = campi.flatMap(([nome, valore]) => {
    if (valore === undefined || valore === null) return [];
    return [`"${nome}":${nome === 'fee' ? valore : JSON.stringify(valore)}`];
  });
  const come = esito === oraDetto ? 'concorde' : 'discorde';
  return new FaultNodo('PPT_ESITO_GIA_ACQUISITO', `Esito ${come}: {${scritti.join(',')}}`);
}

/** Given back by the node, or over because a scenario says so. Until the node gives it back, a token is good. */
function scaduto(contesto: Contesto, avviso: AvvisoInPagamento): boolean {
  if (avviso.stato === 'CANCELLED') return true;
  const circostanza = circostanzaAvviso(contesto, avviso);
  return contesto.regole.prendi('avviso', circostanza, (faccia) => faccia?.esito === 'token-scaduto') !== undefined;
}

function chiudi(contesto: Contesto, avviso: AvvisoInPagamento, richiesta: SendPaymentOutcome): void {
  const { esito, dettagli } = richiesta;
  const chiuso = contesto.archivio.avvisi.chiudi(avviso.token, esito, dettagli ?? null, contesto.orologio.ora());
  if (!chiuso) throw giaAcquisito(contesto.archivio.avvisi.trova(avviso.token) ?? avviso, esito);
  contesto.archivio.idempotenza.dimentica(avviso.token);
  if (esito === 'OK') registraIncassi(contesto, avviso, '0');
  programmaRicevuta(contesto, avviso, { esito, dettagli, ccp: avviso.token });
}

/** The carts of Checkout that these notices are paid in are paid with them, or neither is. */
function closeCarts({ archivio: { sessioni } }: Contesto, avvisi: readonly AvvisoInPagamento[]): void {
  for (const id of new Set(avvisi.map(({ sessione }) => sessione))) {
    const sessione = id === null ? undefined : sessioni.trova(id);
    if (sessione !== undefined) sessioni.chiudi(sessione, fineDi('0'));
  }
}
