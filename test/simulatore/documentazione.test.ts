import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogoPsp } from '../../src/simulatore/catalogo/psp.ts';
import { leggiFileScenari, unisciStazioni } from '../../src/simulatore/scenari/file-scenari.ts';
import { leggiRegola } from '../../src/simulatore/scenari/regola.ts';
import { loadCatalogoScenari } from '../../src/simulatore/scenari/scenario.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { packagePath } from '../../src/valori/package-root.ts';
import { stazione } from './banco.ts';

const pagina = readFileSync(packagePath('docs', 'simulatore.en.md'), 'utf8');
const italiana = readFileSync(packagePath('docs', 'simulatore.md'), 'utf8');

/** A page section by section: the level of its heading, its blocks of code without their comments, the codes it names. */
function sezioni(testo: string) {
  return testo.split(/^(?=#+ )/m).map((sezione) => {
    const blocchi = [...sezione.matchAll(/```(\w*)\n([\s\S]*?)```/g)];
    const comandi = blocchi.map(([, lingua, righe = '']) => [lingua, righe.replace(/\s*(^|\s)#.*$/gm, '')]);
    const prosa = blocchi.reduce((resto, [blocco]) => resto.replace(blocco, ''), sezione);
    const codici = [...prosa.matchAll(/`([^`]+)`/g)].map(([, codice]) => codice).sort();
    return { livello: /^#*/.exec(sezione)?.[0].length, comandi, codici };
  });
}

describe('the simulator’s page of the documentation', () => {
  it('says in Italian what it says in English: the same sections, commands and codes', () => {
    const [inglesi, italiane] = [sezioni(pagina), sezioni(italiana)];
    expect(italiane.map(({ livello }) => livello)).toEqual(inglesi.map(({ livello }) => livello));
    italiane.forEach((sezione, i) => expect(sezione).toEqual(inglesi[i]));
  });

  it('shows YAML that the simulator reads', () => {
    const cartella = mkdtempSync(join(tmpdir(), 'doc-'));
    const file = join(cartella, 'F.yaml');
    const yaml = [...pagina.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, testo]) => testo ?? '');
    const deiPsp = yaml.filter((testo) => testo.startsWith('psp:'));
    expect([yaml.length, deiPsp.length]).toEqual([5, 2]);
    writeFileSync(file, deiPsp.join('').replace(/\npsp:\n/, '\n'));
    expect(
      loadCatalogoPsp(file)
        .psp.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['MIOPSP01', 'MIOPSP02', 'SIMLUN01']);
    expect(loadCatalogoPsp(file).perCanale('99999900992_CARTE')?.servizio.ascolto?.versione).toBe('2');
    writeFileSync(file, yaml.filter((testo) => !deiPsp.includes(testo)).join('\n'));
    const { regole, stazioni } = leggiFileScenari(file);
    rmSync(cartella, { recursive: true });
    const catalogo = loadCatalogoScenari();
    expect(regole.map((regola) => leggiRegola(regola, catalogo, { id: 0, origine: 'file' }).scenario)).toHaveLength(5);
    expect(stazioni).toMatchObject([{ stazione: '12345678903_01', versioneAvvisi: 2 }]);
    const unite = unisciStazioni(
      [stazione('http://e'), { ...stazione('http://e'), stazione: '12345678903_01' }],
      stazioni,
    );
    expect(unite.map((una) => una.denominazione)).toEqual(['Comune di Prova', 'INPS (simulato)']);
  });

  it('names only scenarios that exist', () => {
    const nomi = loadCatalogoScenari();
    const elenco = /What a creditor is likely to meet[\s\S]*?\n\n/.exec(pagina)?.[0] ?? '';
    const citati = [...elenco.matchAll(/`([a-z-]+)`/g)].map(([, nome]) => nome ?? '');
    expect(citati.length).toBeGreaterThan(20);
    expect(citati.filter((nome) => !nomi.has(nome))).toEqual([]);
  });
});

const psp = (id: string, canale: string): string => `psp:
  - id: ${id}
    ragioneSociale: Mio
    abi: "99991"
    bic: MIOPITM1
    intermediario: "99999900991"
    password: password1
    servizi:
      - { canale: ${canale}, metodo: carta, tipoVersamento: CP, autorizzazione: nodo, costi: [{ finoA: "1.00", commissione: "1.00" }] }
`;

function conFile<T>(testo: string, leggi: (file: string) => T): T {
  const cartella = mkdtempSync(join(tmpdir(), 'psp-'));
  writeFileSync(join(cartella, 'P.yaml'), testo);
  try {
    return leggi(join(cartella, 'P.yaml'));
  } finally {
    rmSync(cartella, { recursive: true });
  }
}

describe('the simulator’s data', () => {
  it('has bands of commission that grow and reach any amount', () => {
    for (const psp of loadCatalogoPsp().psp) {
      for (const { canale, costi } of psp.servizi) {
        const limiti = costi.map(({ finoA }) => finoA);
        expect(
          [...limiti].sort((a, b) => a - b),
          canale,
        ).toEqual(limiti);
        expect(limiti.at(-1), canale).toBe(99_999_999_999);
      }
    }
  });

  it('takes the first band whose limit holds the amount', () => {
    const catalogo = loadCatalogoPsp();
    const commissione = (importo: number) => catalogo.offerta('99999900011_CARTE', centesimi(importo))?.commissione;
    expect([10_000, 10_001, 50_000, 50_001].map(commissione)).toEqual([100, 150, 150, 250]);
  });

  it.each([
    ['psp: []', /almeno uno/],
    ['altro: 1', /psp: un elenco/],
    [psp('SIMLUN01', '99999900029_CARTE'), /99999900029_CARTE è di due servizi/],
    [psp('x', 'c').replace('"99991"', '"1"'), /psp\.0\.abi: non ha la forma giusta/],
  ])('refuses a file of PSPs that is wrong: %s', (testo, errore) => {
    expect(() => conFile(testo, loadCatalogoPsp)).toThrow(errore);
  });

  it('takes the PSPs of a file before those shipped, or in their place', () => {
    const letto = conFile(psp('SIMLUN01', 'MIO_CANALE'), loadCatalogoPsp);
    expect(letto.psp.map(({ id }) => id)).toHaveLength(loadCatalogoPsp().psp.length);
    expect(letto.perCanale('MIO_CANALE')?.psp.id).toBe('SIMLUN01');
    expect(letto.perCanale('99999900011_CARTE')).toBeUndefined();
  });

  it('offers the cheapest first', () => {
    const offerte = loadCatalogoPsp().offerte('carta', centesimi(33_800));
    expect(offerte.map(({ commissione }) => commissione)).toEqual([130, 150, 170]);
  });
});
