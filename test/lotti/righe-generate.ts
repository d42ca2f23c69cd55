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

/** A way of being wrong, the column that must be named, and the sentence that must be said. */
export interface Guasto {
  readonly nome: string;
  readonly colonna: Colonna | '';
  readonly frase: string;
  readonly spoil: (celle: Record<Colonna, string>) => void;
  /** Works on the finished line. */
  readonly spoilLine?: (linea: string) => string;
}

const set = (nome: string, colonna: Colonna, valori: Partial<Record<Colonna, string>>, frase: string): Guasto => ({
  nome,
  colonna,
  frase,
  spoil: (celle) => Object.assign(celle, valori),
});
const line = (nome: string, spoilLine: (linea: string) => string, frase: string): Guasto => ({
  nome,
  colonna: '',
  frase,
  spoil: () => undefined,
  spoilLine,
});

const NON_NUMERO = 'non è un numero; scrivere per esempio 25 oppure 24,5.';
const NON_TRIMESTRE = 'non è un trimestre; scrivere il numero e l’anno, per esempio 4/2020.';

/** Twenty ways in which rows of real files go wrong. */
export const GUASTI: readonly Guasto[] = [
  set('trimestre mancante', 'trimestre', { trimestre: '' }, 'Manca il trimestre: scrivere per esempio 4/2020.'),
  set('quinto trimestre', 'trimestre', { trimestre: '5/2020' }, `«5/2020» ${NON_TRIMESTRE}`),
  set(
    'trimestre preso da Excel per una data',
    'trimestre',
    { trimestre: 'apr-20' },
    `«apr-20» ${NON_TRIMESTRE} Excel ha preso il trimestre per una data: dare alla colonna il formato Testo, o scrivere 2020-T4.`,
  ),
  set('anno senza tabella', 'trimestre', { trimestre: '1/1999' }, 'Non c’è una tabella dei contributi per il 1999'),
  set(
    'nessuna ora',
    'ore_settimanali',
    { ore: '', ore_settimanali: '' },
    'Mancano le ore: indicare le ore settimanali, oppure quelle di tutto il trimestre.',
  ),
  set('ore negative', 'ore', { ore: '-130' }, `«-130» ${NON_NUMERO}`),
  set('ore in lettere', 'ore_settimanali', { ore_settimanali: 'venti' }, `«venti» ${NON_NUMERO}`),
  set(
    'più ore di quante ne ha una settimana',
    'ore_settimanali',
    { ore: '', ore_settimanali: '169' },
    '«169» non va bene; indicare un numero maggiore di zero e non oltre 168',
  ),
  set('settimane oltre il trimestre', 'settimane', { settimane: '15' }, '«15» non è un numero intero fino a 14.'),
  set(
    'zero settimane',
    'settimane',
    { trimestre: '1/2024', settimane: '0', assunzione: '', cessazione: '' },
    '«0» non va bene; il trimestre 1/2024 ha 13 settimane (i suoi sabati): senza ore retribuite non c’è nulla da versare',
  ),
  set(
    'due paghe',
    'paga_mensile',
    { paga_oraria: '9,00', paga_mensile: '900,00' },
    'Ci sono sia la paga oraria sia quella mensile: lasciarne una sola.',
  ),
  set(
    'paga ambigua',
    'paga_oraria',
    { paga_oraria: '1.234', paga_mensile: '' },
    '«1.234» non è un importo in euro: ha più di due decimali, o un punto che può voler dire migliaia; scrivere gli euro come 1250,00.',
  ),
  set(
    'otto giorni di vitto',
    'vitto_alloggio_giorni',
    { vitto_alloggio_giorni: '8' },
    '«8» non è un numero intero fino a 7.',
  ),
  set('né si né no', 'senza_cuaf', { senza_cuaf: 'forse' }, '«forse» non è si né no.'),
  set('associazione sconosciuta', 'associazione', { associazione: 'G7' }, '«G7» non è F2 né E1.'),
  set(
    'giorno che non esiste',
    'assunzione',
    { assunzione: '30/02/2015' },
    '«30/02/2015» non è una data; scrivere gg/mm/aaaa, per esempio 11/01/2021.',
  ),
  set(
    'cessazione prima di assunzione',
    'cessazione',
    { assunzione: '10/03/2015', cessazione: '2015-03-09', settimane: '' },
    'La cessazione (09/03/2015) viene prima dell’assunzione (10/03/2015): correggere una delle due date.',
  ),
  set(
    'codice fiscale che non torna',
    'datore_cf',
    { datore_cf: 'RSSMRA80A01H501A' },
    'L’ultimo carattere non torna con gli altri: un carattere è sbagliato o scambiato.',
  ),
  line(
    'colonne di troppo',
    (linea) => `${linea};x`,
    `La riga ha ${COLONNE.length + 1} colonne, l’intestazione ne ha ${COLONNE.length}.`,
  ),
  line('virgolette fuori posto', (linea) => linea.replace(';', '; "'), 'Le virgolette sono fuori posto'),
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
 * Rows as an accountant's file holds them: fifteen years, hours of the week or of the quarter, pay by the hour, by the month or
 * (above 24 hours a week) not told, rapporti that begin or end within the quarter, numbers and dates in both forms, accents,
 * quotes.
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
  const numero = 1 + random(4);
  const settimanali = 1 + random(45);
  const aTrimestre = random(3) === 0;
  const paga = !aTrimestre && settimanali > 24 && random(2) === 0 ? 'nessuna' : random(2) === 0 ? 'oraria' : 'mensile';
  const settimane = random(6) === 0 ? 4 + random(9) : 12;
  const celle = {
    id: String(i + 1),
    datore_cf: codiceFiscale(random),
    datore_nome: `${COGNOMI[random(10)] ?? ''} ${NOMI[random(10)] ?? ''}`,
    rapporto: String(90_000_000_000 + random(2 ** 31)),
    lavoratore_cf: codiceFiscale(random),
    lavoratore_nome: random(7) === 0 ? `De "Lì" ${NOMI[random(10)] ?? ''}; ${i}` : `${COGNOMI[random(10)] ?? ''} ${i}`,
    trimestre: random(5) === 0 ? `${anno}-T${numero}` : `${numero}/${anno}`,
    ore_settimanali: aTrimestre ? '' : decimal(settimanali, random),
    ore: aTrimestre ? decimal(12 + random(settimane * 40), random) : '',
    settimane: settimane < 12 ? String(settimane) : '',
    paga_oraria: paga === 'oraria' ? `${6 + random(9)},${10 + random(90)}` : '',
    paga_mensile: paga === 'mensile' ? `${500 + random(1300)}${random(2) === 0 ? ',50' : '.00'}` : '',
    vitto_alloggio_giorni: random(4) === 0 ? String(random(8)) : '',
    senza_cuaf: ['', 'no', 'si', 'NO', 'sì'][random(5)] ?? '',
    tempo_determinato: ['', 'no', 'si'][random(3)] ?? '',
    associazione: ['', '', 'F2', 'f2'][random(4)] ?? '',
    assunzione: random(3) === 0 ? '' : day(2000 + random(11), 1 + random(12), random),
    cessazione: '',
    lingua_avviso: '',
    datore_via: '',
    datore_civico: '',
    datore_cap: '',
    datore_comune: '',
    datore_provincia: '',
    datore_nazione: '',
    ore_in_parti: '',
    settimane_incomplete: '',
    quarta_fascia: '',
    conto_assistenza: '',
    inizio_f2: '',
    importo_e1: '',
    territorio: '',
    livello: '',
    indennita: '',
    scatti: '',
    straordinari: '',
    notti_presenza: '',
    notti_assistenza: '',
    sostituzione: '',
    assistenza_in_piu: '',
    solo_assistenza: '',
    anno: '',
  };
  if (!aTrimestre && random(40) === 0) celle.assunzione = day(anno, numero * 3 - 2, random);
  if (!aTrimestre && random(40) === 0) celle.cessazione = day(anno, numero * 3, random);
  return celle;
}

/** Half of the numbers whole, the others with a comma or a point. */
function decimal(intero: number, random: (upTo: number) => number): string {
  const parte = ['', '', ',5', '.25'][random(4)] ?? '';
  return `${intero}${parte}`;
}

function day(anno: number, meseDellAnno: number, random: (upTo: number) => number): string {
  const mese = String(meseDellAnno).padStart(2, '0');
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
