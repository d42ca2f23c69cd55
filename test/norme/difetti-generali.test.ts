import { describe, expect, it } from 'vitest';
import { loadNorme, norme } from '../../src/norme/norme.ts';
import { caricaRegoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { ErroreDati } from '../../src/valori/errore-dati.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';
import { copiaNorme, guasta, rifiuto } from './copia-norme.ts';

/** What a question that the rules cannot answer is refused with. */
function dati(chiedi: () => unknown): unknown {
  try {
    return chiedi();
  } catch (e) {
    return e instanceof ErroreDati ? { codice: e.codice, campo: e.campo, frase: e.message } : e;
  }
}

type Caso = readonly [nome: string, da: string, a: string, campo: string, motivo: string];

function prova(file: string, carica: (dir: string) => unknown, casi: readonly Caso[]): void {
  it.each(casi)('%s', (_nome, da, a, campo, motivo) => {
    const dir = copiaNorme();
    guasta(dir, file, da, a);
    expect(rifiuto(() => carica(dir))).toEqual({ file, campo, frase: `rules/${file}, chiave «${campo}»: ${motivo}.` });
  });
}

const ORDINE = 'i suoi tre giorni devono venire uno dopo l’altro';
const FINESTRA_2 =
  "- { trimestre: '2', mese: '7', anniDopo: '0', primoGiorno: '1', ultimoGiorno: '10', dal: 2002-01-01 }";

describe('scadenze.yaml stops the program with', () => {
  prova('scadenze.yaml', loadNorme, [
    ['a quarter without its window', `  ${FINESTRA_2}\n`, '', 'finestre', 'manca la finestra del trimestre 2'],
    [
      'two windows of one quarter with a gap',
      FINESTRA_2,
      `${FINESTRA_2.replace(' }', ', al: 2019-12-31 }')}\n  ${FINESTRA_2.replace('2002', '2021')}`,
      'finestre (trimestre 2).1.dal',
      'serve il giorno dopo 2019-12-31, non 2021-01-01',
    ],
    [
      'a gap between two rules for Saturdays',
      '- dal: 2020-10-01',
      '- dal: 2020-10-02',
      'sabato.1.dal',
      'serve il giorno dopo 2020-09-30, non 2020-10-02',
    ],
    [
      'a suspension that ends before it begins',
      'scadenzeAl: 2003-01-10',
      'scadenzeAl: 2003-01-09',
      'sospensioni.0',
      ORDINE,
    ],
    [
      'a suspension whose new day is its last',
      'nuovaScadenza: 2003-01-31',
      'nuovaScadenza: 2003-01-10',
      'sospensioni.0',
      ORDINE,
    ],
    [
      'a suspension whose new day comes before its last',
      'nuovaScadenza: 2020-06-10',
      'nuovaScadenza: 2020-05-30',
      'sospensioni.1',
      ORDINE,
    ],
  ]);

  it('nothing, when a quarter changes its window from one day to the next', () => {
    const dir = copiaNorme();
    const nuova = FINESTRA_2.replace('2002-01-01', '2027-01-01');
    guasta(dir, 'scadenze.yaml', FINESTRA_2, `${FINESTRA_2.replace(' }', ', al: 2026-12-31 }')}\n  ${nuova}`);
    expect(loadNorme(dir).scadenze.finestre).toHaveLength(5);
  });

  it('nothing, when a suspension’s new day is the one after its last', () => {
    const dir = copiaNorme();
    guasta(dir, 'scadenze.yaml', 'nuovaScadenza: 2003-01-31', 'nuovaScadenza: 2003-01-11');
    expect(loadNorme(dir).scadenze.sospensioni[0]?.nuovaScadenza).toBe('2003-01-11');
  });
});

describe('associazioni.yaml stops the program with', () => {
  prova('associazioni.yaml', loadNorme, [
    [
      'overlapping amounts of a fund',
      'al: 2020-12-31',
      'al: 2021-03-31',
      'associazioni.0.tariffe.1.dal',
      'serve il giorno dopo 2021-03-31, non 2021-01-01',
    ],
    [
      'an amount of the second fund that ends before it begins',
      'al: 2022-12-31',
      'al: 2008-01-01',
      'associazioni.1.tariffe.0.al',
      '2008-01-01 viene prima di dal 2008-11-17',
    ],
  ]);
});

describe('chi-paga.yaml stops the program with', () => {
  prova('chi-paga.yaml', loadNorme, [
    [
      'a CUAF rule that ends before it begins',
      'dal: 2005-01-01',
      'dal: 2005-01-01\n    al: 2004-01-01',
      'cuaf.0.al',
      '2004-01-01 viene prima di dal 2005-01-01',
    ],
    [
      'a 1.40% that ends before it begins',
      'dal: 2013-01-01',
      'dal: 2013-01-01\n    al: 2012-01-01',
      'addizionale.0.al',
      '2012-01-01 viene prima di dal 2013-01-01',
    ],
  ]);
});

describe('assenze.yaml stops the program with', () => {
  const prima = (dal: string): string => `2004-01-01 viene prima di dal ${dal}`;
  prova('assenze.yaml', loadNorme, [
    [
      'sickness',
      '- dal: 2005-01-01\n    scaglioni',
      '- dal: 2005-01-01\n    al: 2004-01-01\n    scaglioni',
      'malattia.0.al',
      prima('2005-01-01'),
    ],
    [
      'public holidays',
      '- dal: 2005-01-01\n    frazione',
      '- dal: 2005-01-01\n    al: 2004-01-01\n    frazione',
      'festivitaOrarie.0.al',
      prima('2005-01-01'),
    ],
    [
      'holidays',
      '- dal: 2012-01-01',
      '- dal: 2012-01-01\n    al: 2004-01-01',
      'ferieDelMese.0.al',
      prima('2012-01-01'),
    ],
  ]);
});

describe('the files of the statements stop the program with', () => {
  prova('sanzioni.yaml', caricaRegoleProspetti, [
    [
      'a day without a regime',
      'dal: 2024-09-01',
      'dal: 2024-09-02',
      'regimi.1.dal',
      'serve il giorno dopo 2024-08-31, non 2024-09-02',
    ],
  ]);
  prova('tassi.yaml', caricaRegoleProspetti, [
    ['a rate told twice', 'codice: mora', 'codice: bce', 'tassi', 'il tasso «bce» c’è due volte'],
  ]);
});

describe('a year without a table', () => {
  const NOTI = 'si conoscono gli anni dal 2019 al 2020.';
  it.each([
    [2018, `Non c’è una tabella dei contributi per il 2018: ${NOTI}`],
    [
      2021,
      `Non c’è una tabella dei contributi per il 2021: ${NOTI} L’INPS pubblica la tabella di un anno fra gennaio e febbraio: dopo la si aggiunge alle norme.`,
    ],
  ])('%i is told with the years known, and when a later one will come', (anno, frase) => {
    const lette = loadNorme(copiaNorme([2019, 2020]));
    for (const chiedi of [() => lette.tabella(anno), () => lette.esempi(anno)]) {
      expect(dati(chiedi)).toEqual({ codice: 'anno-sconosciuto', campo: 'trimestre', frase });
    }
  });
});

describe('associazione', () => {
  const errore = (codice: string, giorno: string): unknown =>
    dati(() => norme().associazione(codice, parseGiorno(giorno)));

  it('gives the fund of that code with the amount of that day', () => {
    expect(norme().associazione('E1', parseGiorno('2016-06-30'))).toMatchObject({
      associazione: { codice: 'E1' },
      tariffa: { dal: '2008-11-17', totale: 3 },
    });
  });

  it('tells an unknown code, cut where it is long, with those it knows', () => {
    expect(errore('ABCDEFGHIJKLM', '2021-01-01')).toEqual({
      codice: 'associazione-sconosciuta',
      campo: 'associazione',
      frase: 'Contributo di assistenza contrattuale: il codice «ABCDEFGHIJ» non è noto; si conoscono F2, E1.',
    });
  });

  it('tells a day on which no amount is known', () => {
    expect(errore('F2', '2007-02-28')).toEqual({
      codice: 'associazione-sconosciuta',
      campo: 'associazione',
      frase: 'Contributo di assistenza contrattuale: per il codice F2 non è noto un importo al 28/02/2007.',
    });
  });
});
