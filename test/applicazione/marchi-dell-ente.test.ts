import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadMarchi } from '../../src/applicazione/marchi-dell-ente.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';

const cartella = mkdtempSync(join(tmpdir(), 'trimestre-marchi-'));
const file = (nome: string, contenuto: string): string => {
  writeFileSync(join(cartella, nome), contenuto);
  return join(cartella, nome);
};

describe('loadMarchi', () => {
  it('reads the creditor’s logo, in a simulation too', () => {
    const logo = file('logo.svg', '<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>');
    expect(loadMarchi(loadImpostazioni({ TRIMESTRE_ENTE_LOGO: logo })).ente?.tipo).toBe('vettoriale');
    expect(loadMarchi(loadImpostazioni({}))).toEqual({});
  });

  it.each([
    ['manca.svg', undefined, 'il file non si può leggere'],
    ['testo.svg', '<svg viewBox="0 0 9 9"><text>a</text></svg>', '<text>'],
    ['logo.txt', 'logo', 'SVG o PNG'],
  ])('names the setting, the file and what is wrong: %s', (nome, contenuto, frase) => {
    const percorso = contenuto === undefined ? join(cartella, nome) : file(nome, contenuto);
    const impostazioni = loadImpostazioni({ TRIMESTRE_ENTE_LOGO: percorso });
    expect(() => loadMarchi(impostazioni)).toThrow(
      expect.objectContaining({
        codice: 'marchio-non-valido',
        message: expect.stringMatching(`TRIMESTRE_ENTE_LOGO=«${percorso}»: .*${frase}`) as string,
      }),
    );
  });

  it('takes pagoPA’s mark from a real creditor alone', () => {
    expect(() => loadImpostazioni({ TRIMESTRE_ENTE_MARCHIO_PAGOPA: 'pagopa.svg' })).toThrow(
      expect.objectContaining({ codice: 'marchio-non-permesso' }),
    );
  });
});
