import type { Archivio } from '../../archivio/archivio.ts';
import type { Lotto } from '../../archivio/lotti-repository.ts';
import type { NomeLavoratore } from '../../avvisi/nome-lavoratore.ts';
import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import { manifestoCsv } from './manifesto.ts';

/** Bollettini of one transaction: others never wait long for the database. */
const PER_VOLTA = 100;

/** What a batch that never came to its paper has issued. */
export interface EmessiDalLotto {
  /** Issued by it: those its rows found already there are not counted. */
  readonly quanti: number;
  /** Of these, still in the cart: they can be taken back. */
  readonly daPagare: number;
}

export async function contaEmessi({ letture }: Archivio, lottoId: Id): Promise<EmessiDalLotto> {
  const emessi = await letture.lottiAvvisi.emessi(lottoId);
  return { quanti: emessi.length, daPagare: emessi.filter(({ stato }) => stato === 'nel-carrello').length };
}

/** The manifest of a batch without its paper: rows and bollettini, no page. */
export async function manifestoSenzaStampa(
  archivio: Archivio,
  lottoId: Id,
  come: NomeLavoratore | undefined,
): Promise<string> {
  let testo = '';
  for await (const pezzo of manifestoCsv(archivio, { lottoId, come, posto: () => undefined })) testo += pezzo;
  return testo;
}

/**
 * Takes back what the batch issued and nobody is paying; what it had taken the place of stays cancelled.
 * @returns how many
 */
export async function ritiraEmessi(archivio: Archivio, { id, attore }: Lotto, il: string): Promise<number> {
  const emessi = await archivio.letture.lottiAvvisi.emessi(id);
  const daPagare = emessi.filter(({ stato }) => stato === 'nel-carrello');
  let ritirati = 0;
  for (let da = 0; da < daPagare.length; da += PER_VOLTA) {
    ritirati += await archivio.transazione(async (tx) => {
      let tolti = 0;
      for (const { bollettinoId, datoreId, versione } of daPagare.slice(da, da + PER_VOLTA)) {
        // One that is being paid since then, or that somebody changed, stays theirs.
        if (!(await tx.bollettini.sposta({ datoreId }, bollettinoId, versione, 'nel-carrello', 'eliminato', il)))
          continue;
        await tx.atti.registra({
          azione: 'bollettino-eliminato',
          contesto: { actor: attore, subject: { datoreId }, authority: { tipo: 'operatore' } },
          oggetto: { tipo: 'bollettino', id: bollettinoId },
        });
        tolti += 1;
      }
      return tolti;
    });
  }
  return ritirati;
}
