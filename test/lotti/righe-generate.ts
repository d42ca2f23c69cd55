import { carattereDiControllo } from '../../src/anagrafe/carattere-di-controllo.ts';
import type { CampiCalcolo } from '../../src/contributi/parse-dati.ts';
import { COLONNE, type Colonna } from '../../src/lotti/righe/colonne.ts';

/** One generated row: its line, and what must come of it. */
export interface RigaGenerata {
  readonly linea: string;
  /** The input of the calculation, for checking good rows against the core by another road. */
  readonly campi: CampiCalcolo;
  /** How the row was spoilt; absent for a good one. */
  readonly guasto?: Guasto;
}

/** A way of being wrong, and the column that must be named. */
export interface Guasto {
  readonly nome: string;
  readonly colonna: Colonna | '';
  readonly spoil: (celle: Record<Colonna, string>) => void;
  /** Works on the finished line. */
  readonly spoilLine?: (linea: string) => string;
}

const set = (nome: string, colonna: Colonna, valori: Partial<Record<Colonna, string>>): Guasto => ({
  nome,
  colonna,
  spoil: (celle) => Object.assign(celle, valori),
});
const line = (nome: string, spoilLine: (linea: string) => string): Guasto => ({
  nome,
  colonna: '',
  spoil: () => undefined,
  spoilLine,
});

/** Twenty ways in which rows of real files go wrong. */
export const GUASTI: readonly Guasto[] = [
  set('trimestre mancante', 'trimestre', { trimestre: '' }),
  set('quinto trimestre', 'trimestre', { trimestre: '5/2020' }),
  set('trimestre preso da Excel per una data', 'trimestre', { trimestre: 'apr-20' }),
  set('anno senza tabella', 'trimestre', { trimestre: '1/1999' }),
  set('nessuna ora', 'ore_settimanali', { ore: '', ore_settimanali: '' }),
  set('ore negative', 'ore', { ore: '-130' }),
  set('ore in lettere', 'ore_settimanali', { ore_settimanali: 'venti' }),
  set('più ore di quante ne ha una settimana', 'ore_settimanali', { ore: '', ore_settimanali: '169' }),
  set('settimane oltre il trimestre', 'settimane', { settimane: '15' }),
  set('zero settimane', 'settimane', { settimane: '0' }),
  set('due paghe', 'paga_mensile', { paga_oraria: '9,00', paga_mensile: '900,00' }),
  set('paga ambigua', 'paga_oraria', { paga_oraria: '1.234', paga_mensile: '' }),
  set('otto giorni di vitto', 'vitto_alloggio_giorni', { vitto_alloggio_giorni: '8' }),
  set('né si né no', 'senza_cuaf', { senza_cuaf: 'forse' }),
  set('associazione sconosciuta', 'associazione', { associazione: 'G7' }),
  set('giorno che non esiste', 'assunzione', { assunzione: '30/02/2015' }),
  set('cessazione prima di assunzione', 'cessazione', {
    assunzione: '10/03/2015',
    cessazione: '2015-03-09',
    settimane: '',
  }),
  set('codice fiscale che non torna', 'datore_cf', { datore_cf: 'RSSMRA80A01D620A' }),
  line('colonne che mancano', (linea) => linea.slice(0, linea.lastIndexOf(';'))),
  line('virgolette fuori posto', (linea) => linea.replace(';', '; "')),
];

const COGNOMI = [
  'Ròssi',
  'D’Amico',
  'Bianchi',
  'Esposito',
  'Lo Presti',
  'Müller',
  'Țărană',
  'Nowak',
  'Ferrari',
  'Conti',
];
const NOMI = ['Maria', 'Luca', 'Nicolò', 'Anna Lucia', 'Olena', 'Gheorghe', 'Rosa', 'Ettore', 'Ada', 'Noemi'];
const CONSONANTI = 'BCDFGLMNPRSTVZ';

/** Small fast generator (mulberry32): the same seed gives the same rows everywhere. */
function randomFrom(seed: number): (upTo: number) => number {
  let state = seed;
  return (upTo) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % upTo;
  };
}

/**
 * Rows as an accountant's file holds them: every year from 2007, hours of the week or of the quarter, pay by the hour or by
 * the month, dates in both forms, accents, quotes.
 * @param guastoOgni every how many rows one is spoilt, each time in the next of the twenty ways; 0 for never
 */
