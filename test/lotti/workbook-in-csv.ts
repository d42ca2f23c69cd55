import { ErroriFoglio } from '../../src/lotti/fogli/errore-foglio.ts';
import { foglioInCsv, type FoglioScritto, type RigheNascoste } from '../../src/lotti/fogli/foglio-in-csv.ts';
import { openOds } from '../../src/lotti/ods/open-ods.ts';
import { openXlsx } from '../../src/lotti/xlsx/open-xlsx.ts';

/** A workbook's sheet as the batch reads it. */
export async function workbookInCsv(path: string, csv: string, nascoste?: RigheNascoste): Promise<FoglioScritto> {
  const ods = path.endsWith('.ods');
  const cartella = ods ? await openOds(path) : await openXlsx(path);
  try {
    return await foglioInCsv(cartella, csv, new ErroriFoglio(ods ? 'ods' : 'xlsx'), nascoste);
  } finally {
    cartella.close();
  }
}
