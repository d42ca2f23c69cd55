import { expect, it } from 'vitest';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import { Decimale } from '../../src/valori/decimale.ts';

// art. 2120 c.c.: 1.5% + 75% of the increase of the FOI index (without tobacco) from December to December.
it.each([
  [2005, '123.9', '126.3'],
  [2006, '126.3', '128.4'],
  [2007, '128.4', '131.8'],
  [2008, '131.8', '134.5'],
  [2009, '134.5', '135.8'],
  [2010, '135.8', '138.4'],
  // Base 2010 = 100, joined to 1995 = 100 by 1.373.
  [2011, '138.4', '142.792'],
  [2012, '104.0', '106.5'],
  [2013, '106.5', '107.1'],
  [2014, '107.1', '107.0'],
  [2015, '107.0', '107.0'],
  [2017, '100.3', '101.1'],
  [2018, '101.1', '102.1'],
  [2019, '102.1', '102.5'],
  [2020, '102.5', '102.3'],
  [2021, '102.3', '106.2'],
  [2022, '106.2', '118.2'],
  [2023, '118.2', '118.9'],
  [2024, '118.9', '120.2'],
  [2025, '120.2', '121.5'],
])('the TFR’s revaluation of %i follows from the indexes %s and %s', (anno, prima, dopo) => {
  const aumento = Decimale.max(new Decimale(dopo).dividedBy(prima).minus(1), 0).times(75);
  const voce = regoleProspetti().cessazione.rivalutazioni.find((una) => una.anno === anno);
  expect(voce?.percentuale).toBe(aumento.plus('1.5').toFixed(6));
});

it('of 2016 is from memory: base 2015 joined to 2010 by 1.071, 100.3 × 1.071 / 107.0, gives a millionth less', () => {
  const voce = regoleProspetti().cessazione.rivalutazioni.find(({ anno }) => anno === 2016);
  expect(voce).toMatchObject({ percentuale: '1.795305', certezza: 'a-memoria' });
});
