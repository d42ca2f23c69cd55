import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { situazioneDaFile, situazioneDaSettimane } from '../../src/cli/situazione.ts';
import { calcolaTrimestre } from '../../src/contributi/calcola.ts';
import { norme } from '../../src/norme/norme.ts';
import { packagePath } from '../../src/valori/package-root.ts';

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-situazione-'));
let quanti = 0;

function file(testo: string): string {
  const nome = join(cartella, `${(quanti += 1)}.yaml`);
  writeFileSync(nome, testo);
  return nome;
}

const buono = 'trimestre: 4/2020\ncondizioni:\n  - { dal: 2020-01-01, oreSettimanali: 25 }\n';
const ore = (situazione: ReturnType<typeof situazioneDaFile>): string =>
  calcolaTrimestre(situazione, norme())
    .map((calcolo) => calcolo.ore.toFixed())
    .join(' e ');

describe('a quarter from a file', () => {
  it('is told in the manual by an example that can be read', () => {
    const capitolo = readFileSync(packagePath('docs/manuale/09-per-chi-programma.md'), 'utf8');
    const [, esempio = ''] = /```yaml\n([^]*?)```/.exec(capitolo) ?? [];
    // Up to 24: 12 h of the first week and the 6 h of 9 November, last paid day. Above: 3 × 30, then 30, 32, 30, 30.
    expect(ore(situazioneDaFile(file(esempio), {}))).toBe('18 e 212');
  });

  it('is read, and the command line may change its quarter', () => {
    expect(ore(situazioneDaFile(file(buono), {}))).toBe('325');
    expect(situazioneDaFile(file(buono), { trimestre: '4/2022' }).trimestre).toEqual({ anno: 2022, numero: 4 });
  });

  it('stands alone: an option that would be lost is refused', () => {
    expect(() => situazioneDaFile(file(buono), { associazione: 'F2' })).toThrow(
      '--associazione: con --rapporto si scrive nel file; togliere --associazione.',
    );
    expect(() => situazioneDaFile(file(buono), { oreSettimanali: '30' })).toThrow(
      expect.objectContaining({ codice: 'opzioni-incompatibili', campo: 'oreSettimanali' }) as Error,
    );
    expect(situazioneDaFile(file(buono), { associazione: undefined })).toBeDefined();
  });

  it.each([
    [
      'trimestre: 4/2020\ncondizioni:\n  - { dal: 2020-01-01, oreSettimanali: 25\n',
      /YAML non valido alla riga 4, colonna 1/,
    ],
    ['ciao', /non descrive un trimestre: servono almeno le chiavi trimestre e condizioni\.$/],
    ['', /non descrive un trimestre/],
    ['- a\n- b\n', /non descrive un trimestre/],
    [`${buono}ore: { tipo: totale, ore: 24,5 }`, /fra parentesi graffe la virgola separa/],
  ])('says what is wrong in %j', (testo, frase) => {
    expect(() => situazioneDaFile(file(testo), {})).toThrow(frase);
  });

  it('says that a file is not there, or is a folder', () => {
    expect(() => situazioneDaFile(join(cartella, 'nessuno.yaml'), {})).toThrow(/nessuno\.yaml: il file non c’è\.$/);
    expect(() => situazioneDaFile(cartella, {})).toThrow(/: è una cartella\.$/);
  });
});

describe('a quarter from its weeks', () => {
  const dodici = Array.from({ length: 12 }, () => '25');
  const da = (prima: string, separatore = ',', altro: object = {}) =>
    situazioneDaSettimane([prima, ...dodici].join(separatore), { trimestre: '4/2020', pagaOraria: '8', ...altro });

  it('takes commas, or semicolons and then commas in the fractions', () => {
    expect(ore(da('26.5'))).toBe('327');
    expect(ore(da('26,5', ';'))).toBe('327');
    expect(ore(da('26,5', '; '))).toBe('327');
    expect(ore(da('30', ', '))).toBe('330');
  });

  it('has the longest week for its terms, or the one that is said', () => {
    expect(da('40').condizioni[0].oreSettimanali?.toFixed()).toBe('40');
    expect(da('40', ',', { oreSettimanali: '26' }).condizioni[0].oreSettimanali?.toFixed()).toBe('26');
  });

  it.each([
    ['x', {}, 'settimane-dettaglio: 1ª settimana (quella di sabato 03/10/2020): «x» non è un numero di ore.'],
    ['200', {}, '1ª settimana (quella di sabato 03/10/2020): «200» ore sono più di quelle di una settimana, 168.'],
    ['24,5', {}, 'ha 13 settimane e le ore indicate sono di 14 settimane'],
    ['25', { ore: '100' }, '--ore: con --settimane-dettaglio è già detto dall’elenco; togliere --ore.'],
    ['25', { settimane: '12' }, '--settimane: con --settimane-dettaglio'],
    ['25', { pagaMensile: '900' }, 'pagaOraria e pagaMensile: darne una sola.'],
    ['25', { pagaOraria: 'otto' }, 'pagaOraria: «otto» non è un importo'],
    ['25', { trimestre: undefined }, 'trimestre: manca; scrivere per esempio 4/2020.'],
    ['25', { associazione: 'F3' }, 'associazione: «F3» non è F2 né E1.'],
  ])('refuses %s with %j', (prima, altro, frase) => {
    expect(() => da(prima, ',', altro)).toThrow(frase);
  });

  it('takes the fund in small letters too', () => {
    expect(da('25', ',', { associazione: 'f2' }).associazione).toBe('F2');
  });
});
