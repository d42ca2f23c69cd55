import {
  type ActivatePaymentNotice,
  type AvvisoAttivato,
  buildActivatePaymentNoticeRes,
} from '../../pagopa/avvisi/activate-payment-notice.ts';
import {
  buildPaGetPayment,
  type DatiPagamentoAvviso,
  parsePaGetPaymentRes,
} from '../../pagopa/avvisi/pa-get-payment.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { buildPaaAttivaRpt, parsePaaAttivazioneRisposta } from '../../pagopa/operazioni/paa-attivazione.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { autenticaPsp } from './autentica-psp.ts';
import { chiamaEnte } from './chiama-ente.ts';
import { controllaDati, controllaIbanPrimoModello } from './controlla-dati.ts';
import { liberaScaduto } from './libera-scaduti.ts';
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
  const dati = await datiPagamento(contesto, stazione, richiesta, token);
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
  for (const vecchio of archivio.avvisi.delNumero(qr.dominio, qr.avviso)) {
    if (vecchio.stato === 'PAYING') liberaScaduto(contesto, vecchio);
  }
  const avviso: Omit<AvvisoInPagamento, 'stato' | 'dettagli' | 'pagato'> = {
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

async function datiPagamento(
  contesto: Contesto,
  stazione: StazioneSimulata,
  richiesta: ActivatePaymentNotice,
  token: string,
): Promise<DatiPagamentoAvviso> {
  const { urlAvvisi, idDominio, intermediario, stazione: idStazione } = stazione;
  if (urlAvvisi === undefined) return attivaRpt(contesto, stazione, richiesta, token);
  const versione = stazione.versioneAvvisi ?? 1;
  const { dati } = await chiamaEnte(contesto, stazione, {
    url: urlAvvisi,
    operazione: versione === 2 ? 'paGetPaymentV2' : 'paGetPayment',
    messaggio: buildPaGetPayment({
      versione,
      stazione: { idPa: idDominio, intermediario, stazione: idStazione },
      qr: richiesta.qr,
      importo: richiesta.importo,
      ...(richiesta.nota !== undefined && { nota: richiesta.nota }),
    }),
    leggi: (xml) => parsePaGetPaymentRes(xml, versione),
  });
  controllaDati(contesto, dati);
  return dati;
}

/** The creditor of the first model answers with amount and account, then sends an RPT whose CCP is the token. */
async function attivaRpt(
  contesto: Contesto,
  stazione: StazioneSimulata,
  { qr, psp, importo }: ActivatePaymentNotice,
  token: string,
): Promise<DatiPagamentoAvviso> {
  const iuv = iuvDaCodiceAvviso(qr.avviso as CodiceAvviso);
  const { intermediario, stazione: idStazione } = stazione;
  const { dati } = await chiamaEnte(contesto, stazione, {
    url: stazione.urlAttivazione ?? '',
    operazione: 'paaAttivaRPT',
    messaggio: buildPaaAttivaRpt({
      intestazione: { intermediario, stazione: idStazione, dominio: qr.dominio, iuv, ccp: token },
      psp: psp.idPsp,
      intermediarioPsp: psp.intermediario,
      canale: psp.canale,
      importo,
    }),
    leggi: (xml) => parsePaaAttivazioneRisposta(xml, 'paaAttivaRPT'),
  });
  controllaIbanPrimoModello(stazione, dati.iban);
  return {
    iuv,
    importo: dati.importo,
    scadenza: dataItaliana(contesto.orologio.now()),
    descrizione: dati.causale,
    ente: dati.ente?.denominazione ?? stazione.denominazione,
    debitore: { tipo: 'F', codice: 'ANONIMO', anagrafica: 'ANONIMO' },
    trasferimenti: [{ id: 1, importo: dati.importo, dominio: qr.dominio, iban: dati.iban, causale: dati.causale }],
  };
}
