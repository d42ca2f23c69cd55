import {
  type ActivatePaymentNotice,
  type AvvisoAttivato,
  buildActivatePaymentNoticeRes,
} from '../../pagopa/avvisi/activate-payment-notice.ts';
import type { DatiPagamentoAvviso } from '../../pagopa/avvisi/pa-get-payment.ts';
import type { NuovoAvviso } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { autenticaPsp } from './autentica-psp.ts';
import { chiediDatiPagamento } from './dati-pagamento.ts';
import { ricordaRisposta, rispostaGiaData } from './idempotenza.ts';
import { controllaGiaNoto, scenarioAvviso, stazioneDellAvviso } from './verifica.ts';

/**
 * activatePaymentNotice, both versions: asks the creditor what to pay with, then gives this PSP alone the notice for half an
 * hour at most. The same request repeated gets the same answer, bytes and all.
 * @throws FaultNodo
 */
export async function attivaAvviso(contesto: Contesto, richiesta: ActivatePaymentNotice): Promise<string> {
  const { psp } = autenticaPsp(contesto, richiesta.psp);
  const ripetibile = idempotenzaDi(richiesta);
  const giaData = rispostaGiaData(contesto, ripetibile);
  if (giaData !== undefined) return giaData;
  const stazione = stazioneDellAvviso(contesto, richiesta.qr);
  scenarioAvviso(contesto, richiesta.qr, psp.id);
  controllaGiaNoto(contesto, richiesta.qr);
  const token = nuovoToken(contesto, richiesta);
  const dati = await chiediDatiPagamento(contesto, stazione, richiesta, token);
  return contesto.scrivi(() => {
    const daUnGemello = rispostaGiaData(contesto, ripetibile);
    if (daUnGemello !== undefined) return daUnGemello;
    const attivato = prendi(contesto, richiesta, stazione, token, dati);
    const risposta = buildActivatePaymentNoticeRes({ esito: 'OK', ...attivato }, richiesta.versione);
    ricordaRisposta(contesto, ripetibile, risposta, scadenza(contesto, richiesta));
    return risposta;
  });
}

function idempotenzaDi(richiesta: ActivatePaymentNotice) {
  const { psp, chiaveIdempotenza, ...resto } = richiesta;
  const { password: _password, ...chi } = psp;
  return { psp: psp.idPsp, chiave: chiaveIdempotenza, operazione: 'activate', contenuto: { chi, ...resto } };
}

function scadenza(contesto: Contesto, { durataMs }: ActivatePaymentNotice): number {
  const { durataTokenMs } = contesto.configurazione;
  return contesto.orologio.ora() + Math.min(durataMs ?? durataTokenMs, durataTokenMs);
}

/** 32 hexadecimal digits that follow from the seed, the notice and how many times it was tried. */
function nuovoToken({ sorte, archivio }: Contesto, { qr, psp }: ActivatePaymentNotice): string {
  const tentativi = archivio.avvisi.delNumero(qr.dominio, qr.avviso).length;
  return sorte.codice('token', qr.dominio, qr.avviso, psp.idPsp, String(tentativi));
}

/** Two PSPs may have asked the creditor at the same time: the first to come back gets the notice, the other a fault. */
function prendi(
  contesto: Contesto,
  richiesta: ActivatePaymentNotice,
  stazione: StazioneSimulata,
  token: string,
  dati: DatiPagamentoAvviso,
): AvvisoAttivato {
  const { archivio, orologio } = contesto;
  const { qr, psp } = richiesta;
  controllaGiaNoto(contesto, qr);
  const avviso: NuovoAvviso = {
    token,
    modello: stazione.urlAvvisi === undefined ? 'rpt' : 'avvisi',
    dominio: qr.dominio,
    numero: qr.avviso,
    iuv: dati.iuv,
    intermediario: stazione.intermediario,
    stazione: stazione.stazione,
    psp: psp.idPsp,
    canale: psp.canale,
    importo: dati.importo,
    nota: richiesta.nota ?? null,
    dati,
    creato: orologio.ora(),
    scade: scadenza(contesto, richiesta),
  };
  archivio.avvisi.inserisci(avviso);
  return {
    importo: dati.importo,
    descrizione: dati.descrizione,
    dominio: qr.dominio,
    ente: dati.ente ?? stazione.denominazione,
    ...(dati.ufficio !== undefined && { ufficio: dati.ufficio }),
    token,
    trasferimenti: dati.trasferimenti,
    iuv: dati.iuv,
  };
}
