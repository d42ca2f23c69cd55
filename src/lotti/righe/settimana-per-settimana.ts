import type { SituazioneTesto } from '../../bollettini/base-di-calcolo.ts';
import type { DatiCalcolo } from '../../contributi/calcolo.ts';
import { situazioneDa } from '../../contributi/situazione/da-dati.ts';
import { estremiDelleSettimane, settimaneDelRapporto } from '../../scadenze/settimane.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { Decimale } from '../../valori/decimale.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { leggiOre } from '../celle/numeri.ts';
import { pulisci } from '../celle/pulisci.ts';

/** Weekly hours as a column holds them: one figure, or one for each week of the quarter. */
export type OreSettimanali = Decimale | readonly Decimale[];

/**
 * Reads `25`, `24,5`, or a list for hours that change from week to week: `30 30 20 18 …`.
 * @throws ErroreDati `numero-non-valido`
 */
export function parseOreSettimanali(testo: string, campo: string): OreSettimanali {
  const scritto = pulisci(testo);
  const voci = scritto.replace(/ (?:h|hh|ore|ora)\.?$/i, '').split(/[\s|]+/);
  if (voci.length === 1 || voci.some((voce) => !/\d/.test(voce))) return leggiOre(scritto, campo);
  return voci.map((voce) => leggiOre(voce, campo));
}

/**
 * The quarter as it was, from a list of weekly hours: weeks up to 24 hours and weeks above then give two bollettini.
 * @throws ErroreDati `settimane-non-tornano` when the list is not as long as the rapporto's weeks, `ore-due-volte`
 */
export function situazioneDaSettimane(dati: DatiCalcolo, ore: readonly Decimale[]): SituazioneTesto {
  const { trimestre, assunzione, cessazione, paga, associazione, territorio } = dati;
  const { oreInParti, settimaneIncomplete, quartaFascia, contoAssistenza, inizioF2, importoE1 } = dati;
  if (dati.ore !== undefined || dati.settimane !== undefined || dati.straordinari !== undefined) {
    throw new ErroreDati('ore-due-volte', { campo: 'oreSettimanali' });
  }
  const settimane = settimaneDelRapporto(trimestre, assunzione, cessazione);
  if (settimane.length !== ore.length) {
    throw new ErroreDati('settimane-non-tornano', {
      ore: ore.length,
      trimestre: formatTrimestre(trimestre),
      settimane: settimane.length,
      campo: 'oreSettimanali',
    });
  }
  return {
    trimestre: formatTrimestre(trimestre),
    ...(assunzione !== undefined && { assunzione }),
    ...(cessazione !== undefined && { cessazione }),
    condizioni: [
      {
        dal: assunzione ?? estremiDelleSettimane(trimestre).domenica,
        oreSettimanali: usual(ore).toFixed(),
        ...(paga !== undefined && { paga: { tipo: paga.tipo, importo: formatEuro(paga.importo) } }),
        ...(dati.vittoAlloggioGiorni !== undefined && { vittoAlloggioGiorni: dati.vittoAlloggioGiorni }),
        senzaCuaf: dati.senzaCuaf,
        tempoDeterminato: dati.tempoDeterminato,
        ...(dati.sostituzione === true && { sostituzione: true }),
      },
    ],
    ore: {
      tipo: 'settimane',
      settimane: settimane.map(({ sabato }, i) => ({ sabato, ore: ore[i]?.toFixed() ?? '0' })),
    },
    ...(associazione !== undefined && { associazione }),
    ...(dati.notti !== undefined && { notti: dati.notti }),
    ...(dati.assistenzaInPiu !== undefined && { assistenzaInPiu: formatEuro(dati.assistenzaInPiu) }),
    ...(dati.soloAssistenza === true && { soloAssistenza: true }),
    ...(territorio !== undefined && { territorio }),
    ...(dati.livello !== undefined && { minimo: situazioneDa(dati).minimo }),
    ...(oreInParti !== undefined && { oreInParti }),
    ...(settimaneIncomplete !== undefined && { settimaneIncomplete }),
    ...(quartaFascia !== undefined && { quartaFascia }),
    ...(contoAssistenza !== undefined && { contoAssistenza }),
    ...(inizioF2 !== undefined && { inizioF2 }),
    ...(importoE1 !== undefined && { importoE1 }),
  };
}

/** The agreed hours, which turn a monthly pay into an hourly one: those of most paid weeks, the most of them when in doubt. */
function usual(ore: readonly Decimale[]): Decimale {
  const quante = new Map<string, number>();
  const pagate = ore.filter((voce) => !voce.isZero());
  for (const voce of pagate.length > 0 ? pagate : ore)
    quante.set(voce.toFixed(), (quante.get(voce.toFixed()) ?? 0) + 1);
  const [prima] = [...quante].sort(([a, n], [b, m]) => m - n || new Decimale(b).comparedTo(a));
  return new Decimale(prima?.[0] ?? 0);
}
