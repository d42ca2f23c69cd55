import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calcola } from '../../../src/contributi/calcola.ts';
import { calcolaTrimestre } from '../../../src/contributi/calcola.ts';
import { parseSituazione } from '../../../src/contributi/situazione/schema.ts';
import { proiettata as tuttaCalcolata } from '../../../src/norme/celle.ts';
import { loadNorme, norme } from '../../../src/norme/norme.ts';
import { proiettaMinimi } from '../../../src/norme/proietta-minimi.ts';
import { regoleProspetti } from '../../../src/norme/regole-prospetti.ts';
import { costoAnnuo, parseDatiCosto } from '../../../src/prospetti/costo-annuo/index.ts';
import {
  annoNuovo,
  normeProiettate,
  parseIstat,
  proiettaAnno,
  proiettaTabella,
  proiezioneToJson,
  testoAnnoNuovo,
} from '../../../src/prospetti/proiezione/index.ts';
import { Decimale } from '../../../src/valori/decimale.ts';
import { parseEuro } from '../../../src/valori/denaro.ts';
import { parseGiorno } from '../../../src/valori/giorno.ts';
import { packagePath } from '../../../src/valori/package-root.ts';

const regole = regoleProspetti().proiezione;
const oggi = parseGiorno('2026-11-22');
const note = norme();

describe('history: each year projected from the one before', () => {
  const anni = note.anni.filter((anno) => anno >= 2007 && anno > (note.anni[0] ?? 0));

  it.each(anni)('%i comes out as printed', (anno) => {
    const stampata = note.tabella(anno);
    const { tabella } = proiettaTabella(
      note.tabella(anno - 1),
      stampata.istat.percentuale,
      note,
      oggi,
      stampata.aliquote,
    );
    const eccezioni = regole.quotaLavoratore.eccezioni.filter((voce) => voce.anno === anno);
    for (const [indice, fascia] of tabella.fasce.entries()) {
      const { quotaLavoratore, ...resto } = fascia;
      const { quotaLavoratore: vera, ...atteso } = stampata.fasce[indice]!;
      const eccezione = eccezioni.find((voce) => voce.fascia === fascia.numero);
      expect(resto).toEqual(atteso);
      expect({ calcolata: quotaLavoratore, stampata: vera }).toEqual({
        calcolata: eccezione?.calcolata ?? vera,
        stampata: eccezione?.stampata ?? vera,
      });
    }
  });

  it('the exceptions of the worker’s share are the only ones', () => {
    expect(regole.quotaLavoratore.eccezioni).toHaveLength(2);
  });
});

describe('2027 with 1,2%', () => {
  const proiettata = proiettaAnno(2027, parseIstat('1,2'), note, regole, oggi);
  const [prima, , , quarta] = proiettata.tabella.fasce;

  it('follows the chain by hand', () => {
    // 8.52 × 1.012 = 8.62224; 9.61 × 1.012 = 9.72532; 6.20 × 1.012 = 6.2744
    expect(prima).toMatchObject({ convenzionale: 862, finoA: 973 });
    expect(quarta.convenzionale).toBe(627);
    // 6.27 × 19.9675% = 1.25196; × 20.0875% = 1.25949; × 21.3675% = 1.33974; × 5.02% = 0.31475
    expect(quarta).toMatchObject({ contributo: { conCuaf: 125, senzaCuaf: 126 }, quotaLavoratore: 31 });
    expect(quarta.tempoDeterminato).toEqual({ conCuaf: 134, senzaCuaf: 135 });
  });

  it('says that it is a projection, cell by cell', () => {
    expect(proiettata.avvertenze[0]).toMatch(/PROIEZIONE/);
    expect(proiettata.tabella.celleCalcolate).toHaveLength(4 * 2 + 4 * 4);
    expect(tuttaCalcolata(proiettata.tabella)).toBe(true);
    expect(note.anni.filter((anno) => tuttaCalcolata(note.tabella(anno)))).toEqual([]);
    expect(proiettata.tabella.fonti[0]?.certezza).toBe('calcolata');
    expect(proiettata.passi).toHaveLength(5);
    expect(proiezioneToJson(proiettata)).toMatchObject({
      proiezione: true,
      anno: 2027,
      fasce: [{ convenzionale: '8.62' }, {}, {}, {}],
    });
  });

  it('can be calculated with', () => {
    const conDomani = normeProiettate(note, proiettata.tabella);
    const calcolo = calcola(
      {
        trimestre: { anno: 2027, numero: 1 },
        oreSettimanali: new Decimale(25),
        senzaCuaf: false,
        tempoDeterminato: false,
      },
      conDomani,
    );
    // 13 Saturdays (2 January - 27 March) × 25 × 1.25
    expect(calcolo.totale).toBe(13 * 25 * 125);
    const frase =
      'La tabella del 2027 è una proiezione con una variazione ISTAT supposta (1,2%): gli importi da pagare si sapranno con la ' +
      'circolare dell’INPS.';
    expect(calcolo.avvertenze[0]).toBe(frase);
    const situazione = { trimestre: '1/2027', condizioni: [{ dal: '2026-01-01', oreSettimanali: '25' }] };
    expect(calcolaTrimestre(parseSituazione(situazione), conDomani)[0]?.avvertenze[0]).toBe(frase);
    const costo = costoAnnuo(
      parseDatiCosto({ anno: '2027', oreSettimanali: '25', pagaOraria: '8' }),
      conDomani,
      regoleProspetti(),
    );
    expect(costo.contributi.totale).toBeGreaterThan(0);
    expect(costo.avvertenze[0]).toBe(frase);
    expect(conDomani.anni.at(-1)).toBe(2027);
    expect(() => note.tabella(2027)).toThrow(/2027/);
  });

  it('takes a negative variation as zero', () => {
    const ferma = proiettaAnno(2027, parseIstat('-0,3'), note, regole, oggi).tabella;
    expect(proiettaAnno(2027, '-0.3', note, regole, oggi).passi[0]?.formula).toContain('la variazione è negativa');
    expect(ferma.fasce.map(({ convenzionale }) => convenzionale)).toEqual(
      note.tabella(2026).fasce.map(({ convenzionale }) => convenzionale),
    );
  });
});

