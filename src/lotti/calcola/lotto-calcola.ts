import { ErroreDati } from '../../valori/errore-dati.ts';
import { discoPieno, isDiscoPieno, removePartial } from '../uscita/disco-pieno.ts';
import { checkPercorsi, type Percorsi } from '../uscita/percorsi.ts';
import { scriviDaCorreggere } from '../uscita/righe-da-correggere.ts';
import type { UsoColonne } from '../righe/intestazione.ts';
import { openIngresso } from '../ingresso/apri-ingresso.ts';
import { leggiIntestazione } from '../righe/leggi-intestazione.ts';
import type { OpzioniCelle } from './celle-calcolo.ts';
import { Esecuzione } from './esecuzione.ts';
import { preparaIngresso } from '../ingresso/prepara-ingresso.ts';
import { csvToXlsx, wantsXlsx } from './fogli.ts';
import type { EsitoCalcola, RichiestaCalcola } from './richiesta.ts';

const USO: UsoColonne = { richieste: [['trimestre'], ['ore', 'ore_settimanali']], riporta: true };

/**
 * Calculates the contributions of every row of a file, in order, in constant memory: good rows to `out` with the calculated
 * columns at their end, bad ones to the file of errors. Input CSV or XLSX, told by its content; output XLSX when `out` ends so.
 * A CSV output follows the input in line ends and byte order mark.
 * @throws ErroreDati when nothing can be done: file not readable or writable, disk full, header not understood
 */
export async function lottoCalcola(richiesta: RichiestaCalcola): Promise<EsitoCalcola> {
  const percorsi = checkPercorsi(richiesta);
  try {
    return await calcolaFile(richiesta, percorsi);
  } catch (errore) {
    if (!isDiscoPieno(errore)) throw errore;
    await removePartial(percorsi.out, percorsi.errors);
    throw discoPieno();
  }
}

async function calcolaFile(richiesta: RichiestaCalcola, percorsi: Percorsi): Promise<EsitoCalcola> {
  const xlsx = wantsXlsx(percorsi.out);
  const ingresso = await preparaIngresso(percorsi.input, percorsi.out, {
    riprendi: richiesta.riprendi ?? false,
    righeNascoste: richiesta.righeNascoste,
  });
  const out = xlsx ? `${percorsi.out}.righe` : percorsi.out;
  const opzioni = {
    formato: xlsx ? 'iso' : (richiesta.formato ?? 'italiano'),
    dettaglio: richiesta.dettaglio ?? false,
    neutralizza: !xlsx,
  } as const;
  let esito: EsitoCalcola;
  try {
    esito = await runCsv(richiesta, { ...percorsi, input: ingresso.csv, out }, opzioni);
  } catch (errore) {
    if (errore instanceof ErroreDati) await ingresso.remove();
    throw errore;
  }
  esito = { ...esito, avvisi: [...ingresso.note, ...esito.avvisi] };
  if (esito.interrotto) return esito;
  await mendable(percorsi, ingresso.csv);
  await ingresso.remove();
  if (!xlsx || esito.out === undefined) return esito;
  await csvToXlsx(out, percorsi.out, ingresso.generi);
  return { ...esito, out: percorsi.out };
}

async function mendable({ daCorreggere, errors }: Percorsi, csv: string): Promise<void> {
  if (daCorreggere !== undefined) await scriviDaCorreggere({ csv, errori: errors, out: daCorreggere });
}

async function runCsv(richiesta: RichiestaCalcola, percorsi: Percorsi, opzioni: OpzioniCelle): Promise<EsitoCalcola> {
  const file = await openIngresso(percorsi.input);
  try {
    const inizio = await leggiIntestazione(file, USO);
    return await new Esecuzione(richiesta, percorsi, inizio, opzioni).run(file);
  } finally {
    await file.close();
  }
}
