import { describe, expect, it } from 'vitest';
import { voceVitto } from '../../src/contributi/accordo-paga.ts';
import { contestoTrimestre } from '../../src/contributi/contesto-trimestre.ts';
import { orario } from '../../src/contributi/situazione/calendario.ts';
import { parseSituazione } from '../../src/contributi/situazione/schema.ts';
import { norme } from '../../src/norme/norme.ts';
import { dati } from './dati.ts';

// A file has a million rows, and few quarters, funds and agreements: what these alone decide is not worked out for each row.
describe('what a row does not change is worked out once', () => {
  const trimestre = { anno: 2020, numero: 4 } as const;

  it('all that depends on the quarter, for each rules', () => {
    const contesto = contestoTrimestre(trimestre, norme());
    expect(contestoTrimestre({ ...trimestre }, norme())).toBe(contesto);
    expect(contestoTrimestre({ ...trimestre, numero: 3 }, norme())).not.toBe(contesto);
    expect(contestoTrimestre(trimestre, { ...norme() })).not.toBe(contesto);
  });

  it('its tariffs, one for each band, column and term, and what the funds take', () => {
    const contesto = contestoTrimestre(trimestre, norme());
    const casi = ([1, 2, 3, 4] as const).flatMap((fascia) =>
      [false, true].flatMap((senzaCuaf) => [false, true].map((termine) => [fascia, senzaCuaf, termine] as const)),
    );
    const tariffe = casi.map((caso) => contesto.tariffa(...caso));
    expect(new Set(tariffe).size).toBe(16);
    for (const [n, caso] of casi.entries()) expect(contesto.tariffa(...caso)).toBe(tariffe[n]);
    expect(contesto.assistenza('F2')).toBe(contesto.assistenza('F2'));
    expect(contesto.assistenza('E1')).not.toBe(contesto.assistenza('F2'));
  });

  it('full board, for each year and days a week', () => {
    const vitto = (anno: number, giorni: number) => voceVitto(dati({ vitto: giorni }), norme().tabella(anno));
    expect(vitto(2020, 7)).toBe(vitto(2020, 7));
    expect(vitto(2020, 6)).not.toBe(vitto(2020, 7));
    expect(vitto(2021, 7)).not.toBe(vitto(2020, 7));
  });

  it('the hours of an agreed week', () => {
    const { condizioni } = parseSituazione({
      trimestre: '4/2020',
      condizioni: [{ dal: '2020-01-01', oreSettimanali: 25 }],
    });
    expect(orario(condizioni[0])).toBe(orario(condizioni[0]));
    expect(orario({ ...condizioni[0] })).not.toBe(orario(condizioni[0]));
  });
});
