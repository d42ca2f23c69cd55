import { condizioniAl } from '../../anagrafe/condizioni-nel-tempo.ts';
import { calcola } from '../../contributi/calcola.ts';
import type { Calcolo, DatiCalcolo } from '../../contributi/calcolo.ts';
import { oltreIlLimite } from '../../contributi/quarta-fascia.ts';
import type { Norme } from '../../norme/norme.ts';
import { estremi } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { decimaleIt, euroIt } from '../formati.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import { datiDellIpotesi, type Ipotesi } from './ipotesi.ts';
import { italiano } from '../../valori/italiano.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

/** What is due for the true hours, in one band. */
export interface Dovuto {
  readonly calcolo: Calcolo;
  /** Amount of the notice less what is due: positive when the notice asks too much. */
  readonly differenza: Centesimi;
}

/** How far a notice is from what is due for the hours truly paid. */
export interface Scostamento {
  readonly oreVere: Decimale;
  readonly settimane: number;
  /** One; or one for each band of the pay, when the true hours leave the fourth and the pay is not known. */
  readonly dovuti: readonly [Dovuto, ...Dovuto[]];
  readonly frase: string;
  readonly avvertenze: readonly string[];
}

/**
 * What is due for the true hours, all else (CUAF, term, association) being as in the best hypothesis. The band belongs to the
 * week: where the true hours fall on the other side of 24 a week, it is another one, the fourth or that of the pay.
 * @throws ErroreDati when the true hours do not fit in the weeks
 */
export function scostamento(dati: DatiVerifica, ipotesi: Ipotesi, oreVere: Decimale, norme: Norme): Scostamento {
  const settimane = dati.settimaneVere ?? ipotesi.distribuzione.settimane;
  const media = oreVere.dividedBy(settimane);
  const cambia = oltreIlLimite(media, norme.criteri.criteri) !== (ipotesi.tariffa.fascia === 4);
  const [primo, ...altri] = inputs(dati, ipotesi, { oreVere, settimane, cambia }, norme).map((ingresso): Dovuto => {
    // What is due is paid in whole hours, whatever the notice did.
    const calcolo = calcola({ ...ingresso, oreInParti: 'intere' }, norme);
    return { calcolo, differenza: centesimi(dati.importo - calcolo.totale) };
  });
  if (primo === undefined) throw new Error('no band to calculate with');
  return {
    oreVere,
    settimane,
    dovuti: [primo, ...altri],
    frase: altri.length === 0 ? sentence(primo, oreVere) : sentences([primo, ...altri], oreVere),
    avvertenze: cambia ? [otherBand(media, ipotesi)] : [],
  };
}

function inputs(
  dati: DatiVerifica,
  { tariffa, distribuzione }: Ipotesi,
  { oreVere, settimane, cambia }: { oreVere: Decimale; settimane: number; cambia: boolean },
  norme: Norme,
): DatiCalcolo[] {
  if (!cambia) {
    const base = datiDellIpotesi(dati, tariffa, oreVere, { ...distribuzione, settimane }, norme);
    // The hours agreed for a week decide the band, as in INPS's own simulator: absences do not move them.
    return [{ ...base, oreSettimanali: distribuzione.oreSettimanali }];
  }
  // The weekly hours that were noticed are not the true ones: the calculation takes their average.
  const { oreSettimanali: _avvisate, ...noti } = dati.noti;
  const irregolare = { settimane, oreSettimanali: oreVere.dividedBy(settimane), regolare: false };
  const conPaga = (paghe: DatiVerifica['noti'], fascia: Ipotesi['tariffa']['fascia']): DatiCalcolo =>
    datiDellIpotesi({ ...dati, noti: paghe }, { ...tariffa, fascia }, oreVere, irregolare, norme);
  if (tariffa.fascia !== 4) return [conPaga(noti, 4)];
  if (noti.paga !== undefined || noti.retribuzioneOrariaEffettiva !== undefined) return [conPaga(noti, 4)];
  const pattuite = dati.rapporto && condizioniAl(dati.rapporto, estremi(dati.trimestre).ultimo);
  if (pattuite?.paga !== undefined) {
    return [conPaga({ ...noti, paga: pattuite.paga, vittoAlloggioGiorni: pattuite.vittoAlloggioGiorni }, 4)];
  }
  return ([1, 2, 3] as const).map((fascia) => conPaga(noti, fascia));
}

function otherBand(media: Decimale, { tariffa }: Ipotesi): string {
  const ore = decimaleIt(media.toDecimalPlaces(2));
  const altra =
    tariffa.fascia === 4
      ? 'la fascia della paga e non più la 4ª'
      : italiano`la 4ª fascia e non più la ${tariffa.fascia}ª`;
  return (
    `Le ore vere sono ${ore} a settimana, ${tariffa.fascia === 4 ? 'non più di' : 'più di'} 24: vale ${altra}. ` +
    'Il conto le suppone uguali ogni settimana: se non lo erano, calcolare il trimestre settimana per settimana.'
  );
}

function sentence({ calcolo, differenza }: Dovuto, oreVere: Decimale): string {
  const dovuto = `per ${testoOre(oreVere)} si devono ${euroIt(calcolo.totale)}`;
  if (differenza === 0) return `L’avviso è giusto: ${dovuto}.`;
  return `L’avviso chiede ${euroIt(centesimi(Math.abs(differenza)))} in ${differenza > 0 ? 'più' : 'meno'}: ${dovuto}.`;
}

/** The pay would tell which of them: each is said. */
function sentences(dovuti: readonly Dovuto[], oreVere: Decimale): string {
  const casi = dovuti.map(({ calcolo, differenza }) => {
    const scarto =
      differenza === 0
        ? 'quanto chiede l’avviso'
        : `l’avviso chiede ${euroIt(centesimi(Math.abs(differenza)))} in ${differenza > 0 ? 'più' : 'meno'}`;
    return italiano`${euroIt(calcolo.totale)} nella ${calcolo.fascia}ª fascia (${scarto})`;
  });
  return `Per ${testoOre(oreVere)} quanto si deve dipende dalla paga oraria, che va indicata: ${casi.join(', ')}.`;
}