describe('the draft of rules/anni/2027.yaml', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'trimestre-anno-'));
    cpSync(packagePath('rules'), dir, { recursive: true });
  });
  afterAll(() => {
    rmSync(dir, { recursive: true });
  });

  it('loads as it is and gives back the projected table', () => {
    const proiettata = proiettaAnno(2027, '1.2', note, regole, oggi);
    const testo = testoAnnoNuovo(proiettata);
    expect(testo).toMatch(/^# BOZZA/);
    expect(annoNuovo(2027, '1,2%', note, regole, oggi)).toBe(testo);
    writeFileSync(join(dir, 'anni', '2027.yaml'), testo);
    const letta = loadNorme(dir).tabella(2027);
    expect(letta).toMatchObject({ ...proiettata.tabella });
  });
});

describe('what is refused', () => {
  it.each(['', 'molto', '25', '-6', '1.234', '1,2,3'])('«%s» as a variation', (testo) => {
    expect(() => parseIstat(testo)).toThrow(/istat/);
  });

  it('a year that is known, or too far, or without rates', () => {
    expect(() => proiettaAnno(2026, '1.2', note, regole, oggi)).toThrow(/c’è già/);
    expect(() => proiettaAnno(2029, '1.2', note, regole, oggi)).toThrow(/solo il 2027/);
    expect(() => proiettaTabella(note.tabella(2005), '1.7', note, oggi)).toThrow(/aliquote del 2005/);
  });
});

describe('minimum pay of a year to come (CCNL of 28/10/2025: +30 on BS from January 2027, 90% of ISTAT)', () => {
  const cinque = note.minimi.minimi.find(({ anno }) => anno === 2025)!;
  const sei = note.minimi.minimi.find(({ anno }) => anno === 2026)!;

  it('2027 with 1.2%: (1,053.39 + 30) × 1.0108 = 1,095.09; hourly 7.45 × 1,083.39 / 1,053.39 × 1.0108 = 7.74', () => {
    const { minimi, passi } = proiettaAnno(2027, '1.2', note, regole, oggi);
    expect([minimi?.importi.convivente?.BS, minimi?.importi.oraria?.BS]).toEqual([109_509, 774]);
    expect(passi.at(-1)).toMatchObject({
      formula: '(1.053,39 € + 30,00 €) × (1 + 90% di 1,2%)',
      risultato: '1.095,09 €',
    });
    expect(proiezioneToJson(proiettaAnno(2027, '1.2', note, regole, oggi)).minimi['oraria']).toMatchObject({
      BS: '7.74',
    });
    // A fall of prices does not lower them: 1,083.39.
    expect(proiettaAnno(2027, '-0.5', note, regole, oggi).minimi?.importi.convivente?.BS).toBe(108_339);
  });

  it('gives 2026 as it was agreed from 2025, 40 euro on BS and 90% of 1.0%, but for A and AS, which rose by more', () => {
    const allora = {
      ...note.minimi.rinnovo,
      tranche: [{ dal: parseGiorno('2026-01-01'), aumento: parseEuro('40,00') }],
    };
    const proiettati = proiettaMinimi(cinque, '1.0', { ...note.minimi, rinnovo: allora });
    const senza = ({ A: _, AS: __, ...altri }: Partial<Record<string, number>>) => altri;
    expect(senza(proiettati.importi.convivente ?? {})).toEqual(senza(sei.importi.convivente ?? {}));
    expect(senza(proiettati.importi.oraria ?? {})).toEqual(senza(sei.importi.oraria ?? {}));
    expect(proiettati.importi['assistenza-notturna']).toEqual(sei.importi['assistenza-notturna']);
    expect([proiettati.indennitaFunzione, proiettati.aggiunte?.['piu-persone']]).toEqual([
      sei.indennitaFunzione,
      sei.aggiunte?.['piu-persone'],
    ]);
  });

  it('is what a pay of that year is held against, and the sentence says so', () => {
    const { tabella } = proiettaAnno(2027, '1.2', note, regole, oggi);
    const con = normeProiettate(note, tabella);
    const situazione = {
      trimestre: '1/2027',
      condizioni: [{ oreSettimanali: '25', paga: { tipo: 'oraria', importo: '6,51' } }],
    };
    const [calcolo] = calcolaTrimestre(parseSituazione(situazione), con);
    // 6.51 × 1,083.39 / 1,053.39 × 1.0108 = 6.7677.
    expect(calcolo?.avvertenze.join()).toContain(
      'minimo contrattuale del 2027, 6,77 € (non conviventi, livello A, proiettato)',
    );
    expect(con.minimi.minimi).toHaveLength(note.minimi.minimi.length + 1);
    expect(normeProiettate(con, tabella).minimi.minimi).toHaveLength(note.minimi.minimi.length + 1);
  });
});
