import { describe, expect, it } from 'vitest';
import { controllaAnno, controllaCatena, type Difetto } from '../../src/norme/controlli-anno.ts';
import { norme } from '../../src/norme/norme.ts';
import type { Fascia, TabellaAnno } from '../../src/norme/tabella-anno.ts';
import { centesimi } from '../../src/valori/denaro.ts';

const DEL_2020 = norme().tabella(2020);
const DEL_2012 = norme().tabella(2012);

/** A table with the band of that number changed. */
function conFascia(tabella: TabellaAnno, numero: number, cambi: object): TabellaAnno {
  const fasce = tabella.fasce.map((fascia) => (fascia.numero === numero ? { ...fascia, ...cambi } : fascia));
  return { ...tabella, fasce: fasce as unknown as TabellaAnno['fasce'] };
}

/** The same table with no rates, so that an amount may change alone. */
function senzaAliquote(tabella: TabellaAnno): TabellaAnno {
  const { aliquote: _aliquote, ...resto } = tabella;
  const fasce = tabella.fasce.map(({ tempoDeterminato: _colonne, ...fascia }) => fascia);
  return { ...resto, fasce: fasce as unknown as TabellaAnno['fasce'] };
}

const NUDA = senzaAliquote(DEL_2020);
const difetto = (chiave: string, motivo: string): Difetto => ({ chiave, motivo });

describe('controllaAnno: the bands and their limits', () => {
  const limite = (chiave: string, valore: string, atteso: string): Difetto =>
    difetto(chiave, `${valore} dove le altre fasce vogliono ${atteso}`);

  it.each<[string, number, Partial<Record<keyof Fascia, unknown>>, Difetto[]]>([
    ['1.oltre', 1, { oltre: centesimi(100) }, [limite('fasce.1.oltre', '1.00', 'nessun limite')]],
    [
      '1.finoA',
      1,
      { finoA: centesimi(800) },
      [limite('fasce.1.finoA', '8.00', '8.10'), limite('fasce.2.oltre', '8.10', '8.00')],
    ],
    ['2.oltre', 2, { oltre: undefined }, [limite('fasce.2.oltre', 'nessun limite', '8.10')]],
    [
      '2.finoA',
      2,
      { finoA: centesimi(987) },
      [limite('fasce.2.finoA', '9.87', '9.86'), limite('fasce.3.oltre', '9.86', '9.87')],
    ],
    ['3.oltre', 3, { oltre: centesimi(985) }, [limite('fasce.3.oltre', '9.85', '9.86')]],
    ['3.finoA', 3, { finoA: centesimi(2000) }, [limite('fasce.3.finoA', '20.00', 'nessun limite')]],
    ['4.oltre', 4, { oltre: centesimi(1) }, [limite('fasce.4.oltre', '0.01', 'nessun limite')]],
    ['4.finoA', 4, { finoA: centesimi(0) }, [limite('fasce.4.finoA', '0.00', 'nessun limite')]],
  ])('a wrong fasce.%s', (_cella, numero, cambi, attesi) => {
    expect(controllaAnno(conFascia(DEL_2020, numero, cambi))).toEqual(attesi);
  });

  it('a number that is not the band’s place', () => {
    expect(controllaAnno(conFascia(NUDA, 2, { numero: 3 }))).toEqual([difetto('fasce.2.numero', 'serve 2, non 3')]);
  });
});

describe('controllaAnno: amounts grow with the band', () => {
  const [prima, seconda, , quarta] = NUDA.fasce;
  const contributi = (fascia: Fascia, cambi: object): object => ({ contributo: { ...fascia.contributo, ...cambi } });
  const oltre = (alta: number, bassa: number): Difetto[] => [
    difetto(`fasce.${alta}`, `i suoi importi devono superare quelli della fascia ${bassa}`),
  ];

  it.each<[string, number, object, Difetto[]]>([
    ['with CUAF, equal', 2, contributi(seconda, { conCuaf: prima.contributo.conCuaf }), oltre(2, 1)],
    ['with CUAF, a cent more', 2, contributi(seconda, { conCuaf: prima.contributo.conCuaf + 1 }), []],
    ['without CUAF, equal', 2, contributi(seconda, { senzaCuaf: prima.contributo.senzaCuaf }), oltre(2, 1)],
    ['without CUAF, a cent more', 2, contributi(seconda, { senzaCuaf: prima.contributo.senzaCuaf + 1 }), []],
    ['the worker’s, equal', 2, { quotaLavoratore: prima.quotaLavoratore }, oltre(2, 1)],
    ['the worker’s, a cent more', 2, { quotaLavoratore: prima.quotaLavoratore + 1 }, []],
    ['band 3 below band 2', 3, { quotaLavoratore: seconda.quotaLavoratore }, oltre(3, 2)],
    ['band 1 below band 4', 1, { quotaLavoratore: quarta.quotaLavoratore }, oltre(1, 4)],
    ['convenzionale, equal', 4, { convenzionale: prima.convenzionale }, oltre(1, 4)],
    ['convenzionale, a cent less', 4, { convenzionale: prima.convenzionale - 1 }, []],
  ])('%s', (_nome, numero, cambi, attesi) => {
    expect(controllaAnno(conFascia(NUDA, numero, cambi))).toEqual(attesi);
  });
});

