import type { Bollettino } from '../../bollettini/bollettino.ts';
import { perchePrescritto } from '../../bollettini/prescritto.ts';
import { ricalcola } from '../../bollettini/ricalcolo.ts';
import type { AvvisoQr } from '../../pagopa/avvisi/corpo-avvisi.ts';
import type { StazionePa } from '../../pagopa/avvisi/richiesta-ente.ts';
import type { EnteCreditore } from '../../pagopa/ente-creditore.ts';
import type { CodiceFaultPaa } from '../../pagopa/faults.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import type { DipendenzePagamenti } from '../dipendenze.ts';
import { isVivo } from '../transizioni.ts';

/** What the creditor knows of a notice somebody wants to pay. */
export type Posizione =
  | { readonly pagabile: true; readonly bollettino: Bollettino }
  | { readonly pagabile: false; readonly codice: CodiceFaultPaa };

/** The fault for a station that is not ours; undefined when all is well. */
export function wrongStation(stazione: StazionePa, ente: EnteCreditore): CodiceFaultPaa | undefined {
  if (stazione.idPa !== ente.codiceFiscale) return 'PAA_ID_DOMINIO_ERRATO';
  if (stazione.intermediario !== ente.intermediario) return 'PAA_ID_INTERMEDIARIO_ERRATO';
  return stazione.stazione === ente.stazione ? undefined : 'PAA_STAZIONE_INT_ERRATA';
}

/**
 * Whether a notice can be paid now, and what. Its amount is first computed anew, as the notice itself promises. It is payable
 * after its due date too, unless the creditor's settings say otherwise: contributions paid late are owed all the same, and
 * the sanctions are INPS's to ask; once prescribed, never. Nothing is
 * locked: the node alone keeps two PSPs from taking the same notice (pagopa-api, on paGetPayment).
 */
export async function findPosizione(dip: DipendenzePagamenti, qr: AvvisoQr): Promise<Posizione> {
  if (qr.dominio !== dip.ente.codiceFiscale) return no('PAA_ID_DOMINIO_ERRATO');
  const bollettino = await dip.archivio.letture.bollettini.conCodiceAvviso(qr.avviso);
  if (bollettino === undefined) return no('PAA_PAGAMENTO_SCONOSCIUTO');
  if (bollettino.stato === 'pagato') return no('PAA_PAGAMENTO_DUPLICATO');
  if (bollettino.stato === 'eliminato') return no('PAA_PAGAMENTO_ANNULLATO');
  if (bollettino.stato === 'in-pagamento') {
    return (await heldByCart(dip, bollettino)) ? no('PAA_PAGAMENTO_IN_CORSO') : { pagabile: true, bollettino };
  }
  const oggi = giornoInItalia(dip.clock.now());
  if (perchePrescritto(bollettino, oggi) !== undefined) return no('PAA_PAGAMENTO_SCADUTO');
  if (dip.ente.dopoScadenza === 'scaduto' && bollettino.scadenza < oggi) {
    return no('PAA_PAGAMENTO_SCADUTO');
  }
  return { pagabile: true, bollettino: await atCurrentAmount(dip, bollettino) };
}

function no(codice: CodiceFaultPaa): Posizione {
  return { pagabile: false, codice };
}

/** A cart of RPTs pays outside the notice, a PSP of the first model has the notice to itself; one of notices (Checkout) comes back through this very door. */
async function heldByCart({ archivio }: DipendenzePagamenti, { id }: Bollettino): Promise<boolean> {
  const { tentativi, consegne } = archivio.letture;
  const vivi = (await tentativi.delBollettino(id)).filter((tentativo) => isVivo(tentativo.stato));
  const modi = (await consegne.perId(vivi.map((tentativo) => tentativo.consegnaId))).map((consegna) => consegna.modo);
  return modi.includes('carrello-rpt') || modi.includes('avviso');
}

async function atCurrentAmount(dip: DipendenzePagamenti, bollettino: Bollettino): Promise<Bollettino> {
  const { archivio, calcolatore, clock } = dip;
  const cambio = ricalcola(bollettino, calcolatore);
  if (cambio === undefined) return bollettino;
  const { datoreId, id, versione } = bollettino;
  await archivio.transazione(async (tx) => {
    if (!(await tx.bollettini.cambia({ datoreId }, id, versione, cambio, clock.now().toISOString()))) return;
    const dettaglio = { da: bollettino.importo, a: cambio.importo };
    await tx.atti.registra({ azione: 'importo-aggiornato', oggetto: { tipo: 'bollettino', id }, dettaglio });
  });
  return (await archivio.letture.bollettini.trova({ datoreId }, id)) ?? bollettino;
}
