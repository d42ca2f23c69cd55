import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { type AmbienteBollettini, ambienteBollettini, QUARTO_2020 } from './ambiente.ts';

let a: AmbienteBollettini;
beforeEach(async () => {
  a = await ambienteBollettini();
});
afterEach(() => a.prova.close());
const emetti = () => a.servizio.emetti(a.datore, a.rapporto.id, QUARTO_2020);

describe('a quarter that is prescribed', () => {
  // Due 11/01/2021, within the second suspension, which ends on 30/06/2021: five years from then (INPS circular 126/2021).
  it('is issued until the last day of its term, and not a day longer; the refusal says since when', async () => {
    a.prova.clock.set('2026-06-30T21:59:00Z');
    expect((await emetti()).emessi).toHaveLength(1);
    await a.prova.close();
    a = await ambienteBollettini();
    a.prova.clock.set('2026-06-30T22:01:00Z');
    await expect(emetti()).rejects.toMatchObject({
      codice: 'trimestre-prescritto',
      statoHttp: 409,
      message: expect.stringMatching(/4\/2020 è prescritto dal 01\/07\/2026 \(scadeva l’11\/01\/2021\)/) as string,
    });
    const { righe } = await a.servizio.carrello(a.datore);
    expect(righe).toEqual([]);
    const [previsione] = await a.servizio.prevedi(a.datore, a.rapporto.id, QUARTO_2020);
    expect(previsione?.prescritto).toMatch(/l’INPS non può riceverne i contributi/);
  });

  it('one that is late is issued, and says what the delay costs', async () => {
    a.prova.clock.set('2026-06-30T10:00:00Z');
    expect((await emetti()).ritardi).toEqual([
      expect.stringMatching(
        /^La scadenza, l’11\/01\/2021, è passata: per chi paga oggi le sanzioni civili sono (da )?\d/,
      ),
    ]);
    const inTempo = await a.servizio.emetti(a.datore, a.rapporto.id, parseTrimestre('2/2026'));
    expect(inTempo.ritardi).toEqual([]);
  });
});
