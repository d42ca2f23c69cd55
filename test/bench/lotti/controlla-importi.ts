import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { calcola } from '../../../src/contributi/calcola.ts';
import { type CampiCalcolo, parseDatiCalcolo } from '../../../src/contributi/parse-dati.ts';
import { norme } from '../../../src/norme/norme.ts';
import { formatEuro } from '../../../src/valori/denaro.ts';
import { righeGenerate } from '../../lotti/righe-generate.ts';
import { GUASTO_OGNI } from './file-generato.ts';

/**
 * Reads what a batch wrote (`--formato iso`) beside the rows it was made from: every good row, in order, with the amounts that
 * the core gives by its own road (fields as texts, calculation with all its steps); every bad one with line, column and
 * sentence; and nothing else. Throws at the first that is not so.
 */
export async function controllaImporti(importi: string, errori: string, righe: number): Promise<void> {
  const buone = lines(importi);
  const cattive = lines(errori);
  await buone.next();
  await cattive.next();
  let riga = 1;
  for (const { linea, campi, guasto } of righeGenerate(righe, GUASTO_OGNI)) {
    riga++;
    const scritta = await (guasto === undefined ? buone : cattive).next();
    const detta = scritta.done === true ? '' : scritta.value;
    if (guasto === undefined) check(detta.startsWith(`${linea};${importiAttesi(campi)};`), riga, detta);
    else check(detta.startsWith(`${riga};`) && detta.includes(guasto.frase), riga, detta);
    if (guasto !== undefined) check(detta.split(';')[2] === guasto.colonna, riga, detta);
  }
  check((await buone.next()).done === true && (await cattive.next()).done === true, riga + 1, 'lines left over');
}

function lines(path: string): AsyncIterator<string> {
  return createInterface({ input: createReadStream(path), crlfDelay: Infinity })[Symbol.asyncIterator]();
}

function importiAttesi(campi: CampiCalcolo): string {
  const calcolo = calcola(parseDatiCalcolo(campi), norme());
  const { settimane, ore, fascia, contributoOrario, totale, quotaLavoratore, quotaDatore, associazione } = calcolo;
  const importi = [contributoOrario, totale, quotaLavoratore, quotaDatore].map(formatEuro);
  const fondo = associazione === null ? '' : formatEuro(associazione.totale);
  return [settimane, ore.toFixed(), fascia, ...importi, fondo, calcolo.scadenza.scadenza].join(';');
}

function check(giusto: boolean, riga: number, detta: string): void {
  if (!giusto) throw new Error(`line ${riga}: ${detta}`);
}
