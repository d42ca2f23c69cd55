import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import { dati3, enteBreve } from '../avvisi/edizione-3/dati-3.ts';
import { trimestre } from './esegui.ts';

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-verifica-'));
const dati = { TRIMESTRE_DATI: cartella };
const lotto = join(cartella, 'avvisi.pdf');
beforeAll(async () => {
  await trimestre(['esempi'], dati, cartella);
  await trimestre(['lotto', 'avvisi', 'rapporti.csv', '--out', lotto, '--copertina'], dati, cartella);
});
afterAll(() => rmSync(cartella, { recursive: true }));

interface Letto {
  readonly codiceAvviso: string;
  readonly oggetto: string;
  readonly importo: string;
  readonly pagina: number;
  readonly avvertenze: readonly string[];
  readonly verifica: { readonly importo: string } | null;
}

describe('a document with several notices', () => {
  it('gives them all, in their order, each with its codice avviso, causale and check', async () => {
    const { stdout, stderr } = await trimestre(['verifica', '--avviso', lotto, '--json'], dati);
    expect(stderr).toBe('');
    const { avvisi } = JSON.parse(stdout) as { readonly avvisi: readonly Letto[] };
    const manifesto = readFileSync(join(cartella, 'avvisi.manifesto.csv'), 'utf8');
    const pagine = avvisi.map(({ pagina }) => pagina);
    expect(pagine).toEqual([...pagine].sort((a, b) => a - b));
    expect(avvisi.length).toBeGreaterThan(2);
    for (const { codiceAvviso, oggetto, importo, verifica } of avvisi) {
      expect(manifesto).toContain(codiceAvviso);
      expect(oggetto).toMatch(/^CONTRIBUTI LAVORO DOMESTICO [1-4] 20\d\d RAPP\. \d+$/);
      expect(verifica?.importo).toBe(importo);
    }
    const persone = await trimestre(['verifica', '--avviso', lotto], dati);
    expect(persone.stdout).toContain(`Nel file ci sono ${avvisi.length} avvisi.`);
  });

  it('keeps what one says of another creditor, in JSON too', async () => {
    const altrui = { ...dati, TRIMESTRE_ENTE_CF: '01199250158' };
    const out = join(cartella, 'altrui.pdf');
    await trimestre(
      ['lotto', 'avvisi', 'rapporti.csv', '--out', out],
      { ...altrui, TRIMESTRE_DATI: join(cartella, 'b') },
      cartella,
    );
    const { stdout } = await trimestre(['verifica', '--avviso', out, '--json'], dati);
    const { avvisi } = JSON.parse(stdout) as { readonly avvisi: readonly Letto[] };
    expect(avvisi[0]?.avvertenze.join()).toMatch(/Il creditore è 01199250158, non l’INPS/);
  });
});

describe('the only notice of a document, when its codes say no quarter', () => {
  const solo = async (nome: string, ente: typeof enteBreve) => {
    const out = join(cartella, nome);
    writeFileSync(out, renderAvvisoPdf(dati3({ ente })));
    const json = await trimestre(['verifica', '--avviso', out, '--json'], dati);
    const { avvisi } = JSON.parse(json.stdout) as { readonly avvisi: readonly Letto[] };
    return { persone: await trimestre(['verifica', '--avviso', out], dati), letto: avvisi[0], codice: json.codice };
  };

  it('is told all the same, and that it is another creditor’s: no quarter is asked for', async () => {
    const { persone, letto, codice } = await solo('comune.pdf', { ...enteBreve, codiceFiscale: '01199250158' });
    expect(persone.stdout).toMatch(
      /creditore 01199250158\ncausale: AVVISO DI PROVA\nIl creditore è 01199250158, non l’INPS/,
    );
    expect(persone.stdout).toContain('Importo non verificato: non è un avviso dell’INPS.');
    expect(letto).toMatchObject({ codiceAvviso: '301000000001234519', oggetto: 'AVVISO DI PROVA', verifica: null });
    expect([codice, persone.codice]).toEqual([2, 2]);
  });

  it('of INPS asks for the quarter', async () => {
    const { persone, letto } = await solo('inps.pdf', enteBreve);
    expect(persone.stdout).toMatch(/Importo non verificato: --trimestre: .* --trimestre 4\/2020/);
    expect(letto).toMatchObject({ importo: '1500.00', verifica: null });
  });
});
