import { isAbsolute } from 'node:path';
import { ErroreDati } from '../valori/errore-dati.ts';

/** A rule file does not hold what it must: the program stops and names file, key and reason. */
export class ErroreNorme extends ErroreDati<'norma-non-valida'> {
  readonly file: string;
  readonly chiave: string;

  /**
   * @param file path inside `rules/`, e.g. `anni/2020.yaml`, or the absolute one of a draft
   * @param chiave where in the file, e.g. `fasce.2.convenzionale`; empty for the file as a whole
   * @param motivo Italian, without a final stop
   */
  constructor(file: string, chiave: string, motivo: string) {
    const nome = isAbsolute(file) ? file : `rules/${file}`;
    const dove = chiave === '' ? nome : `${nome}, chiave «${chiave}»`;
    super('norma-non-valida', { dove, motivo, campo: chiave });
    this.name = 'ErroreNorme';
    this.file = file;
    this.chiave = chiave;
  }
}
