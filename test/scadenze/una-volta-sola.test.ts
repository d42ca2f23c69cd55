import { describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { scadenzaCessazione } from '../../src/scadenze/scadenza.ts';
import { giorniDelleSettimane, settimane, settimaneDelRapporto } from '../../src/scadenze/settimane.ts';
import type { Giorno } from '../../src/valori/giorno.ts';

describe('what is asked for each row of a file is worked out once', () => {
  const [trimestre, altro] = [
    { anno: 2020, numero: 4 },
    { anno: 2020, numero: 3 },
  ] as const;

  it('a quarter’s weeks, and their days', () => {
    expect(settimane({ ...trimestre })).toBe(settimane(trimestre));
    expect(settimane(altro)).not.toEqual(settimane(trimestre));
    expect(settimaneDelRapporto(trimestre)).toBe(settimane(trimestre));
    expect(giorniDelleSettimane({ ...trimestre })).toBe(giorniDelleSettimane(trimestre));
  });

  it('the due date after an end, for each rules and day, unless a territory has its own', () => {
    const dopo = (giorno: string, regole = norme(), territori?: string[]) =>
      scadenzaCessazione(giorno as Giorno, regole, territori);
    expect(dopo('2020-12-05')).toBe(dopo('2020-12-05'));
    expect(dopo('2020-12-06')).not.toBe(dopo('2020-12-05'));
    expect(dopo('2020-12-05', { ...norme() })).not.toBe(dopo('2020-12-05'));
    // Sums due from 13 March 2025 to 31 August are suspended there until 10 December.
    expect(dopo('2025-04-15', norme(), ['campi-flegrei-2025']).scadenza).toBe('2025-12-10');
    expect(dopo('2025-04-15').scadenza).toBe('2025-04-28');
  });
});
