import { describe, expect, it } from 'vitest';
import { concorda, conArticolo, italiano, quanti } from '../../src/valori/italiano.ts';

describe('an article before a number', () => {
  it.each([
    ['al', '11/01/2021', 'all’11/01/2021'],
    ['dal', '08/03/2026', 'dall’08/03/2026'],
    ['al', '01/02/2026', 'al 01/02/2026'],
    ['del', '1/2/2026', 'del 1/2/2026'],
    ['il', '1/2027', 'l’1/2027'],
    ['Il', '1/2027', 'L’1/2027'],
    ['il', '1,2%', 'l’1,2%'],
    ['il', '8,15%', 'l’8,15%'],
    ['il', '80%', 'l’80%'],
    ['il', '11.000', 'l’11.000'],
    ['il', '1.000', 'il 1.000'],
    ['il', '1100', 'il 1100'],
    ['il', '18', 'il 18'],
    ['il', '0,8%', 'il 0,8%'],
    ['la', '1ª', 'la 1ª'],
    ['il', '1°', 'il 1°'],
    ['la', '8ª', 'l’8ª'],
    ['una', '8ª', 'un’8ª'],
    ['i', '11', 'gli 11'],
    ['dei', '8,00', 'degli 8,00'],
    ['per', '8', 'per 8'],
    ['di', '11', 'di 11'],
  ])('%s + %s = %s', (articolo, numero, atteso) => {
    expect(conArticolo(articolo, numero)).toBe(atteso);
  });

  it('is mended where the sentence is put together, and nowhere else', () => {
    const [dal, al, ore] = ['11/10/2026', '08/01/2027', 8];
    expect(italiano`Si paga dal ${dal} al ${al}: per ${ore} ore.`).toBe(
      'Si paga dall’11/10/2026 all’08/01/2027: per 8 ore.',
    );
    expect(italiano`${1}`).toBe('1');
    expect(
      italiano`una parola che finisce come un articolo, senza esserlo: canale ${8}, modella ${11}, fatal ${'08/01/2027'}`,
    ).toBe('una parola che finisce come un articolo, senza esserlo: canale 8, modella 11, fatal 08/01/2027');
    expect(italiano`dopo molte parole viene infine (della ${8}ª), «il ${'1/2027'}» e l’altro: Dalla ${11}`).toBe(
      'dopo molte parole viene infine (dell’8ª), «l’1/2027» e l’altro: Dall’11',
    );
    expect(italiano`la ${1}ª e la ${8}ª, il ${1}%, il ${1}.000`).toBe('la 1ª e l’8ª, l’1%, il 1.000');
    expect(italiano`trimestre: il ${'1/2027'} non è ancora iniziato`).toBe('trimestre: l’1/2027 non è ancora iniziato');
  });
});

describe('one and many, masculine and feminine', () => {
  it('counts', () => {
    expect([quanti(1, 'ora', 'ore'), quanti(0, 'ora', 'ore'), quanti(12345, 'riga', 'righe')]).toEqual([
      '1 ora',
      '0 ore',
      '12.345 righe',
    ]);
  });

  it.each([
    ['Anomalia', 'trovata'],
    ['Rapporto di lavoro', 'trovato'],
    ['Datore di lavoro', 'trovato'],
    ['Identità simulata', 'trovata'],
    ['File', 'trovato'],
    ['Regola', 'trovata'],
    ['Pagamento per questa persona', 'trovato'],
  ])('%s %s', (nome, atteso) => {
    expect(concorda(nome, 'trovat')).toBe(atteso);
  });
});