describe('controllaAnno: shares and fixed terms', () => {
  const MINORE = 'deve essere minore del contributo';
  const SUPERARE = 'deve superare il contributo senza addizionale';
  const SOLO_SE = 'deve esserci se e solo se c’è l’addizionale';

  it.each<[string, object, Difetto[]]>([
    ['the smaller column, equal', { quotaLavoratore: 197 }, [difetto('fasce.3.quotaLavoratore', MINORE)]],
    ['between the two columns', { quotaLavoratore: 198 }, [difetto('fasce.3.quotaLavoratore', MINORE)]],
    ['a cent less than both', { quotaLavoratore: 196 }, []],
  ])('the worker’s share against the contribution: %s', (_nome, cambi, attesi) => {
    expect(controllaAnno(conFascia(NUDA, 3, cambi))).toEqual(attesi);
  });

  it.each([
    ['with CUAF, equal', 197, 212, 'conCuaf', '1.97', '9.86 × 19.9675 + 1.40% dà 2.11'],
    ['without CUAF, equal', 211, 198, 'senzaCuaf', '1.98', '9.86 × 20.0875 + 1.40% dà 2.12'],
    ['without CUAF, less', 211, 190, 'senzaCuaf', '1.90', '9.86 × 20.0875 + 1.40% dà 2.12'],
  ])('the 1.40% must add: %s', (_nome, conCuaf, senzaCuaf, colonna, valore, conto) => {
    expect(controllaAnno(conFascia(DEL_2020, 3, { tempoDeterminato: { conCuaf, senzaCuaf } }))).toEqual([
      difetto('fasce.3.tempoDeterminato', SUPERARE),
      difetto(`fasce.3.tempoDeterminato.${colonna}`, `${valore}, ma ${conto}`),
    ]);
  });

  it('a band without its column', () => {
    expect(controllaAnno(conFascia(DEL_2020, 2, { tempoDeterminato: undefined }))).toEqual([
      difetto('fasce.2.tempoDeterminato', SOLO_SE),
    ]);
  });

  it('a column in a year without the 1.40%', () => {
    const tempoDeterminato = { conCuaf: 900, senzaCuaf: 900 };
    expect(controllaAnno(conFascia(DEL_2012, 4, { tempoDeterminato }))).toEqual([
      difetto('fasce.4.tempoDeterminato', SOLO_SE),
    ]);
    expect(controllaAnno(conFascia(NUDA, 4, { tempoDeterminato }))).toEqual([
      difetto('fasce.4.tempoDeterminato', SOLO_SE),
    ]);
  });
});

describe('controllaAnno: amounts against their rate', () => {
  const scambiata = conFascia(DEL_2020, 4, { contributo: { conCuaf: 140, senzaCuaf: 105 } });
  const MOTIVO = '1.40, ma 5.22 × 19.9675% dà 1.04';

  it('tells an amount that the rate does not give, in the words of the sum', () => {
    expect(controllaAnno(scambiata)).toContainEqual(difetto('fasce.4.contributo.conCuaf', MOTIVO));
  });

  it('lets it pass only where the file explains that very cell', () => {
    const contributo = { conCuaf: 103, senzaCuaf: 106 };
    const stampata = conFascia(DEL_2020, 4, { contributo });
    const scostamenti = [{ cella: 'fasce.4.contributo.conCuaf', motivo: 'stampata così' }];
    expect(controllaAnno({ ...stampata, scostamenti })).toEqual([
      difetto('fasce.4.contributo.senzaCuaf', '1.06, ma 5.22 × 20.0875% dà 1.05'),
    ]);
  });
});

describe('controllaCatena', () => {
  const DEL_2019 = norme().tabella(2019);
  const mossa = conFascia(DEL_2020, 3, { convenzionale: centesimi(987) });

  it('tells a band that does not follow from the year before', () => {
    expect(controllaCatena(DEL_2019, mossa)).toEqual([
      difetto('fasce.3.convenzionale', '9.87 non segue la catena ISTAT: 2019 con ISTAT 0.5% dà 9.86'),
    ]);
  });

  it('lets it pass only where the file explains that very cell', () => {
    const spiegata = (cella: string): Difetto[] =>
      controllaCatena(DEL_2019, { ...mossa, scostamenti: [{ cella, motivo: 'stampata così' }] });
    expect(spiegata('fasce.3.convenzionale')).toEqual([]);
    expect(spiegata('fasce.2.convenzionale')).toHaveLength(1);
  });
});
