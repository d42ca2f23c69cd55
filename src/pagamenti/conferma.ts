import { createHash, randomUUID } from 'node:crypto';
import { type Ambito, ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id } from '../anagrafe/rapporto-di-lavoro.ts';
import type { Bollettino } from '../bollettini/bollettino.ts';
import { whyNot } from '../bollettini/conflitto.ts';
import { rifiutaPrescritto } from '../bollettini/prescritto.ts';
import { ricalcola } from '../bollettini/ricalcolo.ts';
import { RPT_PER_CARRELLO } from '../pagopa/operazioni/nodo-invia-carrello-rpt.ts';
import { buildIdCarrello } from '../pagopa/rpt/id-carrello.ts';
import { formatTrimestre } from '../scadenze/trimestre.ts';
import { formatEuroItaliano, somma } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { type Giorno, giornoInItalia, partiDelGiorno } from '../valori/giorno.ts';
import { newId } from '../valori/new-id.ts';
import type { DipendenzePagamenti } from './dipendenze.ts';
import type { Consegna, Tentativo } from './pagamento.ts';
import type { ArchivioPagamenti } from './porte.ts';

/** Rows of one confirmation: far above any family's, below what a form bears and what would hold the database for long. */
export const RIGHE_PER_CONFERMA = 200;
/** codiceSorgente of our carts: which of the creditor's systems made them. */
const CODICE_SORGENTE = '01';
const PROGRESSIVO_CARRELLO = 'carrello';

/** A cart's row as the person saw it. */
interface Vista {
  readonly id: Id;
  readonly versione: number;
}

/**
 * Conferma e Paga: takes the bollettini out of the cart into hand-offs, in one transaction. Repeating it with the same rows
 * gives the same hand-offs.
 * @throws ErroreDati `carrello-vuoto`, `carrello-cambiato` (409), `pagamento-in-corso` (409), `importo-cambiato` (409), `trimestre-prescritto` (409)
 */
