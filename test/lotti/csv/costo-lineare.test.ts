import { describe, expect, it } from 'vitest';
import { leggiGiorno } from '../../../src/lotti/celle/giorni.ts';
import { leggiEuro, leggiIntero, leggiOre } from '../../../src/lotti/celle/numeri.ts';
import { leggiAssociazione, leggiSiNo } from '../../../src/lotti/celle/parole.ts';
import { RecordScanner } from '../../../src/lotti/csv/record-scanner.ts';
import { colonnaDaIntestazione, colonnaSimile } from '../../../src/lotti/righe/riconosci-colonna.ts';
import { formatoNumero } from '../../../src/lotti/xlsx/cell-values.ts';
import { parseOreSettimanali } from '../../../src/lotti/righe/settimana-per-settimana.ts';
import { parseTrimestre } from '../../../src/scadenze/trimestre.ts';
import { costoOltreIlLineare } from '../costo-lineare.ts';

/** A refusal is an answer as well. */
const orRefuse = (read: () => unknown): void => {
  try {
    read();
  } catch {
    // told elsewhere
  }
};

function scan(testo: string, separatore?: number): void {
  const scanner = new RecordScanner(1, separatore);
  scanner.load(Buffer.from(`${testo}\n`));
  while (scanner.next(true)) scanner.isEmptyFrom(0);
}

const LETTORI: readonly (readonly [string, (testo: string) => unknown])[] = [
  ['an hour', (t) => leggiOre(t, 'ore')],
  ['weekly hours', (t) => parseOreSettimanali(t, 'ore')],
  ['an amount', (t) => leggiEuro(t, 'paga')],
  ['a whole number', (t) => leggiIntero(t, 'settimane', 14)],
  ['a day', (t) => leggiGiorno(t, 'assunzione')],
  ['a quarter', (t) => parseTrimestre(t)],
  ['yes or no', (t) => leggiSiNo(t, 'senza_cuaf')],
  ['a fund', (t) => leggiAssociazione(t, 'associazione')],
  ['a header', (t) => colonnaDaIntestazione(t) ?? colonnaSimile(t)],
  ['a number format', (t) => formatoNumero(200, t)],
];
/** What makes careless expressions go back again and again. */
const CATTIVI: readonly (readonly [string, (n: number) => string])[] = [
  ['digits', (n) => '1'.repeat(n)],
  ['spaces', (n) => `1${' '.repeat(n)}x`],
  ['points and digits', (n) => '1.000'.repeat(n / 5)],
  ['spaces and hours', (n) => `${'1 '.repeat(n / 2)}h`],
  ['days after days', (n) => `1/1/2020 ${'00:00 '.repeat(n / 6)}x`],
  ['brackets', (n) => '['.repeat(n)],
];

describe('what reads a given text costs no more than in proportion to its length', () => {
  it.each(LETTORI.flatMap(([nome, leggi]) => CATTIVI.map(([caso, testo]) => [nome, caso, leggi, testo] as const)))(
    '%s of %s',
    async (_nome, _caso, leggi, testo) => {
      expect(await costoOltreIlLineare((n) => orRefuse(() => leggi(testo(n))))).toBeLessThan(1);
    },
  );

  it.each([
    ['quotes that never close', (n: number) => 'a;"b\n'.repeat(n / 5)],
    ['quotes alone', (n: number) => '"'.repeat(n)],
    ['separators', (n: number) => ';'.repeat(n)],
    ['lines', (n: number) => 'a;b\n'.repeat(n / 4)],
    ['returns', (n: number) => '\r'.repeat(n)],
  ])('records of %s', async (_caso, testo) => {
    for (const separatore of [59, 44]) {
      expect(await costoOltreIlLineare((n) => scan(testo(n), separatore))).toBeLessThan(1);
    }
  });
});
