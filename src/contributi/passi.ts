import type { Centesimi } from '../valori/denaro.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import type { Assistenza } from './assistenza.ts';
import type { DatiCalcoloCompleti } from './calcolo.ts';
import type { ContestoTrimestre, Tariffa } from './contesto-trimestre.ts';
import { type Ore, type OreDelTrimestre, testo as testoOre } from './ore.ts';
import { decimale, euro, ore as testoDecimale, settimane as testoSettimane } from './testo.ts';

const FONTE_DIFFERENZA: Fonte = { titolo: 'differenza fra il totale e la quota del lavoratore', certezza: 'calcolata' };

/** The weeks (those of the quarter, or fewer and why), then the hours (given, multiplied, and their average). */
export function passiOre(
  passi: Passo[],
  dati: DatiCalcoloCompleti,
  contesto: ContestoTrimestre,
  ore: OreDelTrimestre,
): void {
  passi.push(contesto.passoSettimane);
  if (ore.settimane !== contesto.settimane.length) {
    const motivo =
      dati.settimane === undefined ? 'con il rapporto in corso' : ore.settimane === 1 ? 'indicata' : 'indicate';
    passi.push({
      etichetta: 'Settimane da pagare',
      formula: `${ore.settimane} ${motivo}, su ${contesto.settimane.length}`,
      risultato: testoSettimane(ore.settimane),
      fonte: contesto.criteri.settimane.fonte,
    });
  }
  const totali = testoOre(ore.totali);
  passi.push({
    etichetta: 'Ore retribuite nel trimestre',
    formula: dati.ore === undefined ? `${testoOre(ore.settimanali)} × ${testoSettimane(ore.settimane)}` : totali,
    risultato: totali,
    fonte: contesto.criteri.oreRetribuite.fonte,
  });
  if (!ore.media) return;
  passi.push({
    etichetta: 'Ore settimanali (media del trimestre)',
    formula: `${totali} / ${testoSettimane(ore.settimane)}`,
    risultato: testoDecimale(ore.totali.esatte.dividedBy(ore.settimane).toDecimalPlaces(6)),
    fonte: contesto.criteri.oreRetribuite.fonte,
  });
}

/** The amounts of one row of hours at one tariff. */
export interface Importi {
  readonly contributi: Centesimi;
  readonly quotaContributi: Centesimi;
  readonly totale: Centesimi;
  readonly quotaLavoratore: Centesimi;
  readonly quotaDatore: Centesimi;
}

/** Hours × cents, the contractual assistance where there is one, and the two shares. */
export function passiImporti(
  passi: Passo[],
  ore: Ore,
  tariffa: Tariffa,
  assistenza: Assistenza | null,
  importi: Importi,
): void {
  const { contributi, quotaContributi, totale, quotaLavoratore, quotaDatore } = importi;
  const quante = testoOre(ore);
  passi.push({
    etichetta: 'Contributi del trimestre',
    formula: `${quante} × ${tariffa.testo}`,
    risultato: euro(contributi),
    fonte: tariffa.passo.fonte,
  });
  if (assistenza !== null) passiAssistenza(passi, assistenza, contributi, totale);
  passi.push({
    etichetta: 'Quota del lavoratore, compresa nel totale',
    formula: `${quante} × ${tariffa.testoQuota}`,
    risultato: euro(quotaContributi),
    fonte: tariffa.fonteQuota,
  });
  if (assistenza !== null) {
    passi.push({
      etichetta: 'Quota del lavoratore con l’assistenza contrattuale',
      formula: `${euro(quotaContributi)} + ${euro(assistenza.quota)}`,
      risultato: euro(quotaLavoratore),
      fonte: assistenza.fonte,
    });
  }
  passi.push(passoDatore(totale, quotaLavoratore, quotaDatore));
}

export function passoDatore(totale: Centesimi, lavoratore: Centesimi, datore: Centesimi): Passo {
  return {
    etichetta: 'Quota del datore di lavoro',
    formula: `${euro(totale)} − ${euro(lavoratore)}`,
    risultato: euro(datore),
    fonte: FONTE_DIFFERENZA,
  };
}

/** The contractual assistance, its worker's part, and the total with it. */
export function passiAssistenza(passi: Passo[], voce: Assistenza, contributi: Centesimi, totale: Centesimi): void {
  const { fonte } = voce;
  passi.push(
    { etichetta: voce.etichetta, formula: voce.formula, risultato: euro(voce.totale), fonte },
    { etichetta: voce.etichettaQuota, formula: voce.formulaQuota, risultato: euro(voce.quota), fonte },
    {
      etichetta: 'Totale da versare',
      formula: `${euro(contributi)} + ${euro(voce.totale)}`,
      risultato: euro(totale),
      fonte,
    },
  );
}

/** A number of hours that is no longer whole, for sentences: `23,08`. */
export function oreInBreve(ore: OreDelTrimestre): string {
  return decimale(ore.settimanali.esatte.dividedBy(ore.divisore), 2);
}
