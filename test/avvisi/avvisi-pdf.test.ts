import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createAvvisiPdf } from '../../src/avvisi/avvisi-pdf.ts';
import type { DatiAvviso } from '../../src/avvisi/dati-avviso.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { parseQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso } from './dati-di-prova.ts';
import { apri, codici, lettura, testi } from './leggi-pdf.ts';

const opzioni = { titolo: 'Avvisi del 4° trimestre 2020', creatoIl: giorno(2020, 12, 15) };

/** A stream that keeps what it gets; slow ones take each piece later and ask to wait after every one. */
class Raccolta extends Writable {
  readonly pezzi: Buffer[] = [];
  massimoInAttesa = 0;

  constructor(lenta = false) {
    super({ highWaterMark: lenta ? 1 : 16_384 });
    this.#lenta = lenta;
  }

  readonly #lenta: boolean;

  override _write(pezzo: Buffer, _codifica: BufferEncoding, fatto: () => void): void {
    this.massimoInAttesa = Math.max(this.massimoInAttesa, this.writableLength);
    this.pezzi.push(pezzo);
    if (this.#lenta) setImmediate(fatto);
    else fatto();
  }
}

function avviso(numero: number): DatiAvviso {
  const { codiceAvviso } = buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo: numero });
  return datiAvviso({ codiceAvviso, importo: centesimi(10_000 + numero) });
}

async function documento(quanti: number, stream = new Raccolta()): Promise<{ pdf: Buffer; pagine: number[] }> {
  const avvisi = createAvvisiPdf(stream, opzioni);
  const pagine: number[] = [];
  for (let numero = 1; numero <= quanti; numero++) pagine.push((await avvisi.add(avviso(numero))).pagina);
  await avvisi.end();
  return { pdf: Buffer.concat(stream.pezzi), pagine };
}

describe('createAvvisiPdf', () => {
  it('puts each notice on the page it says, codes included', async () => {
    const { pdf, pagine } = await documento(150);
    expect(pagine).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    expect((await apri(pdf)).numPages).toBe(150);
    for (const numero of [1, 64, 65, 150]) {
      const [qr] = await codici(pdf, numero);
      expect(parseQrAvviso(qr?.testo ?? '').importo).toBe(10_000 + numero);
      expect((await lettura(pdf, numero))[0]).toEqual(['H1', 'AVVISO DI PAGAMENTO']);
    }
  });

  it('has a bookmark for each notice', async () => {
    const { pdf } = await documento(3);
    const segnalibri = await (await apri(pdf)).getOutline();
    expect(segnalibri.map(({ title }) => title)).toEqual([
      '3010 0000 0000 0001 44 Mario Rossi',
      '3010 0000 0000 0002 45 Mario Rossi',
      '3010 0000 0000 0003 46 Mario Rossi',
    ]);
  });

  it('costs under 6 KB a notice once fonts are paid for', async () => {
    const [dieci, cento] = [await documento(10), await documento(110)];
    expect((cento.pdf.length - dieci.pdf.length) / 100).toBeLessThan(6_000);
  });

  it('waits for a slow stream instead of piling up', async () => {
    const lenta = new Raccolta(true);
    const { pdf } = await documento(150, lenta);
    expect(pdf.length).toBeGreaterThan(600_000);
    expect(lenta.massimoInAttesa).toBeLessThan(150_000);
    expect(pdf.equals((await documento(150)).pdf)).toBe(true);
  });

  it('leaves out a notice that cannot be printed, and goes on', async () => {
    const stream = new Raccolta();
    const avvisi = createAvvisiPdf(stream, opzioni);
    await avvisi.add(avviso(1));
    const cattivo = datiAvviso({ destinatario: { ...datiAvviso().destinatario, nome: 'ꦗ' } });
    await expect(avvisi.add(cattivo)).rejects.toMatchObject({ codice: 'carattere-non-stampabile' });
    expect(await avvisi.add(avviso(2))).toEqual({ pagina: 2, pagine: 1 });
    await avvisi.end();
    expect(Buffer.concat(stream.pezzi).equals((await documento(2)).pdf)).toBe(true);
  });

  it('rejects when the stream fails', async () => {
    const rotta = new Writable({ write: (_pezzo, _codifica, fatto) => fatto(new Error('disco pieno')) });
    rotta.on('error', () => undefined);
    const avvisi = createAvvisiPdf(rotta, opzioni);
    await expect(
      (async () => {
        for (let numero = 1; numero < 10; numero++) await avvisi.add(avviso(numero));
        await avvisi.end();
      })(),
    ).rejects.toThrow('disco pieno');
  });

  it('has cover sheets and empty pages among the notices', async () => {
    const stream = new Raccolta();
    const avvisi = createAvvisiPdf(stream, opzioni);
    const righe = Array.from({ length: 60 }, (_, i) => ({
      ...avviso(i + 1),
      lavoratore: 'Olena Kovalenko',
      periodo: 'ottobre–dicembre 2026',
    }));
    const datore = {
      codiceFiscale: 'RSSMRA80A01D620V',
      nome: 'Марія Шевченко',
      indirizzo: 'Via Aldini 3, 40136 Bologna (BO)',
    };
    expect(await avvisi.addCopertina({ datore, avvisi: righe, reale: false })).toEqual({ pagina: 1, pagine: 3 });
    expect(await avvisi.add(avviso(1))).toEqual({ pagina: 4, pagine: 1 });
    expect(await avvisi.addPaginaBianca()).toEqual({ pagina: 5, pagine: 1 });
    expect(await avvisi.add(avviso(2))).toEqual({ pagina: 6, pagine: 1 });
    await avvisi.end();
    const pdf = Buffer.concat(stream.pezzi);
    const pagina = await testi(pdf, 1);
    const prima = pagina.map(({ testo }) => testo);
    // Where a notice has its recipient: cover and notice go into the same window envelope.
    const finestra = { x: expect.closeTo(113.99, 1) as number };
    expect(pagina).toContainEqual(expect.objectContaining({ testo: 'Марія Шевченко', ...finestra }));
    expect(pagina).toContainEqual(
      expect.objectContaining({ testo: expect.stringMatching(/^Via Aldini 3 ?$/) as string, ...finestra }),
    );
    expect(prima).toContain('Olena Kovalenko');
    expect(prima).toContain('FAC-SIMILE. Avvisi di una simulazione: non possono essere pagati.');
    // 60 notices of 100,00 euro and 1, 2, … 60 cents: 6.000,00 + 18,30.
    const tutte = [...pagina, ...(await testi(pdf, 2)), ...(await testi(pdf, 3))].map(({ testo }) => testo);
    expect(tutte.filter((testo) => testo === '11/01/2021')).toHaveLength(60);
    expect((await testi(pdf, 3)).map(({ testo }) => testo)).toContain('6.018,30 €');
    expect(await testi(pdf, 5)).toEqual([]);
    expect(parseQrAvviso((await codici(pdf, 6))[0]?.testo ?? '').importo).toBe(10_002);
  });
});
