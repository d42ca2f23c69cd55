import { open, readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LettereDos } from '../../../src/lotti/ingresso/lettere-dos.ts';
import { lottoCalcola } from '../../../src/lotti/calcola/lotto-calcola.ts';
import type { EsitoCalcola } from '../../../src/lotti/calcola/richiesta.ts';
import { ZipWriter } from '../../../src/lotti/zip/zip-writer.ts';
import type { Giorno } from '../../../src/valori/giorno.ts';
import { Cartella } from '../cartella.ts';

let cartella: Cartella;
beforeEach(() => (cartella = new Cartella()));
afterEach(() => cartella.remove());

function run(contenuto: string | Buffer): Promise<EsitoCalcola> {
  const input = cartella.write('rapporti.dat', contenuto);
  return lottoCalcola({ input, out: cartella.file('importi.csv'), oggi: '2021-01-05' as Giorno });
}

const totali = () => cartella.rows('importi.csv').map((riga) => riga['totale']);
/** Of each line of the errors: its row, and the rest as it stands. */
const rifiuti = () => cartella.read('importi.errori.csv').trimEnd().split(/\r?\n/).slice(1);

const TESTA = 'nome;trimestre;ore_settimanali;paga_oraria\r\n';

describe('the letters of MS-DOS', () => {
  const elenco = `${TESTA}Niccolò Perù;4/2020;25;8,00\r\nForlì è già città;4/2020;25;8,00\r\nNICCOLÒ;4/2020;25;8,00\r\n`;

  it.each(['cp850', 'cp437'])('are read as they are in %s, and its end-of-file sign is no row', async (codifica) => {
    const testo = codifica === 'cp437' ? elenco.replace('NICCOLÒ', 'Nicolò') : elenco;
    const { avvisi } = await run(Buffer.concat([iconv.encode(testo, codifica), Buffer.from([0x1a])]));
    expect(cartella.rows('importi.csv').map(({ nome }) => nome)).toEqual([
      'Niccolò Perù',
      'Forlì è già città',
      codifica === 'cp437' ? 'Nicolò' : 'NICCOLÒ',
    ]);
    expect(rifiuti()).toEqual([]);
    expect(avvisi.join('\n')).toContain('MS-DOS (CP850)');
  });

  it.each([
    ['Dell’Orto Niccolò, un po’ «così» — e poi…', 'windows'],
    ['Šimić DRAŠKO', 'windows'],
    ['Müller Zoë, Peña', 'windows'],
    ['è già città', 'windows'],
  ] as const)('are not seen in «%s» of Windows', (testo, origine) => {
    const lettere = new LettereDos();
    lettere.add(iconv.encode(testo, 'windows-1252'));
    expect(lettere.origine).toBe(origine);
  });

  it.each([
    ['of two kinds', Buffer.concat([iconv.encode('Niccolò\n', 'cp850'), iconv.encode('Niccolò\n', 'windows-1252')])],
    ['that may be a sign', iconv.encode('Città\n', 'cp850')],
  ])('stop the file with a question when they are %s', async (_caso, righe) => {
    const testo = Buffer.concat([Buffer.from(TESTA), righe]);
    await expect(run(testo)).rejects.toMatchObject({ codice: 'codifica-dubbia' });
    expect(cartella.list()).toEqual(['rapporti.dat']);
  });
});

describe('letters that were turned into UTF-8 twice', () => {
  it('refuse their row, and only that', async () => {
    await run(`${TESTA}NiccolÃ²;4/2020;25;8,00\r\nÃngela Conceição;4/2020;25;8,00\r\n`);
    expect(totali()).toEqual(['338,00']);
    expect(rifiuti()).toEqual([expect.stringMatching(/^2;.*due volte in UTF-8/)]);
  });
});

