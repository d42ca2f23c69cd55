import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Colonna, COLONNE_CALCOLATE, colonnaDaIntestazione, colonnaSimile } from './colonne.ts';

/** The first line of a file, understood. */
export interface Intestazione {
  /** The headers as they are written out again: unknown ones too, clashes with ours renamed. */
  readonly intestazioni: readonly string[];
  /** Where each column of ours stands. */
  readonly posti: ReadonlyMap<Colonna, number>;
  /** Italian sentences for the summary: columns not known, renamed. */
  readonly avvisi: readonly string[];
}

/** What a batch cannot do without: each entry is a column, or several of which one is enough. */
export type Richieste = readonly (readonly [Colonna, ...Colonna[]])[];

/**
 * Understands the header line.
 * @param richieste the columns that this batch needs
 * @throws ErroreDati `intestazione-…`: nothing can be done with the file
 */
export function parseIntestazione(campi: readonly string[], richieste: Richieste): Intestazione {
  checkSeparatore(campi);
  const posti = new Map<Colonna, number>();
  const avvisi: string[] = [];
  campi.forEach((campo, posto) => {
    const colonna = colonnaDaIntestazione(campo);
    if (colonna === undefined) {
      const avviso = avvisoSconosciuta(campo);
      if (avviso !== undefined) avvisi.push(avviso);
    } else if (posti.has(colonna)) {
      throw refuse('ripetuta', `La colonna «${colonna}» compare due volte: lasciarne una sola.`);
    } else posti.set(colonna, posto);
  });
  for (const alternative of richieste) {
    if (!alternative.some((colonna) => posti.has(colonna))) throw missing(alternative, campi);
  }
  return { intestazioni: outputHeaders(campi, avvisi), posti, avvisi };
}

function checkSeparatore(campi: readonly string[]): void {
  const sola = campi.length === 1 ? (campi[0] ?? '') : '';
  const separatore = sola.includes('\t') ? 'una tabulazione' : sola.includes(',') ? 'la virgola' : undefined;
  if (separatore !== undefined) {
    throw refuse(
      'separatore',
      `Le colonne sono separate con ${separatore}: il separatore è il punto e virgola. Con Excel in italiano: ` +
        '«Salva con nome», «CSV UTF-8 (delimitato da punto e virgola)».',
    );
  }
}

function avvisoSconosciuta(campo: string): string | undefined {
  const simile = colonnaSimile(campo);
  if (simile === undefined) return undefined;
  return `La colonna «${campo.slice(0, 60)}» non è fra quelle conosciute ed è riportata com’è: forse è «${simile}»?`;
}

/** A column of the input that is called like one of ours gives way. */
function outputHeaders(campi: readonly string[], avvisi: string[]): string[] {
  const usate = new Set<string>([...COLONNE_CALCOLATE, ...campi]);
  return campi.map((campo) => {
    if (!(COLONNE_CALCOLATE as readonly string[]).includes(campo)) return campo;
    let nome = `${campo}_ingresso`;
    for (let n = 2; usate.has(nome); n++) nome = `${campo}_ingresso_${n}`;
    usate.add(nome);
    avvisi.push(`La colonna «${campo}» del file si chiama come una di quelle calcolate: è riportata come «${nome}».`);
    return nome;
  });
}

function missing(alternative: readonly [Colonna, ...Colonna[]], campi: readonly string[]): ErroreDati {
  const quale = alternative.map((colonna) => `«${colonna}»`).join(' oppure ');
  const trovate = campi
    .slice(0, 12)
    .map((campo) => `«${campo.slice(0, 30)}»`)
    .join(', ');
  return refuse('incompleta', `Nella prima riga manca la colonna ${quale}; vi si legge: ${trovate}.`);
}

function refuse(motivo: string, messaggio: string): ErroreDati {
  return new ErroreDati(`intestazione-${motivo}`, messaggio, { campo: 'intestazione' });
}
