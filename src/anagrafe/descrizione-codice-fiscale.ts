import { type Giorno, giorno, partiDelGiorno } from '../valori/giorno.ts';
import type { CodiceFiscale } from './codice-fiscale.ts';
import { type NascitaCodificata, parseNascita } from './nascita.ts';
import { senzaOmocodia } from './omocodia.ts';

/** What a codice fiscale tells of its person. */
export type DescrizioneCodiceFiscale =
  | { readonly tipo: 'provvisorio' }
  | {
      readonly tipo: 'persona';
      readonly sesso: 'F' | 'M';
      /** Days of birth that fit, latest first: the code tells no century. */
      readonly nascitePossibili: readonly Giorno[];
      /** Code of the comune or of the foreign State (`H501`, `Z129`). */
      readonly luogo: string;
      readonly natoAllEstero: boolean;
      /** True when digits were replaced by letters to tell two people apart. */
      readonly omocodia: boolean;
    };

/** No one older than this has a domestic worker or is one. */
const ETA_MASSIMA = 120;

/**
 * Explains a codice fiscale.
 * @param oggi nobody is born after it
 */
export function descriviCodiceFiscale(codice: CodiceFiscale, oggi: Giorno): DescrizioneCodiceFiscale {
  const cifre = senzaOmocodia(codice);
  const nascita = codice.length === 16 && cifre !== undefined ? parseNascita(cifre.slice(6, 11)) : undefined;
  if (nascita === undefined || cifre === undefined) return { tipo: 'provvisorio' };
  const luogo = cifre.slice(11, 15);
  return {
    tipo: 'persona',
    sesso: nascita.sesso,
    nascitePossibili: possibleDays(nascita, oggi),
    luogo,
    natoAllEstero: luogo.startsWith('Z'),
    omocodia: !codice.startsWith(cifre),
  };
}

function possibleDays(nascita: NascitaCodificata, oggi: Giorno): Giorno[] {
  const { anno: annoDiOggi } = partiDelGiorno(oggi);
  const secolo = annoDiOggi - (annoDiOggi % 100);
  return [secolo, secolo - 100, secolo - 200]
    .map((base) => base + nascita.anno)
    .filter((anno) => anno >= annoDiOggi - ETA_MASSIMA && dayExists(anno, nascita))
    .map((anno) => giorno(anno, nascita.mese, nascita.delMese))
    .filter((nato) => nato <= oggi);
}

function dayExists(anno: number, nascita: NascitaCodificata): boolean {
  const bisestile = (anno % 4 === 0 && anno % 100 !== 0) || anno % 400 === 0;
  return bisestile || nascita.mese !== 2 || nascita.delMese !== 29;
}
