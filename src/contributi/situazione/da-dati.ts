import { territoriDi } from '../../scadenze/territori.ts';
import type { DatiCalcoloCompleti } from '../calcolo.ts';
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
    straordinari: NESSUNA,
    festivita: 'comprese',
    lettura: 'settimana-per-settimana',
    tredicesima: dati.tredicesima,
    associazione: dati.associazione,
    sgravi: NESSUNA,
    territori: territoriDi(dati.territorio),
    oreInParti: dati.oreInParti,
    settimaneIncomplete: dati.settimaneIncomplete,
    quartaFascia: dati.quartaFascia,
    contoAssistenza: dati.contoAssistenza,
  } as unknown as Situazione;
}
