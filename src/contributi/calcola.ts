import type { Norme } from '../norme/norme.ts';
import { scadenzaCessazione, type Scadenza } from '../scadenze/scadenza.ts';
import { fonteUnica } from '../scadenze/slittamento.ts';
import { estremi } from '../scadenze/trimestre.ts';
import { centesimi, type Centesimi } from '../valori/denaro.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import { avvertenze } from './avvertenze.ts';
import type { Calcolo, DatiCalcolo } from './calcolo.ts';
import { type ContestoTrimestre, contestoTrimestre, type Tariffa } from './contesto-trimestre.ts';
import { passoFascia, scegliFascia } from './fascia.ts';
import { type OreDelTrimestre, oreDelTrimestre } from './ore.ts';
import { orePerCentesimi } from './ore-per-centesimi.ts';
import {
  passiAssociazione,
  passiOre,
  passiSettimane,
  passoContributi,
  passoQuotaConAssistenza,
  passoQuotaDatore,
  passoQuotaLavoratore,
  passoTotale,
} from './passi.ts';
import { type RetribuzioneEffettiva, retribuzioneEffettiva } from './retribuzione-effettiva.ts';

/**
 * The contributions of one bollettino: paid hours × the hourly contribution of the quarter's year, with the worker's and
 * the employer's share, the due date, and every step with its source. Pure: the same input gives the same result.
 * `passi` and `avvertenze` are composed when first read.
 * Limits: 14 weeks, 168 hours a week, hourly pay 1.000,00 €, monthly pay 100.000,00 €.
 * @throws ErroreDati naming the field that is missing or out of bounds, and what to do
 */
export function calcola(dati: DatiCalcolo, norme: Norme): Calcolo {
  const contesto = contestoTrimestre(dati.trimestre, norme);
  const ore = oreDelTrimestre(dati, contesto);
  const retribuzione = effettivaPerQuanteOre(dati, ore, contesto);
  const fascia = scegliFascia(contesto.tabella, ore, retribuzione);
  const tariffa = contesto.tariffa(fascia, dati.senzaCuaf, dati.tempoDeterminato);
  const contributi = orePerCentesimi(ore.ore, ore.oreIntere, tariffa.contributoOrario);
  const quotaContributi = orePerCentesimi(ore.ore, ore.oreIntere, tariffa.quotaLavoratore);
  const assistenza = dati.associazione === undefined ? null : contributoAssistenza(dati, ore, norme);
  const totale = assistenza === null ? contributi : centesimi(contributi + assistenza.totale);
  const quotaLavoratore = assistenza === null ? quotaContributi : centesimi(quotaContributi + assistenza.quota);
  const quotaDatore = centesimi(totale - quotaLavoratore);
  const scadenza = qualeScadenza(dati, contesto, norme);
  const { numeratore, denominatore } = ore.settimanali;
  const importi = { contributi, quotaContributi, totale, quotaLavoratore, quotaDatore };
  let passi: readonly Passo[] | undefined;
  let frasi: readonly string[] | undefined;
  return {
    trimestre: dati.trimestre,
    gruppo: ore.oltre24 ? 'oltre-24' : 'fino-24',
    settimane: ore.settimane,
    ore: ore.ore,
    oreSettimanali: denominatore === 1 ? numeratore : numeratore.dividedBy(denominatore).toDecimalPlaces(6),
    retribuzioneOrariaEffettiva: retribuzione === null ? null : retribuzione.centesimi,
    fascia,
    senzaCuaf: dati.senzaCuaf,
    tempoDeterminato: dati.tempoDeterminato,
    contributoOrario: tariffa.contributoOrario,
    associazione:
      assistenza === null
        ? null
        : { codice: assistenza.codice, totale: assistenza.totale, quotaLavoratore: assistenza.quota },
    totale,
    quotaLavoratore,
    quotaDatore,
    scadenza,
    get passi() {
      return (passi ??= [
        ...passiSettimane(dati, contesto, ore),
        ...passiOre(dati, ore),
        ...(retribuzione?.passi() ?? []),
        passoFascia(contesto.tabella, fascia, ore, retribuzione),
        tariffa.passo,
        ...passiImporti(ore, tariffa, assistenza, importi),
        ...scadenza.passi,
      ]);
    },
    get avvertenze() {
      return (frasi ??= [...avvertenze(dati, contesto, ore, retribuzione, tariffa), ...scadenza.avvertenze]);
    },
  };
}

/** Above 24 hours the pay moves no cent: a year whose board value is not known must not stop the calculation there. */
function effettivaPerQuanteOre(
  dati: DatiCalcolo,
  ore: OreDelTrimestre,
  { tabella }: ContestoTrimestre,
): RetribuzioneEffettiva | null {
  const ignoto = ore.oltre24 && tabella.vittoAlloggio === undefined && (dati.vittoAlloggioGiorni ?? 0) > 0;
  return ignoto ? null : retribuzioneEffettiva(dati, ore, tabella);
}

interface Assistenza {
  readonly codice: NonNullable<DatiCalcolo['associazione']>;
  readonly nome: string;
  readonly oraria: Centesimi;
  readonly quotaOraria: Centesimi;
  readonly totale: Centesimi;
  readonly quota: Centesimi;
  readonly fonte: Fonte;
}

function contributoAssistenza(dati: DatiCalcolo, ore: OreDelTrimestre, norme: Norme): Assistenza {
  const codice = dati.associazione ?? 'F2';
  const { associazione, tariffa } = norme.associazione(codice, estremi(dati.trimestre).ultimo);
  return {
    codice,
    nome: associazione.nome,
    oraria: tariffa.totale,
    quotaOraria: tariffa.quotaLavoratore,
    totale: orePerCentesimi(ore.ore, ore.oreIntere, tariffa.totale),
    quota: orePerCentesimi(ore.ore, ore.oreIntere, tariffa.quotaLavoratore),
    fonte: fonteUnica(tariffa.fonti),
  };
}

interface Importi {
  readonly contributi: Centesimi;
  readonly quotaContributi: Centesimi;
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
}

function passiImporti(
  ore: OreDelTrimestre,
  tariffa: Tariffa,
  assistenza: Assistenza | null,
  { contributi, quotaContributi, totale, quotaLavoratore, quotaDatore }: Importi,
): Passo[] {
  const base = [passoContributi(ore, tariffa, contributi)];
  const quota = passoQuotaLavoratore(ore, tariffa, quotaContributi);
  const datore = passoQuotaDatore(totale, quotaLavoratore, quotaDatore);
  if (assistenza === null) return [...base, quota, datore];
  return [
    ...base,
    ...passiAssociazione(ore, assistenza, assistenza.fonte),
    passoTotale(contributi, assistenza.totale, totale, assistenza.fonte),
    quota,
    passoQuotaConAssistenza(quotaContributi, assistenza.quota, quotaLavoratore, assistenza.fonte),
    datore,
  ];
}

/** The rapporto that ends before the quarter does must be paid within ten days of its end. */
function qualeScadenza({ cessazione, trimestre }: DatiCalcolo, contesto: ContestoTrimestre, norme: Norme): Scadenza {
  if (cessazione === undefined || cessazione > estremi(trimestre).ultimo) return contesto.scadenza;
  return scadenzaCessazione(cessazione, norme);
}
