import { describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { festivo } from '../../src/scadenze/festivi.ts';
import { scadenza, scadenzaCessazione } from '../../src/scadenze/scadenza.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { type Giorno, giornoDellaSettimana } from '../../src/valori/giorno.ts';

const di = (trimestre: string, territori?: string[]) => scadenza(parseTrimestre(trimestre), norme(), territori);

describe('scadenza', () => {
  it('of the real page: 4/2020 falls on Sunday 10/1/2021 and moves to Monday', () => {
    expect(di('4/2020')).toMatchObject({
      apertura: '2021-01-01',
      scadenza: '2021-01-11',
      spostata: true,
      motivo: '10/01/2021: domenica',
      avvertenze: [],
    });
    expect(di('4/2020').giornoSicuro).toBeUndefined();
    expect(di('4/2020').passi.map(({ risultato }) => risultato)).toEqual(['10/01/2021', '11/01/2021']);
  });

  it('stays where the law writes it on a working day', () => {
    expect(di('2/2020')).toMatchObject({
      apertura: '2020-07-01',
      scadenza: '2020-07-10',
      spostata: false,
      motivo: null,
    });
  });

  it('holds for every example of the rule file', () => {
    for (const esempio of norme().scadenze.esempi) {
      const { scadenza: ultimo, giornoSicuro } = di(esempio.trimestre);
      expect([esempio.trimestre, ultimo, giornoSicuro]).toEqual([
        esempio.trimestre,
        esempio.scadenza,
        esempio.giornoSicuro,
      ]);
    }
  });

  it('was suspended for the first quarter of 2020', () => {
    expect(di('1/2020')).toMatchObject({
      apertura: '2020-04-01',
      scadenza: '2020-06-10',
      spostata: true,
      motivo: 'Sospensione COVID-19: DL 18/2020, art. 37',
    });
  });

  it('leaves a Saturday where it is until the payment of April 2020', () => {
    expect(di('1/2010')).toMatchObject({ scadenza: '2010-04-10', spostata: false });
    expect(di('3/2015')).toMatchObject({ scadenza: '2015-10-10', spostata: false, avvertenze: [] });
  });

  it('moves a Saturday to Monday from October 2020, names the Saturday as the safe day, and says that sources disagree', () => {
    const ottobre = di('3/2020');
    expect(ottobre).toMatchObject({ scadenza: '2020-10-12', giornoSicuro: '2020-10-10', spostata: true });
    expect(ottobre.motivo).toBe('10/10/2020: sabato; 11/10/2020: domenica');
    expect(ottobre.avvertenze).toEqual([
      'Le fonti non concordano sulle scadenze che cadono di sabato: i calendari pubblicati dal 2020 danno il lunedì, il ' +
        'messaggio INPS 9391/2010 e altre fonti il sabato stesso. Il giorno sicuro è sabato 10/10/2020.',
    ]);
    expect(ottobre.passi[1]?.fonte.certezza).toBe('fonti-discordi');
  });

  it('skips Easter Monday', () => {
    expect(di('1/2023')).toMatchObject({ scadenza: '2023-04-11', motivo: '10/04/2023: Lunedì dell’Angelo' });
    expect(di('1/2023').giornoSicuro).toBeUndefined();
  });

  it('applies a territorial suspension only where it is asked for', () => {
    expect(di('1/2025').scadenza).toBe('2025-04-10');
    expect(di('1/2025', ['campi-flegrei-2025']).scadenza).toBe('2025-12-10');
    expect(di('2/2023', ['campi-flegrei-2025']).scadenza).toBe('2023-07-10');
    // The day given by the decree is itself a Sunday.
    expect(di('2/2023', ['alluvione-maggio-2023']).scadenza).toBe('2023-12-11');
    expect(di('1/2025').scadenza).toBe('2025-04-10');
  });

  it('says whom a territorial suspension is for, and when it leaves a due date alone', () => {
    expect(di('1/2025', ['campi-flegrei-2025']).avvertenze[0]).toMatch(
      /^La sospensione «Bradisismo dei Campi Flegrei» vale solo/,
    );
    expect(di('2/2023', ['campi-flegrei-2025']).avvertenze).toEqual([
      'La sospensione «Bradisismo dei Campi Flegrei» riguarda le scadenze dal 13/03/2025 al 31/08/2025: questa, del 10/07/2023, ' +
        'non è fra quelle e resta dov’è.',
    ]);
    expect(di('1/2025').avvertenze).toEqual([]);
  });

  it('takes the furthest term where two suspensions cover a due date, in whatever order they are written', () => {
    const regole = norme();
    const rovesciate = [...regole.scadenze.sospensioni].reverse();
    for (const sospensioni of [regole.scadenze.sospensioni, rovesciate]) {
      const altre = { ...regole, scadenze: { ...regole.scadenze, sospensioni } };
      const primo = scadenza(parseTrimestre('1/2020'), altre, ['ischia-2018']);
      expect([primo.scadenza, scadenza(parseTrimestre('1/2020'), altre).scadenza]).toEqual([
        '2021-02-01',
        '2020-06-10',
      ]);
    }
  });

  it('refuses a territory that nobody knows, listing those known; a national suspension is none', () => {
    for (const id of ['atlantide', 'covid-2020', '']) {
      expect(() => di('1/2026', ['ciclone-harry-2026', id])).toThrow(
        `territorio: «${id}» non è una sospensione nota; si conoscono sisma-centro-italia-2016 (Terremoti del Centro Italia ` +
          '2016-2017), ischia-2018 (Terremoto di Ischia), alluvione-maggio-2023 (Alluvione del maggio 2023), campi-flegrei-2025 ' +
          '(Bradisismo dei Campi Flegrei), ciclone-harry-2026 (Ciclone Harry), niscemi-2026 (Niscemi, gennaio 2026).',
      );
    }
  });

  it('never ends on a day off, from 2005 to 2040', () => {
    for (let anno = 2005; anno <= 2040; anno++) {
      for (const numero of [1, 2, 3, 4] as const) {
        const { scadenza: ultimo, apertura, spostata } = scadenza({ anno, numero }, norme());
        expect(festivo(ultimo, norme())).toBeNull();
        if (ultimo > '2020-10-01') expect(giornoDellaSettimana(ultimo)).not.toBe(6);
        expect(apertura < ultimo).toBe(true);
        expect(spostata).toBe(ultimo.slice(-2) !== '10' || ultimo === '2020-06-10');
      }
    }
  });

  it('is worked out once for each rules and quarter', () => {
    expect(di('4/2020')).toBe(di('4/2020'));
  });

  it('is each quarter’s own, whichever was asked before', () => {
    for (let anno = 2002; anno <= 2026; anno += 1) {
      for (let numero = 1; numero <= 4; numero += 1) {
        const apertura = numero === 4 ? `${anno + 1}-01-01` : `${anno}-${String(numero * 3 + 1).padStart(2, '0')}-01`;
        expect(di(`${numero}/${anno}`).apertura).toBe(apertura);
      }
    }
  });

  it('is refused before the first known window', () => {
    expect(() => di('4/2001')).toThrow(
      'Per il trimestre 4/2001 non è nota una finestra di pagamento: si conoscono i trimestri dal 01/01/2002.',
    );
  });
});

describe('scadenzaCessazione', () => {
  const dopo = (giorno: string, territori?: string[]) => scadenzaCessazione(giorno as Giorno, norme(), territori);

  it('is the tenth day after the end', () => {
    expect(dopo('2021-05-04')).toMatchObject({
      apertura: '2021-05-04',
      scadenza: '2021-05-14',
      spostata: false,
      motivo: null,
      avvertenze: [],
    });
  });

  it('moves like the others when that day is a holiday, and says that this is not written', () => {
    // 8 December 2021 is the Immacolata.
    const fine = dopo('2021-11-28');
    expect(fine).toMatchObject({ scadenza: '2021-12-09', spostata: true, motivo: '08/12/2021: Immacolata Concezione' });
    expect(fine.avvertenze).toEqual([
      'Che il decimo giorno dopo la cessazione slitti se festivo non è scritto: si applica la stessa regola delle altre scadenze.',
    ]);
  });

  it('crosses a Saturday and a Sunday holiday', () => {
    const fine = dopo('2026-09-23');
    expect(fine).toMatchObject({ scadenza: '2026-10-05', giornoSicuro: '2026-10-03' });
    expect(fine.motivo).toBe('03/10/2026: sabato; 04/10/2026: San Francesco d’Assisi');
    expect(fine.avvertenze).toHaveLength(2);
  });

  it('was suspended in spring 2020 too, and by territory', () => {
    expect(dopo('2020-03-01').scadenza).toBe('2020-06-10');
    expect(dopo('2025-05-05', ['campi-flegrei-2025']).scadenza).toBe('2025-12-10');
  });
});
