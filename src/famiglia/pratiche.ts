import type { RigaCarrello } from '../bollettini/servizio-bollettini.ts';
import { confronta } from './confronto.ts';
import type { RepositoryFamiglia } from './porte.ts';
import type { Pratica } from './servizio-famiglia.ts';

/** Puts with each bollettino its notice, its payment and its files, the latest due first. */
export async function toPratiche(
  famiglia: Pick<RepositoryFamiglia, 'avvisi' | 'pagamenti' | 'allegati'>,
  righe: readonly RigaCarrello[],
): Promise<readonly Pratica[]> {
  const ids = righe.map(({ bollettino }) => bollettino.id);
  const [avvisi, pagamenti, allegati] = await Promise.all([
    famiglia.avvisi(ids),
    famiglia.pagamenti(ids),
    famiglia.allegati(ids),
  ]);
  return righe
    .map(({ bollettino, rapporto }) => {
      const avviso = avvisi.find(({ bollettinoId }) => bollettinoId === bollettino.id);
      const pagamento = pagamenti.find(({ bollettinoId }) => bollettinoId === bollettino.id);
      return {
        bollettino,
        rapporto,
        ...(avviso && { avviso: { ...avviso, confronto: confronta(bollettino, avviso) } }),
        ...(pagamento && { pagamento }),
        allegati: allegati.filter(({ bollettinoId }) => bollettinoId === bollettino.id),
      };
    })
    .sort((a, b) => (a.bollettino.scadenza < b.bollettino.scadenza ? 1 : -1));
}