describe('a header', () => {
  it.each([
    [
      'Nome;Trimestre;Ore;Paga oraria\n;;a settimana;\nRossi;4/2020;25;8,00\n',
      /«Ore» con sotto «a settimana».*«ore_settimanali»/,
    ],
    ['Nome;Trimestre;Ore;Paga\n;;;oraria\nRossi;4/2020;20;8,00\n', /«Paga» con sotto «oraria».*«paga_oraria»/],
  ])('on two rows stops the file', async (testo, frase) => {
    await expect(run(testo)).rejects.toMatchObject({
      codice: 'intestazione-su-due-righe',
      message: expect.stringMatching(frase) as string,
    });
  });

  it('met again in the same order is no row; in another it stops the file, and nothing is left', async () => {
    await run(`\ufeff${TESTA}a;4/2020;25;8,00\r\n\ufeff${TESTA}b;4/2020;25;8,00\r\n`);
    expect(totali()).toEqual(['338,00', '338,00']);
    expect(rifiuti()).toEqual([expect.stringMatching(/^3;.*di nuovo la riga delle intestazioni/)]);
    cartella.remove();
    cartella = new Cartella();
    // Read with the names above, 9 hours at 10 euro would be 10 hours at 9.
    const due = `${TESTA}a;4/2020;25;8,00\r\nnome;trimestre;paga_oraria;ore_settimanali\r\nb;4/2020;9;10\r\n`;
    await expect(run(due)).rejects.toMatchObject({ codice: 'intestazioni-diverse' });
    expect(cartella.list()).toEqual(['rapporti.dat']);
  });

  it('that calls its hours just so is told how they are read', async () => {
    expect((await run('Trimestre;Ore\n4/2020;325\n')).avvisi.join()).toContain('ore di tutto il trimestre');
    expect((await run('trimestre;ore\n4/2020;325\n')).avvisi).toEqual([]);
  });

  it.each(['Ore settimanali (h)', 'Ore sett. [h]', 'ORE_SETT'])(
    'may hold the unit or be cut short: %s',
    async (nome) => {
      await run(`Trimestre;${nome};Paga oraria (€);DT_ASS;Data cess.\n4/2020;25;8,00;01/03/2019;\n`);
      expect(totali()).toEqual(['338,00']);
    },
  );
});

describe('a row of totals', () => {
  it.each([
    'Totale;4/2020;50;',
    'TOT. ore;4/2020;50;',
    'Somma;4/2020;50;',
    'Rossi Totale;;50;',
    'Totale complessivo;;50;',
  ])('is none of the rapporti: %s', async (riga) => {
    const esito = await run(`${TESTA}a;4/2020;25;8,00\n${riga}\nSomma Antonio;4/2020;25;8,00\n`);
    expect(esito.riepilogo).toMatchObject({ righeCalcolate: 2, righeRifiutate: 1 });
    expect(rifiuti()).toEqual([expect.stringMatching(/^3;.*riga di totali/)]);
  });
});

describe('a quarter in two columns', () => {
  it('is read where nobody could read another', async () => {
    const righe = [
      '4;2020',
      'IV;2020',
      '4° trim.;2020',
      'ott-dic;2020',
      '4/2020;2020',
      '4/2020;',
      '4/2020;2019',
      '4;',
      '4;20',
      '10;2020',
    ];
    await run(`trimestre;Anno;ore\n${righe.map((riga) => `${riga};325\n`).join('')}`);
    expect(totali()).toEqual(Array.from({ length: 6 }, () => '338,00'));
    expect(rifiuti().map((rifiuto) => rifiuto.split(';')[0])).toEqual(['8', '9', '10', '11']);
    expect(rifiuti()[0]).toContain('non è quello del trimestre (4/2020)');
  });
});

