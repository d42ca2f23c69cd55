import type { Datore, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../../bollettini/bollettino.ts';
import { buildPaGetPaymentRes, readPaGetPayment } from '../../pagopa/avvisi/pa-get-payment.ts';
import { buildPaSendRtRes, readPaSendRt } from '../../pagopa/avvisi/pa-send-rt.ts';
import {
  buildPaVerifyPaymentNoticeRes,
  readPaVerifyPaymentNotice,
} from '../../pagopa/avvisi/pa-verify-payment-notice.ts';
import type { AvvisoQr, Versione } from '../../pagopa/avvisi/corpo-avvisi.ts';
import { type CodiceFaultPaa, faultPaa } from '../../pagopa/faults.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import {
  buildPaaAttivazioneRisposta,
  readPaaAttivaRpt,
  readPaaVerificaRpt,
} from '../../pagopa/operazioni/paa-attivazione.ts';
import type { ChiaveRpt } from '../../pagopa/soap/intestazione.ts';
import type { DipendenzePagamenti } from '../dipendenze.ts';
import type { Gestore } from '../gestore.ts';
import { attivaAvviso } from './attiva.ts';
import { findPosizione, type Posizione, wrongStation } from './posizione.ts';
import { registraAvviso } from './registra-avviso.ts';
import { datiPagamento, datiPagamentoPa, esitoVerifica } from './risposte.ts';

const verifica: Gestore = {
  tipo: 'paVerifyPaymentNotice',
  chiave: (busta) => keyOf(readPaVerifyPaymentNotice(busta).qr),
  async gestisci(dip, busta) {
    const { stazione, qr } = readPaVerifyPaymentNotice(busta);
    const errata = wrongStation(stazione, dip.ente);
    const posizione: Posizione =
      errata === undefined ? await findPosizione(dip, qr) : { pagabile: false, codice: errata };
    if (!posizione.pagabile) return verifica.rifiuta(dip, posizione.codice, '');
    const di = await withPeople(dip, posizione.bollettino);
    return { soap: buildPaVerifyPaymentNoticeRes({ esito: 'OK', ...esitoVerifica(di, dip.ente) }), esito: 'OK' };
  },
  rifiuta: (dip, codice, descrizione) => ({
    soap: buildPaVerifyPaymentNoticeRes(ko(dip, codice, descrizione)),
    esito: codice,
  }),
};

const pagamento = (versione: Versione): Gestore => ({
  tipo: 'paGetPayment',
  chiave: (busta) => keyOf(readPaGetPayment(busta).qr),
  async gestisci(dip, busta) {
    const { stazione, qr } = readPaGetPayment(busta);
    const errata = wrongStation(stazione, dip.ente);
    const posizione: Posizione =
      errata === undefined ? await findPosizione(dip, qr) : { pagabile: false, codice: errata };
    if (!posizione.pagabile) return this.rifiuta(dip, posizione.codice, '');
    const di = await withPeople(dip, posizione.bollettino);
    const dati = datiPagamento(di, dip.ente);
    return { soap: buildPaGetPaymentRes({ esito: 'OK', dati }, versione), esito: 'OK' };
  },
  rifiuta: (dip, codice, descrizione) => ({
    soap: buildPaGetPaymentRes(ko(dip, codice, descrizione), versione),
    esito: codice,
  }),
});

const ricevuta = (versione: Versione): Gestore => ({
  tipo: 'paSendRT',
  chiave(busta) {
    const { dominio, iuv, idRicevuta } = readPaSendRt(busta).ricevuta;
    return { dominio, iuv, ccp: idRicevuta };
  },
  async gestisci(dip, busta, soap) {
    const messaggio = readPaSendRt(busta);
    const errata = wrongStation(messaggio.stazione, dip.ente);
    if (errata !== undefined) return this.rifiuta(dip, errata, '');
    const il = dip.clock.now().toISOString();
    const esito = await dip.archivio.transazione((tx) => registraAvviso(tx, messaggio.ricevuta, soap, il));
    if (esito.esito === 'KO') return this.rifiuta(dip, esito.codice, '');
    return { soap: buildPaSendRtRes({ esito: 'OK' }, versione), esito: 'OK' };
  },
  rifiuta: (dip, codice, descrizione) => ({
    soap: buildPaSendRtRes(ko(dip, codice, descrizione), versione),
    esito: codice,
  }),
});

