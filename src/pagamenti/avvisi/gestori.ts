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
import type { Busta } from '../../pagopa/soap/busta.ts';
import type { DipendenzePagamenti } from '../dipendenze.ts';
import { findPosizione, type Posizione, wrongStation } from './posizione.ts';
import { registraAvviso } from './registra-avviso.ts';
import { datiPagamento, esitoVerifica } from './risposte.ts';

/** What a handler answers: the envelope, and the word for the journal (`OK` or the fault). */
export interface RispostaAvviso {
  readonly soap: string;
  readonly esito: string;
}

/** Which payment a message speaks of, for the journal. */
export interface ChiaveAvviso {
  readonly dominio: string;
  readonly iuv: string;
  /** The receipt's id, once there is one. */
  readonly ccp?: string;
}

/** One operation of the notice model that the node asks of the creditor (PaForNode). */
export interface Gestore {
  /** Name for the journal, without version. */
  readonly tipo: string;
  chiave(busta: Busta): ChiaveAvviso;
  gestisci(dip: DipendenzePagamenti, busta: Busta, soap: string): Promise<RispostaAvviso>;
  /** The answer to a message of this operation that did not pass the gate. */
  rifiuta(dip: DipendenzePagamenti, codice: CodiceFaultPaa, descrizione: string): RispostaAvviso;
}

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

/** By the name of the body's element. */
export const GESTORI_AVVISI: Readonly<Record<string, Gestore>> = {
  paVerifyPaymentNoticeReq: verifica,
  paGetPaymentReq: pagamento(1),
  paGetPaymentV2Request: pagamento(2),
  paSendRTReq: ricevuta(1),
  paSendRTV2Request: ricevuta(2),
};

function keyOf({ dominio, avviso }: AvvisoQr): ChiaveAvviso {
  return { dominio, iuv: iuvDaCodiceAvviso(avviso as CodiceAvviso) };
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
