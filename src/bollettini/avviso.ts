import type { Visibilita } from '../accesso/visibilita.ts';
import type { Datore, RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { DatiAvviso } from '../avvisi/dati-avviso.ts';
import { scegliAvviso, type AvvisoPredefinito, type SceltaAvviso } from '../avvisi/scelta-avviso.ts';
import type { EnteCreditore } from '../pagopa/ente-creditore.ts';
import { formatTrimestre, mesiDelTrimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Bollettino } from './bollettino.ts';
import { perchePrescritto, trimestrePrescritto } from './prescritto.ts';
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
  readonly bollettino: Pick<
    Bollettino,
    'id' | 'trimestre' | 'iuv' | 'codiceAvviso' | 'importo' | 'scadenza' | 'stato' | 'interrottaIl'
  >;
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
 * Why a bollettino has no notice: it is paid or was removed, or it waits in the cart and INPS cannot receive it any more. A paper
 * that asks for money not owed, or that no counter takes, must not be made. Undefined while it can be printed.
 * @param oggi the day of printing
 */
export function percheNonSiStampa(
  bollettino: Pick<Bollettino, 'trimestre' | 'scadenza' | 'stato' | 'interrottaIl'>,
  oggi: Giorno,
): ErroreDati | undefined {
  const { stato } = bollettino;
  if (stato === 'pagato' || stato === 'eliminato') {
    return new ErroreDati('avviso-non-stampabile', { stato });
  }
  // A payment that began before midnight goes on.
  const perche = stato === 'nel-carrello' ? perchePrescritto(bollettino, oggi) : undefined;
  return perche === undefined ? undefined : trimestrePrescritto(perche);
}

/**
 * What the printed notice of a bollettino bears.
 * @throws ErroreDati `avviso-non-stampabile`, `trimestre-prescritto` (409), as {@link percheNonSiStampa} says
 */
export function datiAvviso(
  { bollettino, rapporto, datore }: DaStampare,
  { ente, oggi, predefinita, chiesta = {}, visibile }: Stampa,
): DatiAvviso {
  const perche = percheNonSiStampa(bollettino, oggi);
  if (perche !== undefined) throw perche;
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
