import type { Norme } from '../../norme/norme.ts';
import type { Scadenza } from '../../scadenze/scadenza.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { letturaDelFondo } from '../lettura-del-fondo.ts';
import { inQuartaFascia } from '../quarta-fascia.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { settimaneAccreditate } from '../settimane-accreditate.ts';
import type { CodiceAssociazione } from '../calcolo.ts';
import type { Conto, Gruppo, OreDelFondo } from './gruppo.ts';
import { oreContate } from './ore-del-fondo.ts';
import type { OrePiane } from './ore-piane.ts';
import { oreDaPagare } from './ore-da-pagare.ts';
import { componiRiga } from './riga.ts';

const NESSUNO: readonly never[] = [];

/** The quick way, for weeks that are all alike: one group, one row. */
export function contoPiano(
  situazione: Situazione,
  ore: OrePiane,
  contesto: ContestoTrimestre,
  scadenza: Scadenza,
  norme: Norme,
): Conto {
  const { associazione, quartaFascia, tredicesima } = situazione;
  const condizioni = situazione.condizioni[0];
  const oltre = inQuartaFascia(ore, contesto.criteri, quartaFascia, condizioni, contesto.tabella);
  const centesimiDiOra = oreDaPagare(ore.totali, situazione.oreInParti);
  const primo = contesto.estremi.domenica;
  const termini = { condizioni, orario: ore, oltre, primo, tredicesima, giorni: NESSUNO, centesimiDiOra };
  const gruppo: Gruppo = {
    gruppo: oltre ? 'oltre-24' : 'fino-24',
    settimane: ore.settimane,
    esatte: ore.totali,
    righe: [componiRiga(termini, contesto, norme)],
    fondo: associazione === undefined ? null : [delFondo(situazione, associazione, centesimiDiOra, contesto, norme)],
    inPiu: situazione.assistenzaInPiu ?? 0,
    sgravi: NESSUNO,
  };
  const accreditate = settimaneAccreditate(centesimiDiOra, ore.settimane, contesto.criteri);
  return { situazione, contesto, ore, gruppi: [gruppo], scadenza, settimaneAccreditate: accreditate };
}

/** A fund's hours are the paid ones, or those of the nights. */
function delFondo(
  situazione: Situazione,
  codice: CodiceAssociazione,
  pagate: number,
  contesto: ContestoTrimestre,
  norme: Norme,
): OreDelFondo {
  const centesimiDiOra = situazione.notti === undefined ? pagate : (oreContate(situazione, [pagate], norme)[0] ?? 0);
  return { tariffa: contesto.assistenza(codice, letturaDelFondo(codice, situazione)), centesimiDiOra };
}
