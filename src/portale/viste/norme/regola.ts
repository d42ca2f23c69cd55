import { formatGiornoItaliano, type Giorno } from '../../../valori/giorno.ts';
import { italiano } from '../../../valori/italiano.ts';
import type { Fonte } from '../../../valori/spiegazione.ts';

/** One dated rule as the section *Norme* lists it. */
export interface VistaRegola {
  readonly nome: string;
  /** `dal 1/1/2021`, `dal … al …`, or empty for a rule that the file does not date. */
  readonly validita: string;
  readonly valore: string;
  readonly fonti: readonly Fonte[];
  readonly note: readonly string[];
}

/** The rules of one file under one heading. */
export interface VistaGruppo {
  readonly titolo: string;
  readonly regole: readonly VistaRegola[];
}

/** One page of *Norme*: the content of one rule file. */
export interface VistaNorma {
  readonly nome: string;
  readonly titolo: string;
  /** Path of the file, for who wants to check it. */
  readonly file: string;
  readonly verificatoIl: Giorno;
  readonly gruppi: readonly VistaGruppo[];
}

export function validita(regola: { readonly dal: Giorno; readonly al?: Giorno | undefined }): string {
  const dal = italiano`dal ${formatGiornoItaliano(regola.dal)}`;
  return regola.al === undefined ? dal : italiano`${dal} al ${formatGiornoItaliano(regola.al)}`;
}

/** `19.9675` → `19,9675%`. */
export function percento(numero: string): string {
  return `${numero.replace('.', ',')}%`;
}

/** How many of the rules rest on sources that disagree, or that nobody saw in print. */
export function contaIncertezze(norma: VistaNorma): { readonly discordi: number; readonly nonRiscontrate: number } {
  const fonti = norma.gruppi.flatMap(({ regole }) => regole.flatMap((regola) => regola.fonti));
  return {
    discordi: fonti.filter(({ certezza }) => certezza === 'fonti-discordi').length,
    nonRiscontrate: fonti.filter(({ certezza }) => certezza === 'a-memoria').length,
  };
}
