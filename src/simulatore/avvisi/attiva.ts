import {
  type ActivatePaymentNotice,
  type AvvisoAttivato,
  buildActivatePaymentNoticeRes,
} from '../../pagopa/avvisi/activate-payment-notice.ts';
import type { DatiAvviso, NuovoAvviso } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { datiDaAca, oStandIn } from '../stand-in/stand-in.ts';
import { autenticaPspAttivante } from './autentica-psp.ts';
import { chiediDatiPagamento } from './dati-pagamento.ts';
import type { Memoria } from './idempotenza.ts';
import { controllaGiaNoto, scenarioAvviso, stazioneDellAvviso } from './verifica.ts';

/**
 * activatePaymentNotice, both versions: asks the creditor what to pay with, then gives this PSP alone the notice for half an
 * hour at most.
 * @throws FaultNodo
 */
export async function attivaAvviso(
  contesto: Contesto,
  richiesta: ActivatePaymentNotice,
  memoria: Memoria,
): Promise<string> {
  const { psp } = autenticaPspAttivante(contesto, richiesta.psp, richiesta.touchPoint);
  controllaDurata(contesto, richiesta);
  const stazione = stazioneDellAvviso(contesto, richiesta.qr);
  const token = nuovoToken(contesto, richiesta);
  const dati = await oStandIn<DatiAvviso>(contesto, stazione, richiesta.qr, {
    ente: async () => {
      scenarioAvviso(contesto, richiesta.qr, psp.id);
      controllaGiaNoto(contesto, richiesta.qr);
      return chiediDatiPagamento(contesto, stazione, richiesta, token);
    },
    aca: (posizione) => datiDaAca(posizione, stazione, richiesta.qr),
  });
  return contesto.scrivi(() => {
    const gemella = memoria.gemella();
    if (gemella !== undefined) return gemella;
    const attivato = prendi(contesto, richiesta, stazione, token, dati);
    const risposta = buildActivatePaymentNoticeRes({ esito: 'OK', ...attivato }, richiesta.versione);
    memoria.ricorda(risposta, scadenza(contesto, richiesta), token);
    return risposta;
  });
}

function controllaDurata({ configurazione }: Contesto, { durataMs = 0 }: ActivatePaymentNotice): void {
  const { durataTokenMs } = configurazione;
  if (durataMs <= durataTokenMs) return;
  throw new FaultNodo('PPT_AUTORIZZAZIONE', `expirationTime deve essere <= ${durataTokenMs}`);
}

function scadenza({ orologio, configurazione }: Contesto, { durataMs }: ActivatePaymentNotice): number {
  return orologio.ora() + (durataMs ?? configurazione.durataTokenMs);
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
  dati: DatiAvviso,
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
    scadenza: richiesta.scadenza ?? null,
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
    ...(dati.metadati !== undefined && { metadati: dati.metadati }),
    iuv: dati.iuv,
    ...(dati.standIn && { standIn: true }),
  };
}
