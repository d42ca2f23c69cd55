import { describe, expect, it } from 'vitest';
import { calcola } from '../../src/contributi/calcola.ts';
import { norme } from '../../src/norme/norme.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { Decimale } from '../../src/valori/decimale.ts';

const esempi = norme().anni.flatMap((anno) =>
  norme()
    .esempi(anno)
    .map((esempio) => [anno, esempio.caso, esempio] as const),
);

describe('worked examples of the rule files', () => {
  it('exist for every year', () => {
    expect(new Set(esempi.map(([anno]) => anno)).size).toBe(norme().anni.length);
  });

  it.each(esempi)('%i: %s', (_anno, _caso, { dati, atteso }) => {
    const { retribuzioneOrariaEffettiva, ...resto } = dati;
    const calcolo = calcola(
      {
        ...resto,
        trimestre: parseTrimestre(dati.trimestre),
        oreSettimanali: new Decimale(dati.oreSettimanali),
        ...(retribuzioneOrariaEffettiva === undefined ? {} : { retribuzioneOrariaEffettiva }),
      },
      norme(),
    );
    const { settimane, fascia, totale, quotaLavoratore, quotaDatore } = calcolo;
    expect({ settimane, ore: calcolo.ore.toFixed(), fascia, totale, quotaLavoratore, quotaDatore }).toEqual(atteso);
  });
});
