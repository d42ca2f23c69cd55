import { type NodoInviaCarrelloRpt, RPT_PER_CARRELLO } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import { FaultNodo } from '../fault-nodo.ts';

/**
 * How many RPTs, and no twins among them (checks 7 and 8 of the node).
 * @throws FaultNodo
 */
export function controllaComposizione(richiesta: NodoInviaCarrelloRpt): void {
  const { elementi } = richiesta;
  if (elementi.length === 0) throw new FaultNodo('PPT_SINTASSI_EXTRAXSD', 'Carrello vuoto');
  if (elementi.length > RPT_PER_CARRELLO) {
    throw new FaultNodo('PPT_SINTASSI_EXTRAXSD', 'Numero di RPT in Carrello superiore al massimo consentito');
  }
  const chiavi = new Set(elementi.map(({ chiave }) => JSON.stringify([chiave.dominio, chiave.iuv, chiave.ccp])));
  if (chiavi.size < elementi.length) throw new FaultNodo('PPT_SEMANTICA', 'Rpt duplicata nello stesso carrello');
}

/**
 * One person pays the whole cart: whoever pays for the payer of an RPT, else that payer, must be the one of the first.
 * @throws FaultNodo
 */
export function controllaSoggetti(rpt: readonly Rpt[]): void {
  const [primo, ...altri] = rpt.map(({ versante, pagatore }) => ({ codice: (versante ?? pagatore).codice, versante }));
  const altro = altri.find(({ codice }) => codice !== primo?.codice);
  if (altro === undefined) return;
  throw new FaultNodo('PPT_SEMANTICA', `codice ${altro.versante ? 'versante' : 'pagatore'} non coerente`);
}
