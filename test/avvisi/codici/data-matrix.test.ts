import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import bwipjs from 'bwip-js/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { dataMatrix } from '../../../src/avvisi/codici/data-matrix.ts';
import type { Matrice } from '../../../src/avvisi/codici/matrice.ts';
import type { CodiceAvviso } from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { buildDataMatrixAvviso } from '../../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { centesimi } from '../../../src/valori/denaro.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });

/** The reference's symbol, in the smallest of our three sizes that holds the text. */
function riferimento(testo: string): Matrice {
  for (const version of ['48x48', '52x52', '64x64']) {
    try {
      const [simbolo] = bwipjs.raw({ bcid: 'datamatrix', text: testo, version } as Parameters<typeof bwipjs.raw>[0]);
      const { pixs, pixx } = simbolo as unknown as { pixs: number[]; pixx: number };
      return { lato: pixx, moduli: Uint8Array.from(pixs) };
    } catch (errore) {
      if (!/TooMuchData|NoValidSymbol|exceed|length/i.test(String(errore))) throw errore;
    }
  }
  throw new Error(`the reference has no symbol for ${testo}`);
}

function uguali(testo: string): boolean {
  const [nostro, loro] = [dataMatrix(testo), riferimento(testo)];
  return nostro.lato === loro.lato && Buffer.compare(nostro.moduli, loro.moduli) === 0;
}

async function scan({ lato, moduli }: Matrice): Promise<string[]> {
  const [scala, margine] = [4, 2];
  const width = (lato + 2 * margine) * scala;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < lato * scala; y++) {
    for (let x = 0; x < lato * scala; x++) {
      if (moduli[Math.floor(y / scala) * lato + Math.floor(x / scala)] === 0) continue;
      const posto = ((y + margine * scala) * width + x + margine * scala) * 4;
      data.fill(0, posto, posto + 3);
    }
  }
  return (
    await readBarcodes({ data, width, height: width } as Parameters<typeof readBarcodes>[0], {
      formats: ['DataMatrix'],
    })
  ).map(({ text }) => text);
}

const cifre = (min: number, max = min) => fc.stringMatching(new RegExp(`^\\d{${min},${max}}$`));
/** Text as people write it: words, numbers, punctuation and gaps, each of its own length. */
const scritto = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[A-Z]{1,12} ?$/),
      fc.stringMatching(/^[a-z]{1,12} ?$/),
      fc.stringMatching(/^\d{1,9}$/),
      fc.stringMatching(/^[&'\-.:_, ]{1,4}$/),
      fc.stringMatching(/^ {1,15}$/),
    ),
    { maxLength: 30 },
  )
  .map((pezzi) => pezzi.join(''));
const avviso = fc
  .record({
    codiceAvviso: cifre(18) as fc.Arbitrary<CodiceAvviso>,
    numeroConto: cifre(1, 12),
    importo: fc.integer({ min: 1, max: 9_999_999_999 }).map(centesimi),
    codiceFiscaleEnte: cifre(11),
    codiceFiscaleDebitore: fc.oneof(fc.stringMatching(/^[A-Z]{6}\d\d[A-T]\d\d[A-Z]\d{3}[A-Z]$/), cifre(11)),
    nomeDebitore: scritto,
    oggetto: scritto,
  })
  .map(buildDataMatrixAvviso);

describe('dataMatrix', () => {
  it('is the reference’s symbol, module by module, for whatever a notice can say', () => {
    fc.assert(fc.property(avviso, uguali), { numRuns: 1_200 });
  });

  it('is the reference’s symbol for any ASCII text', () => {
    const testo = fc.array(fc.oneof(scritto, fc.stringMatching(/^[\x20-\x7e\r]{1,40}$/)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        testo.map((pezzi) => pezzi.join('').slice(0, 240)).filter((t) => t.length > 0),
        uguali,
      ),
      { numRuns: 500 },
    );
  });

  it('ends as the reference does when the text just fills the symbol', () => {
    const pieno = fc
      .tuple(fc.constantFrom('ABC', 'abc', '*AB', '.,A', '123', 'A1'), fc.integer({ min: 225, max: 262 }), scritto)
      .map(([modello, lunghezza, coda]) => modello.repeat(90).slice(0, lunghezza) + coda.slice(0, 6));
    fc.assert(fc.property(pieno, uguali), { numRuns: 500 });
  });

  it('is 48 modules wide for a notice, and scanners read it', async () => {
    await fc.assert(
      fc.asyncProperty(avviso, async (testo) => {
        const simbolo = dataMatrix(testo);
        expect([48, 52]).toContain(simbolo.lato);
        expect(await scan(simbolo)).toEqual([testo]);
      }),
      { numRuns: 60 },
    );
    const semplice = buildDataMatrixAvviso({
      codiceAvviso: '301000000001234519' as CodiceAvviso,
      numeroConto: '1234567',
      importo: centesimi(33_800),
      codiceFiscaleEnte: '80078750587',
      codiceFiscaleDebitore: 'RSSMRA80A01D620V',
      nomeDebitore: "Maria Immacolata Concetta D'Agostòni-Rossi",
      oggetto: 'Contributi lavoro domestico 4° trimestre 2020 rapporto 99109784511'.padEnd(110, 'x'),
    });
    expect(dataMatrix(semplice).lato).toBe(48);
  });

  it('grows when the text needs it, and refuses what fits nowhere', async () => {
    const fitto = '&.-'.repeat(85).slice(0, 255);
    expect(dataMatrix(fitto).lato).toBe(riferimento(fitto).lato);
    const denso = '{}~^'.repeat(64);
    expect(dataMatrix(denso).lato).toBe(64);
    expect(await scan(dataMatrix(denso))).toEqual([denso]);
    expect(() => dataMatrix('{'.repeat(400))).toThrow(RangeError);
    expect(() => dataMatrix('è')).toThrow(RangeError);
  });
});
