import type { DettagliEsito } from '../../pagopa/avvisi/send-payment-outcome.ts';
import { dataItaliana } from '../../pagopa/data-ora.ts';
import { formatEuro } from '../../valori/denaro.ts';
import type { AvvisoInPagamento, EsitoDetto } from '../archivio/avvisi.ts';
import type { Contesto } from '../contesto.ts';
import { registraIncasso } from '../flussi/registra-incasso.ts';
import type { RicettaRt } from '../pagamento/ricetta-rt.ts';
import type { FacciaRt } from '../scenari/scenario.ts';

/** A receipt of the notice model on its way, as the scheduled work keeps it. */
export interface RicevutaInConsegna {
  readonly token: string;
  /** Cents added to what the receipt says was paid. */
  readonly variazione: number;
  readonly malformata: boolean;
  /** Sendings still to make once one gets through. */
  readonly ancora: number;
}

/** What the creditor is to hear of. */
interface DaAttestare {
  readonly esito: EsitoDetto;
  readonly dettagli: DettagliEsito | undefined;
  /** In the first model, of the RPT that the creditor sent. */
  readonly ccp: string;
}

/**
 * Sees that the creditor hears of an outcome: paSendRT for a payment (nothing for a refusal), or, for a creditor of the first
 * model, an RT either way once its RPT is there.
 */
export function programmaRicevuta(contesto: Contesto, avviso: AvvisoInPagamento, detto: DaAttestare): void {
  const faccia = contesto.regole.prendi('rt', circostanzaAvviso(contesto, avviso)) ?? {};
  const consegna = faccia.consegna ?? 'normale';
  if (consegna === 'persa') return;
  const quando = contesto.orologio.ora() + (faccia.ritardo ?? contesto.configurazione.ritardoRtMs);
  if (avviso.modello === 'rpt') {
    const ricetta = ricettaRt(contesto, avviso, detto, faccia);
    contesto.archivio.attivita.inserisci('genera-rt', quando, ricetta);
    return;
  }
  if (detto.esito === 'KO' || consegna === 'mai') return;
  const ricevuta: RicevutaInConsegna = {
    token: avviso.token,
    variazione: faccia.variazione ?? 0,
    malformata: consegna === 'malformata',
    ancora: consegna === 'due-volte' ? 1 : 0,
  };
  contesto.archivio.attivita.inserisci('consegna-ricevuta', quando, ricevuta);
}

/** What the PSP owes to each creditor of a notice, in its next flow. To be called in a transaction. */
export function registraIncassi(contesto: Contesto, avviso: AvvisoInPagamento, codice: '0' | '9'): void {
  const inStandIn = { 0: '4', 9: '8' } as const;
  for (const uno of avviso.dati.trasferimenti) {
    registraIncasso(contesto, circostanzaAvviso(contesto, avviso), {
      psp: avviso.psp,
      dominio: uno.dominio,
      iuv: avviso.iuv,
      iur: avviso.token,
      indice: uno.id,
      importo: uno.importo,
      codice: avviso.dati.standIn ? inStandIn[codice] : codice,
      giorno: giornoDellaOperazione(contesto),
    });
  }
}

/** What rules may ask of a notice's payment. */
export function circostanzaAvviso(contesto: Contesto, avviso: AvvisoInPagamento) {
  const metodo = contesto.psp.perCanale(avviso.canale)?.servizio.metodo;
  return {
    pagamento: avviso.token,
    dominio: avviso.dominio,
    iuv: avviso.iuv,
    ccp: avviso.token,
    avviso: avviso.numero,
    importo: formatEuro(avviso.importo),
    psp: avviso.psp,
    ...(metodo !== undefined && { metodo }),
  };
}

/** In the first model the node writes `SENDPAYMENTOUTCOME:KO` in the negative receipt (node's own table). */
function ricettaRt(
  contesto: Contesto,
  avviso: AvvisoInPagamento,
  { esito, dettagli, ccp }: DaAttestare,
  faccia: FacciaRt,
): RicettaRt {
  return {
    chiave: { dominio: avviso.dominio, iuv: avviso.iuv, ccp },
    codice: esito === 'OK' ? '0' : '1',
    motivo: esito === 'OK' ? 'ESEGUITO' : 'SENDPAYMENTOUTCOME:KO',
    origine: esito === 'OK' ? 'psp' : 'nodo',
    prima: esito === 'OK' ? ['RPT_INVIATA_A_PSP', 'RPT_ACCETTATA_PSP'] : [],
    numero: 0,
    canale: avviso.canale,
    commissione: dettagli?.commissione ?? 0,
    giorno: giornoDellaOperazione(contesto),
    consegna: faccia.consegna ?? 'normale',
    variazione: faccia.variazione ?? 0,
    iuvSconosciuto: faccia.iuv === 'sconosciuto',
    iur: avviso.token,
  };
}

/** The day of the operation, in Italian time: the same that paSendRT's paymentDateTime bears, not the applicationDate of the PSP's books. */
function giornoDellaOperazione({ orologio }: Contesto): string {
  return dataItaliana(orologio.now());
}
