import { calcola } from '../../contributi/calcola.ts';
import type { Calcolo, DatiCalcolo } from '../../contributi/calcolo.ts';
import { ORE_DI_UNA_SETTIMANA } from '../../contributi/ore.ts';
import { possibileIn } from '../../contributi/quarta-fascia.ts';
import type { Norme } from '../../norme/norme.ts';
import { settimane as settimaneDi } from '../../scadenze/settimane.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { DatiVerifica } from './dati-verifica.ts';
import { orePossibili } from './ore-possibili.ts';
import { plausibilita } from './plausibilita.ts';
import { settimanePossibili, type Distribuzione } from './settimane-possibili.ts';
import { tariffePossibili, type TariffaPossibile } from './tariffe-possibili.ts';

/** Something the amount may be: recomputed through the calculation itself, to the cent. */
export interface Ipotesi {
  readonly tariffa: TariffaPossibile;
  readonly distribuzione: Distribuzione;
  readonly calcolo: Calcolo;
  /** 0-100; only the order means something. */
  readonly plausibilita: number;
  readonly motivi: readonly string[];
}

/** All hypotheses that give exactly the amount, the most plausible first. */
export function trovaIpotesi(dati: DatiVerifica, norme: Norme): Ipotesi[] {
  const massimo = settimaneDi(dati.trimestre).length;
  const trovate: Ipotesi[] = [];
  for (const tariffa of tariffePossibili(dati.trimestre, dati.noti, norme)) {
    const entra = (settimanali: Decimale) =>
      settimanali.lessThanOrEqualTo(ORE_DI_UNA_SETTIMANA) &&
      possibileIn(tariffa.fascia, settimanali, norme.criteri.criteri);
    for (const ore of orePossibili(dati, tariffa)) {
      for (const distribuzione of settimanePossibili(ore, entra, massimo, dati.mezzeOre, dati.noti)) {
        const calcolo = recompute(dati, tariffa, ore, distribuzione, norme);
        if (calcolo?.totale !== dati.importo || calcolo.fascia !== tariffa.fascia) continue;
        const { punti, motivi } = plausibilita(dati, tariffa, distribuzione, massimo);
        trovate.push({ tariffa, distribuzione, calcolo, plausibilita: punti, motivi });
      }
    }
  }
  return trovate.sort(byPlausibility);
}

/** The input that gives a hypothesis its amount; without a known pay, one that falls in the hypothesis's band. */
export function datiDellIpotesi(
  dati: DatiVerifica,
  tariffa: TariffaPossibile,
  ore: Decimale,
  { settimane, oreSettimanali, regolare }: Distribuzione,
  norme: Norme,
): DatiCalcolo {
  const { paga, retribuzioneOrariaEffettiva, vittoAlloggioGiorni } = dati.noti;
  const effettiva = retribuzioneOrariaEffettiva ?? (paga === undefined ? payInBand(tariffa, dati, norme) : undefined);
  return {
    trimestre: dati.trimestre,
    ore,
    settimane,
    // The hours looked for are those paid: a notice with halves is one that paid them as they were.
    oreInParti: 'esatte',
    quartaFascia: tariffa.fascia === 4 ? 'oltre-24' : 'dalle-25',
    // An average that does not end is left out: the calculation then takes the exact fraction.
    ...(regolare || dati.noti.oreSettimanali !== undefined ? { oreSettimanali } : {}),
    senzaCuaf: tariffa.senzaCuaf,
    tempoDeterminato: tariffa.tempoDeterminato,
    ...(tariffa.associazione === null ? {} : { associazione: tariffa.associazione }),
    ...(effettiva === undefined ? {} : { retribuzioneOrariaEffettiva: effettiva }),
    ...(effettiva === undefined && paga !== undefined ? { paga } : {}),
    ...(effettiva === undefined && vittoAlloggioGiorni !== undefined ? { vittoAlloggioGiorni } : {}),
  };
}

/** Null where the calculation refuses the combination: then it is no hypothesis. */
function recompute(
  dati: DatiVerifica,
  tariffa: TariffaPossibile,
  ore: Decimale,
  distribuzione: Distribuzione,
  norme: Norme,
): Calcolo | null {
  try {
    return calcola(datiDellIpotesi(dati, tariffa, ore, distribuzione, norme), norme);
  } catch (errore) {
    if (errore instanceof ErroreDati) return null;
    throw errore;
  }
}

/** A pay that falls in the band; none is needed for the fourth. */
function payInBand({ fascia }: TariffaPossibile, { trimestre }: DatiVerifica, norme: Norme): Centesimi | undefined {
  const banda = norme.tabella(trimestre.anno).fasce[fascia - 1];
  if (fascia === 4 || banda === undefined) return undefined;
  return banda.finoA ?? centesimi((banda.oltre ?? 0) + 1);
}

function byPlausibility(a: Ipotesi, b: Ipotesi): number {
  return (
    b.plausibilita - a.plausibilita ||
    b.distribuzione.settimane - a.distribuzione.settimane ||
    a.tariffa.oraria - b.tariffa.oraria ||
    Number(a.tariffa.senzaCuaf) - Number(b.tariffa.senzaCuaf) ||
    Number(a.tariffa.tempoDeterminato) - Number(b.tariffa.tempoDeterminato)
  );
}
