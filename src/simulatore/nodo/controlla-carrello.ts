import { type NodoInviaCarrelloRpt, RPT_PER_CARRELLO } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import { FaultNodo } from '../fault-nodo.ts';

/** Versamenti a multi-beneficiary cart may hold in all. */
const VERSAMENTI_MULTI = 5;

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
 * One payer and one versante for the whole cart (check 9), or the rules of a multi-beneficiary cart.
 * @throws FaultNodo
 */
export function controllaSoggetti(richiesta: NodoInviaCarrelloRpt, rpt: readonly Rpt[]): void {
  if (new Set(rpt.map((una) => una.versante?.codice ?? '')).size > 1) {
    throw new FaultNodo('PPT_SEMANTICA', 'codice versante non coerente');
  }
  if (new Set(rpt.map((una) => una.pagatore.codice)).size > 1) {
    throw new FaultNodo('PPT_SEMANTICA', 'codice pagatore non coerente');
  }
  if (richiesta.multiBeneficiario === true) controllaMultiBeneficiario(richiesta.intestazione.idCarrello, rpt);
}

function controllaMultiBeneficiario(idCarrello: string, rpt: readonly Rpt[]): void {
  const [prima, seconda] = rpt;
  const regola = (vale: boolean, perche: string): void => {
    if (!vale) throw new FaultNodo('PPT_MULTI_BENEFICIARIO', perche);
  };
  if (prima === undefined || seconda === undefined || rpt.length !== 2) {
    throw new FaultNodo('PPT_MULTI_BENEFICIARIO', 'Il carrello deve contenere due RPT');
  }
  regola(/^[a-zA-Z0-9]{11}[a-zA-Z0-9]{18}-[0-9]{5}$/.test(idCarrello), 'identificativoCarrello non valido');
  regola(seconda.versamenti.length === 1, 'La seconda RPT deve avere un solo versamento');
  regola(prima.dominio !== seconda.dominio, 'Le due RPT devono essere di enti diversi');
  regola(prima.iuv === seconda.iuv, 'Le due RPT devono avere lo stesso IUV');
  regola(prima.dataEsecuzione === seconda.dataEsecuzione, 'Le due RPT devono avere la stessa data');
  regola(
    rpt.every((una) => una.ccp === idCarrello),
    'Il codiceContestoPagamento deve essere l’identificativoCarrello',
  );
  const versamenti = prima.versamenti.length + seconda.versamenti.length;
  regola(versamenti <= VERSAMENTI_MULTI, 'Troppi versamenti');
}
