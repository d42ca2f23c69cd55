import { type CodiceFiscale, parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { type CodiceRapporto, parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { CodiceAssociazione, PagaPattuita } from '../../contributi/calcolo.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { parseDecimale } from '../../valori/decimale.ts';
import { parseEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import { isPlainCodiceFiscale, isPlainCodiceRapporto } from './codici-piani.ts';

/** Weeks in the longest quarter, days in a week. */
const SETTIMANE_MAX = 14;
const GIORNI_MAX = 7;

/** How many different texts of a column are remembered with their value. */
const MEMORY = 8192;
/** Longest text remembered: the engine copies a slice of up to this length, a longer one would hold its whole block. */
const REMEMBERED_CHARS = 12;

/**
 * Remembers what the texts of a column mean: the cells of a file repeat themselves, and reading them anew is most of the work
 * of a row. Errors are not remembered. The result is the same object each time, so it must be immutable.
 */
function remembered<T>(parse: (testo: string) => T): (testo: string) => T {
  const known = new Map<string, T>();
  return (testo) => {
    if (testo.length > REMEMBERED_CHARS) return parse(testo);
    let value = known.get(testo);
    if (value === undefined) {
      value = parse(testo);
      if (known.size >= MEMORY) known.clear();
      known.set(testo, value);
    }
    return value;
  };
}

/**
 * One reader for each column whose text means something; each throws ErroreDati. Made anew for each file, because they
 * remember.
 */
export function makeLettori() {
  const oraria = (testo: string): PagaPattuita => ({ tipo: 'oraria', importo: parseEuro(testo, 'paga_oraria') });
  const mensile = (testo: string): PagaPattuita => ({ tipo: 'mensile', importo: parseEuro(testo, 'paga_mensile') });
  return {
    datore_cf: (testo: string) => leggiCodiceFiscale(testo, 'datore_cf'),
    rapporto: (testo: string) =>
      isPlainCodiceRapporto(testo) ? (testo as CodiceRapporto) : parseCodiceRapporto(testo, 'rapporto'),
    lavoratore_cf: (testo: string) => leggiCodiceFiscale(testo, 'lavoratore_cf'),
    trimestre: remembered((testo) => parseTrimestre(testo)),
    ore_settimanali: remembered((testo) => parseDecimale(testo, 'ore_settimanali')),
    ore: remembered((testo) => parseDecimale(testo, 'ore')),
    settimane: remembered((testo) => parseIntero(testo, 'settimane', SETTIMANE_MAX)),
    paga_oraria: remembered(oraria),
    paga_mensile: remembered(mensile),
    vitto_alloggio_giorni: remembered((testo) => parseIntero(testo, 'vitto_alloggio_giorni', GIORNI_MAX)),
    senza_cuaf: remembered((testo) => parseSiNo(testo, 'senza_cuaf')),
    tempo_determinato: remembered((testo) => parseSiNo(testo, 'tempo_determinato')),
    associazione: remembered((testo) => parseAssociazione(testo, 'associazione')),
    assunzione: remembered((testo) => parseGiorno(testo, 'assunzione')),
    cessazione: remembered((testo) => parseGiorno(testo, 'cessazione')),
  };
}

const SI_NO: ReadonlyMap<string, boolean> = new Map([
  ...['si', 'sì', "si'", 's', 'x', '1', 'vero', 'true'].map((testo) => [testo, true] as const),
  ...['no', 'n', '0', 'falso', 'false'].map((testo) => [testo, false] as const),
]);

/** @throws ErroreDati `si-no-non-valido` */
export function parseSiNo(testo: string, campo: string): boolean {
  const valore = SI_NO.get(testo.toLowerCase().normalize('NFC'));
  if (valore === undefined) {
    throw new ErroreDati('si-no-non-valido', `${campo}: «${testo.slice(0, 20)}» non è si né no.`, { campo });
  }
  return valore;
}

/** @throws ErroreDati `intero-non-valido` */
export function parseIntero(testo: string, campo: string, massimo: number): number {
  const numero = /^\d{1,2}$/.test(testo) ? Number(testo) : Number.NaN;
  if (!(numero <= massimo)) {
    throw new ErroreDati(
      'intero-non-valido',
      `${campo}: «${testo.slice(0, 20)}» non è un numero intero da 0 a ${massimo}.`,
      { campo },
    );
  }
  return numero;
}

/** @throws ErroreDati `associazione-sconosciuta` */
export function parseAssociazione(testo: string, campo: string): CodiceAssociazione {
  const codice = testo.toUpperCase();
  if (codice !== 'F2' && codice !== 'E1') {
    throw new ErroreDati('associazione-sconosciuta', `${campo}: «${testo.slice(0, 20)}» non è F2 né E1.`, { campo });
  }
  return codice;
}

function leggiCodiceFiscale(testo: string, campo: string): CodiceFiscale {
  return isPlainCodiceFiscale(testo) ? (testo as CodiceFiscale) : parseCodiceFiscale(testo, campo);
}

/** Month names that Italian Excel writes when it takes `4/2020` for a date. */
const DATA_DI_EXCEL =
  /^(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)-\d{2}$|^\d{1,2}\/\d{1,2}\/\d{4}$|^\d{4}-\d{2}-\d{2}/i;

/** Adds to a refusal what Excel most probably did to the cell: it turns `4/2020` into a date and long codes into powers. */
export function conSospettoExcel(testo: string, errore: ErroreDati): string {
  if (errore.codice === 'trimestre-non-valido' && DATA_DI_EXCEL.test(testo)) {
    return `${errore.message} Excel ha preso il trimestre per una data: dare alla colonna il formato Testo, o scrivere 2020-T4.`;
  }
  if (errore.codice === 'codice-rapporto-non-valido' && /^\d[.,]?\d*E\+\d+$/i.test(testo)) {
    return `${errore.message} Excel ha arrotondato il codice: dare alla colonna il formato Testo e riscriverlo.`;
  }
  return errore.message;
}
