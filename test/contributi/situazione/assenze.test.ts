import { describe, expect, it } from 'vitest';
import { giorniMalattia } from '../../../src/contributi/situazione/assenze.ts';
import { norme } from '../../../src/norme/norme.ts';
import { aggiungiMesi, type Giorno } from '../../../src/valori/giorno.ts';

const assunzione = '2019-08-31' as Giorno;
const scaglioni = norme().assenze.malattia[0]?.scaglioni ?? [];

describe('giorniMalattia', () => {
  it.each(norme().assenze.esempi.map((esempio) => [esempio.caso, esempio] as const))(
    '%s',
    (_caso, { mesi, giorniPagati }) => {
      expect(giorniMalattia(scaglioni, assunzione, aggiungiMesi(assunzione, mesi))).toBe(giorniPagati);
    },
  );

  it('counts months to the day, the last of a short month for the 31st', () => {
    // Six months from 31 August end on 29 February 2020: the day after there are more than six.
    expect(giorniMalattia(scaglioni, assunzione, '2020-02-29' as Giorno)).toBe(8);
    expect(giorniMalattia(scaglioni, assunzione, '2020-03-01' as Giorno)).toBe(10);
  });

  it('is none where the contract gives none', () => {
    expect(giorniMalattia([], assunzione, assunzione)).toBe(0);
    expect(giorniMalattia([{ oltreMesi: 6, giorni: 10 }], assunzione, assunzione)).toBe(0);
  });
});
