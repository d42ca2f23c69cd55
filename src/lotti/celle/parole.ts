import type { CodiceAssociazione } from '../../contributi/calcolo.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { pulisciValore } from './pulisci.ts';

const SI = ['si', 'sì', "si'", 'si’', 's', 'x', '1', 'vero', 'true', 'y', 'yes', '✓', '✔', '☑'];
const NO = ['no', 'n', '0', 'falso', 'false', '☐'];
const SI_NO = dictionary(SI, NO);
const TERMINE = dictionary(
  [...SI, 'td', 't.d.', 'd', 'determinato', 'tempo determinato', 'a termine'],
  [...NO, 'ti', 't.i.', 'i', 'indeterminato', 'tempo indeterminato'],
);

function dictionary(si: readonly string[], no: readonly string[]): ReadonlyMap<string, boolean> {
  return new Map([...si.map((testo) => [testo, true] as const), ...no.map((testo) => [testo, false] as const)]);
}

/** @throws ErroreDati `si-no-non-valido` */
export function leggiSiNo(testo: string, campo: string): boolean {
  return lookUp(testo, campo, SI_NO);
}

/** Whether a rapporto is for a fixed term: yes and no, or its kind in words. @throws ErroreDati `si-no-non-valido` */
export function leggiTermine(testo: string, campo: string): boolean {
  return lookUp(testo, campo, TERMINE);
}

function lookUp(testo: string, campo: string, parole: ReadonlyMap<string, boolean>): boolean {
  const valore = parole.get(pulisciValore(testo).toLowerCase().normalize('NFC'));
  if (valore === undefined) {
    throw new ErroreDati('si-no-non-valido', { testo: testo.slice(0, 20), campo });
  }
  return valore;
}

const ASSOCIAZIONI: ReadonlyMap<string, CodiceAssociazione> = new Map([
  ['F2', 'F2'],
  ['CASSACOLF', 'F2'],
  ['E1', 'E1'],
  ['EBILCOBA', 'E1'],
]);

/** The code or the name of the fund. @throws ErroreDati `associazione-sconosciuta` */
export function leggiAssociazione(testo: string, campo: string): CodiceAssociazione {
  const codice = ASSOCIAZIONI.get(testo.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  if (codice === undefined) {
    throw new ErroreDati('associazione-sconosciuta', { testo: testo.slice(0, 20), campo });
  }
  return codice;
}
