import type { Bollettino } from '../../bollettini/bollettino.ts';
import type { CodiceFaultPaa } from '../../pagopa/faults.ts';
import type { PaaAttivaRpt } from '../../pagopa/operazioni/paa-attivazione.ts';
import type { DipendenzePagamenti } from '../dipendenze.ts';
import type { Consegna } from '../pagamento.ts';
import type { ArchivioPagamenti } from '../porte.ts';
import { newId } from '../../valori/new-id.ts';
import { consegnaAvviso } from './consegna-avviso.ts';
import { findPosizione } from './posizione.ts';

/** What became of an activation: the bollettino with the hand-off whose RPT is to be sent, or why not. */
export type EsitoAttivazione =
  | { readonly attivato: true; readonly bollettino: Bollettino; readonly consegna: Consegna }
  | { readonly attivato: false; readonly codice: CodiceFaultPaa };

/**
 * A PSP is about to take the money of a notice: the bollettino is in payment from here on, as an attempt whose CCP is the one
 * the node gave. The same activation again is the same attempt.
 */
export async function attivaAvviso(
  dip: DipendenzePagamenti,
  richiesta: PaaAttivaRpt,
  codiceAvviso: string,
): Promise<EsitoAttivazione> {
  const { dominio, iuv, ccp } = richiesta.intestazione;
  const gia = await attivata(dip.archivio.letture, { dominio, iuv, ccp });
  if (gia !== undefined) return gia;
  const posizione = await findPosizione(dip, { dominio, avviso: codiceAvviso });
  if (!posizione.pagabile) return { attivato: false, codice: posizione.codice };
  return dip.archivio.transazione((tx) => take(dip, tx, richiesta, posizione.bollettino));
}

async function attivata(
  letture: ArchivioPagamenti,
  chiave: { readonly dominio: string; readonly iuv: string; readonly ccp: string },
): Promise<EsitoAttivazione | undefined> {
  const richiesta = await letture.tentativi.conChiave(chiave);
  if (richiesta === undefined) return undefined;
  const { tentativo } = richiesta;
  const [consegna] = await letture.consegne.perId([tentativo.consegnaId]);
  const [bollettino] = await letture.bollettini.perId([tentativo.bollettinoId]);
  if (consegna?.modo !== 'avviso' || bollettino === undefined) return { attivato: false, codice: 'PAA_SEMANTICA' };
  if (tentativo.stato === 'eseguito') return { attivato: false, codice: 'PAA_PAGAMENTO_DUPLICATO' };
  return { attivato: true, bollettino, consegna };
}

async function take(
  { clock }: DipendenzePagamenti,
  tx: ArchivioPagamenti,
  { intestazione, psp, intermediarioPsp, canale }: PaaAttivaRpt,
  daPagare: Bollettino,
): Promise<EsitoAttivazione> {
  const il = clock.now().toISOString();
  const { dominio, ccp } = intestazione;
  const { id, datoreId } = daPagare;
  const conferma = { id: newId(), datoreId, chiave: `attivazione:${dominio}:${ccp}`, creataIl: il };
  const nuova = await tx.consegne.inserisciConferma(conferma);
  // Somebody confirmed the cart, or another PSP asked, since the position was read.
  if (!nuova || !(await tx.bollettini.segna(id, ['nel-carrello'], 'in-pagamento', il))) {
    return { attivato: false, codice: 'PAA_PAGAMENTO_IN_CORSO' };
  }
  const daInviare = { consegna: 'da-inviare', tentativo: 'da-inviare' } as const;
  const { consegna, tentativo } = consegnaAvviso(conferma.id, daPagare, { dominio, ccp }, daInviare);
  await tx.consegne.inserisci([consegna], il);
  await tx.consegne.inserisciAttivazione(consegna.id, { psp, intermediarioPsp, canale });
  await tx.tentativi.inserisci([{ tentativo, posizione: 1 }], il);
  const [bollettino] = await tx.bollettini.perId([id]);
  if (bollettino === undefined) throw new Error(`bollettino ${id} is gone`);
  return { attivato: true, bollettino, consegna };
}
