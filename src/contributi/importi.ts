import type { Norme } from '../norme/norme.ts';
import type { NumeroFascia, TabellaAnno } from '../norme/tabella-anno.ts';
import type { Scadenza } from '../scadenze/scadenza.ts';
import { dividiMezzoInSu } from '../valori/arrotondamento.ts';
import type { Decimale } from '../valori/decimale.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import { PAGA_MASSIMA, vittoIgnoto, vocePaga, type VocePaga, voceVitto } from './accordo-paga.ts';
import { calcola, qualeScadenza } from './calcola.ts';
import type { Calcolo, DatiCalcolo, PagaPattuita } from './calcolo.ts';
import { type ContestoTrimestre, contestoTrimestre } from './contesto-trimestre.ts';
import { fasciaDellaPaga } from './fascia.ts';
import { ORE_DI_UNA_SETTIMANA } from './ore.ts';
import { effettivaInInteri } from './retribuzione-effettiva.ts';

/** The figures of a calculation without its explanation. */
export interface ImportiCalcolo extends Pick<
  Calcolo,
  | 'trimestre'
  | 'settimane'
  | 'fascia'
  | 'senzaCuaf'
  | 'tempoDeterminato'
  | 'contributoOrario'
  | 'associazione'
  | 'totale'
  | 'quotaLavoratore'
  | 'quotaDatore'
  | 'scadenza'
> {
  /** Paid hours of the quarter: in hundredths, or exact when they are finer. */
  readonly ore: number | Decimale;
}

const CENTO = 100;
const ORE_MASSIME = ORE_DI_UNA_SETTIMANA * CENTO;
const LIMITE_24_ORE = 24 * CENTO;
const GIORNI: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 7]);

/**
 * What `calcola` gives, figures alone and in integers: for files of a million rows, where the explanation would be most of
 * the work. Whatever is not plain (hours finer than a hundredth, anything wrong) is left to `calcola`, so that there is one place that refuses.
 * @throws ErroreDati as `calcola`
 */
export function calcolaImporti(dati: DatiCalcolo, norme: Norme): ImportiCalcolo {
  return importiPiani(dati, contestoTrimestre(dati.trimestre, norme), norme) ?? calcola(dati, norme);
}

function importiPiani(dati: DatiCalcolo, contesto: ContestoTrimestre, norme: Norme): ImportiCalcolo | undefined {
  const settimane = settimanePiane(dati, contesto);
  if (settimane === undefined) return undefined;
  const date = dati.oreSettimanali === undefined ? undefined : centesimiDiOra(dati.oreSettimanali);
  const ore = dati.ore === undefined ? (date ?? -1) * settimane : centesimiDiOra(dati.ore);
  const settimanali = date ?? ore;
  const divisore = date === undefined ? settimane : 1;
  if (!(ore > 0 && ore <= ORE_MASSIME * settimane && settimanali > 0 && settimanali <= ORE_MASSIME * divisore)) {
    return undefined;
  }
  const fascia = fasciaPiana(dati, contesto.tabella, settimanali, divisore);
  if (fascia === undefined) return undefined;
  return componi(dati, contesto, settimane, ore, fascia, qualeScadenza(dati, contesto, norme));
}

/** Undefined when the number or the days are wrong. */
function settimanePiane({ assunzione, cessazione, settimane }: DatiCalcolo, contesto: ContestoTrimestre) {
  const tutte = contesto.settimane.length;
  if (settimane !== undefined && !(Number.isInteger(settimane) && settimane >= 1 && settimane <= tutte)) {
    return undefined;
  }
  if (assunzione === undefined && cessazione === undefined) return settimane ?? tutte;
  if (assunzione !== undefined && cessazione !== undefined && cessazione < assunzione) return undefined;
  let dentro = 0;
  for (const { domenica, sabato } of contesto.settimane) {
    const cominciato = assunzione === undefined || sabato >= assunzione;
    if (cominciato && (cessazione === undefined || domenica <= cessazione)) dentro++;
  }
  return dentro === 0 ? undefined : (settimane ?? dentro);
}

function fasciaPiana(
  dati: DatiCalcolo,
  tabella: TabellaAnno,
  settimanali: number,
  divisore: number,
): NumeroFascia | undefined {
  const { paga, vittoAlloggioGiorni = 0, retribuzioneOrariaEffettiva } = dati;
  if (retribuzioneOrariaEffettiva !== undefined || !GIORNI.has(vittoAlloggioGiorni)) return undefined;
  if (paga !== undefined && !(paga.importo > 0 && paga.importo <= PAGA_MASSIMA[paga.tipo])) return undefined;
  if (settimanali > LIMITE_24_ORE * divisore) return 4;
  if (paga === undefined || vittoIgnoto(dati, tabella)) return undefined;
  const effettiva = effettivaInInteri(pagaNota(paga), voceVitto(dati, tabella), settimanali, divisore * CENTO);
  return effettiva === undefined ? undefined : fasciaDellaPaga(tabella, effettiva);
}

function componi(
  { trimestre, senzaCuaf, tempoDeterminato, associazione }: DatiCalcolo,
  contesto: ContestoTrimestre,
  settimane: number,
  ore: number,
  fascia: NumeroFascia,
  scadenza: Scadenza,
): ImportiCalcolo {
  const { contributoOrario, quotaLavoratore } = contesto.tariffa(fascia, senzaCuaf, tempoDeterminato);
  const fondo = associazione === undefined ? undefined : contesto.assistenza(associazione);
  const perFondo = fondo === undefined ? 0 : perOra(ore, fondo.totale);
  const quotaFondo = fondo === undefined ? 0 : perOra(ore, fondo.quota);
  const totale = perOra(ore, contributoOrario) + perFondo;
  const lavoratore = perOra(ore, quotaLavoratore) + quotaFondo;
  return {
    trimestre,
    settimane,
    ore,
    fascia,
    senzaCuaf,
    tempoDeterminato,
    contributoOrario,
    associazione:
      fondo === undefined
        ? null
        : { codice: fondo.codice, totale: centesimi(perFondo), quotaLavoratore: centesimi(quotaFondo) },
    totale: centesimi(totale),
    quotaLavoratore: centesimi(lavoratore),
    quotaDatore: centesimi(totale - lavoratore),
    scadenza,
  };
}

/** Hundredths of an hour × cents an hour, half-up to the cent. */
function perOra(ore: number, oraria: Centesimi): number {
  return ore % CENTO === 0 ? (ore / CENTO) * oraria : dividiMezzoInSu(ore * oraria, CENTO);
}

/** Hours in hundredths; NaN when they are finer. decimal.js keeps seven decimal digits a word: read off where it can be. */
function centesimiDiOra(ore: Decimale): number {
  const { d, e, s } = ore;
  if (s !== 1 || d === null || e < 0 || e > 6 || d.length > 2) return Number.NaN;
  const [interi = 0, decimali = 0] = d;
  return decimali % 100_000 === 0 ? interi * CENTO + decimali / 100_000 : Number.NaN;
}

const paghe = new WeakMap<PagaPattuita, VocePaga>();

/** Files give the same pay object for the same text, so it is looked at once. */
function pagaNota(paga: PagaPattuita): VocePaga {
  let voce = paghe.get(paga);
  if (voce === undefined) paghe.set(paga, (voce = vocePaga(paga)));
  return voce;
}
