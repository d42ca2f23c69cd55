import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import type { EsitoCalcola, RichiestaCalcola } from '../../../src/lotti/calcola/richiesta.ts';
import type { Giorno } from '../../../src/valori/giorno.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

function run(contenuto: string | Buffer, opzioni: Partial<RichiestaCalcola> = {}): Promise<EsitoCalcola> {
  const input = cartella.write('rapporti.dat', contenuto);
  return lottoCalcola({ input, out: cartella.file('importi.csv'), oggi: '2021-01-05' as Giorno, ...opzioni });
}

const TABELLA = [
  ['nome', 'trimestre', 'ore_settimanali', 'paga_oraria', 'cessazione'],
  ['Niccolò Dell’Orto', '4/2020', '25', '', ''],
  ['Çelik; Zoë', '4/2020', '8,5', '9,00', ''],
];
const csv = (separatore = ';', fine = '\r\n'): string =>
  TABELLA.map((riga) => riga.map((cella) => quote(cella, separatore)).join(separatore) + fine).join('');

function quote(cella: string, separatore: string): string {
  return cella.includes(separatore) || cella.includes(';') ? `"${cella}"` : cella;
}

/** 25 × 13 × 1,04; 8,5 × 13 = 110,5 hours at the band of 9,00 × 13/12. */
const nomi = () => cartella.rows('importi.csv').map((riga) => riga['nome']);

describe('a text as programs write it', () => {
  it.each([
    ['Windows-1252', () => iconv.encode(csv(), 'windows-1252'), [/Windows-1252/]],
    ['UTF-16 with a mark, tabs', () => iconv.encode(`\ufeff${csv('\t')}`, 'utf-16le'), [/UTF-16/, /tabulazioni/]],
    ['UTF-16 without a mark', () => iconv.encode(csv(), 'utf-16le'), [/UTF-16/]],
    ['UTF-16 of the other order', () => iconv.encode(`\ufeff${csv()}`, 'utf-16be'), [/UTF-16/]],
    ['Macintosh', () => iconv.encode(csv(';', '\r'), 'macintosh'), [/Macintosh/, /CR/]],
    ['commas', () => csv(','), [/virgole/]],
    ['tabs', () => csv('\t'), [/tabulazioni/]],
    ['bars', () => csv('|'), [/barre/]],
    ['a line that tells the separator', () => `sep=,\r\n${csv(',')}`, [/virgole/]],
    ['a title above', () => `Studio Bianchi;;;;\r\n\r\n${csv()}`, [/riga 1, sopra.*«Studio Bianchi»/]],
  ])('in %s gives the same amounts, whole names, and says how it was read', async (_caso, contenuto, frasi) => {
    const esito = await run(contenuto());
    expect(esito.riepilogo).toMatchObject({ righeCalcolate: 2, righeRifiutate: 0 });
    expect(cartella.read('importi.csv')).toMatch(/Niccolò Dell’Orto;4\/2020;25;;;13;325;4;1,04;338,00;/);
    expect(cartella.read('importi.csv')).toMatch(/\n"Çelik; Zoë";4\/2020;8,5;9,00;;13;111;/);
    for (const frase of frasi) expect(esito.avvisi.join('\n')).toMatch(frase);
    expect(cartella.list()).toEqual(['importi.csv', 'importi.errori.csv', 'rapporti.dat']);
  });

  it('in UTF-8 with a few spoilt bytes is UTF-8, and only those rows are refused', async () => {
    const righe = Buffer.concat([
      Buffer.from(`nome;trimestre;ore\nè;4/2020;325\nò;4/2020;325\n`),
      Buffer.from([0xe8, 0x3b]),
    ]);
    const esito = await run(Buffer.concat([righe, Buffer.from('4/2020;325\nù;4/2020;325\n')]));
    expect(esito.riepilogo).toMatchObject({ righeCalcolate: 3, righeRifiutate: 1 });
    expect(nomi()).toEqual(['è', 'ò', 'ù']);
  });

  it('takes empty cells missing or too many at the end of rows', async () => {
    await run('trimestre;ore;associazione;cessazione\n4/2020;325\n4/2020;325;F2\n4/2020;325;;;;\n');
    expect(
      cartella.rows('importi.csv').map((riga) => [riga['associazione'], riga['cessazione'], riga['totale']]),
    ).toEqual([
      ['', '', '338,00'],
      ['F2', '', '347,75'],
      ['', '', '338,00'],
    ]);
  });

  it.each([
    ['a last line that just stops', 'trimestre;ore;settimane\n4/2020;325;13\n4/2020;3', /troncato/],
    ['a comma that may be a decimal one', 'trimestre,ore,settimane,cessazione\n4/2020,325,5,,\n', /5 colonne/],
    ['text beside the table', 'trimestre;ore\n4/2020;325;x\n', /3 colonne/],
  ])('refuses %s', async (_caso, testo, frase) => {
    await run(testo);
    expect(cartella.read('importi.errori.csv')).toMatch(frase);
  });

  it('names a row of totals, and what a failed formula left', async () => {
    await run('id;trimestre;ore\na;4/2020;325\nb;4/2020;#N/D\nTotale;;650\n');
    expect(cartella.rows('importi.errori.csv').map((riga) => [riga['riga'], riga['errore']])).toEqual([
      ['3', '«#N/D» è l’errore di una formula: correggerla nel foglio.'],
      ['4', 'È una riga di totali, non un rapporto: non è calcolata.'],
    ]);
  });
});

