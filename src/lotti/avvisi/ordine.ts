import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { DestinatarioDiLotto } from '../../archivio/lotti-avvisi.ts';

/** Bollettini that go on paper together, in order. */
export interface Gruppo {
  /** The employer they belong to; absent when the order is the file's. */
  readonly datore?: DestinatarioDiLotto;
  readonly bollettini: readonly Id[];
}

const italiano = new Intl.Collator('it', { sensitivity: 'base' });

/** All the bollettini of a batch in the order of the file, each once. */
export function comeNelFile(destinatari: readonly DestinatarioDiLotto[]): Gruppo[] {
  return [...new Set(destinatari.map(({ bollettinoId }) => bollettinoId))].map((id) => ({ bollettini: [id] }));
}

/** One group an employer, by surname and name as a dictionary orders them, then by codice fiscale; each bollettino once. */
export function perDatore(destinatari: readonly DestinatarioDiLotto[]): Gruppo[] {
  const gruppi = new Map<Id, { datore: DestinatarioDiLotto; bollettini: Set<Id> }>();
  for (const destinatario of destinatari) {
    const gruppo = gruppi.get(destinatario.datoreId);
    if (gruppo !== undefined) gruppo.bollettini.add(destinatario.bollettinoId);
    else gruppi.set(destinatario.datoreId, { datore: destinatario, bollettini: new Set([destinatario.bollettinoId]) });
  }
  return [...gruppi.values()]
    .map(({ datore, bollettini }) => ({ datore, bollettini: [...bollettini] }))
    .sort((a, b) => compare(a.datore, b.datore));
}

function compare(a: DestinatarioDiLotto, b: DestinatarioDiLotto): number {
  return (
    italiano.compare(a.cognome, b.cognome) ||
    italiano.compare(a.nome, b.nome) ||
    (a.codiceFiscale < b.codiceFiscale ? -1 : 1)
  );
}

/** Whole groups gathered until they hold `quanti` bollettini or more, so that many are loaded at once. */
export function* gathered(gruppi: readonly Gruppo[], quanti: number): Generator<Gruppo[]> {
  let insieme: Gruppo[] = [];
  let bollettini = 0;
  for (const gruppo of gruppi) {
    insieme.push(gruppo);
    bollettini += gruppo.bollettini.length;
    if (bollettini < quanti) continue;
    yield insieme;
    insieme = [];
    bollettini = 0;
  }
  if (insieme.length > 0) yield insieme;
}
