import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { ErroreNorme } from './errore-norme.ts';

const FILE_ANNO = /^\d{4}\.yaml$/;

/**
 * The content of one rule file: YAML failsafe, every scalar a text, duplicate keys and references refused.
 * @throws ErroreNorme naming file and line
 */
export function leggiYaml(dir: string, file: string): unknown {
  let testo: string;
  try {
    testo = readFileSync(join(dir, file), 'utf8');
  } catch {
    throw new ErroreNorme(file, '', 'il file manca o non si può leggere');
  }
  const documento = parseDocument(testo, { schema: 'failsafe', version: '1.2' });
  const guasto = documento.errors[0] ?? documento.warnings[0];
  if (guasto !== undefined) {
    const riga = testo.slice(0, guasto.pos[0]).split('\n').length;
    throw new ErroreNorme(file, '', `YAML non valido alla riga ${riga} (${guasto.code})`);
  }
  try {
    return documento.toJS({ maxAliasCount: 0 });
  } catch {
    throw new ErroreNorme(file, '', 'contiene un rimando YAML (*nome): ogni valore va scritto per esteso');
  }
}

/** The files of `anni/`, the earliest first. @throws ErroreNorme when there is none, or something else is there */
export function nomiAnni(dir: string): string[] {
  let nomi: string[];
  try {
    nomi = readdirSync(join(dir, 'anni')).sort();
  } catch {
    throw new ErroreNorme('anni', '', 'la cartella manca o non si può leggere');
  }
  const estraneo = nomi.find((nome) => !FILE_ANNO.test(nome));
  if (estraneo !== undefined) throw new ErroreNorme(`anni/${estraneo}`, '', 'qui stanno solo file come 2026.yaml');
  if (nomi.length === 0) throw new ErroreNorme('anni', '', 'non c’è nessuna tabella annuale');
  return nomi;
}

/** The drafts of later years, the earliest first; none when their folder is not there. */
export function nomiBozze(bozze: string): string[] {
  return existsSync(bozze)
    ? readdirSync(bozze)
        .filter((nome) => FILE_ANNO.test(nome))
        .sort()
    : [];
}
