import { describe, expect, it } from 'vitest';
import { comeDecimale } from '../../../src/contributi/ore.ts';
import { inCentesimiDiOra } from '../../../src/contributi/situazione/centesimi-di-ora.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { rifiuto } from '../rifiuto.ts';
import { condizioni, oreSettimane, solo, trimestre } from './situazione.ts';

// The weeks of the fourth quarter of 2020 go from Sunday 27 September to Saturday 26 December.
const orario = ['0', '5', '5', '5', '5', '5', '0'];
const venticinque = condizioni({ orario });
const frasi = (diverso: object, parola: RegExp, ...termini: object[]) =>
  trimestre(diverso, ...(termini.length === 0 ? [venticinque] : termini))
    .flatMap(({ avvertenze }) => avvertenze)
    .filter((frase) => parola.test(frase));

describe('the first and the last days of a quarter', () => {
  it('a rapporto of one day is a week', () => {
    const uno = solo(
      { assunzione: '2020-10-20', cessazione: '2020-10-20' },
      condizioni({ orario, paga: { tipo: 'oraria', importo: '8' } }),
    );
    expect([uno.settimane, uno.ore.toFixed()]).toEqual([1, '5']);
  });

  it('hiring on a Saturday is told, on a Sunday it is not', () => {
    const sabati = condizioni({ oreSettimanali: '30', orario: ['0', '5', '5', '5', '5', '5', '5'] });
    const paga = { paga: { tipo: 'oraria', importo: '8' } };
    expect(frasi({ assunzione: '2020-10-10' }, /comincia il/, { ...sabati, ...paga })[0]).toBe(
      // 5 h × 1.62 and 11 weeks of 30 h × 1.04 = 351.30; whole, 12 × 30 × 1.04 = 374.40.
      'Il rapporto comincia il 10/10/2020: la prima settimana è contata coi soli giorni del rapporto; l’avviso proposto dall’INPS mette le ore intere del contratto, anche per chi è assunto di sabato. A settimane intere sarebbero 374,40 € invece di 351,30 €.',
    );
    expect(frasi({ assunzione: '2020-10-11' }, /comincia il/, { ...sabati, ...paga })).toEqual([]);
    expect(frasi({}, /comincia il/)).toEqual([]);
  });

  it('an end on the last Saturday leaves nothing to the next quarter; a day later it does', () => {
    expect(frasi({ cessazione: '2020-12-26' }, /del trimestre 1\/2021/)).toEqual([]);
    // A Sunday, on which the pattern has no work; then a Monday of five hours, × 1.43 of the first band of 2021.
    expect(frasi({ cessazione: '2020-12-27' }, /del trimestre 1\/2021/)).toEqual([
      'La settimana che comincia il 27/12/2020 è del trimestre 1/2021: per i giorni fino alla fine del rapporto (27/12/2020) non ci sono ore da pagare.',
    ]);
    const lunedi = { ...venticinque, retribuzioneOrariaEffettiva: '8,00' };
    expect(frasi({ cessazione: '2020-12-28' }, /del trimestre 1\/2021/, lunedi)).toEqual([
      'La settimana che comincia il 27/12/2020 è del trimestre 1/2021: per i giorni fino alla fine del rapporto (28/12/2020) resta da pagare un altro bollettino, dell’1/2021: 5 ore, 7,15 €. Si paga entro il 07/01/2021 per prudenza (il 04/02/2021 per altre fonti).',
    ]);
    expect(frasi({}, /del trimestre 1\/2021/)).toEqual([]);
  });

  it('a notice that ends on the last Saturday is all paid here; a day later it is not', () => {
    const conPreavviso = (preavvisoFinoAl: string) =>
      frasi({ cessazione: '2020-12-15', preavvisoFinoAl }, /preavviso non lavorato prosegue/);
    expect(conPreavviso('2020-12-26')).toEqual([]);
    expect(conPreavviso('2020-12-27')[0]).toBe(
      'Il preavviso non lavorato prosegue oltre il trimestre 4/2020, fino al 27/12/2020: per le settimane dal 27/12/2020 non ci sono ore da pagare.',
    );
  });

  it('an end on the quarter’s last day is due with it, in Campi Flegrei too', () => {
    expect(solo({ cessazione: '2020-12-31' }, venticinque).scadenza.scadenza).toBe('2021-01-11');
    expect(solo({ cessazione: '2021-01-01' }, venticinque).scadenza.apertura).toBe('2021-01-01');
  });

  it('unused holidays are paid on the first day of the quarter’s weeks too', () => {
    const fine = trimestre({ cessazione: '2020-09-27', ferieNonGodute: { ore: '40' } }, venticinque);
    expect(fine.map(({ ore }) => ore.toFixed())).toEqual(['40']);
  });
});

