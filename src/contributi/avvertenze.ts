import type { Decimale } from '../valori/decimale.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import type { DatiCalcolo } from './calcolo.ts';
import type { ContestoTrimestre, Tariffa } from './contesto-trimestre.ts';
import type { OreDelTrimestre } from './ore.ts';
import { orePerCentesimi } from './ore-per-centesimi.ts';
import type { RetribuzioneEffettiva } from './retribuzione-effettiva.ts';
import { decimale, euro, ore as testoOre } from './testo.ts';
import { avvertenzeLimite } from './vicino-al-limite.ts';

/** Weekly hours from which DPR 1403/1971 art. 10 gives its own rule for the credit, not for the amount. */
const ORE_SETTIMANALI_MOLTE = 60;

/** What a person should know and decide about these hours and this pay; Italian sentences. */
export function avvertenze(
  dati: DatiCalcolo,
  contesto: ContestoTrimestre,
  ore: OreDelTrimestre,
  retribuzione: RetribuzioneEffettiva | null,
  tariffa: Tariffa,
): string[] {
  return [
    ...sulleOre(ore, tariffa),
    ...sulleSettimane(dati, contesto, ore),
    ...sullaPaga(dati, contesto, ore, retribuzione),
  ];
}

function sulleOre(ore: OreDelTrimestre, tariffa: Tariffa): string[] {
  const frasi: string[] = [];
  const settimanali = ore.settimanali.numeratore.dividedBy(ore.settimanali.denominatore);
  if (ore.media) {
    frasi.push(
      `Le ore settimanali non sono indicate: la media (${decimale(settimanali, 2)}) decide se si superano le 24 ore. ` +
        'Se le settimane sono diverse fra loro, indicarle una per una.',
    );
  }
  if (settimanali.greaterThan(24) && settimanali.lessThan(25)) {
    frasi.push(
      `Per un orario fra 24 e 25 ore (${decimale(settimanali, 2)}) le fonti non dicono se valga la 4ª fascia: qui vale, ` +
        'perché 24 ore sono superate. L’INPS chiede ore intere.',
    );
  }
  if (settimanali.greaterThan(ORE_SETTIMANALI_MOLTE)) {
    frasi.push(
      `Più di ${ORE_SETTIMANALI_MOLTE} ore a settimana: i contributi sono dovuti anche per le ore oltre la ` +
        `${ORE_SETTIMANALI_MOLTE}ª (DPR 1403/1971, art. 10). Controllare che le ore siano giuste.`,
    );
  }
  if (ore.oreIntere < 0) frasi.push(oreConFrazione(ore.ore, tariffa));
  return frasi;
}

function oreConFrazione(ore: Decimale, tariffa: Tariffa): string {
  const intere = ore.ceil();
  const importo = orePerCentesimi(intere, intere.toNumber(), tariffa.contributoOrario);
  return (
    `Le ore del trimestre hanno una frazione (${testoOre(ore)}): i moduli dell’INPS chiedono ore intere e come arrotondarle ` +
    `non è scritto. Con ${testoOre(intere)} i contributi sarebbero ${euro(importo)}.`
  );
}

function sulleSettimane(dati: DatiCalcolo, contesto: ContestoTrimestre, ore: OreDelTrimestre): string[] {
  const { assunzione, cessazione } = dati;
  const frasi: string[] = [];
  const prima = contesto.settimane[0]?.domenica ?? '';
  const ultima = contesto.settimane.at(-1)?.sabato ?? '';
  if (dati.ore === undefined && assunzione !== undefined && assunzione > prima) {
    frasi.push(
      `Il rapporto comincia il ${formatGiornoItaliano(assunzione)}: la prima settimana è contata per intero, come fa l’INPS. ` +
        'Se le ore sono state meno, indicare quelle di tutto il trimestre.',
    );
  }
  if (dati.ore === undefined && cessazione !== undefined && cessazione < ultima) {
    frasi.push(
      `Il rapporto finisce il ${formatGiornoItaliano(cessazione)}: l’ultima settimana è contata per intero. ` +
        'Se le ore sono state meno, o restano ferie da pagare, indicare le ore di tutto il trimestre.',
    );
  }
  if (dati.settimane !== undefined && ore.settimane < contesto.settimane.length) {
    frasi.push(
      `Si pagano ${ore.settimane} settimane su ${contesto.settimane.length}: le altre risultano non retribuite e non contano ` +
        'per la pensione del lavoratore.',
    );
  }
  return frasi;
}

function sullaPaga(
  dati: DatiCalcolo,
  contesto: ContestoTrimestre,
  ore: OreDelTrimestre,
  retribuzione: RetribuzioneEffettiva | null,
): string[] {
  const frasi: string[] = [];
  if (dati.tempoDeterminato && contesto.tabella.fasce[0].tempoDeterminato === undefined) {
    frasi.push(
      `Nel ${contesto.tabella.anno} l’addizionale per i rapporti a termine non c’era ancora (esiste dal 2013): non è calcolata.`,
    );
  }
  if (retribuzione === null) {
    frasi.push(
      'La paga non è indicata: oltre 24 ore non cambia l’importo, ma la retribuzione oraria effettiva va comunque comunicata.',
    );
  } else if (!ore.oltre24) {
    const oraria = (numero: 1 | 2 | 3 | 4) =>
      contesto.tariffa(numero, dati.senzaCuaf, dati.tempoDeterminato).contributoOrario;
    frasi.push(...avvertenzeLimite(contesto.tabella, retribuzione, oraria));
  }
  return frasi;
}
