import { describe, expect, it } from 'vitest';
import { regoleProspetti } from '../../src/norme/regole-prospetti.ts';
import {
  cellsOf,
  scoperti,
  scopertiToJson,
  sintesiScoperti,
  type TrimestreNoto,
} from '../../src/prospetti/scoperti/index.ts';
import { parseTrimestre } from '../../src/scadenze/trimestre.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { parseGiorno } from '../../src/valori/giorno.ts';

const OGGI = parseGiorno('2026-11-30');
const noto = (trimestre: string, scadenza: string, campi: Partial<TrimestreNoto> = {}): TrimestreNoto => ({
  trimestre: parseTrimestre(trimestre),
  scadenza: parseGiorno(scadenza),
  versato: centesimi(0),
  chiesto: centesimi(0),
  settimaneScoperte: 13,
  ...campi,
});
const dueMila = { dovuto: centesimi(20_000) };
const prospetto = (...noti: TrimestreNoto[]) => scoperti(noti, OGGI, regoleProspetti());

describe('scoperti', () => {
  it('tells paid, waiting, missing and prescribed quarters, and what the first three take today', () => {
    const tutto = prospetto(
      // Due on 10/4/2021, inside the second suspension: five years from 30/6/2021.
      noto('1/2021', '2021-04-10', dueMila),
      noto('2/2022', '2022-07-11', { versato: centesimi(30_000), settimaneScoperte: 0 }),
      noto('3/2026', '2026-10-12', { chiesto: centesimi(40_300), settimaneScoperte: 0 }),
      noto('2/2026', '2026-07-10', dueMila),
    );
    expect(tutto.righe.map(({ stato, manca }) => [stato, manca])).toEqual([
      ['prescritto', 20_000],
      ['pagato', 0],
      ['scaduto', 40_300],
      ['mancante', 20_000],
    ]);
    expect(tutto.righe[0]).toMatchObject({ prescrizione: '2026-06-30', sanzioni: null });
    expect(tutto.manca).toBe(60_300);
    expect(tutto.sanzioni.minimo).toBeGreaterThan(0);
    expect(tutto.avvertenze.join(' ')).toMatch(/portale dell’INPS.*non li può ricevere.*Le sanzioni civili/);
    expect(sintesiScoperti(tutto)).toMatch(/^Da versare: 603,00 €, più sanzioni civili .* se si paga oggi\.$/);
    expect(cellsOf(tutto.righe[0] as never).at(-1)).toBe('termine passato il 30/06/2026');
    expect(scopertiToJson(tutto)).toMatchObject({ manca: '603.00', trimestri: [{ stato: 'prescritto' }, {}, {}, {}] });
  });

  it('says what is not known, and that nothing is due where nothing is', () => {
    const tutto = prospetto(
      noto('3/2026', '2026-10-12', { motivo: 'Manca la paga.' }),
      noto('2/2026', '2026-07-10', { versato: centesimi(10_000), settimaneScoperte: 3 }),
    );
    expect(tutto.righe.map((riga) => [cellsOf(riga)[4], cellsOf(riga)[6]])).toEqual([
      ['non noto', 'Manca la paga.'],
      ['–', 'settimane non versate: 3'],
    ]);
    expect(sintesiScoperti(prospetto(noto('2/2026', '2026-07-10', { versato: centesimi(1) })))).toMatch(
      /Non risulta nulla/,
    );
  });

  it('tells a suspended quarter apart: what waits is not what is late, and costs nothing', () => {
    const sospeso = noto('1/2026', '2026-12-10', { ...dueMila, sospesa: parseGiorno('2026-04-10') });
    const tutto = prospetto(sospeso, noto('3/2026', '2026-10-12', { chiesto: centesimi(40_300) }));
    expect(tutto.righe.map(({ stato }) => stato)).toEqual(['sospeso', 'scaduto']);
    expect([tutto.manca, tutto.sospeso, tutto.righe[0]?.sanzioni]).toEqual([40_300, 20_000, null]);
    expect(cellsOf(tutto.righe[0] as never).at(-1)).toBe('termini sospesi dal 10/04/2026 al 10/12/2026');
    expect(sintesiScoperti(tutto)).toMatch(/Sospesi dove sta il datore: 200,00 €/);
    expect(sintesiScoperti(prospetto(sospeso))).toMatch(/^Oggi non c’è nulla che scada\. Sospesi/);
    // Over: the suspension's last day has passed.
    expect(prospetto({ ...sospeso, scadenza: parseGiorno('2026-10-12') }).righe[0]?.stato).toBe('mancante');
  });

  it('costs nothing before the due date', () => {
    const [riga] = prospetto(noto('4/2026', '2027-01-11', dueMila)).righe;
    expect(riga).toMatchObject({ stato: 'da-pagare', sanzioni: null });
  });

  it('tells what pagoPA holds, and what is not over yet', () => {
    const chiesto = { chiesto: centesimi(40_300), settimaneScoperte: 0 };
    const tutto = prospetto(
      noto('3/2026', '2026-10-12', { ...chiesto, pagamento: 'in-corso' }),
      noto('2/2026', '2026-07-10', { ...chiesto, pagamento: 'in-verifica' }),
      noto('4/2026', '2027-01-11', { ...dueMila, inCorso: true }),
      noto('4/2026', '2027-01-11', { ...chiesto, inCorso: true }),
    );
    expect(tutto.righe.map(({ stato, manca }) => [stato, manca])).toEqual([
      ['in-pagamento', 40_300],
      ['in-verifica', 40_300],
      ['non-aperto', 20_000],
      ['da-pagare', 40_300],
    ]);
    // What is in verifica may have been paid, and what is not over is not owed: neither is asked for again.
    expect(tutto.manca).toBe(80_600);
  });
});
