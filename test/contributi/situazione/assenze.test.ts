import { describe, expect, it } from 'vitest';
import { giorniMalattia } from '../../../src/contributi/situazione/assenze.ts';
import { norme } from '../../../src/norme/norme.ts';
import { aggiungiMesi, type Giorno } from '../../../src/valori/giorno.ts';
import { condizioni, solo } from './situazione.ts';

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

  it('of who falls ill on the first day are those of the shortest service', () => {
    expect(giorniMalattia(scaglioni, assunzione, assunzione)).toBe(8);
  });

  it('is none where the contract gives none', () => {
    expect(giorniMalattia([], assunzione, assunzione)).toBe(0);
    expect(giorniMalattia([{ oltreMesi: 6, giorni: 10 }], assunzione, assunzione)).toBe(0);
  });
});

describe('the step of an absence', () => {
  const passo = (tipo: string, altro: object = {}) => {
    const assenza = { tipo, dal: '2020-11-02', al: '2020-11-06', ...altro };
    const venti = condizioni({
      oreSettimanali: '20',
      orario: ['0', '4', '4', '4', '4', '4', '0'],
      paga: { tipo: 'oraria', importo: '8' },
    });
    const { passi } = solo({ assunzione: '2020-09-27', assenze: [assenza] }, venti);
    const { formula, risultato } = passi.find(({ etichetta }) => etichetta.startsWith('Assenza: ')) ?? {};
    return `${formula} = ${risultato}`;
  };

  // Collective contract: three days of an accident are paid, eight of sickness in the first six months.
  it.each([
    ['ferie', 'dal 02/11/2020 al 06/11/2020, 5 giorni tutti pagati = nessuna ora tolta'],
    ['maternita', 'dal 02/11/2020 al 06/11/2020, 5 giorni non pagati = 20 ore in meno'],
    ['aspettativa', 'dal 02/11/2020 al 06/11/2020, 5 giorni non pagati = 20 ore in meno'],
    ['infortunio', 'dal 02/11/2020 al 06/11/2020, 5 giorni, i primi 3 pagati = 8 ore in meno'],
    ['malattia', 'dal 02/11/2020 al 06/11/2020, 5 giorni tutti pagati (8 nell’anno) = nessuna ora tolta'],
  ])('%s', (tipo, atteso) => expect(passo(tipo)).toBe(atteso));

  it.each([
    [{ giorniPagati: 2 }, 'dal 02/11/2020 al 06/11/2020, 5 giorni, i primi 2 pagati (indicati) = 12 ore in meno'],
    [
      { giorniGiaPagati: 7 },
      'dal 02/11/2020 al 06/11/2020, 5 giorni, i primi 1 pagati (8 nell’anno, 7 già pagati) = 16 ore in meno',
    ],
    [
      { giorniGiaPagati: 9 },
      'dal 02/11/2020 al 06/11/2020, 5 giorni non pagati (8 nell’anno, 9 già pagati) = 20 ore in meno',
    ],
    [
      { al: '2020-11-02', giorniGiaPagati: 8 },
      'dal 02/11/2020 al 02/11/2020, 1 giorno non pagato (8 nell’anno, 8 già pagati) = 4 ore in meno',
    ],
  ])('sickness %j', (altro, atteso) => expect(passo('malattia', altro)).toBe(atteso));

  it('sickness that began before the first rule known has no paid days, unless they are said', () => {
    // The first week of 2005 begins on 26 December 2004.
    const dal2004 = (altro: object) =>
      solo(
        { trimestre: '1/2005', assenze: [{ tipo: 'malattia', dal: '2004-12-27', al: '2004-12-31', ...altro }] },
        { dal: '2000-01-01', oreSettimanali: '20', paga: { tipo: 'oraria', importo: '6' } },
      ).passi.find(({ etichetta }) => etichetta === 'Assenza: Malattia');
    expect(dal2004({})).toMatchObject({ formula: 'dal 27/12/2004 al 31/12/2004, 5 giorni non pagati' });
    expect(dal2004({})?.fonte.titolo).toContain('nessun contributo per i periodi non retribuiti');
    expect(dal2004({ giorniPagati: 5 })?.formula).toContain('5 giorni tutti pagati (indicati)');
  });
});
