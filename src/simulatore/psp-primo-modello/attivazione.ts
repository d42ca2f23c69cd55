import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import { type CodiceAvviso, iuvDaCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import type { CodiceIdRpt, NodoAttivaRpt, NodoVerificaRpt } from '../../pagopa/operazioni/nodo-attivazione.ts';
import type { DatiPagamentoPa } from '../../pagopa/operazioni/paa-attivazione.ts';
import { autenticaPspAttivante } from '../avvisi/autentica-psp.ts';
import { chiediAttivazione, datiDaAttivazione } from '../avvisi/dati-pagamento.ts';
import { controllaGiaNoto, scenarioAvviso, stazioneDellAvviso } from '../avvisi/verifica.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { trovaCanale } from '../nodo/controlla-canale.ts';
import type { StazioneSimulata } from '../opzioni.ts';

/** codificaInfrastrutturaPSP of each way of reading a notice. */
const CODIFICHE: Readonly<Record<CodiceIdRpt['tipo'], string>> = {
  QrCode: 'QR-CODE',
  aim128: 'BARCODE-128-AIM',
  BarCode: 'BARCODE-GS1-128',
};

/**
 * nodoVerificaRPT: what the creditor of the first model says a notice is worth.
 * @throws FaultNodo
 */
export async function verificaRpt(contesto: Contesto, richiesta: NodoVerificaRpt): Promise<DatiPagamentoPa> {
  const { psp, ccp } = richiesta;
  const { qr, stazione } = avvisoDi(contesto, richiesta);
  return chiediAttivazione(contesto, stazione, { operazione: 'paaVerificaRPT', iuv: iuvDi(qr), ccp, psp: psp.idPsp });
}

/**
 * nodoAttivaRPT: asks the creditor, whose RPT with this CCP is then awaited, and gives the PSP the notice for half an hour.
 * @throws FaultNodo
 */
export async function attivaRpt(contesto: Contesto, richiesta: NodoAttivaRpt): Promise<DatiPagamentoPa> {
  const { psp, ccp, pagamento, importo } = richiesta;
  const { qr, stazione } = avvisoDi(contesto, richiesta);
  const { servizio } = trovaCanale(contesto, {
    psp: psp.idPsp,
    intermediarioPsp: pagamento.intermediario,
    canale: pagamento.canale,
  });
  const nuovo = (): void => {
    controllaGiaNoto(contesto, qr);
    const usato = contesto.archivio.avvisi.trova(ccp) !== undefined;
    if (usato) throw new FaultNodo('PPT_SEMANTICA', 'codiceContestoPagamento già usato');
  };
  nuovo();
  const iuv = iuvDi(qr);
  const dati = await chiediAttivazione(contesto, stazione, {
    operazione: 'paaAttivaRPT',
    iuv,
    ccp,
    psp: psp.idPsp,
    pagamento: { intermediario: pagamento.intermediario, canale: servizio.canale, importo },
    ...(richiesta.versante !== undefined && { versante: richiesta.versante }),
    ...(richiesta.pagatore !== undefined && { pagatore: richiesta.pagatore }),
  });
  const ora = contesto.orologio.ora();
  await contesto.scrivi(() => {
    nuovo();
    contesto.archivio.avvisi.inserisci({
      token: ccp,
      modello: 'rpt',
      dominio: qr.dominio,
      numero: qr.avviso,
      iuv,
      intermediario: stazione.intermediario,
      stazione: stazione.stazione,
      psp: psp.idPsp,
      canale: servizio.canale,
      importo: dati.importo,
      nota: null,
      scadenza: null,
      dati: { ...datiDaAttivazione(contesto, stazione, qr, dati), attivatoConRpt: true },
      creato: ora,
      scade: ora + contesto.configurazione.durataTokenMs,
    });
  });
  return dati;
}

/** The notice that was read, and the station of the first model that serves it. */
function avvisoDi(
  contesto: Contesto,
  { psp, codifica, codice }: NodoVerificaRpt,
): { readonly qr: AvvisoQr; readonly stazione: StazioneSimulata } {
  autenticaPspAttivante(contesto, psp);
  if (CODIFICHE[codice.tipo] !== codifica) throw new FaultNodo('PPT_CODIFICA_PSP_SCONOSCIUTA');
  // Postal accounts and GLNs of creditors are not configured: nobody is known by them.
  if (codice.tipo !== 'QrCode') throw new FaultNodo('PPT_DOMINIO_SCONOSCIUTO');
  const qr = { dominio: codice.ente, avviso: `${codice.auxDigit}${codice.codiceStazione ?? ''}${codice.iuv}` };
  const stazione = stazioneDellAvviso(contesto, qr);
  if (qr.avviso.length !== 18) throw new FaultNodo('PPT_SEMANTICA', 'Numero avviso non di 18 cifre');
  if (stazione.urlAvvisi !== undefined) throw new FaultNodo('PPT_MULTI_BENEFICIARIO');
  scenarioAvviso(contesto, qr, psp.idPsp);
  return { qr, stazione };
}

function iuvDi({ avviso }: AvvisoQr): string {
  return iuvDaCodiceAvviso(avviso as CodiceAvviso);
}
