import type { Visibilita } from '../accesso/visibilita.ts';
import type { Datore, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { DatiAvviso } from '../avvisi/dati-avviso.ts';
import { scegliAvviso, type AvvisoPredefinito, type SceltaAvviso } from '../avvisi/scelta-avviso.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { formatTrimestre, mesiDelTrimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Bollettino } from './bollettino.ts';
import { personeSullAvviso } from './persone-sull-avviso.ts';

/** What the notice and the RPT call the payment; at most 60 characters, the notice's limit for its object. */
export function oggettoDelPagamento(
  bollettino: Pick<Bollettino, 'trimestre'>,
  rapporto: Pick<RapportoDiLavoro, 'codice'>,
): string {
  return `Contributi lavoro domestico ${formatTrimestre(bollettino.trimestre)} rapp. ${rapporto.codice}`;
}

/** What the paper needs of a bollettino and of the people it names. */
export interface DaStampare {
  readonly bollettino: Pick<Bollettino, 'id' | 'trimestre' | 'iuv' | 'codiceAvviso' | 'importo' | 'scadenza' | 'stato'>;
  readonly rapporto: Pick<RapportoDiLavoro, 'codice' | 'lavoratore'>;
  readonly datore: Datore;
}

/** By whom, when and how a notice is printed. */
export interface Stampa {
  readonly ente: EnteCreditore;
  /** The day of printing. */
  readonly oggi: Giorno;
  /** What the settings say of notices. */
  readonly predefinita: AvvisoPredefinito;
  /** What was asked for this notice. */
  readonly chiesta?: SceltaAvviso;
  /** What who prints may see of the people it names; all, when not said. */
  readonly visibile?: Visibilita;
}

/**
 * What the printed notice of a bollettino bears.
 * @throws ErroreDati `avviso-non-stampabile` (409) for a bollettino that is paid or was removed: a paper that asks for money
 *   no longer owed must not be made
 */
export function datiAvviso(
  { bollettino, rapporto, datore }: DaStampare,
  { ente, oggi, predefinita, chiesta = {}, visibile }: Stampa,
): DatiAvviso {
  if (bollettino.stato === 'pagato' || bollettino.stato === 'eliminato') {
    throw new ErroreDati('avviso-non-stampabile', { stato: bollettino.stato });
  }
  return {
    ente,
    codiceAvviso: bollettino.codiceAvviso,
    oggetto: oggettoDelPagamento(bollettino, rapporto),
    importo: bollettino.importo,
    scadenza: bollettino.scadenza,
    ...personeSullAvviso(
      { datore, lavoratore: rapporto.lavoratore },
      chiesta.lavoratore ?? predefinita.lavoratore,
      visibile,
    ),
    periodo: mesiDelTrimestre(bollettino.trimestre),
    emessoIl: oggi,
    ...scegliAvviso({ chiesta, persona: datore.linguaAvviso, predefinita }, oggi),
    ...(predefinita.marchi !== undefined && { marchi: predefinita.marchi }),
  };
}
