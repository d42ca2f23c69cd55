import { CANALE_WISP, type NodoInviaCarrelloRpt } from '../../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import type { Rpt } from '../../pagopa/rpt/rpt.ts';
import type { Contesto } from '../contesto.ts';
import { FaultNodo } from '../fault-nodo.ts';
import type { StazioneSimulata } from '../opzioni.ts';
import { controllaDominioNoto, ibanCensito } from './controlla-stazione.ts';

/** RPTs of such a cart, versamenti of the second, versamenti in all. */
const RPT = 2;
const VERSAMENTI_DELLA_SECONDA = 1;
const VERSAMENTI = 5;

/**
 * Only who pays on the node's own pages may pay two creditors at once.
 * @throws FaultNodo
 */
export function controllaCanaleMulti({ psp, intermediarioPsp, canale }: NodoInviaCarrelloRpt): void {
  const wisp =
    CANALE_WISP.psp === psp && CANALE_WISP.intermediarioPsp === intermediarioPsp && CANALE_WISP.canale === canale;
  if (wisp) return;
  const perche = 'Flag multibeneficiario non disponibile per pagamenti diversi da WISP2';
  throw new FaultNodo('PPT_SEMANTICA', perche);
}

/**
 * The cart as a whole: its name, which says whose notice it pays, and how many RPTs it holds.
 * @throws FaultNodo
 */
export function controllaCarrelloMulti(contesto: Contesto, { intestazione, elementi }: NodoInviaCarrelloRpt): void {
  const { idCarrello } = intestazione;
  regola(
    /^[a-zA-Z0-9]{11}[a-zA-Z0-9]{18}-[0-9]{5}$/.test(idCarrello),
    "L'idCarrello deve essere composto nella seguente forma: <idDominio(11)><numeroAvviso(18)><-><Progressivo(5)>",
  );
  controllaDominioNoto(contesto, dominioDi(idCarrello));
  regola(elementi.length === RPT, `Il carrello non contiene solo ${RPT} RPT`);
}

/**
 * One RPT of the cart, beside the first.
 * @param stazione that sent the cart
 * @throws FaultNodo
 */
export function controllaRptMulti(
  contesto: Contesto,
  { rpt, prima }: { readonly rpt: Rpt; readonly prima: Rpt },
  idCarrello: string,
  stazione: StazioneSimulata,
): void {
  controllaDominioNoto(contesto, rpt.dominio);
  if (rpt === prima) {
    const perche = 'L’idCarrello deve contenere idDominio e corrispondere al dominio della prima rpt';
    regola(rpt.dominio === dominioDi(idCarrello), perche);
  } else controllaSeconda(rpt, prima);
  regola(rpt.ccp === idCarrello, 'I CCP delle RPT devono contenere l’idCarrello');
  const suoi = rpt.versamenti.every(
    ({ ibanAccredito: iban }) => iban === undefined || ibanCensito(contesto, stazione, rpt.dominio, iban),
  );
  regola(suoi, 'Ogni RPT deve contenere solo iban dell’Ente riferito all’interno della RPT');
  const bollo = rpt.versamenti.some((uno) => uno.bollo !== undefined);
  regola(!bollo, 'Nessuna RPT deve contienere marca da bollo');
}

function controllaSeconda(rpt: Rpt, prima: Rpt): void {
  const quanti = rpt.versamenti.length;
  regola(
    quanti === VERSAMENTI_DELLA_SECONDA,
    `La seconda RPT non contiene solo ${VERSAMENTI_DELLA_SECONDA} versamento`,
  );
  regola(rpt.dominio !== prima.dominio, 'Lo stesso Ente deve essere presente con una sola RPT');
  regola(rpt.iuv === prima.iuv, 'Lo IUV non è identico per ogni RPT');
  regola(
    rpt.dataEsecuzione === prima.dataEsecuzione,
    'Il dato dataEsecuzionePagamento non è il medesimo per tutte le RPT',
  );
  regola(
    quanti + prima.versamenti.length <= VERSAMENTI,
    `Il carrello deve avere massimo ${VERSAMENTI} versamenti totali`,
  );
}

function dominioDi(idCarrello: string): string {
  return idCarrello.slice(0, 11);
}

function regola(vale: boolean, perche: string): void {
  if (!vale) throw new FaultNodo('PPT_MULTI_BENEFICIARIO', perche);
}
