import { ErroreDati } from '../valori/errore-dati.ts';
import { carattereVietato, describeVietato } from '../valori/testo-scritto.ts';

/** Its parts, in the order in which they are written. */
export const CAMPI_INDIRIZZO = ['via', 'civico', 'cap', 'comune', 'provincia', 'nazione'] as const;

export type CampoIndirizzo = (typeof CAMPI_INDIRIZZO)[number];

/**
 * A postal address. In Italy only the house number may be empty; abroad the post code and the province too. `nazione` is two
 * letters (ISO 3166-1); none is Italy.
 */
export type Indirizzo = Readonly<Record<CampoIndirizzo, string>>;

/** All its parts empty: how one is taken away. */
export const NESSUN_INDIRIZZO: Indirizzo = { via: '', civico: '', cap: '', comune: '', provincia: '', nazione: '' };

/** Longest texts that pagoPA's debtor takes (streetName, civicNumber, postalCode, city, stateProvinceRegion of paForNode.xsd). */
const CARATTERI_MASSIMI = { via: 70, civico: 16, cap: 16, comune: 35, provincia: 35 } as const;

/** What must be there, in Italy and abroad. */
const NECESSARI = { qui: ['via', 'cap', 'comune', 'provincia'], altrove: ['via', 'comune'] } as const;

const NOMI = {
  via: 'la via',
  cap: 'il CAP',
  comune: 'il comune',
  provincia: 'la provincia',
} as const;

/** What is wrong with one part. */
export interface DifettoIndirizzo {
  readonly campo: CampoIndirizzo;
  /** An Italian sentence without the name of the field before it. */
  readonly messaggio: string;
}

/** All that is wrong with an address as it was written; nothing of one that is empty, or says nothing but its country. */
export function difettiIndirizzo(scritto: Indirizzo): DifettoIndirizzo[] {
  if (CAMPI_INDIRIZZO.every((campo) => campo === 'nazione' || scritto[campo].trim() === '')) return [];
  const nazione = codiceNazione(scritto.nazione);
  const necessari: readonly (keyof typeof NOMI)[] = nazione === 'IT' ? NECESSARI.qui : NECESSARI.altrove;
  const difetti: DifettoIndirizzo[] = necessari
    .filter((campo) => scritto[campo].trim() === '')
    .map((campo) => ({ campo, messaggio: `Manca ${NOMI[campo]}: un indirizzo si dà intero.` }));
  for (const [campo, messaggio] of defects(scritto, nazione)) {
    if (messaggio !== undefined) difetti.push({ campo, messaggio });
  }
  return difetti;
}

type Difetto = readonly [campo: CampoIndirizzo, messaggio: string | undefined];

function defects(scritto: Indirizzo, nazione: string | undefined): readonly Difetto[] {
  const { via, civico, cap, comune, provincia } = scritto;
  const m = CARATTERI_MASSIMI;
  const senzaNome = /^[^\p{L}]+$/u.test(via) ? 'Scrivere il nome della via: Via Aldini.' : undefined;
  const comuni: readonly Difetto[] = [
    ['via', textDefect(via, m.via) ?? senzaNome],
    ['civico', textDefect(civico, m.civico)],
  ];
  if (nazione === undefined) return [...comuni, ['nazione', NAZIONE_IGNOTA]];
  if (nazione !== 'IT') {
    return [
      ...comuni,
      ['cap', textDefect(cap, m.cap)],
      ['comune', textDefect(comune, m.comune)],
      ['provincia', textDefect(provincia, m.provincia)],
    ];
  }
  const unCap = cap.trim() === '' || /^\d{5}$/.test(cap.trim());
  const unaSigla = provincia.trim() === '' || /^[a-z]{2}$/i.test(provincia.trim());
  const conNumeri = /\d/.test(comune) ? 'Scrivere solo il nome del comune: Bologna.' : undefined;
  return [
    ...comuni,
    ['cap', unCap ? undefined : `Scrivere tutte e cinque le cifre del CAP, anche gli zeri davanti: 00184.${ALTROVE}`],
    ['comune', textDefect(comune, m.comune) ?? conNumeri],
    ['provincia', unaSigla ? undefined : `Scrivere le due lettere della provincia, come BO.${ALTROVE}`],
  ];
}

