import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { formatEuro, type Centesimi } from '../../src/valori/denaro.ts';

/**
 * Every figure of the hourly tables of 2005-2026 as it was read from INPS's circulars and from the pages that print them
 * (`vista`), or computed by the ISTAT chain where no page was found (`calcolata`).
 */
const righe = readFileSync(new URL('./tabelle-inps.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);

function cella(anno: number, percorso: string): string {
  const [, numero = '', ...campi] = percorso.split('.');
  const fascia: unknown = norme().tabella(anno).fasce[Number(numero) - 1];
  const valore = campi.reduce((nodo, campo) => (nodo as Record<string, unknown>)[campo], fascia);
  return formatEuro(valore as Centesimi);
}

describe('printed tables', () => {
  it.each(norme().anni)('every figure of %i', (anno) => {
    const dellAnno = righe.map((riga) => riga.split(';')).filter(([colonna]) => colonna === String(anno));
    expect(dellAnno.length).toBeGreaterThanOrEqual(18);
    const attese = dellAnno.map(([, percorso, importo]) => `${percorso} ${importo}`);
    const lette = dellAnno.map(([, percorso = '']) => `${percorso} ${cella(anno, percorso)}`);
    expect(lette).toEqual(attese);
    const calcolate = dellAnno.filter(([, , , certezza]) => certezza === 'calcolata').map(([, percorso]) => percorso);
    expect([...norme().tabella(anno).celleCalcolate].sort()).toEqual(calcolate.sort());
  });
});
