import { ErroreDati } from '../../valori/errore-dati.ts';

/** Hours told by week, by month or in total hold absences and overtime already. */
export function oreGiaDichiarate(): ErroreDati {
  return new ErroreDati('ore-gia-dichiarate', { campo: 'ore' });
}