const NAZIONE_IGNOTA = 'Scrivere la nazione con il suo nome in italiano o con due lettere, come Svizzera o CH.';
const ALTROVE = ' Di un indirizzo all’estero scrivere anche la nazione.';

const NOMI_NAZIONI = new Intl.DisplayNames('it', { type: 'region', fallback: 'none' });
const LETTERE = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
/** Codes that have a name and are no country one can live in: unions, the unknown one, those kept for tests. */
const NON_NAZIONI: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** The code in use for two letters that name a country: `GB` for `UK`. */
function inUso(sigla: string): string | undefined {
  const codice = new Intl.Locale(`und-${sigla}`).region;
  return codice === undefined || NON_NAZIONI.has(codice) || NOMI_NAZIONI.of(codice) === undefined ? undefined : codice;
}

/** Two letters of each country by its Italian name, in small letters. */
let perNome: ReadonlyMap<string, string> | undefined;

function byName(): ReadonlyMap<string, string> {
  const codici = LETTERE.flatMap((a) => LETTERE.map((b) => a + b)).filter((due) => inUso(due) === due);
  return new Map(codici.map((due) => [(NOMI_NAZIONI.of(due) ?? '').toLowerCase(), due]));
}

/** The two letters of a country that was written by them or by its Italian name; `IT` where nothing was. */
function codiceNazione(scritta: string): string | undefined {
  const pulita = scritta.trim();
  if (pulita === '') return 'IT';
  if (/^[a-z]{2}$/i.test(pulita)) return inUso(pulita.toUpperCase());
  perNome ??= byName();
  return perNome.get(pulita.toLowerCase());
}

function textDefect(testo: string, massimo: number): string | undefined {
  const vietato = carattereVietato(testo);
  if (vietato !== undefined) return describeVietato(vietato);
  return [...testo.trim()].length > massimo ? `Sono più di ${massimo} caratteri: abbreviare.` : undefined;
}

/**
 * The address that was written; undefined when all its parts are empty.
 * @throws ErroreDati `indirizzo-non-valido`, for the first part that is wrong
 */
export function parseIndirizzo(scritto: Indirizzo): Indirizzo | undefined {
  const [difetto] = difettiIndirizzo(scritto);
  if (difetto !== undefined) {
    const { campo, messaggio } = difetto;
    throw new ErroreDati('indirizzo-non-valido', { perche: messaggio, campo });
  }
  const pulito = (campo: CampoIndirizzo): string => scritto[campo].trim().replace(/\s+/g, ' ');
  if (pulito('via') === '') return undefined;
  const nazione = codiceNazione(scritto.nazione) ?? 'IT';
  const provincia = pulito('provincia');
  return {
    via: pulito('via'),
    civico: pulito('civico'),
    cap: pulito('cap'),
    comune: pulito('comune'),
    provincia: nazione === 'IT' ? provincia.toUpperCase() : provincia,
    nazione,
  };
}

/** `Via Aldini 3, 40136 Bologna (BO)`; abroad with the country, as the post wants it: `Bahnhofstrasse 1, 8001 Zürich, SVIZZERA`. */
export function formatIndirizzo({ via, civico, cap, comune, provincia, nazione }: Indirizzo): string {
  const luogo = `${cap} ${comune}${provincia === '' ? '' : ` (${provincia})`}`.trim();
  const dove = `${via}${civico === '' ? '' : ` ${civico}`}, ${luogo}`;
  return nazione === '' || nazione === 'IT' ? dove : `${dove}, ${(NOMI_NAZIONI.of(nazione) ?? nazione).toUpperCase()}`;
}
