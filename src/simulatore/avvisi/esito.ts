import {
  buildSendPaymentOutcomeRes,
  type DettagliEsito,
  type SendPaymentOutcome,
} from '../../pagopa/avvisi/send-payment-outcome.ts';
import { dataItaliana, giornoXsd } from '../../pagopa/data-ora.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { registraIncasso } from '../flussi/registra-incasso.ts';
import { autenticaPsp } from './autentica-psp.ts';
import { ricordaRisposta, rispostaGiaData } from './idempotenza.ts';
import { circostanzaAvviso, programmaRicevuta } from './programma-ricevuta.ts';

/**
 * sendPaymentOutcome, both versions: closes the payments of these tokens, all or none.
 * @throws FaultNodo
 */
export async function registraEsito(contesto: Contesto, richiesta: SendPaymentOutcome): Promise<string> {
  const { psp } = autenticaPsp(contesto, richiesta.psp);
  const ripetibile = idempotenzaDi(richiesta);
  const giaData = rispostaGiaData(contesto, ripetibile);
  if (giaData !== undefined) return giaData;
  if (richiesta.esito === 'OK' && richiesta.dettagli === undefined) {
    throw new FaultNodo('PPT_SEMANTICA', 'Con outcome OK servono i details');
  }
  const avvisi = richiesta.token.map((token) => avvisoDi(contesto, token, psp.id));
  const tardi = avvisi.filter((avviso) => scaduto(contesto, avviso));
  if (tardi.length > 0) return registraTardi(contesto, richiesta, tardi);
  const risposta = buildSendPaymentOutcomeRes({ esito: 'OK' }, richiesta.versione);
  await contesto.scrivi(() => {
    if (rispostaGiaData(contesto, ripetibile) !== undefined) return;
    for (const avviso of avvisi) chiudi(contesto, avviso, richiesta);
    ricordaRisposta(contesto, ripetibile, risposta, Math.min(...avvisi.map(({ scade }) => scade)));
  });
  contesto.sveglia();
  return risposta;
}

function idempotenzaDi(richiesta: SendPaymentOutcome) {
  const { psp, chiaveIdempotenza, ...contenuto } = richiesta;
  return { psp: psp.idPsp, chiave: chiaveIdempotenza, operazione: 'outcome', contenuto };
}

function avvisoDi({ archivio }: Contesto, token: string, psp: string): AvvisoInPagamento {
  const avviso = archivio.avvisi.trova(token);
  if (avviso === undefined || avviso.psp !== psp) throw new FaultNodo('PPT_TOKEN_SCONOSCIUTO', token);
  if (avviso.stato === 'PAID' || avviso.stato === 'PAID_TOKEN_SCADUTO') {
    throw new FaultNodo('PPT_ESITO_GIA_ACQUISITO', token);
  }
  return avviso;
}

/** Expired by the clock, cancelled by a later attempt, or because a scenario says so. */
function scaduto(contesto: Contesto, avviso: AvvisoInPagamento): boolean {
  if (avviso.stato === 'CANCELLED' || avviso.scade <= contesto.orologio.ora()) return true;
  const circostanza = circostanzaAvviso(contesto, avviso);
  return contesto.regole.prendi('avviso', circostanza, (faccia) => faccia?.esito === 'token-scaduto') !== undefined;
}

/**
 * The PSP took the money but its token was over: the node refuses the outcome, sends no receipt, and the money reaches the
 * creditor in a flow with code 9 (SANP: executed after the token expired).
 */
function registraTardi(
  contesto: Contesto,
  { esito, dettagli }: SendPaymentOutcome,
  tardi: readonly AvvisoInPagamento[],
): never {
  const token = tardi.map((avviso) => avviso.token).join(', ');
  if (esito === 'KO') throw new FaultNodo('PPT_TOKEN_SCADUTO_KO', token);
  contesto.archivio.inTransazione(() => {
    for (const avviso of tardi) {
      contesto.archivio.avvisi.pagatoTardi(avviso.token, dettagli ?? null, contesto.orologio.ora());
      registraIncassi(contesto, avviso, dettagli, '9');
    }
  });
  throw new FaultNodo('PPT_TOKEN_SCADUTO', token);
}

function chiudi(contesto: Contesto, avviso: AvvisoInPagamento, { esito, dettagli }: SendPaymentOutcome): void {
  const { archivio, orologio } = contesto;
  const stato = esito === 'OK' ? 'PAID' : 'CANCELLED';
  if (!archivio.avvisi.chiudi(avviso.token, stato, dettagli ?? null, orologio.ora())) {
    throw new FaultNodo('PPT_ESITO_GIA_ACQUISITO', avviso.token);
  }
  if (esito === 'OK') registraIncassi(contesto, avviso, dettagli, '0');
  programmaRicevuta(contesto, avviso, esito, dettagli);
}

function registraIncassi(
  contesto: Contesto,
  avviso: AvvisoInPagamento,
  dettagli: DettagliEsito | undefined,
  codice: '0' | '9',
): void {
  for (const uno of avviso.dati.trasferimenti) {
    registraIncasso(contesto, circostanzaAvviso(contesto, avviso), {
      psp: avviso.psp,
      dominio: uno.dominio,
      iuv: avviso.iuv,
      iur: avviso.token,
      indice: uno.id,
      importo: uno.importo,
      codice,
      giorno: giornoXsd(dettagli?.dataApplicazione ?? '') ?? dataItaliana(contesto.orologio.now()),
    });
  }
}
