import type { Contesto } from '../accesso/contesto.ts';
import type { NuovaAnomalia } from './anomalia.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { applyEventoATutti } from './esito-tentativo.ts';
import type { EventoDatato } from './giornale-eventi.ts';
import type { Consegna } from './pagamento.ts';
import type { Sorte } from './vie/via.ts';

/**
 * Writes down what pagoPA did with a hand-off whose sending we hold (`invio-incerto`), and gives the sending back.
 * @param risposte pagoPA's answers that are not in the journal yet
 * @returns the hand-off as it is now; undefined when nothing of it was written: nothing is known, or a receipt concluded it meanwhile
 */
export async function writeDown(
  { archivio, clock, originePagamento }: Pick<DipendenzePagamenti, 'archivio' | 'clock' | 'originePagamento'>,
  contesto: Contesto,
  { id }: Consegna,
  sorte: Sorte,
  risposte: readonly EventoDatato[] = [],
): Promise<Consegna | undefined> {
  const il = clock.now().toISOString();
  if (sorte.tipo === 'ignota' || sorte.tipo === 'sconosciuta') {
    return archivio.transazione(async (tx) => {
      await Promise.all([tx.giornale.registra(risposte), tx.consegne.lasciaInvio(id, il)]);
      return undefined;
    });
  }
  const accettata = sorte.tipo === 'accettata';
  const url = accettata ? sorte.url : undefined;
  const ammesso = url !== undefined && isOnOrigin(url, originePagamento);
  return archivio.transazione(async (tx) => {
    const campi = accettata
      ? {
          ...(ammesso && { url }),
          ...(sorte.idSessione !== undefined && { idSessione: sorte.idSessione }),
        }
      : { errore: `${sorte.fault.faultCode}: ${sorte.fault.description ?? sorte.fault.faultString}`.slice(0, 500) };
    const [scritta] = await Promise.all([
      tx.consegne.cambiaStato(id, ['invio-incerto'], accettata ? 'inviata' : 'rifiutata', il, campi),
      tx.giornale.registra(risposte),
    ]);
    if (scritta === undefined) return undefined;
    if (url !== undefined && !ammesso) await tx.anomalie.apri(strangeAddress(id, url, originePagamento), il);
    await Promise.all([
      applyEventoATutti(tx, id, accettata ? 'invio-accettato' : 'invio-rifiutato', il),
      tx.atti.registra({
        azione: accettata ? 'consegna-inviata' : 'consegna-rifiutata',
        contesto,
        oggetto: { tipo: 'consegna', id },
      }),
    ]);
    return scritta;
  });
}

/** pagoPA's word is believed about money, not about where to send people: its address must be the configured one. */
function isOnOrigin(url: string, origine: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && origin === origine;
}

function strangeAddress(consegnaId: string, url: string, origine: string): NuovaAnomalia {
  return {
    tipo: 'indirizzo-non-ammesso',
    chiave: `indirizzo-non-ammesso:${consegnaId}`,
    dettaglio: { consegna: consegnaId, indirizzo: url.slice(0, 300), indirizzoAtteso: origine },
  };
}

/**
 * Gives up a hand-off that never reached pagoPA: its bollettini go back to the cart.
 * @returns false when it is no longer in one of the states `da`
 */
export function giveUp(
  { archivio, clock }: Pick<DipendenzePagamenti, 'archivio' | 'clock'>,
  contesto: Contesto,
  { id }: Consegna,
  da: readonly ('da-inviare' | 'invio-incerto')[],
  perche: string,
): Promise<boolean> {
  const il = clock.now().toISOString();
  return archivio.transazione(async (tx) => {
    if (!(await tx.consegne.cambiaStato(id, da, 'rifiutata', il, { errore: perche }))) return false;
    await applyEventoATutti(tx, id, 'mai-arrivato', il);
    await tx.atti.registra({
      azione: 'consegna-abbandonata',
      contesto,
      oggetto: { tipo: 'consegna', id },
      dettaglio: { perche },
    });
    return true;
  });
}