const verificaRpt: Gestore = {
  tipo: 'paaVerificaRPT',
  chiave: (busta) => readPaaVerificaRpt(busta).intestazione,
  async gestisci(dip, busta) {
    const { intestazione } = readPaaVerificaRpt(busta);
    const errata = wrongStation({ ...intestazione, idPa: intestazione.dominio }, dip.ente);
    const posizione: Posizione =
      errata === undefined ? await findPosizione(dip, qrOf(dip, intestazione)) : { pagabile: false, codice: errata };
    if (!posizione.pagabile) return verificaRpt.rifiuta(dip, posizione.codice, '');
    const dati = datiPagamentoPa(await withPeople(dip, posizione.bollettino), dip.ente);
    return { soap: buildPaaAttivazioneRisposta('paaVerificaRPT', { esito: 'OK', dati }), esito: 'OK' };
  },
  rifiuta: (dip, codice, descrizione) => ({
    soap: buildPaaAttivazioneRisposta('paaVerificaRPT', ko(dip, codice, descrizione)),
    esito: codice,
  }),
};

/** The amount is ours to say, whatever the PSP thought: what it takes is what the answer, and then the RPT, bears. */
const attivaRpt: Gestore = {
  tipo: 'paaAttivaRPT',
  chiave: (busta) => readPaaAttivaRpt(busta).intestazione,
  async gestisci(dip, busta) {
    const richiesta = readPaaAttivaRpt(busta);
    const { intestazione } = richiesta;
    const errata = wrongStation({ ...intestazione, idPa: intestazione.dominio }, dip.ente);
    if (errata !== undefined) return attivaRpt.rifiuta(dip, errata, '');
    const esito = await attivaAvviso(dip, richiesta, qrOf(dip, intestazione).avviso);
    if (!esito.attivato) return attivaRpt.rifiuta(dip, esito.codice, '');
    const dati = datiPagamentoPa(await withPeople(dip, esito.bollettino), dip.ente);
    const soap = buildPaaAttivazioneRisposta('paaAttivaRPT', { esito: 'OK', dati });
    return { soap, esito: 'OK', daInviare: esito.consegna };
  },
  rifiuta: (dip, codice, descrizione) => ({
    soap: buildPaaAttivazioneRisposta('paaAttivaRPT', ko(dip, codice, descrizione)),
    esito: codice,
  }),
};

/** By the name of the body's element. */
export const GESTORI_AVVISI: Readonly<Record<string, Gestore>> = {
  paaVerificaRPT: verificaRpt,
  paaAttivaRPT: attivaRpt,
  paVerifyPaymentNoticeReq: verifica,
  paGetPaymentReq: pagamento(1),
  paGetPaymentV2Request: pagamento(2),
  paSendRTReq: ricevuta(1),
  paSendRTV2Request: ricevuta(2),
};

function keyOf({ dominio, avviso }: AvvisoQr): ReturnType<Gestore['chiave']> {
  return { dominio, iuv: iuvDaCodiceAvviso(avviso as CodiceAvviso) };
}

/** Messages of the first model name a notice by its IUV: the digits before it are the creditor's. */
function qrOf({ ente }: { readonly ente: EnteCreditore }, { dominio, iuv }: ChiaveRpt): AvvisoQr {
  const davanti = ente.auxDigit === '0' ? `0${ente.codiceSegregazione}` : ente.auxDigit;
  return { dominio, avviso: davanti + iuv };
}

function ko({ ente }: DipendenzePagamenti, codice: CodiceFaultPaa, descrizione: string) {
  return { esito: 'KO', fault: faultPaa(codice, ente.codiceFiscale, descrizione || undefined) } as const;
}

async function withPeople(
  { archivio }: DipendenzePagamenti,
  bollettino: Bollettino,
): Promise<{ bollettino: Bollettino; rapporto: RapportoDiLavoro; datore: Datore }> {
  const { rapporti } = archivio.letture;
  const ambito = { datoreId: bollettino.datoreId };
  const [datore, rapporto] = [await rapporti.datore(ambito), await rapporti.trova(ambito, bollettino.rapportoId)];
  if (datore === undefined || rapporto === undefined) throw new Error(`bollettino ${bollettino.id} without its people`);
  return { bollettino, rapporto, datore };
}
