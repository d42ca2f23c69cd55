import { programOf } from '../../processi/comando-limitato.ts';
import { type Limiti, type MotivoCaduta, ProcessoCaduto } from '../../processi/limiti.ts';
import { runLimited } from '../../processi/processo-limitato.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { ChiaveErrore } from '../../valori/errori/catalogo.ts';
import { type CodiceLetto, PAGINE_PER_FETTA } from './codice-letto.ts';
import type { Domanda, Risposta } from './processo-lettura.ts';

/**
 * What one file may cost: an A4 page scanned at 600 dots an inch takes 300 MB, a telephone’s photo 400, a second of processor is plenty for a notice,
 * and the libraries give no sign of life while they unpack or draw.
 */
export const LIMITI_LETTURA: Limiti = { memoriaMb: 448, secondiCpu: 20, secondiSilenzio: 60 };

const PERCHE = {
  memoria: [
    'file-troppo-pesante',
    'il file richiede troppa memoria, oppure è rovinato, e la lettura è stata interrotta',
  ],
  tempo: ['file-troppo-lento', 'il file richiede troppo lavoro e la lettura è stata interrotta'],
  interrotto: ['file-non-leggibile/lettura-ferma', 'la lettura è stata interrotta'],
  guasto: ['file-non-leggibile/lettura-ferma', 'non si riesce a leggere'],
} as const satisfies Readonly<Record<MotivoCaduta, readonly [ChiaveErrore, string]>>;

/** Seconds of processor that the slices of one file may take together: a file of many pages does not keep the others waiting for long. */
const SECONDI_IN_TUTTO = 120;

/**
 * All QR codes and Data Matrices of a PDF or picture, in the order in which one reads. A long file is read in slices, each in a
 * process of its own with bounds of memory and time: a file made to be slow, huge or poisonous for the decoders can neither stop
 * the server nor take it down.
 * @param percorso where the file stands
 * @throws ErroreDati `file-non-leggibile`, `pdf-protetto`, `pdf-rovinato`, `file-troppo-lungo`, `file-troppo-lento`,
 *   `file-troppo-pesante`
 */
export async function leggiCodici(percorso: string, limiti: Limiti = LIMITI_LETTURA): Promise<readonly CodiceLetto[]> {
  const codici: CodiceLetto[] = [];
  let pagine = 1;
  let secondi = 0;
  for (let dalla = 1; dalla <= pagine; dalla += PAGINE_PER_FETTA) {
    if (secondi > SECONDI_IN_TUTTO) throw refusal('tempo');
    const fetta = await readSlice({ percorso, dalla }, limiti);
    ({ pagine } = fetta);
    secondi += fetta.secondiCpu;
    codici.push(...fetta.codici);
  }
  return codici;
}

async function readSlice(domanda: Domanda, limiti: Limiti): Promise<Risposta> {
  try {
    const programma = programOf(import.meta.url, 'processo-lettura');
    return await runLimited<Domanda, Risposta>({ programma, limiti }, domanda);
  } catch (errore) {
    throw errore instanceof ProcessoCaduto ? refusal(errore.motivo) : errore;
  }
}

function refusal(motivo: MotivoCaduta): ErroreDati {
  const [codice, perche] = PERCHE[motivo];
  return new ErroreDati(codice, { perche, campo: 'file' });
}
