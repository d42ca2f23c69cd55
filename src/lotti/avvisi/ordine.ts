import type { Id } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { DestinatarioDiLotto } from '../../archivio/lotti-avvisi.ts';

/** The notices of a batch in the order of the paper, and which go together: two numbers a notice, whoever they are for. */
export interface Ordine {
  /** Their numbers within the batch. */
  readonly numeri: readonly number[];
  /** Where each group ends among them. */
  readonly fini: readonly number[];
}

const italiano = new Intl.Collator('it', { sensitivity: 'base' });

/** Each notice by itself, in the order of the file. */
export async function comeNelFile(destinatari: AsyncIterable<DestinatarioDiLotto>): Promise<Ordine> {
  const numeri: number[] = [];
  for await (const { numero } of destinatari) numeri.push(numero);
  return { numeri, fini: numeri.map((_, i) => i + 1) };
}

/** One group an employer, by surname and name as a dictionary orders them, then by codice fiscale. */
export async function perDatore(destinatari: AsyncIterable<DestinatarioDiLotto>): Promise<Ordine> {
  const gruppi = new Map<Id, { readonly datore: DestinatarioDiLotto; readonly numeri: number[] }>();
  for await (const datore of destinatari) {
    const gruppo = gruppi.get(datore.datoreId);
    if (gruppo === undefined) gruppi.set(datore.datoreId, { datore, numeri: [datore.numero] });
    else gruppo.numeri.push(datore.numero);
  }
  const numeri: number[] = [];
  const fini: number[] = [];
  for (const gruppo of [...gruppi.values()].sort((a, b) => compare(a.datore, b.datore))) {
    numeri.push(...gruppo.numeri);
    fini.push(numeri.length);
  }
  return { numeri, fini };
}

function compare(a: DestinatarioDiLotto, b: DestinatarioDiLotto): number {
  return (
    italiano.compare(a.cognome, b.cognome) ||
    italiano.compare(a.nome, b.nome) ||
    (a.codiceFiscale < b.codiceFiscale ? -1 : 1)
  );
}

/** Whole groups gathered until they hold `quanti` notices or more, so that many are loaded at once. */
export function* gathered({ numeri, fini }: Ordine, quanti: number): Generator<number[][]> {
  let insieme: number[][] = [];
  let da = 0;
  let primo = 0;
  for (const fine of fini) {
    insieme.push(numeri.slice(da, fine));
    da = fine;
    if (da - primo < quanti) continue;
    yield insieme;
    insieme = [];
    primo = da;
  }
  if (insieme.length > 0) yield insieme;
}
