import type { Norme } from '../../norme/norme.ts';
import type { Scadenza } from '../../scadenze/scadenza.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { GruppoSettimane } from '../calcolo.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { oltreIlLimite } from '../quarta-fascia.ts';
import { type OreGiornaliere, oreGiornaliere } from '../situazione/ore-del-trimestre.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { settimaneAccreditate } from '../settimane-accreditate.ts';
import type { Conto, Gruppo } from './gruppo.ts';
import type { GiornoPagato } from './giorno-pagato.ts';
import { oreDaPagare } from './ore-da-pagare.ts';
import { oreContate, oreDelFondo } from './ore-del-fondo.ts';
import { oreDegliSgravi } from './ore-dello-sgravio.ts';
import type { Riga } from './riga.ts';
import { righeDelGruppo } from './righe-del-gruppo.ts';

interface Dove {
  readonly contesto: ContestoTrimestre;
  readonly norme: Norme;
}

/** A group of weeks with its days, before fund and reliefs. */
interface Parte {
  readonly gruppo: GruppoSettimane;
  readonly giorni: readonly GiornoPagato[];
  readonly esatte: number;
  readonly righe: readonly Riga[];
}

/** The long way, day by day: weeks that differ, absences, terms that change, beginnings and ends by their days. */
export function contoGiornaliero(
  situazione: Situazione,
  contesto: ContestoTrimestre,
  scadenza: Scadenza,
  norme: Norme,
): Conto {
  rifiutaSettimaneContate(situazione);
  const dove = { contesto, norme };
  const ore = oreGiornaliere(situazione, contesto, norme);
  const parti = (['fino-24', 'oltre-24'] as const).flatMap((gruppo) => parte(situazione, gruppo, ore, dove));
  const contate = oreContate(
    situazione,
    parti.map(({ righe }) => sommaOre(righe)),
    norme,
  );
  const { associazione } = situazione;
  const gruppi = parti.map(({ gruppo, giorni, esatte, righe }, n): Gruppo => ({
    gruppo,
    settimane: ore.settimane.filter((settimana) => settimana.gruppo === gruppo).length,
    esatte,
    righe,
    fondo: associazione === undefined ? null : oreDelFondo(associazione, giorni, contate[n] ?? 0, situazione, dove),
    inPiu: n === 0 ? (situazione.assistenzaInPiu ?? 0) : 0,
    sgravi: oreDegliSgravi(situazione, righe, giorni, norme),
  }));
  const accreditate = settimaneAccreditate(
    gruppi.reduce((somma, { righe }) => somma + sommaOre(righe), 0),
    gruppi.reduce((somma, { settimane }) => somma + settimane, 0),
    contesto.criteri,
  );
  return { situazione, contesto, ore, gruppi, scadenza, settimaneAccreditate: accreditate };
}

function rifiutaSettimaneContate({ ore }: Situazione): void {
  if ((ore.tipo !== 'contratto' && ore.tipo !== 'totale') || ore.settimane === undefined) return;
  throw new ErroreDati('settimane-non-valide/a-giorni', { campo: 'settimane' });
}

function parte(situazione: Situazione, gruppo: GruppoSettimane, ore: OreGiornaliere, dove: Dove): Parte[] {
  const giorni = giorniDelGruppo(situazione, gruppo, ore, dove.contesto);
  if (giorni.length === 0) return [];
  const pagate = ore.settimane.filter((settimana) => settimana.gruppo !== null).length;
  const righe = righeDelGruppo(situazione, gruppo, giorni, pagate, dove);
  const esatte = sommaOre(righe);
  const manca = oreDaPagare(esatte, situazione.oreInParti) - esatte;
  if (manca === 0) return [{ gruppo, giorni, esatte, righe }];
  // What rounds the hours up goes to the last row.
  const ultima = righe.at(-1) as Riga;
  const intere = [...righe.slice(0, -1), { ...ultima, centesimiDiOra: ultima.centesimiDiOra + manca }];
  return [{ gruppo, giorni, esatte, righe: intere }];
}

/** The days of a group's weeks, and unused holidays on theirs. */
function giorniDelGruppo(
  situazione: Situazione,
  gruppo: GruppoSettimane,
  { calendario, ferie, ore, settimane }: OreGiornaliere,
  contesto: ContestoTrimestre,
): GiornoPagato[] {
  const dovute = ferie === null ? undefined : settimane[ferie.settimana]?.gruppo;
  // A last week without work leaves the holidays to the group of the last paid week, or to the agreed hours.
  const gruppoFerie =
    dovute ?? settimane.findLast((settimana) => settimana.gruppo !== null)?.gruppo ?? perOrario(situazione, contesto);
  const giorni: GiornoPagato[] = [];
  for (const [indice, giorno] of calendario.giorni.entries()) {
    const dellaSettimana = settimane[giorno.settimana]?.gruppo === gruppo ? (ore[indice] ?? 0) : 0;
    const diFerie = ferie !== null && ferie.indice === indice && gruppoFerie === gruppo ? ferie.centesimiDiOra : 0;
    const quante = dellaSettimana + diFerie;
    if (quante > 0) giorni.push({ indice, giorno, ore: quante });
  }
  return giorni;
}

function perOrario({ condizioni }: Situazione, { criteri }: ContestoTrimestre): GruppoSettimane {
  const orario = condizioni.at(-1)?.oreSettimanali;
  return orario !== undefined && oltreIlLimite(orario, criteri) ? 'oltre-24' : 'fino-24';
}

function sommaOre(righe: readonly Riga[]): number {
  return righe.reduce((somma, { centesimiDiOra }) => somma + centesimiDiOra, 0);
}