export async function conferma(
  dip: DipendenzePagamenti,
  contesto: Contesto,
  versioni: readonly Vista[],
): Promise<readonly Consegna[]> {
  requireDispositivo(contesto);
  const ambito = ambitoDi(contesto);
  const viste = [...new Map(versioni.map((vista) => [vista.id, vista])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  if (viste.length === 0 || viste.length > RIGHE_PER_CONFERMA) throw emptyCart();
  const chiave = keyOf(ambito, viste);
  const { letture } = dip.archivio;
  const bollettini = await letture.bollettini.suoi(
    ambito,
    viste.map(({ id }) => id),
  );
  if (!allInCart(viste, bollettini)) {
    const prima = await letture.consegne.confermaConChiave(chiave);
    if (prima !== undefined) return letture.consegne.dellaConferma(ambito, prima.id);
  }
  refusePrescribed(bollettini, giornoInItalia(dip.clock.now()));
  await requireCurrentAmounts(dip, contesto, viste, bollettini);
  return dip.archivio.transazione((tx) => take(dip, tx, { contesto, ambito, viste, bollettini, chiave }));
}

interface DaPrendere {
  readonly contesto: Contesto;
  readonly ambito: Ambito;
  readonly viste: readonly Vista[];
  /** As they were read: what is taken is taken at the version that was seen, and so is no other. */
  readonly bollettini: readonly Bollettino[];
  readonly chiave: string;
}

async function take(
  dip: DipendenzePagamenti,
  tx: ArchivioPagamenti,
  { contesto, ambito, viste, bollettini, chiave }: DaPrendere,
): Promise<readonly Consegna[]> {
  const il = dip.clock.now().toISOString();
  const confermaId = newId();
  const gruppi = inGroups(inCartOrder(bollettini));
  const [nuova, presi, progressivo] = await Promise.all([
    tx.consegne.inserisciConferma({ id: confermaId, datoreId: ambito.datoreId, chiave, creataIl: il }),
    tx.bollettini.spostaTutti(ambito, viste, 'nel-carrello', 'in-pagamento', il),
    tx.progressivi.prossimo(PROGRESSIVO_CARRELLO, Math.max(1, gruppi.length)),
  ]);
  if (!nuova) {
    const altra = await tx.consegne.confermaConChiave(chiave);
    return altra === undefined ? [] : tx.consegne.dellaConferma(ambito, altra.id);
  }
  const mancante = viste.find(({ id }) => !presi.has(id));
  if (mancante !== undefined) throw await changed(await tx.bollettini.trova(ambito, mancante.id));
  const consegne = gruppi.map((gruppo, n) =>
    newHandOff(dip, confermaId, { gruppo, ordine: n + 1, progressivo: progressivo + n }),
  );
  const tentativi = consegne.flatMap((consegna, n) =>
    (gruppi[n] ?? []).map((bollettino, indice) => ({
      tentativo: newAttempt(consegna, bollettino, dip.ente.codiceFiscale),
      posizione: indice + 1,
    })),
  );
  await Promise.all([
    tx.consegne.inserisci(consegne, il),
    tx.tentativi.inserisci(tentativi, il),
    tx.atti.registra({
      azione: 'carrello-confermato',
      contesto,
      oggetto: { tipo: 'conferma', id: confermaId },
      dettaglio: { bollettini: bollettini.length, totale: somma(bollettini.map((b) => b.importo)) },
    }),
  ]);
  return consegne;
}

function allInCart(viste: readonly Vista[], bollettini: readonly Bollettino[]): boolean {
  const versioni = new Map(bollettini.map(({ id, versione, stato }) => [id, stato === 'nel-carrello' ? versione : 0]));
  return viste.every(({ id, versione }) => versioni.get(id) === versione);
}

function inGroups(bollettini: readonly Bollettino[]): readonly (readonly Bollettino[])[] {
  return Array.from({ length: Math.ceil(bollettini.length / RPT_PER_CARRELLO) }, (_, n) =>
    bollettini.slice(n * RPT_PER_CARRELLO, (n + 1) * RPT_PER_CARRELLO),
  );
}

function newHandOff(
  { clock, ente, modo }: DipendenzePagamenti,
  confermaId: Id,
  { gruppo, ordine, progressivo }: { gruppo: readonly Bollettino[]; ordine: number; progressivo: number },
): Consegna {
  const { anno } = partiDelGiorno(giornoInItalia(clock.now()));
  return {
    id: newId(),
    datoreId: (gruppo[0] as Bollettino).datoreId,
    confermaId,
    ordine,
    idCarrello: buildIdCarrello({
      anno,
      dominio: ente.codiceFiscale,
      codiceSorgente: CODICE_SORGENTE,
      progressivo: BigInt(progressivo),
    }),
    modo,
    stato: 'da-inviare',
    totale: somma(gruppo.map(({ importo }) => importo)),
  };
}

/** Every attempt has a CCP of its own, so that the node never takes it for an earlier one of the same IUV. */
function newAttempt(consegna: Consegna, bollettino: Bollettino, dominio: string): Tentativo {
  return {
    id: newId(),
    consegnaId: consegna.id,
    bollettinoId: bollettino.id,
    dominio,
    iuv: bollettino.iuv,
    ccp: randomUUID().replaceAll('-', ''),
    importo: bollettino.importo,
    stato: 'da-inviare',
  };
}

/** What INPS cannot receive any more is not handed over to be paid. */
function refusePrescribed(bollettini: readonly Bollettino[], oggi: Giorno): void {
  for (const bollettino of bollettini) {
    if (bollettino.stato === 'nel-carrello') rifiutaPrescritto(bollettino, oggi);
  }
}

/**
 * Computes the amounts anew before they are paid (abuse case AB-13). A different one is written into the cart, and the
 * person is asked again.
 */
async function requireCurrentAmounts(
  { archivio, calcolatore, clock }: DipendenzePagamenti,
  contesto: Contesto,
  viste: readonly Vista[],
  bollettini: readonly Bollettino[],
): Promise<void> {
  const ambito = ambitoDi(contesto);
  const il = clock.now().toISOString();
  const frasi: string[] = [];
  const perId = new Map(bollettini.map((bollettino) => [bollettino.id, bollettino]));
  for (const { id, versione } of viste) {
    const bollettino = perId.get(id);
    const cambio = bollettino?.stato === 'nel-carrello' ? ricalcola(bollettino, calcolatore) : undefined;
    if (bollettino === undefined || cambio === undefined) continue;
    await archivio.transazione(async (tx) => {
      if (!(await tx.bollettini.cambia(ambito, id, versione, cambio, il))) return;
      await tx.atti.registra({
        azione: 'importo-aggiornato',
        contesto,
        oggetto: { tipo: 'bollettino', id },
        dettaglio: { da: bollettino.importo, a: cambio.importo },
      });
    });
    frasi.push(
      `${formatTrimestre(bollettino.trimestre)}: da ${formatEuroItaliano(bollettino.importo)} a ${formatEuroItaliano(cambio.importo)} euro`,
    );
  }
  if (frasi.length === 0) return;
  throw new ErroreDati('importo-cambiato', { frasi: frasi.join('; ') });
}

function keyOf({ datoreId, rapportoId }: Ambito, viste: readonly Vista[]): string {
  const righe = viste.map(({ id, versione }) => `${id}:${versione}`);
  return createHash('sha256')
    .update([datoreId, rapportoId ?? '', ...righe].join('\n'))
    .digest('hex');
}

function inCartOrder(bollettini: readonly Bollettino[]): readonly Bollettino[] {
  const chiave = (b: Bollettino) => b.scadenza + b.codiceInps;
  return [...bollettini].sort((a, b) => (chiave(a) < chiave(b) ? -1 : 1));
}

async function changed(bollettino: Bollettino | undefined): Promise<ErroreDati> {
  if (bollettino?.stato === 'in-pagamento') {
    return new ErroreDati('pagamento-in-corso', { codiceInps: bollettino.codiceInps });
  }
  if (bollettino === undefined) return whyNot(() => Promise.resolve(undefined));
  return new ErroreDati('carrello-cambiato');
}

function emptyCart(): ErroreDati {
  return new ErroreDati('carrello-vuoto', { righePerConferma: RIGHE_PER_CONFERMA });
}
