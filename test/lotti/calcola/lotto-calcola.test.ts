import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import type { EsitoCalcola, RichiestaCalcola } from '../../../src/lotti/calcola/richiesta.ts';
import type { Giorno } from '../../../src/valori/giorno.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

/** Runs a batch on a text, into `importi.csv`. */
function run(testo: string | Buffer, opzioni: Partial<RichiestaCalcola> = {}): Promise<EsitoCalcola> {
  return lottoCalcola({
    input: cartella.write('rapporti.csv', testo),
    out: cartella.file('importi.csv'),
    oggi: '2021-02-01' as Giorno,
    ...opzioni,
  });
}

const outLines = () => cartella.read('importi.csv').trimEnd().split('\n');

describe('lottoCalcola', () => {
  it('calculates the real row: 25 hours a week in 4/2020 are 325 hours × 1,04 = 338,00 euro', async () => {
    const esito = await run('trimestre;ore_settimanali\n4/2020;25\n');
    expect(esito.codice).toBe(0);
    expect(cartella.rows('importi.csv')).toEqual([
      {
        trimestre: '4/2020',
        ore_settimanali: '25',
        settimane_calcolate: '13',
        ore_calcolate: '325',
        fascia: '4',
        contributo_orario: '1,04',
        totale: '338,00',
        quota_lavoratore: '84,50',
        quota_datore: '253,50',
        contributo_associazione: '',
        scadenza: '11/01/2021',
        spiegazione:
          '325 ore × 1,04 € = 338,00 € (4ª fascia: più di 24 ore a settimana, con CUAF, tempo indeterminato)',
        fonte: 'circolare INPS n. 17 del 6/2/2020',
        avvertenze: 'la scadenza (11/01/2021) è passata: all’importo si aggiungono le sanzioni',
        settimane_accreditate: '13',
      },
    ]);
    expect(cartella.read('importi.errori.csv')).toBe('riga;id;colonna;valore;errore\n');
    expect(cartella.list()).toEqual(['importi.csv', 'importi.errori.csv', 'rapporti.csv']);
  });

  it('takes overtime, nights, replacement and what is paid to the fund', async () => {
    const righe = [
      'trimestre;ore_settimanali;paga_oraria;associazione;straordinari;notti_presenza;sostituzione;assistenza_in_piu;tempo_determinato;solo_assistenza',
      '1/2026;20;8;F2;6;;;;;', // 266 × (1,70 + 0,06)
      '1/2026;20;8;F2;;40;;;;', // 260 × 1,70 + 200 × 0,06
      '1/2026;20;8;F2;;;si;;si;', // no 1,40%
      '1/2026;20;8;F2;;;;0,04;;', // 457,60 + 0,04
      '1/2026;20;8;F2;;;;;;si', // 260 × 0,06
      '1/2026;20;8;F2;12/01/2026 6 | 19/01/2026 6;;;;;', // 11 weeks of 20, 2 of 26
      '1/2026;20;8;F2;tante;;;;;',
      '1/2026;20;8;;;;;0,04;;',
    ];
    await run(`${righe.map((riga) => riga.replace(/ *\/\/.*/, '')).join('\n')}\n`);
    expect(cartella.rows('importi.csv').map((riga) => riga['totale'])).toEqual([
      '468,16',
      '454,00',
      '457,60',
      '457,64',
      '15,60',
      '387,20',
      '67,60',
    ]);
    const errori = cartella.rows('importi.errori.csv').map((riga) => [riga['riga'], riga['colonna']]);
    expect(errori).toEqual([
      ['8', 'straordinari'],
      ['9', 'associazione'],
    ]);
  });

  it('writes points and ISO dates when asked', async () => {
    await run('trimestre;ore;ore_in_parti\n4/2020;325,5;\n4/2020;325,5;esatte\n', { formato: 'iso' });
    const [riga, esatta] = cartella.rows('importi.csv');
    expect([esatta?.['ore_calcolate'], esatta?.['totale']]).toEqual(['325.5', '338.52']);
    expect([riga?.['ore_calcolate'], riga?.['totale'], riga?.['scadenza']]).toEqual(['326', '339.04', '2021-01-11']);
  });

  it('takes headers in any order, capitals and spaces, and carries other columns through', async () => {
    const esito = await run('Nota;Ore Settimanali;TRIMESTRE\n"a;""b""";25;4/2020\n');
    expect(outLines()[0]).toMatch(/^Nota;Ore Settimanali;TRIMESTRE;settimane_calcolate;/);
    expect(outLines()[1]).toMatch(/^"a;""b""";25;4\/2020;13;325;4;/);
    expect(esito.avvisi).toEqual([expect.stringMatching(/Una colonna non è usata .*: «Nota»/)]);
  });

  it('keeps the input’s order, line ends and byte order mark', async () => {
    await run('\ufefftrimestre;ore\r\n1/2021;400\r\n4/2020;325\r\n');
    expect(cartella.read('importi.csv')).toMatch(/^\ufefftrimestre;ore;.*\r\n1\/2021;400;.*\r\n4\/2020;325;.*\r\n$/);
  });

  it('names every wrong cell of a bad row with line, column, value and sentence, and loses no good row', async () => {
    const esito = await run(
      'id;trimestre;ore;senza_cuaf\nA;4/2020;325;no\nB;9/2020;x;forse\n\nC;1/2021;400;si\nD;4/2020;325;no;x\n',
    );
    expect(esito.codice).toBe(1);
    expect(outLines().map((riga) => riga.slice(0, 2))).toEqual(['id', 'A;', 'C;']);
    expect(cartella.rows('importi.errori.csv')).toEqual([
      expect.objectContaining({ riga: '3', id: 'B', colonna: 'trimestre', valore: '9/2020' }),
      expect.objectContaining({ riga: '3', id: 'B', colonna: 'ore', valore: 'x' }),
      expect.objectContaining({ riga: '3', id: 'B', colonna: 'senza_cuaf', valore: 'forse' }),
      {
        riga: '6',
        id: 'D',
        colonna: '',
        valore: '',
        errore: 'La riga ha 5 colonne, l’intestazione ne ha 4.',
      },
    ]);
    expect(esito.riepilogo).toMatchObject({ righe: 4, righeCalcolate: 2, righeRifiutate: 2, errori: 4 });
  });

  it('gives one line a bollettino in a quarter with weeks up to 24 hours and weeks above', async () => {
    const settimane = '30 30 30 30 30 30 20 20 20 20 20 20 20';
    const esito = await run(`id;trimestre;ore_settimanali;paga_oraria\nA;4/2020;${settimane};9,00\nB;4/2020;25;\n`);
    // 6 × 30 = 180 h × 1,04 = 187,20; 7 × 20 = 140 h paid by band: 9,00 × 13/12 = 9,75 euro, the second of 2020.
    expect(
      cartella.rows('importi.csv').map((r) => [r['id'], r['settimane_calcolate'], r['ore_calcolate'], r['fascia']]),
    ).toEqual([
      ['A', '7', '140', '2'],
      ['A', '6', '180', '4'],
      ['B', '13', '325', '4'],
    ]);
    expect(cartella.rows('importi.csv')[1]?.['totale']).toBe('187,20');
    expect(esito.riepilogo).toMatchObject({ righe: 2, bollettini: 3 });
  });

  it('refuses a list of weeks that is not as long as the quarter', async () => {
    await run('trimestre;ore_settimanali;ore\n4/2020;30 30;\n4/2020;1 1 1 1 1 1 1 1 1 1 1 1 1;5\n4/2020;25;\n');
    expect(cartella.rows('importi.errori.csv').map((r) => r['errore'])).toEqual([
      expect.stringContaining('2 settimane'),
      expect.stringContaining('Con le ore di ogni settimana'),
    ]);
  });

  it('adds up what it wrote', async () => {
    const { riepilogo } = await run('trimestre;ore_settimanali;associazione\n4/2020;25;\n1/2021;25;F2\n4/2020;30;\n');
    expect(riepilogo).toMatchObject({
      righe: 3,
      bollettini: 3,
      // 325 × 1,04 + 325 × (1,04 + 0,06) + 390 × 1,04
      totale: 33800 + 35750 + 40560,
      contributoAssociazione: 1950,
      perTrimestre: [
        { trimestre: '4/2020', bollettini: 2, totale: 74360 },
        { trimestre: '1/2021', bollettini: 1, totale: 35750 },
      ],
    });
  });

  it('makes formulas harmless in what it carries through and in the errors (AB-37)', async () => {
    await run('id;trimestre;ore;nota\n=1+1;4/2020;325;@SUM(A1)\n-2,5;4/2020;325;＝A1\n+x;4/2020;;\n');
    expect(outLines()[1]).toMatch(/^'=1\+1;4\/2020;325;'@SUM\(A1\);/);
    expect(outLines()[2]).toMatch(/^-2,5;4\/2020;325;'＝A1;/);
    expect(cartella.read('importi.errori.csv')).toMatch(/\n4;'\+x;ore;;Mancano le ore/);
  });

  it('writes all the steps and warnings with dettaglio, on one line', async () => {
    await run('trimestre;ore\n4/2020;325,5\n', { dettaglio: true });
    expect(outLines()).toHaveLength(2);
    expect(outLines()[1]).toContain('Contributi del trimestre: 326 ore × 1,04 € = 339,04 € [circolare INPS n. 17');
    expect(outLines()[1]).toMatch(/;la scadenza .* è passata.* \| Le ore settimanali non sono indicate/);
  });

  it('says the safe day where the sources disagree on a Saturday', async () => {
    await run('trimestre;ore\n3/2020;325\n');
    const [riga] = cartella.rows('importi.csv');
    expect(riga?.['scadenza']).toBe('12/10/2020');
    expect(riga?.['spiegazione']).toContain('per prudenza pagare entro il 10/10/2020');
  });

  it('writes no file of amounts, and answers 2, when no row is good', async () => {
    const esito = await run('trimestre;ore\n4/2020;\n');
    expect(esito.codice).toBe(2);
    expect(esito.out).toBeUndefined();
    expect(cartella.list()).toEqual(['importi.errori.csv', 'rapporti.csv']);
  });

  it('answers 2 to a file of headers alone', async () => {
    expect(await run('trimestre;ore\n\n;\n')).toMatchObject({ codice: 2, riepilogo: { righe: 0 } });
  });

  it('gives way with its own names to columns of the input that are called the same', async () => {
    const esito = await run('trimestre;ore;totale;totale_ingresso\n4/2020;325;1;2\n');
    expect(outLines()[0]).toMatch(/^trimestre;ore;totale_ingresso_2;totale_ingresso;settimane_calcolate/);
    expect(esito.avvisi).toEqual([
      expect.stringContaining('2 colonne non sono usate'),
      expect.stringContaining('«totale»'),
    ]);
  });

  it('asks about a header that nearly is ours, and only where ours is missing', async () => {
    await expect(run('trimestre;ore;senza_cuaff\n4/2020;325;si\n')).rejects.toThrow(
      /«senza_cuaff» è forse «senza_cuaf»\?/,
    );
    await expect(run('trimestre;ore;Data assunzone\n4/2020;325;\n')).rejects.toThrow(/forse «assunzione»/);
    const esito = await run('trimestre;ore;senza_cuaff;senza_cuaf\n4/2020;325;si;no\n');
    expect(esito.avvisi).toEqual([expect.stringContaining('«senza_cuaff»')]);
  });

  it('is not polluted by headers that JavaScript knows', async () => {
    await run('__proto__;constructor;trimestre;ore\nx;y;4/2020;325\n');
    expect(outLines()[1]).toMatch(/^x;y;4\/2020;325;13/);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each([
    ['id;ore\n1;2\n', /manca la colonna «trimestre».*«id», «ore»/],
    ['trimestre;id\n', /«ore» oppure «ore_settimanali»/],
    ['trimestre;ore;Ore\n', /«ore» compare due volte/],
    ['', /vuoto/],
    ['\n\n', /Il file è vuoto/],
    [`${'\n'.repeat(40)}trimestre;ore\n4/2020;325\n`, /Le prime 30 righe del file sono vuote/],
    [';'.repeat(1_000_000), /troppo lunga/],
    [`${'a;'.repeat(300)}\n`, /301 colonne/],
    ['trimestre;"ore\n4/2020;1\n', /Intestazione: Un campo si apre/],
  ])('refuses a file it cannot understand: %j', async (testo, perche) => {
    await expect(run(testo)).rejects.toThrow(perche);
    expect(cartella.list()).toEqual(['rapporti.csv']);
  });

  it('refuses to write over its input, or where it cannot', async () => {
    const input = cartella.write('rapporti.csv', 'trimestre;ore\n4/2020;325\n');
    await expect(lottoCalcola({ input, out: input })).rejects.toMatchObject({ codice: 'stesso-file' });
    await expect(lottoCalcola({ input, out: cartella.file('no/x.csv') })).rejects.toMatchObject({
      codice: 'cartella-non-scrivibile',
    });
    await expect(lottoCalcola({ input: cartella.file('x'), out: cartella.file('y.csv') })).rejects.toMatchObject({
      codice: 'file-non-leggibile',
    });
  });

  it('reports progress up to the whole file', async () => {
    const avanzamenti: number[] = [];
    const righe = '4/2020;325\n'.repeat(60_000);
    await run(`trimestre;ore\n${righe}`, {
      onProgress: ({ bytesLetti, bytesTotali }) => avanzamenti.push(bytesLetti / bytesTotali),
    });
    expect(avanzamenti.length).toBeGreaterThan(2);
    expect(avanzamenti).toEqual([...avanzamenti].sort((a, b) => a - b));
    expect(avanzamenti.at(-1)).toBe(1);
  });
});
