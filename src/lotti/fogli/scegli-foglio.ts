import { ErroreDati } from '../../valori/errore-dati.ts';
import { colonneRiconosciute, rigaDiIntestazione } from '../righe/riconosci-colonna.ts';
import { INTESTAZIONE_ENTRO } from '../righe/leggi-intestazione.ts';
import type { Cartella } from './cartella.ts';

/** The sheet to be read, and what to say of the others. */
export interface Scelta {
  readonly foglio: number;
  /** Where its header stands and how many cells it has; undefined when there is none. */
  readonly testata: Testata | undefined;
  readonly note: readonly string[];
}

/** The row of a sheet that is its header. */
export interface Testata {
  readonly riga: number;
  readonly larghezza: number;
}

/**
 * The first sheet that is shown and has the headers; the first that is shown when none has, for the header's own refusal.
 * @throws ErroreDati `foglio-nascosto` when only hidden sheets have the headers
 */
export async function scegliFoglio(cartella: Cartella): Promise<Scelta> {
  const fogli: { indice: number; nome: string; nascosto: boolean; testata: Testata | undefined }[] = [];
  for (const [indice, foglio] of cartella.fogli.entries()) {
    fogli.push({ indice, ...foglio, testata: await findHeader(cartella, indice) });
  }
  const visibili = fogli.filter(({ nascosto }) => !nascosto);
  const buono = visibili.find(({ testata }) => testata !== undefined);
  const nascosto = fogli.find(({ testata }) => testata !== undefined);
  if (buono === undefined && nascosto !== undefined) throw hidden(nascosto.nome);
  const scelto = buono ?? visibili[0] ?? fogli[0];
  if (scelto === undefined) throw new TypeError('a workbook without sheets was opened');
  const altri = fogli.filter((foglio) => foglio !== scelto);
  const note = altri.length === 0 ? [] : [...tell(scelto.nome, altri)];
  return { foglio: scelto.indice, testata: scelto.testata, note };
}

/** By the same rule as in a text. */
async function findHeader(cartella: Cartella, indice: number): Promise<Testata | undefined> {
  const prime: (Testata & { readonly colonne: number })[] = [];
  reading: for await (const rows of cartella.rows(indice)) {
    for (const { riga, celle } of rows) {
      if (riga > INTESTAZIONE_ENTRO) break reading;
      prime.push({ riga, larghezza: celle.length, colonne: colonneRiconosciute(celle) });
    }
  }
  return rigaDiIntestazione(prime);
}

function* tell(
  scelto: string,
  altri: readonly { nome: string; nascosto: boolean; testata: Testata | undefined }[],
): Generator<string> {
  const con = altri.filter(({ testata }) => testata !== undefined);
  if (con.length > 0) {
    yield `È stato letto soltanto il foglio «${scelto}»: ${con.length === 1 ? 'ha le stesse intestazioni, e NON è stato letto, anche' : 'hanno le stesse intestazioni, e NON sono stati letti, anche'} ${names(con)}.`;
  }
  const senza = altri.filter(({ testata }) => testata === undefined);
  if (senza.length > 0) yield `Fogli non letti, senza le intestazioni: ${names(senza)}.`;
}

function names(fogli: readonly { nome: string; nascosto: boolean }[]): string {
  return fogli.map(({ nome, nascosto }) => `«${nome}»${nascosto ? ' (nascosto)' : ''}`).join(', ');
}

function hidden(nome: string): ErroreDati {
  return new ErroreDati('foglio-nascosto', { nome, campo: 'ingresso' });
}