describe('weeks that are not paid', () => {
  const aspettativa = (dal: string, al: string) => ({ assenze: [{ tipo: 'aspettativa', dal, al }] });

  it('one and more are told each in its words', () => {
    expect(frasi(aspettativa('2020-11-01', '2020-11-07'), /con 0/)).toEqual([
      'Una settimana non è retribuita e risulta con 0: per un trimestre pagato in parte non serve altra comunicazione all’INPS.',
    ]);
    expect(frasi(aspettativa('2020-11-01', '2020-11-14'), /con 0/)).toEqual([
      '2 settimane non sono retribuite e risultano con 0: per un trimestre pagato in parte non serve altra comunicazione all’INPS.',
    ]);
    expect(frasi({}, /con 0/)).toEqual([]);
  });

  it('the weeks before hiring and after the end are not among them, those of both days are', () => {
    // Hired on a Saturday that is not worked, and ended on a Sunday: both their weeks are empty.
    const breve = { assunzione: '2020-10-10', cessazione: '2020-10-18' };
    expect(frasi(breve, /con 0/)).toEqual([
      '2 settimane non sono retribuite e risultano con 0: per un trimestre pagato in parte non serve altra comunicazione all’INPS.',
    ]);
  });
});

describe('absences', () => {
  const venti = condizioni({
    oreSettimanali: '20',
    orario: ['0', '4', '4', '4', '4', '4', '0'],
    paga: { tipo: 'oraria', importo: '8' },
  });

  it('of one day, of all the days there may be, and no longer', () => {
    const malattia = (dal: string, al: string) => ({ assenze: [{ tipo: 'malattia', dal, al, giorniPagati: 1 }] });
    const passi = (dal: string, al: string) =>
      solo(malattia(dal, al), venti).passi.map(({ formula, risultato }) => `${formula} = ${risultato}`);
    expect(passi('2020-11-02', '2020-11-02').join()).toContain('1 giorno pagato');
    expect(passi('2020-11-02', '2020-11-03').join()).toContain('2 giorni, i primi 1 pagati');
    expect(passi('2017-11-03', '2020-11-07').join()).toContain('1101 giorni, i primi 1 pagati');
    expect(rifiuto(() => passi('2017-11-02', '2020-11-07'))[0]).toBe('assenza-non-valida');
    expect(rifiuto(() => trimestre(malattia('2020-11-03', '2020-11-02'), venti))).toEqual([
      'assenza-non-valida',
      'assenze: dal 03/11/2020 al 02/11/2020 non va bene; controllare le due date.',
      'assenze',
    ]);
  });

  it('of an unknown kind are refused in a few words', () => {
    const [codice, messaggio, campo] = rifiuto(() =>
      trimestre({ assenze: [{ tipo: 'x'.repeat(60), dal: '2020-11-02', al: '2020-11-02' }] }, venti),
    );
    expect([codice, campo]).toEqual(['assenza-sconosciuta', 'assenze']);
    expect(messaggio).toContain(`assenze: «${'x'.repeat(40)}» non è un tipo noto; scegliere fra `);
  });

  it('paid by the hour bear the source of what was asked: the rule of holidays, or the absences’', () => {
    const ferie = (orePagate: object) =>
      solo({ assenze: [{ tipo: 'ferie', dal: '2020-11-02', al: '2020-11-06', orePagate }] }, venti).passi.find(
        ({ etichetta }) => etichetta.includes('ore pagate'),
      );
    const aGiorni = ferie({ giorni: 5, oreMesePrecedente: '104', lettura: 'ore-del-mese' });
    const aOre = ferie({ ore: '20' });
    expect([aGiorni?.risultato, aOre?.risultato]).toEqual(['20 ore', '20 ore']);
    expect(aGiorni?.fonte.titolo).not.toBe(aOre?.fonte.titolo);
    expect(aGiorni?.fonte.titolo).toMatch(/\S/);
  });

  it.each([0, 105])('unused holidays of %i days are refused', (giorni) => {
    const diverso = {
      cessazione: '2020-11-20',
      ferieNonGodute: { giorni, oreMesePrecedente: '100', lettura: 'ore-del-mese' },
    };
    const [, messaggio, campo] = rifiuto(() => trimestre(diverso, venti));
    expect(campo).toContain('ferieNonGodute');
    expect(messaggio).toContain('ferieNonGodute');
  });

  it('unused holidays of 1 and 104 days are taken', () => {
    for (const giorni of [1, 104]) {
      const diverso = {
        cessazione: '2020-11-20',
        ferieNonGodute: { giorni, oreMesePrecedente: '26', lettura: 'ore-del-mese' },
      };
      expect(trimestre(diverso, venti)[0]?.passi.map(({ risultato }) => risultato)).toContain(
        giorni === 1 ? '1 ora' : '104 ore',
      );
    }
  });
});

