import { ErroreDati } from '../valori/errore-dati.ts';
import { carattereVietato, describeVietato } from '../valori/testo-scritto.ts';

/** Its parts, in the order in which they are written. */
export const CAMPI_INDIRIZZO = ['via', 'civico', 'cap', 'comune', 'provincia'] as const;

export type CampoIndirizzo = (typeof CAMPI_INDIRIZZO)[number];

/** An Italian postal address; only the house number may be empty. */
export type Indirizzo = Readonly<Record<CampoIndirizzo, string>>;

/** All its parts empty: how one is taken away. */
export const NESSUN_INDIRIZZO: Indirizzo = { via: '', civico: '', cap: '', comune: '', provincia: '' };

/** Longest texts that pagoPA's debtor takes (streetName, civicNumber, city of paForNode.xsd). */
const CARATTERI_MASSIMI = { via: 70, civico: 16, comune: 35 } as const;

const NOMI: Readonly<Record<CampoIndirizzo, string>> = {
  via: 'la via',
  civico: 'il numero civico',
  cap: 'il CAP',
  comune: 'il comune',
  provincia: 'la provincia',
};

/** What is wrong with one part. */
export interface DifettoIndirizzo {
  readonly campo: CampoIndirizzo;
  /** An Italian sentence without the name of the field before it. */
  readonly messaggio: string;
}

/** All that is wrong with an address as it was written; nothing of one that is empty. */
export function difettiIndirizzo(scritto: Indirizzo): DifettoIndirizzo[] {
  const { via, civico, cap, comune, provincia } = scritto;
  const difetti: DifettoIndirizzo[] = [];
  const trova = (campo: CampoIndirizzo, messaggio: string | undefined): void => {
    if (messaggio !== undefined) difetti.push({ campo, messaggio });
  };
  if (CAMPI_INDIRIZZO.every((campo) => scritto[campo].trim() === '')) return difetti;
  for (const campo of CAMPI_INDIRIZZO) {
    if (campo !== 'civico' && scritto[campo].trim() === '')
      trova(campo, `Manca ${NOMI[campo]}: un indirizzo si dà intero.`);
  }
  trova(
    'via',
    textDefect(via, CARATTERI_MASSIMI.via) ??
      (/^[^\p{L}]+$/u.test(via) ? 'Scrivere il nome della via: Via Aldini.' : undefined),
  );
  trova('civico', textDefect(civico, CARATTERI_MASSIMI.civico));
  if (cap.trim() !== '' && !/^\d{5}$/.test(cap.trim())) {
    trova('cap', 'Scrivere tutte e cinque le cifre del CAP, anche gli zeri davanti: 00184.');
  }
  trova(
    'comune',
    textDefect(comune, CARATTERI_MASSIMI.comune) ??
      (/\d/.test(comune) ? 'Scrivere solo il nome del comune: Bologna.' : undefined),
  );
  if (provincia.trim() !== '' && !/^[a-z]{2}$/i.test(provincia.trim())) {
    trova('provincia', 'Scrivere le due lettere della provincia, come BO.');
  }
  return difetti;
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
    throw new ErroreDati('indirizzo-non-valido', `${campo}: ${messaggio}`, { campo });
  }
  const pulito = (campo: CampoIndirizzo): string => scritto[campo].trim().replace(/\s+/g, ' ');
  if (pulito('via') === '') return undefined;
  return {
    via: pulito('via'),
    civico: pulito('civico'),
    cap: pulito('cap'),
    comune: pulito('comune'),
    provincia: pulito('provincia').toUpperCase(),
  };
}

/** `Via Aldini 3, 40136 Bologna (BO)`. */
export function formatIndirizzo({ via, civico, cap, comune, provincia }: Indirizzo): string {
  const luogo = `${cap} ${comune}${provincia === '' ? '' : ` (${provincia})`}`.trim();
  return `${via}${civico === '' ? '' : ` ${civico}`}, ${luogo}`;
}
