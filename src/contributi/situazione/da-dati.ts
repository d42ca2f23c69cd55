import { territoriDi } from '../../scadenze/territori.ts';
import type { Livello } from '../../norme/minimi.ts';
import type { DatiCalcoloCompleti } from '../calcolo.ts';
import type { MinimoChiesto } from '../minimo-contrattuale.ts';
import type { Situazione } from './situazione.ts';

const NESSUNA: readonly never[] = [];
const CONTRATTO: Situazione['ore'] = { tipo: 'contratto' };

/**
 * Plain data are a situation: one set of terms that holds for the whole quarter, and hours by the week or in total. An
 * undefined field means an absent one, as everywhere.
 */
export function situazioneDa(dati: DatiCalcoloCompleti): Situazione {
  const { ore, settimane } = dati;
  return {
    trimestre: dati.trimestre,
    assunzione: dati.assunzione,
    cessazione: dati.cessazione,
    condizioni: [dati],
    ore:
      ore === undefined
        ? settimane === undefined
          ? CONTRATTO
          : { tipo: 'contratto', settimane }
        : { tipo: 'totale', ore, settimane },
    assenze: NESSUNA,
    straordinari: dati.straordinari ?? NESSUNA,
    festivita: 'comprese',
    lettura: 'settimana-per-settimana',
    tredicesima: dati.tredicesima,
    associazione: dati.associazione,
    notti: dati.notti,
    assistenzaInPiu: dati.assistenzaInPiu,
    soloAssistenza: dati.soloAssistenza,
    sgravi: NESSUNA,
    territori: territoriDi(dati.territorio),
    minimo: dati.livello === undefined ? undefined : minimoDa(dati, dati.livello),
    oreInParti: dati.oreInParti,
    settimaneIncomplete: dati.settimaneIncomplete,
    quartaFascia: dati.quartaFascia,
    contoAssistenza: dati.contoAssistenza,
    inizioF2: dati.inizioF2,
    importoE1: dati.importoE1,
  } as unknown as Situazione;
}

/** Levels that have a table for who lives in up to 30 hours. */
const LIVELLI_30_ORE: readonly Livello[] = ['B', 'BS', 'C'];

/** A level by the form that its pay says: by hour, or by month living in, full time or up to 30 hours. */
function minimoDa({ indennita, scatti, paga, oreSettimanali }: DatiCalcoloCompleti, livello: Livello): MinimoChiesto {
  const poche = LIVELLI_30_ORE.includes(livello) && oreSettimanali?.lte(30) === true;
  const forma = paga?.tipo !== 'mensile' ? 'oraria' : poche ? 'convivente-30-ore' : 'convivente';
  return {
    livello,
    forma,
    ...(indennita === undefined ? {} : { indennita }),
    ...(scatti === undefined ? {} : { scatti }),
  };
}
