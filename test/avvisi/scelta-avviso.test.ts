import { describe, expect, it } from 'vitest';
import { parseScelta, scegliAvviso, type SceltePossibili } from '../../src/avvisi/scelta-avviso.ts';
import { giorno } from '../../src/valori/giorno.ts';

const oggi = giorno(2026, 11, 30);

describe('scegliAvviso', () => {
  it.each<[string, SceltePossibili, string, string]>([
    ['nothing said: what is in force, in Italian', { chiesta: {}, predefinita: {} }, '3', 'it'],
    ['the settings', { chiesta: {}, predefinita: { edizione: '2018' } }, '2018', 'it'],
    ['the settings', { chiesta: {}, predefinita: { lingua: 'it-sl' } }, '3', 'it-sl'],
    [
      'the person before the settings',
      { chiesta: {}, persona: 'it-de', predefinita: { lingua: 'it-sl' } },
      '3',
      'it-de',
    ],
    ['what is asked before all', { chiesta: { lingua: 'it' }, persona: 'it-de', predefinita: {} }, '3', 'it'],
    ['an edition in Italian alone', { chiesta: { edizione: '2018' }, persona: 'it-de', predefinita: {} }, '2018', 'it'],
    [
      'both asked: for the check to refuse',
      { chiesta: { edizione: '2018', lingua: 'it-de' }, predefinita: {} },
      '2018',
      'it-de',
    ],
  ])('%s', (_, scelte, edizione, lingua) => {
    expect(scegliAvviso(scelte, oggi)).toEqual({ edizione, lingua });
  });

  it('goes by the day of printing', () => {
    const chiesta = { chiesta: {}, predefinita: {} };
    expect(scegliAvviso(chiesta, giorno(2022, 1, 31)).edizione).toBe('2018');
    expect(scegliAvviso(chiesta, giorno(2022, 2, 1)).edizione).toBe('3');
  });
});

describe('parseScelta', () => {
  it('takes what is given, and nothing for nothing', () => {
    expect(parseScelta({ edizione: '3', lingua: 'it-fr-perfetto' })).toEqual({
      edizione: '3',
      lingua: 'it-fr-perfetto',
    });
    expect(parseScelta({ edizione: '', lingua: undefined })).toEqual({});
  });

  it('names what is wrong and what there is', () => {
    expect(() => parseScelta({ edizione: '2.2' })).toThrow(/edizione: «2\.2» .*2018 o 3/);
    expect(() => parseScelta({ lingua: 'tedesco' })).toThrow(/lingua: «tedesco» .*it-de/);
    expect(() => parseScelta({ lavoratore: 'sigla' })).toThrow(/lavoratore: «sigla» .*iniziali/);
  });
});
