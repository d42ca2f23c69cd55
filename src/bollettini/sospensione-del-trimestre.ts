import { ambitoDi, requireDispositivo } from '../accesso/ambito.ts';
import type { Contesto } from '../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import {
  MOTIVI_SOSPENSIONE,
  type MotivoSospensione,
  type SospensioniObbligo,
} from '../anagrafe/sospensione-obbligo.ts';
import { obbligoSospeso } from '../scadenze/obbligo-sospeso.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati, NonTrovato } from '../valori/errore-dati.ts';
import { giornoInItalia, partiDelGiorno } from '../valori/giorno.ts';
import type { Bollettino } from './bollettino.ts';
import type { DipendenzeBollettini } from './dipendenze.ts';
import { PAROLE_AVVISI } from './parole.ts';
import type { ArchivioBollettini } from './porte.ts';
import { notActive } from './rapporto-non-attivo.ts';
import { NESSUNA_SETTIMANA, settimaneDelTrimestre } from './settimane-coperte.ts';
import { ConflittoTransazione } from './transazioni.ts';

/** A quarter for which the employer asked INPS to suspend the duty, and why; null takes the suspension away. */
export interface SospensioneDetta {
  readonly trimestre: Trimestre;
  readonly motivo: MotivoSospensione | null;
}

/**
 * Keeps with the rapporto that whole quarters owe nothing, or takes it back, all of them or none; in the register of acts with
 * who said it.
 * @throws ErroreDati `rapporto-non-attivo`, `sospensione-lontana`, `sospensione-con-bollettini` (409), `sospensione-mancante`;
 *   NonTrovato
 */
export async function cambiaSospensioni(
  { archivio, clock, parole = PAROLE_AVVISI }: DipendenzeBollettini,
  contesto: Contesto,
  { rapportoId, dette }: { readonly rapportoId: Id; readonly dette: readonly SospensioneDetta[] },
): Promise<RapportoDiLavoro> {
  requireDispositivo(contesto);
  const ambito = ambitoDi(contesto);
  const annoDiOggi = partiDelGiorno(giornoInItalia(clock.now())).anno;
  const dopo = await archivio.transazione(async (tx) => {
    const rapporto = await tx.rapporti.trova(ambito, rapportoId);
    if (rapporto === undefined) return undefined;
    let nuove = rapporto.sospensioni ?? {};
    for (const { trimestre, motivo } of dette) {
      nuove = motivo === null ? without(nuove, trimestre) : { ...nuove, [formatTrimestre(trimestre)]: motivo };
      if (motivo !== null) {
        requireWithin(rapporto, trimestre, annoDiOggi);
        await requireNothingAsked(tx, rapporto, trimestre, parole.nomina);
      }
      await tx.atti.registra({
        azione: motivo === null ? 'sospensione-tolta' : 'sospensione-dichiarata',
        contesto,
        oggetto: { tipo: 'rapporto', id: rapportoId },
        dettaglio: { trimestre: formatTrimestre(trimestre), motivo },
      });
    }
    if (await tx.rapporti.scriviSospensioni(rapporto, nuove)) return tx.rapporti.trova(ambito, rapportoId);
    throw new ConflittoTransazione(`the suspensions of rapporto ${rapportoId} changed meanwhile`);
  });
  if (dopo === undefined) throw new NonTrovato('Rapporto di lavoro');
  return dopo;
}

/** Nothing is issued for a quarter that owes nothing. @throws ErroreDati `obbligo-sospeso` (409) */
export function rifiutaSospeso(rapporto: Pick<RapportoDiLavoro, 'sospensioni'>, trimestri: readonly Trimestre[]): void {
  for (const trimestre of trimestri) {
    const motivo = obbligoSospeso(rapporto, trimestre);
    if (motivo === undefined) continue;
    throw new ErroreDati('obbligo-sospeso', {
      trimestre: formatTrimestre(trimestre),
      motivo: MOTIVI_SOSPENSIONE[motivo],
      campo: 'trimestre',
    });
  }
}

function without(prima: SospensioniObbligo, trimestre: Trimestre): SospensioniObbligo {
  const { [formatTrimestre(trimestre)]: tolta, ...altre } = prima;
  if (tolta !== undefined) return altre;
  throw new ErroreDati('sospensione-mancante', { trimestre: formatTrimestre(trimestre), campo: 'trimestre' });
}

/** Within the rapporto, and near: INPS is told in the quarter or soon after; a maternity is known some months before. */
function requireWithin(rapporto: RapportoDiLavoro, trimestre: Trimestre, annoDiOggi: number): void {
  const { assunzione, cessazione } = rapporto;
  if (settimaneDelTrimestre(trimestre, assunzione, cessazione) === NESSUNA_SETTIMANA) {
    throw notActive(rapporto, trimestre);
  }
  if (trimestre.anno <= annoDiOggi + 1) return;
  throw new ErroreDati('sospensione-lontana', {
    trimestre: formatTrimestre(trimestre),
    anno: annoDiOggi + 1,
    campo: 'trimestre',
  });
}

async function requireNothingAsked(
  tx: ArchivioBollettini,
  { id }: RapportoDiLavoro,
  trimestre: Trimestre,
  nomina: (bollettino: Bollettino) => string,
): Promise<void> {
  const vivi = (await tx.bollettini.delTrimestre(id, trimestre)).filter(({ stato }) => stato !== 'eliminato');
  if (vivi.length === 0) return;
  throw new ErroreDati('sospensione-con-bollettini', {
    trimestre: formatTrimestre(trimestre),
    quali: vivi.map(nomina).join('; '),
    rimedio: vivi.some(({ stato }) => stato === 'pagato')
      ? 'quel che è pagato per un trimestre che non era dovuto si chiede a rimborso'
      : 'eliminarlo prima, se nel trimestre non ci sono ore retribuite',
    campo: 'trimestre',
  });
}
