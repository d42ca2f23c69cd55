import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comuni, meno, prime, quante, type Settimane, unione } from '../../src/bollettini/settimane-coperte.ts';
import { type Posto, sistema } from '../../src/bollettini/settimane-libere.ts';

const insieme = fc.nat({ max: 0b11_1111_1111_1111 }).map((bit) => bit as Settimane);
const posti = fc
  .array(fc.record({ possibili: insieme, chieste: fc.nat({ max: 6 }), ne: fc.nat({ max: 6 }) }), { maxLength: 5 })
  .map((voluti) => {
    let prese = 0 as Settimane;
    return voluti.map(({ possibili, chieste, ne }): Posto => {
      const avute = prime(meno(possibili, prese), Math.min(ne, chieste));
      prese = unione([prese, avute]);
      return { possibili, quante: chieste, avute };
    });
  });

it('gives each so many of its weeks and none to two, and gives up only where no giving would do (Hall)', () => {
  fc.assert(
    fc.property(posti, (tutti) => {
      const date = sistema(tutti);
      if (date === undefined) {
        const gruppi = Array.from({ length: 1 << tutti.length }, (_, g) => tutti.filter((_, i) => (g >> i) & 1));
        const stretto = gruppi.some(
          (gruppo) =>
            quante(unione(gruppo.map(({ possibili }) => possibili))) <
            gruppo.reduce((somma, { quante: chieste }) => somma + chieste, 0),
        );
        expect(stretto).toBe(true);
        return;
      }
      date.reduce((prese, settimane, i) => {
        expect(comuni(prese, settimane)).toBe(0);
        expect(quante(settimane)).toBe(tutti[i]?.quante);
        expect(meno(settimane, tutti[i]?.possibili ?? settimane)).toBe(0);
        return unione([prese, settimane]);
      }, 0 as Settimane);
    }),
    { numRuns: 2000 },
  );
});
