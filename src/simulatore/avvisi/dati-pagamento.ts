import type { ActivatePaymentNotice } from '../../pagopa/avvisi/activate-payment-notice.ts';
import {
  buildPaGetPayment,
  type DatiPagamentoAvviso,
  parsePaGetPaymentRes,
} from '../../pagopa/avvisi/pa-get-payment.ts';
import type { PspConPassword } from '../../pagopa/avvisi/psp.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { buildPaaAttivaRpt, parsePaaAttivazioneRisposta } from '../../pagopa/operazioni/paa-attivazione.ts';
import type { Contesto } from '../contesto.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { chiamaEnte } from './chiama-ente.ts';
import { controllaDati, controllaIbanPrimoModello } from './controlla-dati.ts';

/** What the creditor is told of who pays. */
export type DaPagare = Pick<ActivatePaymentNotice, 'qr' | 'importo' | 'nota' | 'scadenza'> & {
  readonly psp: Omit<PspConPassword, 'password'>;
};

/**
 * Asks the creditor what to pay with: paGetPayment in the version of its station, or paaAttivaRPT in the first model.
 * @param ccp in the first model, the CCP of the RPT that the creditor is to send
 * @throws FaultNodo when the creditor cannot be reached, says no, or answers what cannot be paid
 */
export async function chiediDatiPagamento(
  contesto: Contesto,
  stazione: StazioneSimulata,
  richiesta: DaPagare,
  ccp: string,
): Promise<DatiPagamentoAvviso> {
  const { urlAvvisi, idDominio, intermediario, stazione: idStazione } = stazione;
  if (urlAvvisi === undefined) return attivaRpt(contesto, stazione, richiesta, ccp);
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
      ...(richiesta.scadenza !== undefined && { scadenza: richiesta.scadenza }),
    }),
    leggi: (xml) => parsePaGetPaymentRes(xml, versione),
  });
  controllaDati(contesto, dati);
  return dati;
}

/** The creditor of the first model answers with amount and account, then sends an RPT with that CCP. */
async function attivaRpt(
  contesto: Contesto,
  stazione: StazioneSimulata,
  { qr, psp, importo }: DaPagare,
  ccp: string,
): Promise<DatiPagamentoAvviso> {
  const iuv = iuvDaCodiceAvviso(qr.avviso as CodiceAvviso);
  const { intermediario, stazione: idStazione } = stazione;
  const { dati } = await chiamaEnte(contesto, stazione, {
    url: stazione.urlAttivazione ?? '',
    operazione: 'paaAttivaRPT',
    messaggio: buildPaaAttivaRpt({
      intestazione: { intermediario, stazione: idStazione, dominio: qr.dominio, iuv, ccp },
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
