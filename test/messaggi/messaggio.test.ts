import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fatti, type FattoTrimestre, type Messaggio, messaggiDi } from '../../src/messaggi/messaggio.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { aggiungiGiorni, parseGiorno } from '../../src/valori/giorno.ts';

const giorno = (testo: string) => parseGiorno(testo);
const NIENTE: Fatti = { pagamenti: [], trimestri: [], tabelle: [] };
const SEMPRE = giorno('2000-01-01');
const SCADENZA = giorno('2026-10-12');

function trimestre(diverso: Partial<FattoTrimestre> = {}): FattoTrimestre {
  const base = { rapportoId: 'r', trimestre: { anno: 2026, numero: 3 }, scadenza: SCADENZA } as const;
  return { ...base, manca: centesimi(40_300), saldato: false, fermo: false, ...diverso };
}

const tipi = (fatti: Partial<Fatti>, oggi: string): string[] =>
  messaggiDi({ ...NIENTE, ...fatti }, giorno(oggi), SEMPRE).map(({ tipo, il }) => `${il} ${tipo}`);

describe('a due date', () => {
  it('is spoken of when the quarter is over, and once more when it has passed', () => {
    const trimestri = [trimestre()];
    expect(tipi({ trimestri }, '2026-09-30')).toEqual([]);
    expect(tipi({ trimestri }, '2026-10-01')).toEqual(['2026-10-01 scadenza-vicina']);
    expect(tipi({ trimestri }, '2026-10-12')).toEqual(['2026-10-01 scadenza-vicina']);
    expect(tipi({ trimestri }, '2026-10-13')).toEqual(['2026-10-13 trimestre-scaduto', '2026-10-01 scadenza-vicina']);
  });

  it.each([
    ['before it is near', '2026-09-20', []],
    ['when it was near', '2026-10-05', ['2026-10-01 scadenza-vicina']],
    ['on the day itself', '2026-10-12', ['2026-10-01 scadenza-vicina']],
    ['too late', '2026-10-20', ['2026-10-13 trimestre-scaduto', '2026-10-01 scadenza-vicina']],
  ])('paid %s leaves what had been said by then', (_quando, pagatoIl, attesi) => {
    const trimestri = [trimestre({ saldato: true, pagatoIl: giorno(pagatoIl) })];
    expect(tipi({ trimestri }, '2026-12-01')).toEqual(attesi);
  });

  it('of a rapporto that ended within the quarter is spoken of fifteen days before', () => {
    const trimestri = [trimestre({ scadenza: giorno('2026-08-20') })];
    expect(tipi({ trimestri }, '2026-08-10')).toEqual(['2026-08-05 scadenza-vicina']);
  });

  it('is not late where pagoPA has it or a suspension holds, and says no amount once it is paid', () => {
    expect(tipi({ trimestri: [trimestre({ fermo: true })] }, '2026-12-01')).toEqual(['2026-10-01 scadenza-vicina']);
    const pagato = trimestre({ saldato: true, pagatoIl: giorno('2026-10-05') });
    const [messaggio] = messaggiDi({ ...NIENTE, trimestri: [pagato] }, giorno('2026-12-01'), SEMPRE);
    expect(messaggio).toMatchObject({ tipo: 'scadenza-vicina', manca: null });
  });
});

describe('messages', () => {
  it('tell payments and tables on their days, the latest first, none from before', () => {
    const pagamento = { rapportoId: 'r', trimestre: { anno: 2026, numero: 2 }, importo: centesimi(100) } as const;
    const fatti: Fatti = {
      trimestri: [],
      pagamenti: [
        { ...pagamento, tentativoId: 'a', pagatoIl: giorno('2026-07-05') },
        { ...pagamento, tentativoId: 'b' },
      ],
      tabelle: [
        { anno: 2026, circolare: 'n. 9', data: giorno('2026-02-03') },
        { anno: 2025, circolare: 'n. 29', data: giorno('2025-01-30') },
      ],
    };
    const visti = messaggiDi(fatti, giorno('2026-12-01'), giorno('2026-01-01'));
    expect(visti.map(({ chiave, il }) => `${il} ${chiave}`)).toEqual([
      '2026-12-01 verifica b',
      '2026-07-05 pagamento a',
      '2026-02-03 tabella 2026',
    ]);
  });

  it('never change their key, and once said are said on every later day until the quarter is paid', () => {
    const giorni = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(giorni, giorni, fc.boolean(), (primo, dopo, fermo) => {
        const trimestri = [trimestre({ fermo })];
        const quali = (n: number): Messaggio[] => [
          ...messaggiDi({ ...NIENTE, trimestri }, aggiungiGiorni(SCADENZA, n), SEMPRE),
        ];
        const [prima, poi] = [quali(Math.min(primo, dopo)), quali(Math.max(primo, dopo))];
        expect(poi).toEqual(expect.arrayContaining(prima));
        expect(new Set(poi.map(({ chiave }) => chiave)).size).toBe(poi.length);
      }),
    );
  });
});
