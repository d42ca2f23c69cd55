import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leggiFileStazioni } from '../../src/simulatore/scenari/file-stazioni.ts';

let cartella: string;
beforeAll(() => {
  cartella = mkdtempSync(join(tmpdir(), 'stazioni-'));
});
afterAll(() => rmSync(cartella, { recursive: true }));

function leggi(testo: string) {
  const file = join(cartella, 'stazioni.yaml');
  writeFileSync(file, testo);
  return leggiFileStazioni(file);
}

const una = (id: string, altro = '') => `
  - idDominio: "12345678903"
    denominazione: Comune di Prova
    intermediario: "12345678903"
    stazione: ${id}
    password: password1
    urlRt: http://localhost:8080/rt
    urlRitorno: http://localhost:8080/ritorno
${altro}`;

describe('a file of stations', () => {
  it('gives every creditor with its addresses', () => {
    const lette = leggi(
      `stazioni:${una('A_01', '    versioneAvvisi: "2"\n    urlAvvisi: http://localhost:8080/pa')}${una('A_02')}`,
    );
    expect(lette.map(({ stazione }) => stazione)).toEqual(['A_01', 'A_02']);
    expect(lette[0]).toMatchObject({
      idDominio: '12345678903',
      versioneAvvisi: 2,
      urlAvvisi: 'http://localhost:8080/pa',
    });
    expect(lette[1]).not.toHaveProperty('urlAvvisi');
  });

  it('may give each the segregation codes of its notices', () => {
    expect(leggi(`stazioni:${una('A_01', '    segregazioni: ["01", "47"]')}`)[0]?.segregazioni).toEqual(['01', '47']);
    expect(() => leggi(`stazioni:${una('A_01', '    segregazioni: ["1"]')}`)).toThrow(/due cifre/);
  });

  it.each([
    ['stazioni: []', /almeno una/],
    ['altro: 1', /stazioni: un elenco/],
    [`stazioni:${una('A_01', '    colore: rosso')}`, /stazioni\.0: colore: campo sconosciuto/],
    [`stazioni:${una('A_01').replace('password1', 'corta')}`, /stazioni\.0\.password: .*8/],
    [`stazioni:${una('A_01').replace('"12345678903"', '"123"')}`, /stazioni\.0\.idDominio: .*11 cifre/],
    [`stazioni:${una('A_01').replace('http://localhost:8080/rt', 'ftp://altrove')}`, /stazioni\.0\.urlRt: /],
    [`stazioni:${una('A_01')}${una('A_01')}`, /A_01 è scritta due volte/],
    ['stazioni: [', /stazioni\.yaml/],
  ])('that is wrong says where and why: %#', (testo, messaggio) => {
    expect(() => leggi(testo)).toThrow(messaggio);
  });

  it('that is not there says so', () => {
    expect(() => leggiFileStazioni(join(cartella, 'mai-scritto.yaml'))).toThrow(/mai-scritto\.yaml/);
  });
});
