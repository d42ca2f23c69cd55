import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import type { Anomalia, AnomaliaElencata } from './anomalia.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import { applyEvento } from './esito-tentativo.ts';
import type { Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';
import { transizione } from './transizioni.ts';

const NOTA_MASSIMA = 1_000;

/** Anomalies, latest first, each with whether its payment can be given back. */
export async function elencoAnomalie(
  letture: ArchivioPagamenti,
  stato?: Anomalia['stato'],
): Promise<readonly AnomaliaElencata[]> {
  const anomalie = await letture.anomalie.elenco(stato);
  const ids = new Set(anomalie.flatMap(({ tentativoId }) => tentativoId ?? []));
  const tentativi = await letture.tentativi.perId([...ids]);
  const inVerifica = new Set<Id | undefined>(tentativi.filter(canBeGivenBack).map(({ id }) => id));
  return anomalie.map((anomalia) => ({ ...anomalia, inVerifica: inVerifica.has(anomalia.tentativoId) }));
}

interface Chiusura {
  readonly id: Id;
  readonly operatore: string;
  readonly nota: string;
  /** The money was given back, or never taken: the bollettino returns to the cart. */
  readonly restituito?: boolean;
}

/**
 * Closes an anomaly and, when the operator says so, gives its bollettino back: both or neither.
 * @throws NonTrovato, ErroreDati as `ServizioOperatori.chiudiAnomalia` says
 */
export async function chiudiAnomalia(
  { archivio, clock }: DipendenzePagamenti,
  { id, operatore, nota, restituito = false }: Chiusura,
): Promise<Anomalia> {
  const scritta = nota.trim();
  if (scritta === '' || scritta.length > NOTA_MASSIMA) {
    throw new ErroreDati('nota-mancante', { massimo: NOTA_MASSIMA, campo: 'nota' });
  }
  const il = clock.now().toISOString();
  return archivio.transazione(async (tx) => {
    const anomalia = await tx.anomalie.trova(id);
    if (anomalia === undefined) throw new NonTrovato('Anomalia');
    const chiusura = { il, da: operatore, nota: scritta };
    if (!(await tx.anomalie.chiudi(id, chiusura))) {
      throw new ErroreDati('anomalia-gia-chiusa');
    }
    const [bollettino] = await tx.bollettini.perId(anomalia.bollettinoId === undefined ? [] : [anomalia.bollettinoId]);
    const contesto = operator(operatore, bollettino?.datoreId ?? '');
    if (restituito) await giveBack(tx, anomalia, contesto, il);
    await tx.atti.registra({ azione: 'anomalia-chiusa', contesto, oggetto: { tipo: 'anomalia', id } });
    return { ...anomalia, stato: 'chiusa', chiusura };
  });
}

/** The payment may have been settled since the operator looked: the right receipt came, and then nothing moves. */
async function giveBack(
  tx: ArchivioPagamenti,
  { id, tentativoId }: Anomalia,
  contesto: Contesto,
  il: string,
): Promise<void> {
  const [tentativo] = await tx.tentativi.perId(tentativoId === undefined ? [] : [tentativoId]);
  if (tentativo === undefined || !canBeGivenBack(tentativo)) {
    throw new ErroreDati('pagamento-non-in-verifica');
  }
  await applyEvento(tx, tentativo, 'restituito', il);
  await tx.atti.registra({
    azione: 'pagamento-restituito',
    contesto,
    oggetto: { tipo: 'tentativo', id: tentativo.id },
    dettaglio: { anomalia: id, importo: tentativo.importo },
  });
}

function canBeGivenBack({ stato }: Tentativo): boolean {
  return transizione(stato, 'restituito') !== undefined;
}

function operator(nome: string, datoreId: Id): Contesto {
  return { actor: { tipo: 'sistema', nome }, subject: { datoreId }, authority: { tipo: 'operatore' } };
}
