import { describe, expect, it } from 'vitest';
import { calcolaTrimestre } from '../../../src/contributi/calcola.ts';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import { norme } from '../../../src/norme/norme.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';
import { ATTESE, RIFIUTI } from './parole-attese.ts';
import { REQUISITI_OVER_80 } from './situazione.ts';

/** What a person reads of a quarter told as it was: steps up to the due date, then what to know. */
function parole(scritta: object): string[] {
  return calcolaTrimestre(parseSituazione(scritta), norme()).flatMap(({ passi, avvertenze, scadenza, gruppo }) => [
    `== ${gruppo}`,
    ...passi
      .slice(0, passi.length - scadenza.passi.length - 1)
      .map((p) => `${p.etichetta}: ${p.formula} = ${p.risultato} [${p.fonte.titolo}]`),
    ...avvertenze.map((frase) => `! ${frase}`),
  ]);
}

function rifiuto(scritta: object): string {
  try {
    calcolaTrimestre(parseSituazione(scritta), norme());
  } catch (errore) {
    if (errore instanceof ErroreDati) return `${errore.codice} (${errore.campo ?? 'nessun campo'}): ${errore.message}`;
    throw errore;
  }
  throw new Error('it was accepted');
}

const paga = { tipo: 'oraria', importo: '9,00' };
const orario = ['0', '5', '5', '5', '5', '5', '0'];
const dal = '2020-01-01';
const ore25 = { dal, oreSettimanali: 25, paga };

const CASI: Record<string, object> = {
  'fixed term that becomes permanent': {
    trimestre: '4/2020',
    condizioni: [
      { dal, orario, tempoDeterminato: true, sostituzione: false },
      { dal: '2020-11-16', orario },
    ],
  },
  'a replacement, and a relative who lives in': {
    trimestre: '2/2024',
    condizioni: [
      {
        dal,
        oreSettimanali: 12,
        paga,
        tempoDeterminato: true,
        sostituzione: true,
        familiare: { legame: 'affine', grado: 2, convivente: true },
      },
    ],
  },
  'part hours at two tariffs, overtime on the first day': {
    trimestre: '4/2020',
    condizioni: [
      { dal, orario, tempoDeterminato: true },
      { dal: '2020-11-16', orario },
    ],
    straordinari: [{ giorno: '2020-09-27', ore: '1,5' }],
  },
  'a spouse without the allowance': {
    trimestre: '2/2024',
    condizioni: [{ dal, oreSettimanali: 30, familiare: { legame: 'coniuge' } }],
  },
  'a mother back in 2022, with the fund': {
    trimestre: '4/2022',
    condizioni: [{ dal, oreSettimanali: 25 }],
    sgravi: [{ codice: 'madri-2022', rientro: '2022-11-15' }],
    associazione: 'F2',
  },
  'the over 80': {
    trimestre: '2/2024',
    assunzione: '2024-04-02',
    condizioni: [{ dal: '2024-04-02', oreSettimanali: 54 }],
    sgravi: [{ codice: 'over-80', dal: '2024-04-02', ...REQUISITI_OVER_80 }],
  },
  'an end with unworked notice and holidays left': {
    trimestre: '4/2025',
    cessazione: '2025-11-12',
    preavvisoFinoAl: '2025-11-27',
    ferieNonGodute: { giorni: 6, oreMesePrecedente: '108', lettura: 'ore-del-mese' },
    condizioni: [ore25],
    associazione: 'F2',
  },
  'sickness beyond the paid days, overtime, a pay under the minimum': {
    trimestre: '4/2025',
    assunzione: '2025-01-07',
    condizioni: [{ dal: '2025-01-07', oreSettimanali: 40, paga: { tipo: 'oraria', importo: '5,00' } }],
    assenze: [{ tipo: 'malattia', dal: '2025-10-06', al: '2025-10-25', giorniGiaPagati: 2 }],
    straordinari: [{ giorno: '2025-11-05', ore: '21' }],
    minimo: { livello: 'CS', forma: 'oraria' },
  },
  'one reading for all the weeks, hours rounded up': {
    trimestre: '4/2020',
    lettura: 'orario-unico',
    arrotondaOre: true,
    condizioni: [ore25],
    ore: {
      tipo: 'mesi',
      mesi: [
        { mese: '2020-10', ore: '110,25' },
        { mese: '2020-12', ore: 90 },
      ],
    },
  },
  'nights, holidays of who is paid by the hour, a week between 24 and 25': {
    trimestre: '2/2021',
    festivita: 'un-sesto',
    associazione: 'F2',
    notti: { tipo: 'presenza', quante: 3 },
    condizioni: [{ dal, oreSettimanali: 24, paga }],
    ore: { tipo: 'settimane', settimane: [{ sabato: '2021-05-08', ore: '24,5' }] },
  },
};

