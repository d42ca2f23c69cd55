import { ErroreDati } from '../valori/errore-dati.ts';
import { carattereDiControllo, cifraDiControllo } from './carattere-di-controllo.ts';
import { parseNascita } from './nascita.ts';
import { senzaOmocodia } from './omocodia.ts';

/** A checked codice fiscale: 16 characters of a person, or the 11 digits of a provisional one. Upper case. */
export type CodiceFiscale = string & { readonly __codiceFiscale: unique symbol };

/** Longest text looked at: whatever is longer is no codice fiscale, however it was padded. */
const LUNGHEZZA_MASSIMA = 40;
const LETTERE = /^[A-Z]{6}/;
const COMUNE = /^[A-MZ](?!000)\d{3}$/;

/**
 * Reads a codice fiscale as people write it: lower case and spaces are let pass, everything else is checked (D.M.
 * 23/12/1976): shape, a day that exists, the form of the birthplace's code, the check character; omocodia is understood.
 * Eleven digits are the provisional code that the Agenzia delle Entrate gives while it assigns the real one.
 * @throws ErroreDati `codice-fiscale-…`: `lunghezza`, `caratteri`, `data`, `comune`, `carattere-di-controllo`
 */
export function parseCodiceFiscale(testo: string, campo = 'codice fiscale'): CodiceFiscale {
  const codice = testo.length > LUNGHEZZA_MASSIMA ? '' : testo.replace(/\s/g, '').toUpperCase();
  if (/^\d{11}$/.test(codice)) checkNumerico(codice, campo);
  else if (codice.length === 16) checkPersona(codice, campo);
  else throw new ErroreDati('codice-fiscale-lunghezza', { campo });
  return codice as CodiceFiscale;
}

function checkNumerico(codice: string, campo: string): void {
  if (/^0+$/.test(codice) || cifraDiControllo(codice.slice(0, 10)) !== codice[10]) {
    throw new ErroreDati('codice-fiscale-carattere-di-controllo/provvisorio', { campo });
  }
}

function checkPersona(codice: string, campo: string): void {
  const cifre = senzaOmocodia(codice);
  if (cifre === undefined || !LETTERE.test(codice) || !/^[A-Z0-9]{15}[A-Z]$/.test(codice)) {
    throw wrongPlace(codice, campo);
  }
  if (parseNascita(cifre.slice(6, 11)) === undefined) {
    throw new ErroreDati('codice-fiscale-data', { campo });
  }
  if (!COMUNE.test(cifre.slice(11, 15))) {
    throw new ErroreDati('codice-fiscale-comune', { campo });
  }
  if (carattereDiControllo(codice.slice(0, 15)) !== codice[15]) {
    throw new ErroreDati('codice-fiscale-carattere-di-controllo', { campo });
  }
}

/** The first place that holds the wrong kind of character, in words a person can follow. */
function wrongPlace(codice: string, campo: string): ErroreDati {
  const forma = 'LLLLLLCCLCCLCCCL';
  const posto = [...codice].findIndex((carattere, i) =>
    forma[i] === 'L' ? !/[A-Z]/.test(carattere) : !/[\dLMNPQRSTUV]/.test(carattere),
  );
  return new ErroreDati('codice-fiscale-caratteri', {
    posto: posto + 1,
    carattere: codice[posto] ?? '',
    specie: forma[posto] === 'L' ? 'lettera' : 'cifra',
    campo,
  });
}
