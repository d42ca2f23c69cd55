import { describe, expect, it } from 'vitest';
import { norme } from '../../src/norme/norme.ts';
import { scadenza, scadenzaCessazione } from '../../src/scadenze/scadenza.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { giornoDellaSettimana, type Giorno } from '../../src/valori/giorno.ts';

const di = (trimestre: string, territori?: string[]) => scadenza(parseTrimestre(trimestre), norme(), territori);
const SABATO = 6;

describe('last days published by INPS and by the press', () => {
  it.each([
    ['4/2002', '2003-01-31', 'pages of 2003: no sanction up to 31 January'],
    ['1/2020', '2020-06-10', 'DL 18/2020 art. 37'],
    ['4/2020', '2021-01-11', 'page of INPS of January 2021: the 10th is a Sunday'],
  ])('%s: %s (%s)', (trimestre, giorno) => {
    expect(di(trimestre)).toMatchObject({ scadenza: giorno, spostata: true, avvertenze: [] });
  });

  it.each([
    ['3/2009', '2009-10-10', 'lavorofacile.it'],
    ['1/2010', '2010-04-10', 'INPS msg 9391/2010'],
    ['3/2015', '2015-10-10', 'ottopagine.it, condominiolowcost.it'],
  ])('%s: Saturday %s stays where it is (%s)', (trimestre, giorno) => {
    expect(giornoDellaSettimana(giorno as Giorno)).toBe(SABATO);
    expect(di(trimestre)).toMatchObject({ scadenza: giorno, spostata: false, avvertenze: [] });
    expect(di(trimestre).giornoSicuro).toBeUndefined();
  });

  it.each([
    ['3/2020', '2020-10-10', '2020-10-12', 'CAF ACLI, lavoroediritti.com'],
    ['1/2021', '2021-04-10', '2021-04-12', 'scadenzefiscali.it; Assindatcolf gives the Saturday'],
    ['2/2021', '2021-07-10', '2021-07-12', 'scadenzefiscali.it'],
    ['4/2025', '2026-01-10', '2026-01-12', 'assodigitale.it; stranieriinitalia.it gives the Saturday'],
    ['3/2026', '2026-10-10', '2026-10-12', 'assodigitale.it'],
  ])('%s: the sources disagree between Saturday %s, the safe day, and Monday %s (%s)', (trimestre, sabato, lunedi) => {
    expect(giornoDellaSettimana(sabato as Giorno)).toBe(SABATO);
    const esito = di(trimestre);
    expect(esito).toMatchObject({ scadenza: lunedi, giornoSicuro: sabato });
    expect(esito.avvertenze.join()).toContain('Le fonti non concordano');
  });
});

describe('terms suspended where something happened', () => {
  it.each([
    ['sisma-centro-italia-2016', '4/2016', '2019-10-15', 'INPS msg 3247/2019'],
    ['campi-flegrei-2025', '1/2025', '2025-12-10', 'INPS circ. 138/2025'],
    ['campi-flegrei-2025', '2/2025', '2025-12-10', 'INPS circ. 138/2025'],
    // 29/9/2018 to 31/12/2020; 31/1/2021 is a Sunday. 1/2020 falls in the national suspension too, which ends before.
    ['ischia-2018', '3/2018', '2021-02-01', 'INPS circ. 105/2018, msg 318/2021'],
    ['ischia-2018', '1/2020', '2021-02-01', 'INPS circ. 105/2018, msg 318/2021'],
    ['ischia-2018', '3/2020', '2021-02-01', 'INPS circ. 105/2018, msg 318/2021'],
    // 10/10/2026 is a Saturday: Monday 12 by the calendars in print, Saturday by prudence.
    ['ciclone-harry-2026', '1/2026', '2026-10-12', 'DL 25/2026 art. 2'],
    ['niscemi-2026', '1/2026', '2026-10-12', 'DL 25/2026 art. 2'],
  ])('%s, %s: %s (%s)', (territorio, trimestre, giorno) => {
    expect(di(trimestre, [territorio]).scadenza).toBe(giorno);
    expect(di(trimestre).scadenza < giorno).toBe(true);
  });

  it('DL 25/2026: payable by 10/10/2026 for every source, and not yet confirmed for domestic employers: both said', () => {
    const { giornoSicuro, avvertenze } = di('1/2026', ['ciclone-harry-2026']);
    expect(giornoSicuro).toBe('2026-10-10');
    expect(avvertenze.join()).toMatch(/Calabria, Sardegna e Sicilia.*chiedere conferma/);
  });

  it('Campi Flegrei: damaged or vacated buildings alone', () => {
    expect(di('1/2025', ['campi-flegrei-2025']).avvertenze.join()).toContain('danneggiato o sgomberato');
  });

  it('flood of May 2023: 20/11/2023 of circ. 67/2023 gave way to 10/12/2023 of DL 132/2023, a Sunday: Monday 11', () => {
    const regola = norme().scadenze.sospensioni.find(({ id }) => id === 'alluvione-maggio-2023');
    expect(regola?.nuovaScadenza).toBe('2023-12-10');
    expect(regola?.nota).toContain('20/11/2023');
    expect(di('2/2023', ['alluvione-maggio-2023']).scadenza).toBe('2023-12-11');
  });
});

describe('ten days from the end of the rapporto (DPR 1403/1971 art. 8)', () => {
  it('4 May 2021 + 10 days', () => {
    expect(scadenzaCessazione('2021-05-04' as Giorno, norme())).toMatchObject({ scadenza: '2021-05-14' });
  });

  it('unsettled: that the tenth day moves when it is a holiday is written nowhere', () => {
    const fine = scadenzaCessazione('2021-11-28' as Giorno, norme());
    expect(fine.scadenza).toBe('2021-12-09');
    expect(fine.avvertenze.join()).toContain('non è scritto');
  });
});
