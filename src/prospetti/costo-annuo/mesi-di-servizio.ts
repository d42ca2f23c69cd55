import { ErroreDati } from '../../valori/errore-dati.ts';
import { aggiungiGiorni, giorniTra, giorno, type Giorno } from '../../valori/giorno.ts';
import { addMonths } from '../mesi.ts';

/** Days that make a month whole (CCNL lavoro domestico; art. 2120 c.c.). */
const GIORNI_DI_UN_MESE = 15;

/**
 * Months of service in a year: those with at least 15 days of the rapporto in them, 0-12.
 * @throws ErroreDati `cessazione-prima-di-assunzione`
 */
export function mesiDiServizio(anno: number, assunzione?: Giorno, cessazione?: Giorno): number {
  return mesiServiti(anno, assunzione, cessazione).length;
}

/** Which they are, 1-12. @throws ErroreDati `cessazione-prima-di-assunzione` */
export function mesiServiti(anno: number, assunzione?: Giorno, cessazione?: Giorno): number[] {
  if (assunzione !== undefined && cessazione !== undefined && cessazione < assunzione) {
    throw new ErroreDati('cessazione-prima-di-assunzione/breve', { campo: 'cessazione' });
  }
  const mesi = Array.from({ length: 12 }, (_, indice) => indice + 1);
  return mesi.filter((mese) => daysInService(giorno(anno, mese, 1), assunzione, cessazione) >= GIORNI_DI_UN_MESE);
}

function daysInService(primo: Giorno, assunzione?: Giorno, cessazione?: Giorno): number {
  const ultimo = aggiungiGiorni(addMonths(primo, 1), -1);
  const dal = assunzione !== undefined && assunzione > primo ? assunzione : primo;
  const al = cessazione !== undefined && cessazione < ultimo ? cessazione : ultimo;
  return giorniTra(dal, al) + 1;
}
