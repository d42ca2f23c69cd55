import { checkPercorsi } from '../uscita/percorsi.ts';
import type { Richieste } from '../righe/intestazione.ts';
import { leggiIntestazione, openIngresso } from '../righe/leggi-intestazione.ts';
import { Esecuzione } from './esecuzione.ts';
import type { EsitoCalcola, RichiestaCalcola } from './richiesta.ts';

const RICHIESTE: Richieste = [['trimestre'], ['ore', 'ore_settimanali']];

/**
 * Calculates the contributions of every row of a file, in order, in constant memory: good rows to `out` with the calculated
 * columns at their end, bad ones to the file of errors. The output follows the input in line ends and byte order mark.
 * @throws ErroreDati when nothing can be done: file not readable or writable, header not understood
 */
export async function lottoCalcola(richiesta: RichiestaCalcola): Promise<EsitoCalcola> {
  const percorsi = checkPercorsi(richiesta);
  const file = await openIngresso(percorsi.input);
  try {
    const inizio = await leggiIntestazione(file, RICHIESTE);
    return await new Esecuzione(richiesta, percorsi, inizio).run(file);
  } finally {
    await file.close();
  }
}