describe('a cell', () => {
  it('may bear the apostrophe that makes it a text, zeros at the end, a tick', async () => {
    await run(
      `trimestre;ore_settimanali;paga_oraria;senza_cuaf;datore_cf\n'4/2020;'25;'8,0000;✓;'bnc lcu 58e52 d620l\u200b\n`,
    );
    // 25 × 13 × 1,05 without CUAF.
    expect(totali()).toEqual(['341,25']);
    expect(cartella.rows('importi.csv')[0]?.['avvertenze']).toBe('');
  });

  it('may be a text written as a formula, as programs do for Excel; what is given back is the text', async () => {
    const riga = (...celle: string[]) => celle.map((cella) => `="${cella}"`).join(';');
    const testa = riga('id', 'rapporto', 'trimestre', 'ore_settimanali', 'paga_oraria');
    await run(`${testa}\n${riga('=1+1', '00123456789', '4/2020', '25', '8,00')}\n"=""b""";;"=""4/2020""";x;\n`);
    expect(totali()).toEqual(['338,00']);
    expect(cartella.read('importi.csv').split('\n')[1]).toMatch(/^'=1\+1;00123456789;4\/2020;25;8,00;/);
    expect(rifiuti()).toEqual([expect.stringMatching(/^3;b;ore_settimanali;x;/)]);
  });

  it('of spaces alone is no row, and codes are compared without their spaces', async () => {
    await run(
      'datore_cf;lavoratore_cf;trimestre;ore\n ;  ;;\nBNCLCU58E52D620L;bnc lcu58e52d620l;4/2020;325\n bnclcu58e52d620l;BNC LCU 58E52 D620L;4/2020;325\n',
    );
    expect(cartella.rows('importi.csv').map((riga) => riga['avvertenze'])).toEqual([
      expect.stringContaining('stesso codice fiscale'),
      expect.stringContaining('stesso codice fiscale'),
    ]);
  });

  it.each([
    ['1,234', /può essere 1,234 oppure 1234/],
    ['08-mag', /preso il numero per una data/],
    ['25 h 30 min', /«25 h 30 min» non è un numero/],
  ])('with hours «%s» is refused', async (ore, frase) => {
    await run(`trimestre;ore\n4/2020;${ore}\n`);
    expect(rifiuti()[0]).toMatch(frase);
  });

  it.each([
    ['25.30', /25 ore e 18 minuti: per 25 ore e 30 minuti scrivere 25:30/],
    ['25,15', /25 ore e 9 minuti/],
    ['25,50', /^$/],
    ['25:30', /^$/],
    ['0,354166667', /possono essere l’orario 8:30 senza il suo formato/],
    ['0,5', /^$/],
    ['0,1234', /^(?!.*orario)/],
  ])('with hours «%s» says whether they may be minutes', async (ore, frase) => {
    await run(`trimestre;ore_settimanali;paga_oraria\n4/2020;${ore};9\n`);
    expect(cartella.rows('importi.csv')[0]?.['avvertenze']).toMatch(frase);
  });
});

/** An archive of these entries, in their order. */
async function archive(entries: Readonly<Record<string, string>>): Promise<Buffer> {
  const path = cartella.file('archivio');
  const file = await open(path, 'w');
  const zip = new ZipWriter(file);
  for (const [nome, testo] of Object.entries(entries)) await zip.add(nome, [testo]);
  await zip.end();
  await file.close();
  return readFile(path);
}

describe('an archive', () => {
  it.each([
    [{ '_rels/.rels': '', 'word/document.xml': '' }, /Word/],
    [{ '_rels/.rels': '', 'xl/workbook.bin': '' }, /xlsb/],
    [{ 'Index/Document.iwa': '' }, /Numbers/],
    [{ 'rapporti.csv': TESTA }, /ZIP.*estrarlo/],
    [{ 'content.xml': '', mimetype: 'application/vnd.oasis.opendocument.text' }, /non è un foglio/],
  ])('is told by what it holds, in any order: %#', async (entries, frase) => {
    await expect(run(await archive(entries))).rejects.toMatchObject({
      codice: 'file-di-altro-formato',
      message: expect.stringMatching(frase) as string,
    });
  });

  it('is an ODS wherever its kind stands', async () => {
    const cella = (testo: string) => `<table-cell value-type="string"><p>${testo}</p></table-cell>`;
    const riga = (...celle: string[]) => `<table-row>${celle.map(cella).join('')}</table-row>`;
    const content = `<x><table name="F"><table-column/><table-column visibility="collapse"/>${riga('trimestre', 'ore')}${riga('4/2020', '325')}</table></x>`;
    const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
    const { avvisi } = await run(await archive({ 'content.xml': content, mimetype }));
    expect(totali()).toEqual(['338,00']);
    expect(avvisi).toEqual(['Una colonna nascosta è stata letta come le altre: «ore».']);
  });
});

it('takes the text of a formula that no program has calculated, in an ODS', async () => {
  const cella = (testo: string) => `<table-cell value-type="string"><p>${testo}</p></table-cell>`;
  const ore = '<table-cell formula="of:=&quot;325&quot;"/>';
  const content = `<x><table name="F"><table-row>${cella('trimestre')}${cella('ore')}</table-row><table-row>${cella('4/2020')}${ore}</table-row></table></x>`;
  await run(await archive({ 'content.xml': content, mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }));
  expect(totali()).toEqual(['338,00']);
});

describe('a file of another kind is named', () => {
  it.each([
    ['[{"trimestre":"4/2020"}]', 'JSON'],
    ['<?xml version="1.0"?><righe/>', 'XML'],
    ['ID;PSCALC3\nC;Y1;X1;K"ore"\n', 'SYLK'],
    ['TABLE\r\n0,1\r\n"x"\r\n', 'DIF'],
    [Buffer.concat([Buffer.from([0x03, 121, 1, 5, 2, 0, 0, 0, 65, 0, 20, 0]), Buffer.alloc(40)]), 'dBase'],
    [Buffer.from('00001a0000100400', 'hex'), 'Lotus'],
  ])('%#', async (contenuto, nome) => {
    await expect(run(contenuto)).rejects.toMatchObject({
      codice: 'file-di-altro-formato',
      message: expect.stringContaining(nome) as string,
    });
  });
});
