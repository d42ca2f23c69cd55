import { ErroreDati } from '../../valori/errore-dati.ts';
import { columnLetters } from '../fogli/cartella.ts';
import { type Colonna, COLONNA_DA_CORREGGERE, COLONNE_CALCOLATE, isDaCorreggere } from './colonne.ts';
import { colonnaDaIntestazione, colonnaSimile } from './riconosci-colonna.ts';

/** The header of a file, understood. */
export interface Intestazione {
  /** The headers as they are written out again: unknown ones too, clashes with ours renamed. */
  readonly intestazioni: readonly string[];
  /** Cells of the header line, those without a name at its end too. */
  readonly larghezza: number;
  /** Where each column of ours stands. */
  readonly posti: ReadonlyMap<Colonna, number>;
  /** Italian sentences for the summary: columns not used, without a name, renamed. */
  readonly avvisi: readonly string[];
}

/** What a batch does with the columns of its file. */
export interface UsoColonne {
  /** What it cannot do without: each entry is a column, or several of which one is enough. */
  readonly richieste: readonly (readonly [Colonna, ...Colonna[]])[];
  /** Whether its result gives the file's own columns back. */
  readonly riporta: boolean;
}

/** How many columns a sentence names. */
const NOMI_MASSIMI = 20;

/**
 * Understands the header line.
 * @param cells its cells; those without a name at its end are no columns
 * @param uso what this batch does with them
 * @throws ErroreDati `intestazione-…`: nothing can be done with the file
 */
export function parseIntestazione(cells: readonly string[], { richieste, riporta }: UsoColonne): Intestazione {
  const campi = cells.slice(0, cells.findLastIndex((cella) => cella !== '') + 1);
  const posti = new Map<Colonna, number>();
  campi.forEach((campo, posto) => {
    const colonna = colonnaDaIntestazione(campo);
    if (colonna === undefined) return;
    const prima = posti.get(colonna);
    if (prima !== undefined) throw twice(colonna, campi[prima] ?? '', campo);
    posti.set(colonna, posto);
  });
  const altre = campi.filter(
    (campo) => campo !== '' && colonnaDaIntestazione(campo) === undefined && !isDaCorreggere(campo),
  );
  for (const campo of altre) checkNotMisspelt(campo, posti);
  for (const alternative of richieste) {
    if (!alternative.some((colonna) => posti.has(colonna))) throw missing(alternative, campi);
  }
  const avvisi = [...unused(altre, riporta), ...nameless(campi), ...bareHours(campi[posti.get('ore') ?? -1])];
  return { intestazioni: riporta ? outputHeaders(campi, avvisi) : campi, larghezza: cells.length, posti, avvisi };
}

function twice(colonna: Colonna, prima: string, dopo: string): ErroreDati {
  const come = prima === dopo ? '' : ` («${prima.slice(0, 60)}» e «${dopo.slice(0, 60)}»)`;
  return refuse('ripetuta', `La colonna «${colonna}» compare due volte${come}: lasciarne una sola.`);
}

/** A misspelt column would be left out of the amounts: whether it is one is not ours to guess. */
function checkNotMisspelt(campo: string, posti: ReadonlyMap<Colonna, number>): void {
  const simile = colonnaSimile(campo);
  if (simile === undefined || posti.has(simile)) return;
  throw refuse(
    'dubbia',
    `La colonna «${campo.slice(0, 60)}» è forse «${simile}»? Se sì, correggere il nome; se è un’altra cosa, darle un nome meno simile.`,
  );
}

function unused(altre: readonly string[], riporta: boolean): string[] {
  if (altre.length === 0) return [];
  const nomi = altre.slice(0, NOMI_MASSIMI).map((campo) => `«${campo.slice(0, 60)}»`);
  const resto = altre.length > nomi.length ? ` e altre ${altre.length - nomi.length}` : '';
  const [una, tante] = riporta ? [', ed è riportata com’è', ', e sono riportate come sono'] : ['', ''];
  return altre.length === 1
    ? [`Una colonna non è usata per il calcolo${una}: ${nomi.join('')}.`]
    : [`${altre.length} colonne non sono usate per il calcolo${tante}: ${nomi.join(', ')}${resto}.`];
}

/** Whoever calls a column just `Ore`, and not as the template does, may mean those of a week. */
function bareHours(campo: string | undefined): string[] {
  if (campo === undefined || campo === 'ore' || !/^ore$/i.test(campo)) return [];
  return [
    `La colonna «${campo}» è letta come le ore di tutto il trimestre: se sono di una settimana, chiamarla «ore settimanali».`,
  ];
}

function nameless(campi: readonly string[]): string[] {
  const senza = campi.flatMap((campo, i) => (campo === '' ? [columnLetters(i)] : []));
  return senza.length === 0 ? [] : [`Senza nome, e non usate per il calcolo, le colonne ${senza.join(', ')}.`];
}

/** Of a file that was mended and given back: beside amounts, what was wrong is told as of before. */
const ERRORE_DI_PRIMA = `${COLONNA_DA_CORREGGERE}_di_prima`;

/** A column of the input that is called like one of ours gives way. */
function outputHeaders(campi: readonly string[], avvisi: string[]): string[] {
  const usate = new Set<string>([...COLONNE_CALCOLATE, ...campi]);
  return campi.map((campo) => {
    if (isDaCorreggere(campo)) return ERRORE_DI_PRIMA;
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
  return refuse(
    'incompleta',
    `Fra le intestazioni, che si cercano nelle prime trenta righe, manca la colonna ${quale}; vi si legge: ${trovate}.`,
  );
}

function refuse(motivo: 'ripetuta' | 'dubbia' | 'incompleta', perche: string): ErroreDati {
  return new ErroreDati(`intestazione-${motivo}`, { perche, campo: 'intestazione' });
}
