import type { SendPaymentOutcome } from '../../pagopa/avvisi/send-payment-outcome.ts';
import type { Attivita } from '../archivio/attivita.ts';
import type { AvvisoInPagamento } from '../archivio/avvisi.ts';
import { type Contesto, stazioneDi } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import { FaultEnte } from './chiama-ente.ts';
import { chiediDatiPagamento } from './dati-pagamento.ts';
import { liberaScaduto } from './libera-scaduti.ts';
import { programmaRicevuta, registraIncassi } from './programma-ricevuta.ts';

/** In the first model the RPT of a payment asked again has a CCP of its own (the node's). */
const SUFFISSO_CCP = '-v2';

/** The token that a CCP of the first model comes from. */
export function tokenDelCcp(ccp: string): string {
  return ccp.endsWith(SUFFISSO_CCP) ? ccp.slice(0, -SUFFISSO_CCP.length) : ccp;
}

/**
 * A PSP's word on tokens that were over. KO changes nothing. OK on a notice that somebody else is paying, or has paid, is a
 * duplicate: the PSP gives the money back (SANP, best practice of PSPs). OK on a free one is refused too, but the node then asks
 * the creditor again, and sends the receipt if it still wants the money.
 * @throws FaultNodo always
 */
export async function registraTardi(
  contesto: Contesto,
  { esito, dettagli }: SendPaymentOutcome,
  tardi: readonly AvvisoInPagamento[],
): Promise<never> {
  const { archivio, orologio } = contesto;
  const fault = await contesto.scrivi(() => {
    if (esito === 'OK' && tardi.some((avviso) => concorrente(contesto, avviso))) return 'PPT_PAGAMENTO_DUPLICATO';
    for (const avviso of tardi) {
      if (avviso.stato === 'PAYING') liberaScaduto(contesto, avviso);
      archivio.avvisi.chiudiTardi(avviso.token, esito, dettagli ?? null, orologio.ora());
      if (esito === 'OK') archivio.attivita.inserisci('riattiva-avviso', orologio.ora(), { token: avviso.token });
    }
    return esito === 'OK' ? 'PPT_TOKEN_SCADUTO' : 'PPT_TOKEN_SCADUTO_KO';
  });
  contesto.sveglia();
  throw new FaultNodo(fault);
}

function concorrente({ archivio }: Contesto, { token, dominio, numero }: AvvisoInPagamento): boolean {
  return archivio.avvisi.delNumero(dominio, numero).some((uno) => uno.token !== token && uno.stato !== 'CANCELLED');
}

/**
 * Asks the creditor whether it still wants what was paid late, as the scheduled work says; again after the usual pauses while it
 * does not answer, or takes it to be in payment. When it does not want it, or never answers, the money reaches it in a flow with code 9 and without receipt.
 */
export async function riattivaAvviso(contesto: Contesto, attivita: Attivita): Promise<void> {
  const { token } = JSON.parse(attivita.dati) as { readonly token: string };
  const avviso = contesto.archivio.avvisi.trova(token);
  if (avviso === undefined) return concludi(contesto, attivita, 'rinunciata', 'token sconosciuto');
  const rifiuto = await chiediAncora(contesto, avviso);
  const pausa = contesto.configurazione.ritentativiMs[attivita.tentativi];
  if (rifiuto !== undefined && pausa !== undefined && !definitivo(rifiuto)) {
    const quando = contesto.orologio.ora() + pausa;
    const { archivio } = contesto;
    return contesto.scrivi(() => archivio.attivita.rimanda(attivita.id, quando, { token }, rifiuto.message, true));
  }
  await contesto.scrivi(() => risolvi(contesto, avviso, rifiuto === undefined));
  await concludi(contesto, attivita, 'fatta', rifiuto?.fault.faultCode ?? 'ancora pagabile: OK');
}

/** A creditor that says «in corso» has not heard yet that the attempt of before came to nothing. */
function definitivo(rifiuto: FaultNodo): boolean {
  return rifiuto instanceof FaultEnte && rifiuto.fault.originalFaultCode !== 'PAA_PAGAMENTO_IN_CORSO';
}

/** @returns why the creditor does not want the money, when it does not */
async function chiediAncora(contesto: Contesto, avviso: AvvisoInPagamento): Promise<FaultNodo | undefined> {
  const stazione = stazioneDi(contesto, avviso.intermediario, avviso.stazione);
  if (stazione === undefined) return new FaultNodo('PPT_STAZIONE_INT_PA_SCONOSCIUTA', avviso.stazione);
  const { dominio, numero, importo, nota, scadenza, psp, canale, token } = avviso;
  const intermediario = contesto.psp.perCanale(canale)?.psp.intermediario ?? '';
  try {
    const richiesta = {
      qr: { dominio, avviso: numero },
      psp: { idPsp: psp, intermediario, canale },
      importo,
      ...(nota !== null && { nota }),
      ...(scadenza !== null && { scadenza }),
    };
    const dati = await chiediDatiPagamento(contesto, stazione, richiesta, token + SUFFISSO_CCP);
    if (dati.importo === importo) return undefined;
    return new FaultNodo('PPT_STAZIONE_INT_PA_ERRORE_RESPONSE', 'importo diverso da quello pagato');
  } catch (errore) {
    if (errore instanceof FaultNodo) return errore;
    throw errore;
  }
}

function risolvi(contesto: Contesto, avviso: AvvisoInPagamento, voluto: boolean): void {
  const dettagli = avviso.dettagli ?? undefined;
  if (!contesto.archivio.avvisi.risolviTardi(avviso.token, voluto ? 'PAID' : 'CANCELLED')) return;
  registraIncassi(contesto, avviso, voluto ? '0' : '9');
  if (voluto) programmaRicevuta(contesto, avviso, { esito: 'OK', dettagli, ccp: avviso.token + SUFFISSO_CCP });
}

function concludi(
  { archivio, scrivi }: Contesto,
  { id }: Attivita,
  stato: 'fatta' | 'rinunciata',
  testo: string,
): Promise<void> {
  return scrivi(() => archivio.attivita.concludi(id, stato, testo));
}
