import type { Ambito } from '../accesso/ambito.ts';
import type { Bollettino } from './bollettino.ts';
import type { ArchivioBollettini } from './porte.ts';
import type { RigaCarrello } from './servizio-bollettini.ts';

/** Puts each bollettino beside its rapporto. */
export async function withRapporti(
  letture: Pick<ArchivioBollettini, 'rapporti'>,
  ambito: Ambito,
  bollettini: readonly Bollettino[],
): Promise<readonly RigaCarrello[]> {
  if (bollettini.length === 0) return [];
  const rapporti = new Map((await letture.rapporti.elenco(ambito)).map((rapporto) => [rapporto.id, rapporto]));
  return bollettini.map((bollettino) => {
    const rapporto = rapporti.get(bollettino.rapportoId);
    if (rapporto === undefined) throw new Error(`bollettino ${bollettino.id} without its rapporto`);
    return { bollettino, rapporto };
  });
}
