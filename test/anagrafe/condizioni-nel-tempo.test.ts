import { describe, expect, it } from 'vitest';
import { condizioniAl, condizioniNelPeriodo } from '../../src/anagrafe/condizioni-nel-tempo.ts';
import { parseCodiceFiscale } from '../../src/anagrafe/codice-fiscale.ts';
import { parseCodiceRapporto } from '../../src/anagrafe/codice-rapporto.ts';
import type { Condizioni, RapportoDiLavoro } from '../../src/anagrafe/rapporto-di-lavoro.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

function condizioni(dal: string, oreSettimanali: string): Condizioni {
  return {
    dal: parseGiorno(dal),
    oreSettimanali,
    paga: { tipo: 'oraria', importo: centesimi(800) },
    vittoAlloggioGiorni: 0,
    senzaCuaf: false,
    tempoDeterminato: false,
  };
}

function rapporto(assunzione: string, cessazione?: string): RapportoDiLavoro {
  return {
    id: 'r',
    codice: parseCodiceRapporto('9910978451'),
    datoreId: 'd',
    lavoratore: { id: 'l', codiceFiscale: parseCodiceFiscale('RSSMRA80A01H501U'), cognome: 'Rossi', nome: 'Mario' },
    assunzione: parseGiorno(assunzione),
    ...(cessazione === undefined ? {} : { cessazione: parseGiorno(cessazione) }),
    condizioni: [condizioni('2026-01-01', '20'), condizioni('2026-05-10', '30'), condizioni('2026-06-20', '40')],
  };
}

const periodo = (r: RapportoDiLavoro, dal: string, al: string) =>
  condizioniNelPeriodo(r, parseGiorno(dal), parseGiorno(al)).map((p) => [p.dal, p.al, p.condizioni.oreSettimanali]);

describe('condizioniAl', () => {
  it.each([
    ['2025-12-31', '20'],
    ['2026-01-01', '20'],
    ['2026-05-09', '20'],
    ['2026-05-10', '30'],
    ['2027-01-01', '40'],
  ])('on %s the weekly hours are %s', (giorno, ore) => {
    expect(condizioniAl(rapporto('2026-01-01'), parseGiorno(giorno)).oreSettimanali).toBe(ore);
  });
});

describe('condizioniNelPeriodo', () => {
  it('cuts the quarter where the terms change', () => {
    expect(periodo(rapporto('2026-01-01'), '2026-04-01', '2026-06-30')).toEqual([
      ['2026-04-01', '2026-05-09', '20'],
      ['2026-05-10', '2026-06-19', '30'],
      ['2026-06-20', '2026-06-30', '40'],
    ]);
  });

  it('starts at the hiring and ends at the termination', () => {
    expect(periodo(rapporto('2026-04-15', '2026-05-20'), '2026-04-01', '2026-06-30')).toEqual([
      ['2026-04-15', '2026-05-09', '20'],
      ['2026-05-10', '2026-05-20', '30'],
    ]);
  });

  it('is empty outside the rapporto', () => {
    expect(periodo(rapporto('2026-07-01'), '2026-04-01', '2026-06-30')).toEqual([]);
    expect(periodo(rapporto('2026-01-01', '2026-03-31'), '2026-04-01', '2026-06-30')).toEqual([]);
  });

  it('does not cut for terms that begin the day after', () => {
    expect(periodo(rapporto('2026-01-01'), '2026-04-01', '2026-05-09')).toEqual([['2026-04-01', '2026-05-09', '20']]);
  });
});
