import type { ActivatePaymentNotice } from '../../pagopa/avvisi/activate-payment-notice.ts';
import {
  buildPaGetPayment,
  type DatiPagamentoAvviso,
  parsePaGetPaymentRes,
} from '../../pagopa/avvisi/pa-get-payment.ts';
import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { PspConPassword } from '../../pagopa/avvisi/psp.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import {
  buildPaaAttivaRpt,
  buildPaaVerificaRpt,
  type DatiPagamentoPa,
  parsePaaAttivazioneRisposta,
} from '../../pagopa/operazioni/paa-attivazione.ts';
import type { Soggetto } from '../../pagopa/rpt/soggetto.ts';
import type { Centesimi } from '../../valori/denaro.ts';
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
  const dati = await chiediAttivazione(contesto, stazione, {
    operazione: 'paaAttivaRPT',
    iuv: iuvDaCodiceAvviso(qr.avviso as CodiceAvviso),
    ccp,
    psp: psp.idPsp,
    pagamento: { intermediario: psp.intermediario, canale: psp.canale, importo },
  });
  return datiDaAttivazione(contesto, stazione, qr, dati);
}

/** A question to a creditor of the first model: `pagamento` when the PSP is about to take the money. */
export interface Attivazione {
  readonly operazione: 'paaVerificaRPT' | 'paaAttivaRPT';
  readonly iuv: string;
  readonly ccp: string;
  readonly psp: string;
  readonly pagamento?: { readonly intermediario: string; readonly canale: string; readonly importo: Centesimi };
  readonly versante?: Soggetto;
  readonly pagatore?: Soggetto;
}

/**
 * paaVerificaRPT or paaAttivaRPT.
 * @throws FaultNodo
 */
export async function chiediAttivazione(
  contesto: Contesto,
  stazione: StazioneSimulata,
  { operazione, iuv, ccp, psp, pagamento, ...persone }: Attivazione,
): Promise<DatiPagamentoPa> {
  const { intermediario, stazione: idStazione, idDominio: dominio } = stazione;
  const richiesta = { intestazione: { intermediario, stazione: idStazione, dominio, iuv, ccp }, psp };
  const { dati } = await chiamaEnte(contesto, stazione, {
    url: stazione.urlAttivazione ?? '',
    operazione,
    messaggio:
      pagamento === undefined
        ? buildPaaVerificaRpt(richiesta)
        : buildPaaAttivaRpt({
            ...richiesta,
            intermediarioPsp: pagamento.intermediario,
            canale: pagamento.canale,
            importo: pagamento.importo,
            ...persone,
          }),
    leggi: (xml) => parsePaaAttivazioneRisposta(xml, operazione),
  });
  controllaIbanPrimoModello(stazione, dati.iban);
  return dati;
}

/** The answer of the first model in the words of the notice model. */
export function datiDaAttivazione(
  { orologio }: Contesto,
  stazione: StazioneSimulata,
  qr: AvvisoQr,
  { importo, iban, causale, ente }: DatiPagamentoPa,
): DatiPagamentoAvviso {
  return {
    iuv: iuvDaCodiceAvviso(qr.avviso as CodiceAvviso),
    importo,
    scadenza: dataItaliana(orologio.now()),
    descrizione: causale,
    ente: ente?.denominazione ?? stazione.denominazione,
    debitore: { tipo: 'F', codice: 'ANONIMO', anagrafica: 'ANONIMO' },
    trasferimenti: [{ id: 1, importo, dominio: qr.dominio, iban, causale }],
  };
}
