import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import { ErroreDati } from '../../../src/valori/errore-dati.ts';

const minima = { trimestre: '4/2020', condizioni: [{ dal: '2019-01-01', oreSettimanali: '25' }] };

describe('parseSituazione', () => {
  it('fills what is not said', () => {
    expect(parseSituazione(minima)).toMatchObject({
      trimestre: { anno: 2020, numero: 4 },
      ore: { tipo: 'contratto' },
      assenze: [],
      straordinari: [],
      festivita: 'comprese',
      lettura: 'settimana-per-settimana',
      sgravi: [],
      territori: [],
      condizioni: [{ dal: '2019-01-01', senzaCuaf: false, tempoDeterminato: false }],
    });
    expect(Object.keys(parseSituazione(minima))).not.toContain('assunzione');
  });

  it('reads yes and no in Italian and in YAML', () => {
    const letti = ['sì', 'si', 'true', true, 'no', 'false', false].map(
      (valore) =>
        parseSituazione({ ...minima, condizioni: [{ ...minima.condizioni[0], senzaCuaf: valore }] }).condizioni[0]
          .senzaCuaf,
    );
    expect(letti).toEqual([true, true, true, true, false, false, false]);
  });

  it('takes the name that the reading of part hours had in what was stored before', () => {
    const lettura = (altro: object) => parseSituazione({ ...minima, ...altro }).oreInParti;
    expect([lettura({}), lettura({ arrotondaOre: true }), lettura({ arrotondaOre: 'no' })]).toEqual([
      undefined,
      'intere',
      'esatte',
    ]);
    expect(lettura({ arrotondaOre: true, oreInParti: 'esatte' })).toBe('esatte');
  });

  it('drops what is there but undefined, at every depth', () => {
    const letta = parseSituazione({
      ...minima,
      cessazione: undefined,
      condizioni: [{ ...minima.condizioni[0], paga: undefined, familiare: { legame: 'coniuge', grado: undefined } }],
    });
    expect(Object.keys(letta)).not.toContain('cessazione');
    expect(Object.keys(letta.condizioni[0])).not.toContain('paga');
    expect(letta.condizioni[0].familiare).toStrictEqual({ legame: 'coniuge', convivente: false });
  });

  it('reads a file as a person writes it', () => {
    const letta = parseSituazione(
      parse(`
        trimestre: 4/2020
        assunzione: 18/11/2020
        associazione: F2
        oreInParti: esatte
        condizioni:
          - dal: 2020-11-18
            orario: [0, 4, 0, '4,5', 0, 4, 0]
            paga: { tipo: giornaliera, importo: '60,00', giorniSettimanali: 3 }
            vitto: { tipo: pasti, pranzi: 3, cene: 0, alloggi: 0 }
            familiare: { legame: affine, grado: 2, convivente: true }
        ore: { tipo: mesi, mesi: [{ mese: 2020-12, ore: 50 }] }
        ferieNonGodute: { giorni: 3, oreMesePrecedente: 50 }
        sgravi: [{ codice: madri-2022, rientro: 2022-03-01 }]
      `),
    );
    expect(letta).toMatchObject({
      assunzione: '2020-11-18',
      oreInParti: 'esatte',
      condizioni: [
        {
          paga: { tipo: 'giornaliera', importo: 6000, giorniSettimanali: 3 },
          vitto: { tipo: 'pasti', pranzi: 3, cene: 0, alloggi: 0 },
          familiare: { legame: 'affine', grado: 2, convivente: true },
        },
      ],
    });
    expect(letta.condizioni[0].oreSettimanali?.toFixed()).toBe('12.5');
  });

  it('takes whole numbers at either end of what there may be', () => {
    const di = (numeri: object, altro: object = {}) =>
      parseSituazione({ ...minima, ...altro, condizioni: [{ ...minima.condizioni[0], ...numeri }] });
    expect([0, '7'].map((giorni) => di({ vittoAlloggioGiorni: giorni }).condizioni[0].vittoAlloggioGiorni)).toEqual([
      0, 7,
    ]);
    expect(['1', 98].map((quante) => di({}, { notti: { tipo: 'presenza', quante } }).notti?.quante)).toEqual([1, 98]);
  });

  const prima = (altro: object) => ({ ...minima, condizioni: [{ ...minima.condizioni[0], ...altro }] });
  it.each<readonly [unknown, string, RegExp]>([
    [{ ...minima, pagaa: 1 }, 'pagaa', /chiave sconosciuta; si conoscono trimestre, assunzione, /],
    [prima({ pagga: 1 }), 'condizioni.0.pagga', /chiave sconosciuta; si conoscono dal, oreSettimanali, orario, paga, /],
    // In YAML `{ tipo: oraria, importo: 8,00 }` holds a key 00.
    [prima({ paga: { tipo: 'oraria', importo: '8', '00': null } }), 'condizioni.0.paga.00', /scrivere .*\(8\.00\)/],
    [{ ...minima, arrotondaOre: 'forse' }, 'arrotondaOre', /serve sì oppure no/],
    [{ ...minima, trimestre: '5/2020' }, 'trimestre', /non è un trimestre/],
    [{ condizioni: minima.condizioni }, 'trimestre', /trimestre: manca/],
    [{ ...minima, condizioni: [] }, 'condizioni', /serve almeno una voce/],
    [{ ...minima, condizioni: 'tutte' }, 'condizioni', /non ha la forma attesa/],
    [prima({ dal: '2020-02-31' }), 'condizioni.0.dal', /non è una data/],
    [{ ...minima, condizioni: [{ dal: '2019-01-01' }] }, 'condizioni.0.oreSettimanali', /servono le ore settimanali/],
    [prima({ oreSettimanali: 'venti' }), 'condizioni.0.oreSettimanali', /non è un numero/],
    [prima({ paga: { tipo: 'oraria', importo: '1.234' } }), 'condizioni.0.paga.importo', /non è un importo/],
    [prima({ paga: { tipo: 'annua', importo: '8' } }), 'condizioni.0.paga.tipo', /oraria, giornaliera/],
    [
      prima({ paga: { importo: '8' } }),
      'condizioni.0.paga.tipo',
      /^condizioni\.0\.paga\.tipo: serve uno di questi valori: oraria, giornaliera, settimanale, mensile$/,
    ],
    [
      prima({ oreSettimanali: 'venti' }),
      'condizioni.0.oreSettimanali',
      /^condizioni\.0\.oreSettimanali: «venti» non è un numero/,
    ],
    // A key of digits alone comes from a comma in a YAML line; another is only unknown.
    [{ ...minima, x00: null }, 'x00', /^x00: chiave sconosciuta; si conoscono /],
    [{ ...minima, '00x': null }, '00x', /^00x: chiave sconosciuta; si conoscono /],
    [prima({ orario: ['0', '4'] }), 'condizioni.0.orario', /servono sette numeri/],
    [prima({ orario: ['0', '4', 'x', '0', '0', '0', '0'] }), 'condizioni.0.orario.2', /non è un numero/],
    [prima({ vittoAlloggioGiorni: 8 }), 'condizioni.0.vittoAlloggioGiorni', /da 0 a 7/],
    [{ ...minima, ore: { tipo: 'anni' } }, 'ore.tipo', /./],
    [{ ...minima, lettura: 'mia' }, 'lettura', /settimana-per-settimana, orario-unico/],
    [{ ...minima, assunzione: true }, 'assunzione', /^assunzione: serve un testo$/],
    [{ ...minima, assunzione: null }, 'assunzione', /^assunzione: serve un testo$/],
    [
      { ...minima, condizioni: [{ dal: '2020-01-01', oreSettimanali: '25' }, { oreSettimanali: '26' }] },
      'condizioni.1.dal',
      /^condizioni\.1\.dal: manca$/,
    ],
    [{ trimestre: '4/2020' }, 'condizioni', /^condizioni: manca$/],
    [{ ...minima, condizioni: null }, 'condizioni', /^condizioni: non ha la forma attesa$/],
    [{ ...minima, ferieNonGodute: {} }, 'ferieNonGodute', /^ferieNonGodute: non ha la forma attesa$/],
    [{ ...minima, ferieNonGodute: undefined, notti: 3 }, 'notti', /^notti: non ha la forma attesa$/],
    // A number of days is whole, written in digits alone, and neither less nor more than there are.
    ...['', 'x5', '5x', '5.5', '-1', '8', '0005x'].map(
      (giorni) =>
        [
          prima({ vittoAlloggioGiorni: giorni }),
          'condizioni.0.vittoAlloggioGiorni',
          /: serve un numero intero da 0 a 7$/,
        ] as const,
    ),
    [
      prima({ paga: { tipo: 'giornaliera', importo: '60', giorniSettimanali: 0 } }),
      'condizioni.0.paga.giorniSettimanali',
      /: serve un numero intero da 1 a 7$/,
    ],
    [{ ...minima, notti: { tipo: 'presenza', quante: '99' } }, 'notti.quante', /: serve un numero intero da 1 a 98$/],
    [{ ...minima, notti: { tipo: 'presenza', quante: 0 } }, 'notti.quante', /: serve un numero intero da 1 a 98$/],
    [{ ...minima, territori: Array.from({ length: 11 }, () => 'x') }, 'territori', /al più 10/],
    [
      { ...minima, sgravi: Array.from({ length: 2 }, () => ({ codice: 'madri-2022', rientro: '2022-03-01' })) },
      'sgravi',
      /^sgravi: lo stesso sgravio è chiesto due volte: lasciarne uno$/,
    ],
    ['testo', 'situazione', /situazione: non ha la forma attesa/],
  ])('refuses %j', (letto, campo, frase) => {
    let errore: unknown;
    try {
      parseSituazione(letto);
    } catch (e) {
      errore = e;
    }
    expect(errore).toBeInstanceOf(ErroreDati);
    expect(errore).toMatchObject({ codice: 'situazione-non-valida', campo });
    expect((errore as Error).message).toMatch(frase);
  });

  it('takes one relief of each kind', () => {
    const sgravi = [
      { codice: 'madri-2022', rientro: '2022-03-01' },
      { codice: 'over-80', dal: '2024-05-01' },
    ];
    expect(parseSituazione({ ...minima, sgravi }).sgravi).toEqual(sgravi);
  });
});
