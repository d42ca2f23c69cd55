import { describe, expect, it } from 'vitest';
import { type CampiCalcolo, parseDatiCalcolo, parseModifiche } from '../../src/contributi/parse-dati.ts';
import { Decimale } from '../../src/valori/decimale.ts';
import { rifiuto } from './rifiuto.ts';

const rifiutati = (campi: CampiCalcolo) => rifiuto(() => parseDatiCalcolo({ trimestre: '4/2020', ...campi }));

describe('the fields of a calculation', () => {
  it('are read each into its own place, spaces around them left out', () => {
    const letti = parseDatiCalcolo({
      trimestre: ' 4/2020 ',
      oreSettimanali: ' 24,5 ',
      ore: '318.5',
      settimane: '14',
      pagaOraria: '8,00',
      vittoAlloggioGiorni: '7',
      senzaCuaf: true,
      tempoDeterminato: true,
      associazione: ' f2 ',
      assunzione: '03/10/2020',
      cessazione: '2020-12-20',
    });
    expect(letti).toEqual({
      trimestre: { anno: 2020, numero: 4 },
      oreSettimanali: new Decimale('24.5'),
      ore: new Decimale('318.5'),
      settimane: 14,
      paga: { tipo: 'oraria', importo: 800 },
      vittoAlloggioGiorni: 7,
      senzaCuaf: true,
      tempoDeterminato: true,
      associazione: 'F2',
      assunzione: '2020-10-03',
      cessazione: '2020-12-20',
    });
  });

  it('take a monthly pay, and the other fund', () => {
    expect(parseDatiCalcolo({ trimestre: '1/2026', pagaMensile: '1.000,50', associazione: 'E1' })).toEqual({
      trimestre: { anno: 2026, numero: 1 },
      senzaCuaf: false,
      tempoDeterminato: false,
      paga: { tipo: 'mensile', importo: 100_050 },
      associazione: 'E1',
    });
  });

  it('that are empty are absent, and absent ones leave no key', () => {
    const vuoti = {
      oreSettimanali: '',
      ore: ' ',
      settimane: '',
      pagaOraria: '',
      pagaMensile: '  ',
      vittoAlloggioGiorni: '',
      associazione: ' ',
      assunzione: '',
      cessazione: '',
    };
    const attesi = { trimestre: { anno: 2020, numero: 4 }, senzaCuaf: false, tempoDeterminato: false };
    expect(Object.entries(parseDatiCalcolo({ trimestre: '4/2020', ...vuoti }))).toEqual(Object.entries(attesi));
    expect(Object.keys(parseModifiche(vuoti))).toEqual([]);
    expect(parseModifiche({ senzaCuaf: false, tempoDeterminato: false })).toEqual({
      senzaCuaf: false,
      tempoDeterminato: false,
    });
  });

  it.each<readonly [CampiCalcolo, string, string, string]>([
    [{ trimestre: ' ' }, 'trimestre-mancante', 'trimestre: manca; scrivere per esempio 4/2020.', 'trimestre'],
    [{ pagaOraria: '8', pagaMensile: '900' }, 'due-paghe', 'pagaOraria e pagaMensile: darne una sola.', 'pagaMensile'],
    [
      { associazione: 'cassacolf-e-altro' },
      'associazione-sconosciuta',
      'associazione: «CASSACOLF-» non è F2 né E1.',
      'associazione',
    ],
    [{ settimane: '15' }, 'intero-non-valido', 'settimane: «15» non è un numero intero da 0 a 14.', 'settimane'],
    [
      { vittoAlloggioGiorni: '8' },
      'intero-non-valido',
      'vittoAlloggioGiorni: «8» non è un numero intero da 0 a 7.',
      'vittoAlloggioGiorni',
    ],
    [
      { settimane: 'quattordici e qualcosa in più' },
      'intero-non-valido',
      'settimane: «quattordici e qualco» non è un numero intero da 0 a 14.',
      'settimane',
    ],
    [{ settimane: '013' }, 'intero-non-valido', 'settimane: «013» non è un numero intero da 0 a 14.', 'settimane'],
    [{ settimane: '1x' }, 'intero-non-valido', 'settimane: «1x» non è un numero intero da 0 a 14.', 'settimane'],
    [{ settimane: 'x1' }, 'intero-non-valido', 'settimane: «x1» non è un numero intero da 0 a 14.', 'settimane'],
  ])('%j: refused by field, with what to do', (campi, codice, messaggio, campo) => {
    expect(rifiutati(campi)).toEqual([codice, messaggio, campo]);
  });

  it.each(['oreSettimanali', 'ore', 'pagaOraria', 'pagaMensile', 'assunzione', 'cessazione'] as const)(
    'a wrong %s is named',
    (campo) => {
      const [, messaggio, nominato] = rifiutati({ [campo]: 'boh' });
      expect(nominato).toBe(campo);
      expect(messaggio).toContain(campo);
    },
  );
});
