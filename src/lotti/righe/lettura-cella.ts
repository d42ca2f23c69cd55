import { type CodiceFiscale, parseCodiceFiscale } from '../../anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { CodiceAssociazione, PagaPattuita } from '../../contributi/calcolo.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { parseDecimale } from '../../valori/decimale.ts';
import { type Centesimi, parseEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, parseGiorno } from '../../valori/giorno.ts';
import { type CellReader, CodeReader, RememberingReader } from './cell-reader.ts';
import { isPlainCodiceFiscale, isPlainCodiceRapporto } from './codici-piani.ts';
import { parseOreSettimanali } from './settimana-per-settimana.ts';

/** Weeks in the longest quarter, days in a week. */
const SETTIMANE_MAX = 14;
const GIORNI_MAX = 7;

/**
 * One reader for each column whose text means something; each throws ErroreDati. Made anew for each file, because they
 * remember.
 */
export function makeLettori() {
  const remember = <T>(parse: (testo: string) => T): CellReader<T> => new RememberingReader(parse);
  return {
    datore_cf: codiceFiscale('datore_cf'),
    rapporto: new CodeReader(isPlainCodiceRapporto, (testo) => parseCodiceRapporto(testo, 'rapporto')),
    lavoratore_cf: codiceFiscale('lavoratore_cf'),
    trimestre: remember((testo) => parseTrimestre(testo)),
    ore_settimanali: remember((testo) => parseOreSettimanali(testo, 'ore_settimanali')),
    ore: remember((testo) => parseDecimale(testo, 'ore')),
    settimane: remember((testo) => parseIntero(testo, 'settimane', SETTIMANE_MAX)),
    paga_oraria: remember((testo) => paga('oraria', parseEuro(testo, 'paga_oraria'))),
    paga_mensile: remember((testo) => paga('mensile', parseEuro(testo, 'paga_mensile'))),
    vitto_alloggio_giorni: remember((testo) => parseIntero(testo, 'vitto_alloggio_giorni', GIORNI_MAX)),
    senza_cuaf: remember((testo) => parseSiNo(testo, 'senza_cuaf')),
    tempo_determinato: remember((testo) => parseSiNo(testo, 'tempo_determinato')),
    associazione: remember((testo) => parseAssociazione(testo, 'associazione')),
    assunzione: remember((testo) => leggiGiorno(testo, 'assunzione')),
    cessazione: remember((testo) => leggiGiorno(testo, 'cessazione')),
  };
}

function codiceFiscale(campo: string): CodeReader<CodiceFiscale> {
  return new CodeReader(isPlainCodiceFiscale, (testo) => parseCodiceFiscale(testo, campo));
}

function paga(tipo: PagaPattuita['tipo'], importo: Centesimi): PagaPattuita {
  return { tipo, importo };
}

const ISO = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/;
const ITALIANO = /^(\d\d)\/(\d\d)\/((?:19|20)\d\d)$/;

/**
 * A day; up to the 28th, which every month has, without asking the calendar.
 * @throws ErroreDati `data-non-valida`
 */
function leggiGiorno(testo: string, campo: string): Giorno {
  const [, anno, mese = '', giorno = ''] = ISO.exec(testo) ?? italiano(testo) ?? [];
  const certo = anno !== undefined && mese >= '01' && mese <= '12' && giorno >= '01' && giorno <= '28';
  return certo ? (`${anno}-${mese}-${giorno}` as Giorno) : parseGiorno(testo, campo);
}

function italiano(testo: string): readonly (string | undefined)[] | undefined {
  const parti = ITALIANO.exec(testo);
  return parti === null ? undefined : [testo, parti[3], parti[2], parti[1]];
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
      `${campo}: «${testo.slice(0, 20)}» non è un numero intero fino a ${massimo}.`,
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
