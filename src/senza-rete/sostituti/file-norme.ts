import { ErroreNorme } from '../../norme/errore-norme.ts';

/** Stands in the place of `norme/file-norme.ts`: the page carries the rule files that the program reads. */
export function leggiYaml(_dir: string, file: string): unknown {
  const norma = NORME_INCORPORATE[file];
  if (norma === undefined) throw new ErroreNorme(file, '', 'non è fra quelle che la pagina porta con sé');
  return norma;
}

export function nomiAnni(): string[] {
  return Object.keys(NORME_INCORPORATE)
    .filter((file) => file.startsWith('anni/'))
    .map((file) => file.slice('anni/'.length))
    .sort();
}

/** Drafts stand in a folder of the program's user: a page has none. */
export function nomiBozze(): string[] {
  return [];
}
