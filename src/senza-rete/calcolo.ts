import { calcola } from '../contributi/calcola.ts';
import { type CampiCalcolo, parseDatiCalcolo } from '../contributi/parse-dati.ts';
import { norme } from '../norme/norme.ts';
import { formatEuro } from '../valori/denaro.ts';

/**
 * The contributions of a quarter as a page of somebody else's may ask them of this one, as `trimestre.calcolo(…)`.
 * @param campi as `POST /api/v1/calcoli` takes them
 * @returns euros with a point, two decimals
 * @throws ErroreDati naming the field
 */
export function calcolo(campi: CampiCalcolo) {
  const { totale, quotaLavoratore, quotaDatore, scadenza, avvertenze } = calcola(parseDatiCalcolo(campi), norme());
  return {
    totale: formatEuro(totale),
    quotaLavoratore: formatEuro(quotaLavoratore),
    quotaDatore: formatEuro(quotaDatore),
    scadenza,
    avvertenze,
  };
}
