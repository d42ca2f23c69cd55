import { type Centesimi, formatEuroItaliano } from '../valori/denaro.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import type { DatiCalcolo } from './calcolo.ts';
import { type ContestoTrimestre, FONTE_SETTIMANE, type Tariffa } from './contesto-trimestre.ts';
import type { OreDelTrimestre } from './ore.ts';
import { euro, ore as testoOre, settimane as testoSettimane } from './testo.ts';

const FONTE_ORE: Fonte = {
  titolo: 'INPS: si contano tutte le ore retribuite (lavorate, ferie, festività e altre assenze pagate)',
  certezza: 'vista',
};
const FONTE_DIFFERENZA: Fonte = { titolo: 'differenza fra il totale e la quota del lavoratore', certezza: 'calcolata' };

/** The weeks: those of the quarter, or fewer and why. */
export function passiSettimane(dati: DatiCalcolo, contesto: ContestoTrimestre, ore: OreDelTrimestre): Passo[] {
  if (ore.settimane === contesto.settimane.length) return [contesto.passoSettimane];
  const motivo = dati.settimane === undefined ? 'con il rapporto in corso' : 'indicate';
  return [
    contesto.passoSettimane,
    {
      etichetta: 'Settimane da pagare',
      formula: `${ore.settimane} ${motivo}, su ${contesto.settimane.length}`,
      risultato: testoSettimane(ore.settimane),
      fonte: FONTE_SETTIMANE,
    },
  ];
}

/** The quarter's paid hours, given or multiplied; and the weekly average when that is all there is. */
export function passiOre(dati: DatiCalcolo, ore: OreDelTrimestre): Passo[] {
  const formula =
    dati.ore === undefined
      ? `${testoOre(ore.settimanali.numeratore)} × ${testoSettimane(ore.settimane)}`
      : testoOre(ore.ore);
  const totale = { etichetta: 'Ore retribuite nel trimestre', formula, risultato: testoOre(ore.ore), fonte: FONTE_ORE };
  if (!ore.media) return [totale];
  const media = ore.ore.dividedBy(ore.settimane);
  return [
    totale,
    {
      etichetta: 'Ore settimanali (media del trimestre)',
      formula: `${testoOre(ore.ore)} / ${testoSettimane(ore.settimane)}`,
      risultato: testoOre(media.toDecimalPlaces(6)),
      fonte: FONTE_ORE,
    },
  ];
}

/** Hours × cents: the one multiplication that makes the amount. */
export function passoContributi(ore: OreDelTrimestre, tariffa: Tariffa, importo: Centesimi): Passo {
  return {
    etichetta: 'Contributi del trimestre',
    formula: perOra(ore, tariffa.contributoOrario),
    risultato: euro(importo),
    fonte: tariffa.passo.fonte,
  };
}

/** The contractual assistance and its worker's part. */
export function passiAssociazione(
  ore: OreDelTrimestre,
  voce: {
    nome: string;
    codice: string;
    oraria: Centesimi;
    quotaOraria: Centesimi;
    totale: Centesimi;
    quota: Centesimi;
  },
  fonte: Fonte,
): Passo[] {
  const nome = `Assistenza contrattuale ${voce.codice} (${voce.nome})`;
  return [
    { etichetta: nome, formula: perOra(ore, voce.oraria), risultato: euro(voce.totale), fonte },
    {
      etichetta: `${nome}: quota del lavoratore`,
      formula: perOra(ore, voce.quotaOraria),
      risultato: euro(voce.quota),
      fonte,
    },
  ];
}

export function passoTotale(contributi: Centesimi, assistenza: Centesimi, totale: Centesimi, fonte: Fonte): Passo {
  return {
    etichetta: 'Totale da versare',
    formula: `${euro(contributi)} + ${euro(assistenza)}`,
    risultato: euro(totale),
    fonte,
  };
}

export function passoQuotaLavoratore(ore: OreDelTrimestre, tariffa: Tariffa, quota: Centesimi): Passo {
  return {
    etichetta: 'Quota del lavoratore, compresa nel totale',
    formula: perOra(ore, tariffa.quotaLavoratore),
    risultato: euro(quota),
    fonte: tariffa.fonteQuota,
  };
}

export function passoQuotaConAssistenza(
  quota: Centesimi,
  assistenza: Centesimi,
  somma: Centesimi,
  fonte: Fonte,
): Passo {
  return {
    etichetta: 'Quota del lavoratore con l’assistenza contrattuale',
    formula: `${euro(quota)} + ${euro(assistenza)}`,
    risultato: euro(somma),
    fonte,
  };
}

export function passoQuotaDatore(totale: Centesimi, lavoratore: Centesimi, datore: Centesimi): Passo {
  return {
    etichetta: 'Quota del datore di lavoro',
    formula: `${euro(totale)} − ${euro(lavoratore)}`,
    risultato: euro(datore),
    fonte: FONTE_DIFFERENZA,
  };
}

function perOra(ore: OreDelTrimestre, oraria: Centesimi): string {
  return `${testoOre(ore.ore)} × ${formatEuroItaliano(oraria)} €`;
}
