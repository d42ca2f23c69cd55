import type { NumeroFascia } from '../norme/tabella-anno.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import type { DatiCalcoloCompleti } from './calcolo.ts';
import type { ContestoTrimestre, Tariffa } from './contesto-trimestre.ts';
import { daDecimale, type Ore, type OreDelTrimestre, superano } from './ore.ts';
import { orePerCentesimi } from './ore-per-centesimi.ts';
import type { RetribuzioneEffettiva } from './retribuzione-effettiva.ts';
import { oreInBreve } from './passi.ts';
import { euro, ore as testoOre, settimane as testoSettimane } from './testo.ts';
import { avvertenzeLimite } from './vicino-al-limite.ts';
import { italiano } from '../valori/italiano.ts';

/** Weekly hours from which DPR 1403/1971 art. 10 gives its own rule for the credit, not for the amount. */
const ORE_SETTIMANALI_MOLTE = 60;

/** What a person should know and decide about these hours and this pay; Italian sentences. */
export function avvertenze(
  dati: DatiCalcoloCompleti,
  contesto: ContestoTrimestre,
  ore: OreDelTrimestre,
  retribuzione: RetribuzioneEffettiva | null,
  tariffa: Tariffa,
): readonly string[] {
  const frasi: string[] = contesto.proiezione === undefined ? [] : [contesto.proiezione];
  sulleOre(frasi, ore, tariffa);
  sulleSettimane(frasi, dati, contesto, ore);
  sullaPaga(frasi, dati, contesto, ore, retribuzione);
  return frasi;
}

function sulleOre(frasi: string[], ore: OreDelTrimestre, tariffa: Tariffa): void {
  const { settimanali, divisore } = ore;
  if (ore.media) {
    frasi.push(
      `Le ore settimanali non sono indicate: la media (${oreInBreve(ore)}) decide se si superano le 24 ore. ` +
        'Se le settimane sono diverse fra loro, indicarle una per una.',
    );
  }
  if (ore.oltre24 && !superano(settimanali, 25 * divisore) && settimanali.intere !== 25 * divisore) {
    frasi.push(
      `Per un orario fra 24 e 25 ore (${oreInBreve(ore)}) le fonti non dicono se valga la 4ª fascia: qui vale, ` +
        'perché 24 ore sono superate. L’INPS chiede ore intere.',
    );
  }
  if (superano(settimanali, ORE_SETTIMANALI_MOLTE * divisore)) {
    frasi.push(
      `Più di ${ORE_SETTIMANALI_MOLTE} ore a settimana: i contributi sono dovuti anche per le ore oltre la ` +
        `${ORE_SETTIMANALI_MOLTE}ª (DPR 1403/1971, art. 10). Controllare che le ore siano giuste.`,
    );
  }
  if (ore.totali.intere < 0) frasi.push(oreConFrazione(ore.totali, tariffa.contributoOrario));
}

/** INPS's forms take whole hours: what the amount would be with the next one. */
export function oreConFrazione({ esatte }: Ore, contributoOrario: Centesimi): string {
  const intere = daDecimale(esatte.ceil());
  return (
    `Le ore del trimestre hanno una frazione (${testoOre(esatte)}): i moduli dell’INPS chiedono ore intere e come arrotondarle ` +
    `non è scritto. Con ${testoOre(intere.esatte)} i contributi sarebbero ${euro(orePerCentesimi(intere.esatte, intere.intere, contributoOrario))}.`
  );
}

function sulleSettimane(
  frasi: string[],
  dati: DatiCalcoloCompleti,
  contesto: ContestoTrimestre,
  ore: OreDelTrimestre,
): void {
  const { assunzione, cessazione } = dati;
  const { domenica: prima, sabato: ultima } = contesto.estremi;
  if (dati.ore === undefined && assunzione !== undefined && assunzione > prima) {
    frasi.push(
      italiano`Il rapporto comincia il ${formatGiornoItaliano(assunzione)}: la prima settimana è contata per intero, come fa l’INPS. ` +
        'Se le ore sono state meno, indicare quelle di tutto il trimestre.',
    );
  }
  if (dati.ore === undefined && cessazione !== undefined && cessazione < ultima) {
    frasi.push(
      italiano`Il rapporto finisce il ${formatGiornoItaliano(cessazione)}: l’ultima settimana è contata per intero. ` +
        'Se le ore sono state meno, o restano ferie da pagare, indicare le ore di tutto il trimestre.',
    );
  }
  if (dati.settimane !== undefined && ore.settimane < contesto.settimane.length) {
    frasi.push(
      `Si ${ore.settimane === 1 ? 'paga' : 'pagano'} ${testoSettimane(ore.settimane)} su ${contesto.settimane.length}: le altre risultano non retribuite e non contano ` +
        'per la pensione del lavoratore.',
    );
  }
}

function sullaPaga(
  frasi: string[],
  dati: DatiCalcoloCompleti,
  contesto: ContestoTrimestre,
  ore: OreDelTrimestre,
  retribuzione: RetribuzioneEffettiva | null,
): void {
  if (dati.tempoDeterminato && contesto.tabella.fasce[0].tempoDeterminato === undefined) {
    frasi.push(
      italiano`Nel ${contesto.tabella.anno} l’addizionale per i rapporti a termine non c’era ancora (esiste dal 2013): non è calcolata.`,
    );
  }
  if (retribuzione === null) {
    frasi.push(
      'La paga non è indicata: oltre 24 ore non cambia l’importo, ma la retribuzione oraria effettiva va comunque comunicata.',
    );
    return;
  }
  if (ore.oltre24) return;
  const oraria = (numero: NumeroFascia) =>
    contesto.tariffa(numero, dati.senzaCuaf, dati.tempoDeterminato).contributoOrario;
  avvertenzeLimite(frasi, contesto.tabella, retribuzione, oraria);
}
