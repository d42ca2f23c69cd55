import { condizioniAl, condizioniNelPeriodo, type PeriodoDiCondizioni } from '../anagrafe/condizioni-nel-tempo.ts';
import type { RapportoDiLavoro } from '../anagrafe/rapporto-di-lavoro.ts';
import type { DatiCalcolo } from '../contributi/calcolo.ts';
import { norme } from '../norme/norme.ts';
import { territoriDelTrimestre } from '../scadenze/scadenza-del-rapporto.ts';
import { estremiDelleSettimane } from '../scadenze/settimane.ts';
import { estremi, formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { Decimale } from '../valori/decimale.ts';
import { formatEuro } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { BaseDiCalcolo, SituazioneTesto } from './base-di-calcolo.ts';
import { conQuantoDetto, staAccanto } from './detto-accanto.ts';
import { notActive } from './rapporto-non-attivo.ts';
import type { Modifiche as TutteLeModifiche } from './servizio-bollettini.ts';

/** What a person changed of a quarter, besides the rapporto's terms. */
type Modifiche = Omit<TutteLeModifiche, 'cambio' | 'fine'>;

/**
 * What the bollettini of a rapporto's quarter are computed from. Terms that hold for the whole quarter, or a change of the
 * person's, give one figure of hours and pay; terms that change within it are told day by day, with what stands beside them: nights,
 * overtime, the fund, the readings, the place.
 * @throws ErroreDati `rapporto-non-attivo` when the rapporto did not exist in the quarter, `modifiche-incompatibili`
 */
export function baseDelRapporto(rapporto: RapportoDiLavoro, trimestre: Trimestre, modifiche: Modifiche): BaseDiCalcolo {
  const { situazione, cessazione, ...altre } = modifiche;
  const dati = datiDelRapporto(rapporto, trimestre, modifiche);
  const accanto = staAccanto(altre);
  if (situazione !== undefined && !accanto) throw incompatible();
  const cambiano = condizioniDelTrimestre(rapporto, trimestre).length > 1;
  if (situazione === undefined && (!accanto || !cambiano)) return { forma: 'semplice', dati };
  const testo = { ...conQuantoDetto(situazioneDi(rapporto, trimestre, cessazione), altre), ...situazione };
  return { forma: 'situazione', testo };
}

/** The terms that hold in the weeks of a quarter: more than one where they change within it. */
export function condizioniDelTrimestre(rapporto: RapportoDiLavoro, trimestre: Trimestre): PeriodoDiCondizioni[] {
  const { domenica, sabato } = estremiDelleSettimane(trimestre);
  return condizioniNelPeriodo(rapporto, domenica, sabato);
}

/**
 * One figure of hours and pay: the rapporto's terms at the end of the quarter (or of the rapporto), then what the person
 * changed.
 * @throws ErroreDati `rapporto-non-attivo`
 */
export function datiDelRapporto(rapporto: RapportoDiLavoro, trimestre: Trimestre, modifiche: Modifiche): DatiCalcolo {
  const { ultimo } = estremi(trimestre);
  const cessazione = modifiche.cessazione ?? rapporto.cessazione;
  // An end in December may leave its last week to the quarter after; one that begins late is told by the calculation.
  if (
    rapporto.assunzione > ultimo ||
    (cessazione !== undefined && cessazione < estremiDelleSettimane(trimestre).domenica)
  ) {
    throw notActive(rapporto, trimestre);
  }
  const fine = rapporto.cessazione !== undefined && rapporto.cessazione < ultimo ? rapporto.cessazione : ultimo;
  const condizioni = condizioniAl(rapporto, fine);
  return applyModifiche(
    {
      trimestre,
      oreSettimanali: new Decimale(condizioni.oreSettimanali),
      ...(condizioni.paga !== undefined && { paga: condizioni.paga }),
      vittoAlloggioGiorni: condizioni.vittoAlloggioGiorni,
      senzaCuaf: condizioni.senzaCuaf,
      tempoDeterminato: condizioni.tempoDeterminato,
      ...(condizioni.associazione !== undefined && { associazione: condizioni.associazione }),
      assunzione: rapporto.assunzione,
      ...(rapporto.cessazione !== undefined && { cessazione: rapporto.cessazione }),
      ...luogoSospeso(rapporto, trimestre, cessazione),
    },
    modifiche,
  );
}

/** The place kept with the rapporto, for the quarters whose due date it moves. */
function luogoSospeso(
  { territorio }: RapportoDiLavoro,
  trimestre: Trimestre,
  cessazione: Giorno | undefined,
): Pick<DatiCalcolo, 'territorio'> {
  if (territorio === undefined) return {};
  const fine = cessazione === undefined ? {} : { cessazione };
  const [suo] = territoriDelTrimestre(trimestre, { territorio, ...fine }, norme());
  return suo === undefined ? {} : { territorio: suo };
}

/**
 * Puts a person's change over an input. Weekly hours given anew take the place of a total given before, and an agreed pay
 * that of an effective one: otherwise the change would not be heard.
 */
export function applyModifiche(dati: DatiCalcolo, { situazione: _, ...modifiche }: Modifiche): DatiCalcolo {
  const { ore, retribuzioneOrariaEffettiva, ...resto } = dati;
  return {
    ...resto,
    ...(ore !== undefined && modifiche.oreSettimanali === undefined && { ore }),
    ...(retribuzioneOrariaEffettiva !== undefined && modifiche.paga === undefined && { retribuzioneOrariaEffettiva }),
    ...modifiche,
  };
}

/** The quarter as the rapporto's terms tell it, in the text form that files and the API use too. */
function situazioneDi(
  rapporto: RapportoDiLavoro,
  trimestre: Trimestre,
  cessazione = rapporto.cessazione,
): SituazioneTesto {
  const { ultimo } = estremi(trimestre);
  const { associazione } = condizioniAl(
    rapporto,
    cessazione !== undefined && cessazione < ultimo ? cessazione : ultimo,
  );
  return {
    trimestre: formatTrimestre(trimestre),
    assunzione: rapporto.assunzione,
    ...(cessazione !== undefined && { cessazione }),
    ...(associazione !== undefined && { associazione }),
    ...luogoSospeso(rapporto, trimestre, cessazione),
    condizioni: rapporto.condizioni.map((c) => ({
      dal: c.dal,
      oreSettimanali: c.oreSettimanali,
      ...(c.paga !== undefined && { paga: { tipo: c.paga.tipo, importo: formatEuro(c.paga.importo) } }),
      vittoAlloggioGiorni: c.vittoAlloggioGiorni,
      senzaCuaf: c.senzaCuaf,
      tempoDeterminato: c.tempoDeterminato,
    })),
  };
}

/** What to tell who sees one figure for a quarter in which the terms changed: it knows only the last ones. */
export function avvertenzaCambio(rapporto: RapportoDiLavoro, trimestre: Trimestre): string | undefined {
  const { primo, ultimo } = estremi(trimestre);
  const cambi = condizioniNelPeriodo(rapporto, primo, ultimo).slice(1);
  if (cambi.length === 0) return undefined;
  const giorni = cambi.map((periodo) => formatGiornoItaliano(periodo.dal)).join(' e dal ');
  return italiano`Le condizioni del rapporto sono cambiate nel trimestre, dal ${giorni}: questo calcolo usa le ultime. Indicare le ore effettive del trimestre.`;
}

function incompatible(): ErroreDati {
  return new ErroreDati('modifiche-incompatibili', { campo: 'situazione' });
}