describe('a file that is something else', () => {
  it.each([
    ['gzip', gzipSync('x'), /compresso/],
    ['PDF', '%PDF-1.7', /PDF/],
    ['a web page', '\ufeff<html><table><tr><td>', /pagina web/],
    [
      'XML of Excel 2003',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      /XML/,
    ],
    ['Excel 97', ole('Workbook'), /Excel 97-2003/],
    ['a workbook with a password', ole('EncryptedPackage'), /password/],
    ['a very old sheet', Buffer.from([9, 8, 16, 0, 0, 6]), /molto vecchia/],
  ])('%s is named for what it is', async (_caso, contenuto, frase) => {
    await expect(run(contenuto)).rejects.toMatchObject({
      codice: 'file-di-altro-formato',
      message: expect.stringMatching(frase) as string,
    });
    expect(cartella.list()).toEqual(['rapporti.dat']);
  });
});

function ole(nome: string): Buffer {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(nome, 'utf16le')]);
}

describe('what is implausible', () => {
  it('stands in the column avvertenze, always there', async () => {
    const testa = 'datore_cf;rapporto;lavoratore_cf;trimestre;ore_settimanali;paga_oraria';
    const righe = [
      'RSSMRA80A01H501U;70000000001;NNLLNO70D41Z138B;4/2020;25;',
      'RSSMRA80A01H501U;70000000001;RSSMRA80A01H501U;4/2020;25;',
      '80078750587;70000000002;NNLLNO70D41Z138B;4/2020;60;',
      'RSSMRA80A01H501U;70000000003;NNLLNO70D41Z138B;2/2021;25;3,00',
      'RSSMRA80A01H501U;70000000004;NNLLNO70D41Z138B;3/2020;25;',
      'RSSMRA80A01H501U;70000000005;NNLLNO70D41Z138B;1/2010;25;',
    ];
    const esito = await run(`${testa}\n${righe.join('\n')}\n`);
    expect(cartella.rows('importi.csv').map((riga) => riga['avvertenze'])).toEqual([
      '',
      expect.stringMatching(/stesso codice fiscale.*stesso rapporto e trimestre della riga 2$/),
      expect.stringMatching(/di un ente.*60 ore o più/),
      expect.stringMatching(
        /non è ancora iniziato.*paga oraria è sotto il più basso minimo contrattuale del 2021, 4,69 €/,
      ),
      expect.stringMatching(/scadenza .* è passata: .*sanzioni/),
      expect.stringMatching(/prescrizione/),
    ]);
    expect(esito.riepilogo.righeConAvvertenze).toBe(5);
  });

  it('knows a rapporto again however its code is written', async () => {
    const codici = ['70000000001', '700 0000 0001', '70000000002', ' 70000000001', '', '', '700-0000-0002'];
    const righe = codici.map((codice) => `${codice};4/2020;25`);
    await run(`rapporto;trimestre;ore_settimanali\n${righe.join('\n')}\n`);
    const prime = cartella.rows('importi.csv').map((riga) => /della riga (\d+)/.exec(riga['avvertenze'] ?? '')?.[1]);
    expect(prime).toEqual([undefined, '2', undefined, '2', undefined, undefined, '4']);
  });
});