export function* righeGenerate(quante: number, guastoOgni: number, seed = 1): Generator<RigaGenerata> {
  const random = randomFrom(seed);
  for (let i = 0; i < quante; i++) {
    const celle = celleBuone(i, random);
    const guasto =
      guastoOgni > 0 && i % guastoOgni === guastoOgni - 1 ? GUASTI[Math.floor(i / guastoOgni) % 20] : undefined;
    guasto?.spoil(celle);
    const linea = COLONNE.map((colonna) => quote(celle[colonna])).join(';');
    yield {
      linea: guasto?.spoilLine?.(linea) ?? linea,
      campi: toCampi(celle),
      ...(guasto === undefined ? {} : { guasto }),
    };
  }
}

export const INTESTAZIONE = COLONNE.join(';');

function celleBuone(i: number, random: (upTo: number) => number): Record<Colonna, string> {
  const anno = 2012 + random(15);
  const settimanali = 1 + random(45);
  const aTrimestre = random(3) === 0;
  const oraria = random(2) === 0;
  const settimane = random(6) === 0 ? 4 + random(9) : 12;
  return {
    id: String(i + 1),
    datore_cf: codiceFiscale(random),
    datore_nome: `${COGNOMI[random(10)] ?? ''} ${NOMI[random(10)] ?? ''}`,
    rapporto: String(90_000_000_000 + random(2 ** 31)),
    lavoratore_cf: codiceFiscale(random),
    lavoratore_nome: random(7) === 0 ? `De "Lì" ${NOMI[random(10)] ?? ''}; ${i}` : `${COGNOMI[random(10)] ?? ''} ${i}`,
    trimestre: random(5) === 0 ? `${anno}-T${1 + random(4)}` : `${1 + random(4)}/${anno}`,
    ore_settimanali: aTrimestre ? '' : decimal(settimanali, random),
    ore: aTrimestre ? decimal(12 + random(settimane * 40), random) : '',
    settimane: settimane < 12 ? String(settimane) : '',
    paga_oraria: oraria ? `${6 + random(9)},${10 + random(90)}` : '',
    paga_mensile: oraria ? '' : `${500 + random(1300)}${random(2) === 0 ? ',50' : '.00'}`,
    vitto_alloggio_giorni: random(4) === 0 ? String(random(8)) : '',
    senza_cuaf: ['', 'no', 'si', 'NO', 'sì'][random(5)] ?? '',
    tempo_determinato: ['', 'no', 'si'][random(3)] ?? '',
    associazione: ['', '', 'F2', 'f2'][random(4)] ?? '',
    assunzione: random(3) === 0 ? '' : day(2000 + random(11), random),
    cessazione: '',
  };
}

/** Half of the numbers whole, the others with a comma or a point. */
function decimal(intero: number, random: (upTo: number) => number): string {
  const parte = ['', '', ',5', '.25'][random(4)] ?? '';
  return `${intero}${parte}`;
}

function day(anno: number, random: (upTo: number) => number): string {
  const mese = String(1 + random(12)).padStart(2, '0');
  const giorno = String(1 + random(28)).padStart(2, '0');
  return random(2) === 0 ? `${giorno}/${mese}/${anno}` : `${anno}-${mese}-${giorno}`;
}

function codiceFiscale(random: (upTo: number) => number): string {
  const lettere = Array.from({ length: 6 }, () => CONSONANTI[random(CONSONANTI.length)] ?? 'B').join('');
  const anno = String(random(100)).padStart(2, '0');
  const giorno = String(1 + random(28) + (random(2) === 0 ? 40 : 0)).padStart(2, '0');
  const quindici = `${lettere}${anno}${'ABCDEHLMPRST'[random(12)] ?? 'A'}${giorno}D620`;
  return quindici + carattereDiControllo(quindici);
}

function quote(testo: string): string {
  return /[;"]/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo;
}

function toCampi(celle: Record<Colonna, string>): CampiCalcolo {
  return {
    trimestre: celle.trimestre,
    oreSettimanali: celle.ore_settimanali,
    ore: celle.ore,
    settimane: celle.settimane,
    pagaOraria: celle.paga_oraria,
    pagaMensile: celle.paga_mensile,
    vittoAlloggioGiorni: celle.vitto_alloggio_giorni,
    senzaCuaf: /^s/i.test(celle.senza_cuaf),
    tempoDeterminato: /^s/i.test(celle.tempo_determinato),
    associazione: celle.associazione,
    assunzione: celle.assunzione,
    cessazione: celle.cessazione,
  };
}
