import { describe, expect, it } from 'vitest';
import { celleContributo, proiettata } from '../../src/norme/celle.ts';
import { norme } from '../../src/norme/norme.ts';

describe('celleContributo', () => {
  it('gives the two columns of a year without the 1.40%, with the rate of each', () => {
    const { fasce, aliquote } = norme().tabella(2012);
    expect(celleContributo(norme().tabella(2012))).toEqual(
      fasce.flatMap((fascia) => [
        {
          percorso: `fasce.${fascia.numero}.contributo.conCuaf`,
          fascia,
          valore: fascia.contributo.conCuaf,
          aliquote: [aliquote?.conCuaf, '0'],
        },
        {
          percorso: `fasce.${fascia.numero}.contributo.senzaCuaf`,
          fascia,
          valore: fascia.contributo.senzaCuaf,
          aliquote: [aliquote?.senzaCuaf, '0'],
        },
      ]),
    );
  });

  it('gives four columns of a year with the 1.40%', () => {
    const prime = celleContributo(norme().tabella(2020)).slice(0, 4);
    expect(prime.map(({ percorso, valore, aliquote }) => [percorso, valore, aliquote])).toEqual([
      ['fasce.1.contributo.conCuaf', 143, ['19.9675', '0']],
      ['fasce.1.contributo.senzaCuaf', 144, ['20.0875', '0']],
      ['fasce.1.tempoDeterminato.conCuaf', 153, ['19.9675', '1.40']],
      ['fasce.1.tempoDeterminato.senzaCuaf', 154, ['20.0875', '1.40']],
    ]);
  });

  it('gives no rate for a year whose rates are not known', () => {
    const celle = celleContributo(norme().tabella(2005));
    expect(celle.map(({ aliquote }) => aliquote)).toEqual(Array.from({ length: 8 }, () => []));
  });
});

describe('proiettata', () => {
  it('is a table whose contributions are all computed, and not one with a single printed cell', () => {
    const tabella = norme().tabella(2026);
    const celle = celleContributo(tabella).map(({ percorso }) => percorso);
    expect(proiettata({ ...tabella, celleCalcolate: celle })).toBe(true);
    expect(proiettata({ ...tabella, celleCalcolate: celle.slice(1) })).toBe(false);
    expect(proiettata(tabella)).toBe(false);
  });
});
