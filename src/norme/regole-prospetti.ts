import { packagePath } from '../valori/package-root.ts';
import { type RegoleCessazione, schemaCessazione } from './cessazione.ts';
import { ErroreNorme } from './errore-norme.ts';
import { leggiNorma } from './lettura.ts';
import { schemaProiezione, type RegoleProiezione } from './proiezione.ts';
import { schemaRetribuzioneAnnua, type RegoleRetribuzioneAnnua } from './retribuzione-annua.ts';
import { schemaSanzioni, type RegoleSanzioni } from './sanzioni.ts';
import { difettiTassi, schemaTassi, type RegoleTassi } from './tassi.ts';
import { schemaTributi, type RegoleTributi } from './tributi.ts';
import { controllaSuccessione } from './validita.ts';

/** The rules of the statements: late payment, rates, tax, yearly pay, end of a rapporto, next year's table. */
export interface RegoleProspetti {
  readonly sanzioni: RegoleSanzioni;
  readonly tassi: RegoleTassi;
  readonly tributi: RegoleTributi;
  readonly retribuzioneAnnua: RegoleRetribuzioneAnnua;
  readonly cessazione: RegoleCessazione;
  readonly proiezione: RegoleProiezione;
}

let memorizzate: RegoleProspetti | undefined;

/** The rules shipped with the program, read once. */
export function regoleProspetti(): RegoleProspetti {
  memorizzate ??= caricaRegoleProspetti(packagePath('rules'));
  return memorizzate;
}

/**
 * Reads `sanzioni`, `tassi`, `tributi`, `tfr`, `cessazione` and `proiezione` from a folder of rule files.
 * @throws ErroreNorme naming file, key and reason
 */
export function caricaRegoleProspetti(dir: string): RegoleProspetti {
  const sanzioni = leggiNorma(dir, 'sanzioni.yaml', schemaSanzioni);
  const tassi = leggiNorma(dir, 'tassi.yaml', schemaTassi);
  refuseFirst('sanzioni.yaml', controllaSuccessione(sanzioni.regimi, 'regimi'));
  refuseFirst('tassi.yaml', difettiTassi(tassi));
  return {
    sanzioni,
    tassi,
    tributi: leggiNorma(dir, 'tributi.yaml', schemaTributi),
    retribuzioneAnnua: leggiNorma(dir, 'tfr.yaml', schemaRetribuzioneAnnua),
    cessazione: leggiNorma(dir, 'cessazione.yaml', schemaCessazione),
    proiezione: leggiNorma(dir, 'proiezione.yaml', schemaProiezione),
  };
}

function refuseFirst(file: string, difetti: readonly { readonly chiave: string; readonly motivo: string }[]): void {
  const primo = difetti[0];
  if (primo !== undefined) throw new ErroreNorme(file, primo.chiave, primo.motivo);
}