const GUASTI: Record<string, object> = {
  'absences besides hours that hold them already': {
    trimestre: '4/2020',
    condizioni: [ore25],
    ore: { tipo: 'totale', ore: 325 },
    assenze: [{ tipo: 'ferie', dal: '2020-10-05', al: '2020-10-06' }],
  },
  'overtime outside the quarter': {
    trimestre: '4/2020',
    condizioni: [ore25],
    straordinari: [{ giorno: '2020-12-27', ore: 2 }],
  },
  'overtime before the hiring': {
    trimestre: '4/2020',
    assunzione: '2020-10-12',
    condizioni: [ore25],
    straordinari: [{ giorno: '2020-10-11', ore: 2 }],
  },
  'terms out of order': { trimestre: '4/2020', condizioni: [ore25, { ...ore25, dal: '2019-01-01' }] },
  'a notice before the end': {
    trimestre: '4/2020',
    cessazione: '2020-11-10',
    preavvisoFinoAl: '2020-11-10',
    condizioni: [ore25],
  },
  'a notice without an end': { trimestre: '4/2020', preavvisoFinoAl: '2020-11-10', condizioni: [ore25] },
  'an end before the hiring': {
    trimestre: '4/2020',
    assunzione: '2020-11-11',
    cessazione: '2020-11-10',
    condizioni: [ore25],
  },
  'a rapporto that comes later': { trimestre: '4/2020', assunzione: '2021-02-01', condizioni: [ore25] },
  'a rapporto that was over': { trimestre: '4/2020', cessazione: '2020-02-01', condizioni: [ore25] },
  'a quarter without paid hours': {
    trimestre: '4/2020',
    condizioni: [ore25],
    assenze: [{ tipo: 'maternita', dal: '2020-09-01', al: '2021-01-31' }],
  },
  'days that do not make the week': {
    trimestre: '4/2020',
    condizioni: [{ ...ore25, orario: ['0', '5', '5', '5', '5', '4', '0'] }],
  },
  'an absence of no kind': {
    trimestre: '4/2020',
    condizioni: [ore25],
    assenze: [{ tipo: 'gita', dal: '2020-10-01', al: '2020-10-02' }],
  },
  'an absence that ends before it begins': {
    trimestre: '4/2020',
    condizioni: [ore25],
    assenze: [{ tipo: 'ferie', dal: '2020-10-02', al: '2020-10-01' }],
  },
  'a week that is not of the quarter': {
    trimestre: '4/2020',
    condizioni: [ore25],
    ore: { tipo: 'settimane', settimane: [{ sabato: '2021-01-02', ore: 25 }] },
  },
  'a month that is none': {
    trimestre: '4/2020',
    condizioni: [ore25],
    ore: { tipo: 'mesi', mesi: [{ mese: '2020-13', ore: 25 }] },
  },
  'holidays left without an end': { trimestre: '4/2020', condizioni: [ore25], ferieNonGodute: { ore: 10 } },
  'an end in another quarter with holidays left': {
    trimestre: '4/2020',
    cessazione: '2021-01-10',
    condizioni: [ore25],
    ferieNonGodute: { ore: 10 },
  },
  'short weeks without a pay': {
    trimestre: '4/2020',
    condizioni: [{ dal, oreSettimanali: 25 }],
    ore: { tipo: 'settimane', settimane: [{ sabato: '2020-11-07', ore: 10 }] },
  },
  'a relief of another time': {
    trimestre: '4/2022',
    condizioni: [ore25],
    sgravi: [{ codice: 'madri-2022', rientro: '2023-02-01' }],
  },
};

describe('the words of a quarter as it was', () => {
  it.each(Object.entries(CASI))('%s', (nome, scritta) => expect(parole(scritta)).toEqual(ATTESE[nome]));
});

describe('the words of what is refused', () => {
  it.each(Object.entries(GUASTI))('%s', (nome, scritta) => expect(rifiuto(scritta)).toBe(RIFIUTI[nome]));
});
