import type { Ambito } from '../accesso/ambito.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { withRapporti } from '../bollettini/righe-carrello.ts';
import { somma } from '../valori/denaro.ts';
import { NonTrovato } from '../valori/errore-dati.ts';
import type { Consegna, StatoTentativo, Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';
import type { Rendicontato, RigaPagamento } from './servizio-pagamenti.ts';
import type { Fetta } from '../valori/fetta.ts';

/** The payments in some states, latest first. */
export async function elencoPagamenti(
  letture: ArchivioPagamenti,
  ambito: Ambito,
  stati: readonly StatoTentativo[],
  fetta?: Fetta,
): Promise<readonly RigaPagamento[]> {
  return toRighe(letture, ambito, await letture.tentativi.inStato(ambito, stati, fetta));
}

/** @throws NonTrovato */
export async function trovaPagamento(letture: ArchivioPagamenti, ambito: Ambito, id: Id): Promise<RigaPagamento> {
  const tentativo = await letture.tentativi.trova(ambito, id);
  const [riga] = tentativo === undefined ? [] : await toRighe(letture, ambito, [tentativo]);
  if (riga === undefined) throw new NonTrovato('Pagamento');
  return riga;
}

/**
 * A hand-off with its payments.
 * @throws NonTrovato
 */
export async function trovaConsegna(
  letture: ArchivioPagamenti,
  ambito: Ambito,
  id: Id,
): Promise<{ readonly consegna: Consegna; readonly pagamenti: readonly RigaPagamento[] }> {
  const consegna = await letture.consegne.trova(ambito, id);
  if (consegna === undefined) throw new NonTrovato('Pagamento');
  const visibili: Tentativo[] = [];
  for (const tentativo of await letture.tentativi.dellaConsegna(id)) {
    const suo = await letture.tentativi.trova(ambito, tentativo.id);
    if (suo !== undefined) visibili.push(suo);
  }
  const pagamenti = await toRighe(letture, ambito, visibili);
  return { consegna: pagamenti[0]?.consegna ?? consegna, pagamenti };
}

async function toRighe(
  letture: ArchivioPagamenti,
  ambito: Ambito,
  tentativi: readonly Tentativo[],
): Promise<readonly RigaPagamento[]> {
  if (tentativi.length === 0) return [];
  const bollettini = await letture.bollettini.perId([...new Set(tentativi.map((t) => t.bollettinoId))]);
  const righe = new Map((await withRapporti(letture, ambito, bollettini)).map((riga) => [riga.bollettino.id, riga]));
  const consegne = new Map(
    (await letture.consegne.perId([...new Set(tentativi.map((t) => t.consegnaId))])).map((c) => [c.id, c]),
  );
  const ricevute = new Map(
    (await letture.ricevute.positive(tentativi.map((t) => t.id))).map((r) => [r.tentativoId, r]),
  );
  const senza = tentativi.filter(({ id, stato }) => stato === 'eseguito' && !ricevute.has(id));
  const rendicontati = await onFlowOnly(letture, senza);
  return tentativi.map((tentativo) => {
    const riga = righe.get(tentativo.bollettinoId);
    const consegna = consegne.get(tentativo.consegnaId);
    if (riga === undefined || consegna === undefined) throw new Error(`tentativo ${tentativo.id} stands alone`);
    const ricevuta = ricevute.get(tentativo.id)?.dati;
    const rendicontato = rendicontati.get(tentativo.id);
    const suoi = tentativi.filter((altro) => altro.consegnaId === consegna.id);
    return {
      ...riga,
      tentativo,
      consegna: ambito.rapportoId === undefined ? consegna : ownPart(consegna, suoi),
      ...(ricevuta !== undefined && { ricevuta }),
      ...(rendicontato !== undefined && { rendicontato }),
    };
  });
}

/** What the ledger says of attempts that were paid and have no receipt: few, and most of the time none. */
async function onFlowOnly(
  { ricevute }: ArchivioPagamenti,
  tentativi: readonly Tentativo[],
): Promise<ReadonlyMap<Id, Rendicontato>> {
  const trovati = new Map<Id, Rendicontato>();
  for (const { id, bollettinoId } of tentativi) {
    const incassi = await ricevute.incassiDelBollettino(bollettinoId);
    const suo = incassi.find(({ tentativoId }) => tentativoId === id);
    if (suo !== undefined) trovati.set(id, { iur: suo.iur, dataEsito: suo.dataEsito });
  }
  return trovati;
}

/** Who came in for one rapporto is not told what the employer pays for the others. */
function ownPart(consegna: Consegna, suoi: readonly Tentativo[]): Consegna {
  return { ...consegna, totale: somma(suoi.map((tentativo) => tentativo.importo)) };
}
