import type { Norme } from '../norme/norme.ts';
import { type Scadenza, scadenzaCessazione } from '../scadenze/scadenza.ts';
import { centesimi } from '../valori/denaro.ts';
import type { Passo } from '../valori/spiegazione.ts';
import { vittoIgnoto } from './accordo-paga.ts';
import { type Assistenza, assistenza } from './assistenza.ts';
import { avvertenze } from './avvertenze.ts';
import type { Calcolo, DatiCalcoloCompleti } from './calcolo.ts';
import { type ContestoTrimestre, contestoTrimestre } from './contesto-trimestre.ts';
import { passoFascia, scegliFascia } from './fascia.ts';
import { oreDelTrimestre } from './ore.ts';
import { orePerCentesimi } from './ore-per-centesimi.ts';
import { type Importi, passiImporti, passiOre } from './passi.ts';
import { retribuzioneEffettiva } from './retribuzione-effettiva.ts';

/**
 * The contributions of one bollettino: paid hours × the hourly contribution of the quarter's year, with the worker's and
 * the employer's share, the due date, and every step with its source. Pure: the same input gives the same result.
 * Limits: 14 weeks, 168 hours a week, hourly pay 1.000,00 €, monthly pay 100.000,00 €.
 * @throws ErroreDati naming the field that is missing or out of bounds, and what to do
 */
export function calcola(dati: DatiCalcoloCompleti, norme: Norme): Calcolo {
  const contesto = contestoTrimestre(dati.trimestre, norme);
  const { tabella } = contesto;
  const ore = oreDelTrimestre(dati, contesto);
  // Above 24 hours the pay moves no cent: a board value that is not known must not stop the calculation there.
  const retribuzione = ore.oltre24 && vittoIgnoto(dati, tabella) ? null : retribuzioneEffettiva(dati, ore, contesto);
  const fascia = scegliFascia(tabella, ore, retribuzione);
  const tariffa = contesto.tariffa(fascia, dati.senzaCuaf, dati.tempoDeterminato);
  const fondo = dati.associazione === undefined ? null : assistenza(contesto.assistenza(dati.associazione), ore.totali);
  const contributi = orePerCentesimi(ore.totali.esatte, ore.totali.intere, tariffa.contributoOrario);
  const quotaContributi = orePerCentesimi(ore.totali.esatte, ore.totali.intere, tariffa.quotaLavoratore);
  const totale = centesimi(contributi + (fondo === null ? 0 : fondo.totale));
  const quotaLavoratore = centesimi(quotaContributi + (fondo === null ? 0 : fondo.quota));
  const importi: Importi = {
    contributi,
    quotaContributi,
    totale,
    quotaLavoratore,
    quotaDatore: centesimi(totale - quotaLavoratore),
  };
  const scadenza = qualeScadenza(dati, contesto, norme);
  const passi: Passo[] = [];
  passiOre(passi, dati, contesto, ore);
  if (retribuzione !== null) for (const passo of retribuzione.passi) passi.push(passo);
  passi.push(passoFascia(contesto, fascia, ore, retribuzione), tariffa.passo);
  passiImporti(passi, ore.totali, tariffa, fondo, importi);
  for (const passo of scadenza.passi) passi.push(passo);
  return {
    trimestre: dati.trimestre,
    gruppo: ore.oltre24 ? 'oltre-24' : 'fino-24',
    settimane: ore.settimane,
    ore: ore.totali.esatte,
    oreSettimanali: ore.media
      ? ore.settimanali.esatte.dividedBy(ore.divisore).toDecimalPlaces(6)
      : ore.settimanali.esatte,
    retribuzioneOrariaEffettiva: retribuzione === null ? null : retribuzione.centesimi,
    fascia,
    senzaCuaf: dati.senzaCuaf,
    tempoDeterminato: dati.tempoDeterminato,
    contributoOrario: tariffa.contributoOrario,
    associazione: fondo === null ? null : inBreve(fondo),
    totale,
    quotaLavoratore,
    quotaDatore: importi.quotaDatore,
    scadenza,
    passi,
    avvertenze: conScadenza(avvertenze(dati, contesto, ore, retribuzione, tariffa), scadenza),
  };
}

function inBreve({ codice, totale, quota }: Assistenza): NonNullable<Calcolo['associazione']> {
  return { codice, totale, quotaLavoratore: quota };
}

/** Most due dates have nothing to say: then nothing is copied, which a calculation of half a microsecond feels. */
function conScadenza(frasi: readonly string[], scadenza: Scadenza): readonly string[] {
  return scadenza.avvertenze.length === 0 ? frasi : [...frasi, ...scadenza.avvertenze];
}

/** The rapporto that ends before the quarter does must be paid within ten days of its end. */
export function qualeScadenza(
  { cessazione }: DatiCalcoloCompleti,
  contesto: ContestoTrimestre,
  norme: Norme,
): Scadenza {
  if (cessazione === undefined || cessazione > contesto.ultimo) return contesto.scadenza;
  return scadenzaCessazione(cessazione, norme);
}
