import { condizioniAl, condizioniNelPeriodo } from '../anagrafe/condizioni-nel-tempo.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { DatiCalcolo } from '../contributi/calcolo.ts';
import { estremi, formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import type { Modifiche } from './servizio-bollettini.ts';

/**
 * What the calculation is given for a rapporto's quarter: its terms at the end of the quarter (or of the rapporto), then
 * what the person changed.
 * @throws ErroreDati `rapporto-non-attivo` when the rapporto did not exist in the quarter
 */
export function datiDelRapporto(rapporto: RapportoDiLavoro, trimestre: Trimestre, modifiche: Modifiche): DatiCalcolo {
  const { primo, ultimo } = estremi(trimestre);
  if (rapporto.assunzione > ultimo || (rapporto.cessazione !== undefined && rapporto.cessazione < primo)) {
    throw notActive(rapporto, trimestre);
  }
  const fine = rapporto.cessazione !== undefined && rapporto.cessazione < ultimo ? rapporto.cessazione : ultimo;
  const condizioni = condizioniAl(rapporto, fine);
  return applyModifiche(
    {
      trimestre,
      oreSettimanali: new Decimale(condizioni.oreSettimanali),
      paga: condizioni.paga,
      vittoAlloggioGiorni: condizioni.vittoAlloggioGiorni,
      senzaCuaf: condizioni.senzaCuaf,
      tempoDeterminato: condizioni.tempoDeterminato,
      ...(condizioni.associazione !== undefined && { associazione: condizioni.associazione }),
      assunzione: rapporto.assunzione,
      ...(rapporto.cessazione !== undefined && { cessazione: rapporto.cessazione }),
    },
    modifiche,
  );
}

/** Weekly hours given anew take the place of a total given before: otherwise the change would not be heard. */
export function applyModifiche(dati: DatiCalcolo, modifiche: Modifiche): DatiCalcolo {
  const { ore, ...senzaOre } = dati;
  const base = modifiche.oreSettimanali !== undefined || ore === undefined ? senzaOre : dati;
  return { ...base, ...modifiche };
}

/** What to tell who sees a proposal, when the terms changed within the quarter: the proposal knows only the last ones. */
export function avvertenzaCambio(rapporto: RapportoDiLavoro, trimestre: Trimestre): string | undefined {
  const { primo, ultimo } = estremi(trimestre);
  const cambi = condizioniNelPeriodo(rapporto, primo, ultimo).slice(1);
  if (cambi.length === 0) return undefined;
  const giorni = cambi.map((periodo) => formatGiornoItaliano(periodo.dal)).join(' e dal ');
  return `Le condizioni del rapporto sono cambiate nel trimestre, dal ${giorni}: la proposta usa le ultime. Indicare le ore effettive del trimestre.`;
}

function notActive(rapporto: RapportoDiLavoro, trimestre: Trimestre): ErroreDati {
  const fine = rapporto.cessazione === undefined ? '' : ` ed è finito il ${formatGiornoItaliano(rapporto.cessazione)}`;
  return new ErroreDati(
    'rapporto-non-attivo',
    `Il rapporto ${rapporto.codice} è iniziato il ${formatGiornoItaliano(rapporto.assunzione)}${fine}: nel trimestre ${formatTrimestre(trimestre)} non c’è nulla da pagare.`,
    { campo: 'trimestre' },
  );
}