describe('the contract’s minimum', () => {
  const paga = (tipo: string, importo: string) => condizioni({ orario, paga: { tipo, importo } });

  it.each([
    ['oraria', 'oraria'],
    ['sostituzione', 'oraria'],
    ['convivente', 'mensile'],
  ])('of the form %s is looked at with a pay that is %s', (forma, giusta) => {
    const altra = giusta === 'oraria' ? 'mensile' : 'oraria';
    const diverso = { trimestre: '1/2023', minimo: { forma, livello: 'CS' } };
    const parola = /minimo contrattuale/;
    expect(frasi(diverso, parola, paga(altra, '900'))).toEqual([
      `La paga non è ${giusta}: il minimo contrattuale non è stato controllato.`,
    ]);
    expect(frasi(diverso, parola, paga(giusta, giusta === 'oraria' ? '900' : '9000'))).toEqual([]);
    expect(frasi(diverso, parola, paga(giusta, '1'))[0]).toMatch(/è sotto il minimo contrattuale 2023/);
  });
});

describe('hours in hundredths', () => {
  it.each([
    [0, '0'],
    [100, '1'],
    [2450, '24.5'],
    [2401, '24.01'],
  ])('%i', (centesimi, esatte) => expect(comeDecimale(centesimi).toFixed()).toBe(esatte));

  it('are refused below zero, beyond the limit, and finer than a hundredth', () => {
    const di = (ore: string) => inCentesimiDiOra(new Decimale(ore), 'orario', 24);
    expect([di('0'), di('24'), di('0.01')]).toEqual([0, 2400, 1]);
    for (const ore of ['-1', '24.01', '0.001']) {
      expect(rifiuto(() => di(ore))).toEqual([
        'ore-non-valide',
        `orario: «${ore}» ore non va bene; indicare un numero da 0 a 24, con al più due decimali.`,
        'orario',
      ]);
    }
  });

  it('of the terms are named by their field', () => {
    const settimanali = rifiuto(() => trimestre({}, condizioni({ oreSettimanali: '169' })));
    const delGiorno = rifiuto(() => trimestre({}, condizioni({ orario: ['0', '25', '0', '0', '0', '0', '0'] })));
    expect([settimanali[0], settimanali[2]]).toEqual(['ore-non-valide', 'oreSettimanali']);
    expect([delGiorno[0], delGiorno[2]]).toEqual(['ore-non-valide', 'orario']);
  });
});

describe('a part hour', () => {
  it('is rounded up, whole hours are left alone, and the exact reading keeps it and says so', () => {
    const mezze = condizioni({ oreSettimanali: '25.5', orario: ['0', '5.5', '5', '5', '5', '5', '0'] });
    const passi = (termini: object, oreInParti: string) =>
      solo({ oreInParti }, termini)
        .passi.filter(({ etichetta }) => etichetta.startsWith('Ore da pagare'))
        .map(({ formula, risultato }) => `${formula} = ${risultato}`);
    expect(passi(mezze, 'intere')).toEqual(['331,5 ore + 0,5 ore = 332 ore']);
    expect(passi(mezze, 'esatte')).toEqual(['331,5 ore = 331,5 ore']);
    expect([passi(venticinque, 'intere'), passi(venticinque, 'esatte')]).toEqual([[], []]);
    expect(solo({}, mezze).ore.toFixed()).toBe('332');
    expect(frasi({ oreInParti: 'esatte' }, /hanno una frazione/)).toEqual([]);
    const costo = 'Con 332 ore i contributi sarebbero 345,28 € invece di 344,76 €';
    const frazioni = (diverso: object) =>
      frasi({ oreInParti: 'esatte', ...diverso }, /hanno una frazione/, mezze).map(
        (frase) => frase.split('eccesso. ')[1],
      );
    expect(frazioni({})).toEqual([`${costo}.`]);
    expect(frazioni({ associazione: 'F2' })).toEqual([`${costo}, senza il contributo F2.`]);
  });
});

describe('the reading of a quarter as one weekly figure', () => {
  it('is told beside the other only when it moves a week', () => {
    expect(frasi({}, /lettura l’INPS/)).toEqual([]);
    expect(frasi({ lettura: 'orario-unico' }, /lettura l’INPS/)).toEqual([]);
    const unita = { ore: { tipo: 'settimane', settimane: [{ sabato: '2020-10-10', ore: '20' }] } };
    const termini = condizioni({ orario, paga: { tipo: 'oraria', importo: '8' } });
    expect(frasi(unita, /lettura l’INPS/, termini)[0]).toMatch(
      /^Con un solo orario settimanale, come nel simulatore dell’INPS, i contributi del trimestre sarebbero/,
    );
    expect(frasi({ ...unita, lettura: 'orario-unico' }, /lettura l’INPS/, termini)[0]).toMatch(
      /^Contando settimana per settimana, i contributi del trimestre sarebbero/,
    );
    expect(frasi(unita, /servono due pagamenti/, termini)).toHaveLength(2);
    expect(frasi({ ...unita, lettura: 'orario-unico' }, /servono due pagamenti/, termini)).toEqual([]);
    expect(oreSettimane(trimestre(unita, termini)[0] as never)).toMatch(/^25 20 25/);
  });
});
