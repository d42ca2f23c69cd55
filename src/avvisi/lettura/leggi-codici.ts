import { programOf } from '../../processi/comando-limitato.ts';
import { type Limiti, type MotivoCaduta, ProcessoCaduto } from '../../processi/limiti.ts';
import { runLimited } from '../../processi/processo-limitato.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { CodiceLetto } from './codice-letto.ts';

/**
 * What one file may cost: an A4 page scanned at 600 dots an inch takes 300 MB, a second of processor is plenty for a notice,
 * and the libraries give no sign of life while they unpack or draw.
 */
export const LIMITI_LETTURA: Limiti = { memoriaMb: 400, secondiCpu: 20, secondiSilenzio: 60 };

const PERCHE: Readonly<Record<MotivoCaduta, readonly [string, string]>> = {
  memoria: [
    'file-troppo-pesante',
    'il file richiede troppa memoria, oppure è rovinato, e la lettura è stata interrotta',
  ],
  tempo: ['file-troppo-lento', 'il file richiede troppo lavoro e la lettura è stata interrotta'],
  interrotto: ['file-non-leggibile', 'la lettura è stata interrotta'],
  guasto: ['file-non-leggibile', 'non si riesce a leggere'],
};

/**
 * All QR codes and Data Matrices of a PDF or picture, read in a process of its own with bounds of memory and time: a file made
 * to be slow, huge or poisonous for the decoders can neither stop the server nor take it down.
 * @param percorso where the file stands
 * @throws ErroreDati `file-non-leggibile`, `pdf-protetto`, `pdf-rovinato`, `pdf-troppo-lungo`, `file-troppo-lento`,
 *   `file-troppo-pesante`
 */
export async function leggiCodici(percorso: string, limiti: Limiti = LIMITI_LETTURA): Promise<readonly CodiceLetto[]> {
  try {
    const programma = programOf(import.meta.url, 'processo-lettura');
    return await runLimited<string, readonly CodiceLetto[]>({ programma, limiti }, percorso);
  } catch (errore) {
    if (!(errore instanceof ProcessoCaduto)) throw errore;
    const [codice, perche] = PERCHE[errore.motivo];
    throw new ErroreDati(codice, `file: ${perche}; provare con un PDF più piccolo o con una foto dell’avviso.`, {
      campo: 'file',
    });
  }
}
