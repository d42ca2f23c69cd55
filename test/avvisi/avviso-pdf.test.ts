import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import { formatCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { parseDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { parseQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso, ente, enteSenzaConto } from './dati-di-prova.ts';
import { albero, apri, codici, immagine, lettura, nodi, testi, type TestoStampato } from './leggi-pdf.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the notice of the real row', () => {
  const dati = datiAvviso();
  let pdf: Buffer;
  let stampato: TestoStampato[];
  beforeAll(async () => {
    pdf = renderAvvisoPdf(dati);
    stampato = await testi(pdf);
  });

  it('bears codes that say what is printed beside them (AB-46)', async () => {
    const [qr, dataMatrix] = await codici(pdf);
    expect(qr).toMatchObject({ formato: 'QRCode', versione: '4' });
    expect(parseQrAvviso(qr?.testo ?? '')).toEqual({
      codiceAvviso: dati.codiceAvviso,
      codiceFiscaleEnte: '80078750587',
      importo: 33_800,
    });
    expect(dataMatrix?.formato).toBe('DataMatrix');
    expect(parseDataMatrixAvviso(dataMatrix?.testo ?? '')).toEqual({
      codiceAvviso: dati.codiceAvviso,
      numeroConto: '000001234567',
      importo: 33_800,
      codiceFiscaleEnte: '80078750587',
      codiceFiscaleDebitore: 'RSSMRA80A01D620V',
      nomeDebitore: 'MARIO ROSSI',
      oggetto: 'CONTRIBUTI LAVORO DOMESTICO 4 TRIMESTRE 2020',
    });
    const conta = (testo: string): number => stampato.filter((pezzo) => pezzo.testo.trim() === testo).length;
    expect(conta(formatCodiceAvviso(dati.codiceAvviso))).toBe(2);
    expect(conta('80078750587')).toBe(3);
    expect(conta('338,00')).toBe(2);
    expect(conta('338,00 Euro')).toBe(1);
    expect(conta('11/01/2021')).toBe(3);
  });

  it('has its codes 25 mm wide where the model has them', async () => {
    const [qr, dataMatrix] = await codici(pdf);
    expect(qr?.x).toBeCloseTo(63.2, 0);
    expect(Math.abs((qr?.x ?? 0) - 63.2)).toBeLessThan(1);
    expect(Math.abs((qr?.y ?? 0) - 171.14)).toBeLessThan(1);
    expect(Math.abs((qr?.larghezza ?? 0) - 25)).toBeLessThan(1);
    expect(Math.abs((dataMatrix?.x ?? 0) - 173.27)).toBeLessThan(1);
    expect(Math.abs((dataMatrix?.y ?? 0) - 240.29)).toBeLessThan(1);
    expect(Math.abs((dataMatrix?.larghezza ?? 0) - 25)).toBeLessThan(1);
  });

  // Baselines measured on page 11 of the guide (version 2.2), millimetres from the top left corner.
  it.each([
    ['AVVISO DI PAGAMENTO', 24.73, 15.16, 10],
    ['Contributi lavoro domestico 4° trimestre 2020', 10.62, 30.21, 16],
    ['ENTE CREDITORE', 10.7, 48.67, 10],
    ['DESTINATARIO AVVISO', 112.69, 48.67, 10],
    ['Istituto Nazionale della Previdenza Sociale', 11.09, 60.66, 11.5],
    ['Mario Rossi', 112.69, 60.66, 12],
    ['Lavoratori domestici', 11.09, 71.6, 11.5],
    ['Via Aldini 3, 40136 Bologna (BO)', 112.69, 71.66, 12],
    ['338,00 Euro', 11.51, 112.21, 16],
    ['DOVE PAGARE?', 112.12, 97.2, 10],
    ['PAGA SUL SITO O CON LE APP', 112.66, 110.08, 10],
    ['Puoi pagare con', 11.45, 118.5, 8],
    ["L'importo è aggiornato automaticamente dal sistema e potrebbe", 11.45, 128.9, 8],
    ['ti potrebbero quindi chiedere una cifra diversa da quella qui indicata.', 11.45, 139.06, 8],
    ['PAGA SUL TERRITORIO', 112.44, 128.42, 10],
    ['Potrai pagare in contanti, con carte o conto corrente.', 112.44, 139.27, 8],
    ['Utilizza la porzione di avviso relativa al canale di pagamento che preferisci.', 11.07, 152.26, 12],
    ['BANCHE E ALTRI CANALI', 10.98, 160.15, 10],
    ['RATA UNICA', 147.12, 160.15, 10],
    ['pagamento abilitati.', 10.78, 188.87, 9],
    ['AAQV6', 93.94, 195.75, 10],
    ['3010 0000 0001 2345 19', 114.5, 195.75, 10],
    ['BOLLETTINO POSTALE PA', 11.02, 209.99, 10],
    ['RATA UNICA', 147.12, 210.11, 10],
    ['1234567', 87.57, 229.13, 12],
    ['Intestato a', 63.44, 240.09, 8],
    ['dell’Ente Creditore', 11.06, 260.73, 8],
    ['3010 0000 0001 2345 19', 63.44, 264.51, 10],
    ['P1', 116.3, 264.51, 10],
    ['AUT. DB/XXXX/XXX 00000 DEL 01/01/2020', 10.92, 265.2, 6],
  ])('prints «%s» where the model has it', (testo, x, y, corpo) => {
    const pezzo = stampato.find((p) => p.testo.trim() === testo && Math.abs(p.y - y) < 1);
    expect(pezzo, testo).toBeDefined();
    expect(Math.abs((pezzo?.x ?? 0) - x)).toBeLessThan(1);
    expect(pezzo?.corpo).toBeCloseTo(corpo, 1);
  });

  // The model sets these flush right; the right edges are those of its placeholders.
  it.each([
    ['338,00', 198.8, 173.89],
    ['80078750587', 198.8, 195.75],
    ['11/01/2021', 198.5, 160.15],
    ['338,00', 198.8, 229.04],
    ['80078750587', 160.81, 264.51],
  ])('ends «%s» where the model does', (testo, fine, y) => {
    const pezzo = stampato.find((p) => p.testo.trim() === testo && Math.abs(p.y - y) < 1);
    expect(Math.abs((pezzo?.fine ?? 0) - fine)).toBeLessThan(1);
  });

  it('says in every portion, and in large letters, that it cannot be paid', () => {
    const contiene = (testo: string): TestoStampato[] => stampato.filter((pezzo) => pezzo.testo.includes(testo));
    expect(contiene('FAC-SIMILE: questo avviso non può essere pagato')).toHaveLength(1);
    const fasce = contiene('FAC-SIMILE: NON PAGABILE');
    expect(fasce.map(({ y }) => Math.round(y))).toEqual([160, 210]);
    expect(contiene('FAC-SIMILE').filter(({ corpo }) => corpo > 100)).toHaveLength(1);
  });

  it('is read aloud in the order of the paper, headings and alternatives included', async () => {
    const letto = await lettura(pdf);
    const titoli = letto.filter(([ruolo]) => /^H\d$/.test(ruolo)).map(([, testo]) => testo);
    expect(titoli).toEqual([
      'AVVISO DI PAGAMENTO',
      'ENTE CREDITORE',
      'DESTINATARIO AVVISO',
      'QUANTO E QUANDO PAGARE?',
      'DOVE PAGARE?',
      'PAGA SUL SITO O CON LE APP',
      'PAGA SUL TERRITORIO',
      'BANCHE E ALTRI CANALI',
      'BOLLETTINO POSTALE PA',
    ]);
    expect(letto).toContainEqual(['P', '338,00 Euro entro il 11/01/2021']);
    expect(letto).toContainEqual(['P', 'Codice Avviso 3010 0000 0001 2345 19']);
    const figure = nodi(await albero(pdf), 'Figure');
    expect(figure.map(({ alt }) => alt?.slice(0, 11))).toEqual(['Codice QR d', 'Data Matrix']);
    for (const { alt } of figure) expect(alt).toContain('3010 0000 0001 2345 19');
  });

  it('declares language, title, tags, PDF/UA and PDF/A', async () => {
    const documento = await apri(pdf);
    const { info, metadata } = await documento.getMetadata();
    expect(info).toMatchObject({ Title: 'Avviso di pagamento 3010 0000 0001 2345 19', Language: 'it-IT' });
    expect(await documento.getMarkInfo()).toMatchObject({ Marked: true });
    const xmp = metadata.getRaw() as string;
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf.includes('/Suspects')).toBe(false);
  });

  it('is the same file for the same data, also after other files were made', () => {
    renderAvvisoPdf(datiAvviso({ oggetto: 'Altro oggetto: ÀÈÌÒÙ Юлія', importo: centesimi(1) }));
    const ancora = renderAvvisoPdf(datiAvviso());
    expect(sha256(ancora)).toBe(sha256(pdf));
    expect(sha256(renderAvvisoPdf(datiAvviso({ emessoIl: giorno(2020, 12, 16) })))).not.toBe(sha256(pdf));
  });

  it('leaves ink in every block of text', async () => {
    const { data, width } = await immagine(pdf, 1, 150);
    for (const pezzo of stampato) {
      let scuri = 0;
      const [alto, basso] = [pezzo.y - pezzo.corpo * 0.25, pezzo.y].map((mm) => Math.round((mm / 25.4) * 150));
      const [sinistra, destra] = [pezzo.x, pezzo.fine].map((mm) => Math.round((mm / 25.4) * 150));
      for (let y = alto ?? 0; y <= (basso ?? 0); y++) {
        for (let x = sinistra ?? 0; x <= (destra ?? 0); x++) if ((data[(y * width + x) * 4] ?? 255) < 200) scuri++;
      }
      if (pezzo.corpo < 100) expect(scuri, pezzo.testo).toBeGreaterThan(0);
    }
  });
});

describe('notices of other creditors and people', () => {
  it('has no postal strip without a postal account', async () => {
    const pdf = renderAvvisoPdf(datiAvviso({ ente: enteSenzaConto() }));
    const stampato = (await testi(pdf)).map(({ testo }) => testo).join('\n');
    expect(stampato).not.toContain('BOLLETTINO POSTALE');
    expect(stampato).not.toContain('di Poste Italiane');
    expect((await codici(pdf)).map(({ formato }) => formato)).toEqual(['QRCode']);
  });

  it('is no FAC-SIMILE when the creditor is real', async () => {
    const pdf = renderAvvisoPdf(datiAvviso({ ente: { ...ente, reale: true } }));
    const stampato = (await testi(pdf)).map(({ testo }) => testo).join('\n');
    expect(stampato).not.toContain('FAC-SIMILE');
    expect(stampato).not.toContain('simulazione');
    expect(await codici(pdf)).toHaveLength(2);
  });

  it.each([
    ['Ștefania Țurcanu', 'STEFANIA TURCANU'],
    ['Łucja Żółkiewska-Święta', 'LUCJA ZOLKIEWSKA-SWIETA'],
    ['Nguyễn Thị Hương', 'NGUYEN THI HUONG'],
    ['Юлія Шевченко', 'IULIIA SHEVCHENKO'],
    ["Niccolò D'Agostòni", "NICCOLO D'AGOSTONI"],
    ['ნინო ბერიძე', 'NINO BERIDZE'],
    ['Αλέξανδρος Παππάς', 'ALEXANDROS PAPPAS'],
  ])('prints %s in its own letters, and folded in the Data Matrix', async (nome, inAscii) => {
    const pdf = renderAvvisoPdf(datiAvviso({ destinatario: { ...datiAvviso().destinatario, nome } }));
    const stampato = await testi(pdf);
    expect(stampato.filter(({ testo }) => testo === nome)).toHaveLength(3);
    const [, dataMatrix] = await codici(pdf);
    expect(parseDataMatrixAvviso(dataMatrix?.testo ?? '').nomeDebitore).toBe(inAscii);
  });

  it('shrinks a long name, then cuts it with an ellipsis, and never leaves its area', async () => {
    const lungo = 'Maria Immacolata Concetta Antonietta Della Rovere-Serbelloni Mazzanti Vien dal Mare';
    const pdf = renderAvvisoPdf(
      datiAvviso({ destinatario: { ...datiAvviso().destinatario, nome: lungo, indirizzo: 'W'.repeat(200) } }),
    );
    const stampato = await testi(pdf);
    // Where the areas of the two strips end: the amount begins at 162.5, the Data Matrix's marks at 169.6.
    const strisce = stampato.filter(({ testo, y }) => testo.startsWith('Maria Immacolata') && y > 150);
    expect(strisce).toHaveLength(2);
    for (const { testo, fine } of strisce) expect(fine, testo).toBeLessThan(164);
    const righe = stampato.filter(({ y, x }) => Math.abs(x - 112.69) < 0.1 && y > 55 && y < 70);
    expect(righe.map(({ testo }) => testo.trim()).join(' ')).toBe(lungo);
    expect(stampato.every(({ fine, corpo }) => fine < 202 || corpo > 100)).toBe(true);
    expect(stampato.some(({ testo }) => testo.endsWith('…'))).toBe(true);
  });

  it('refuses an amount that the paper has no room for', async () => {
    expect(() => renderAvvisoPdf(datiAvviso({ importo: centesimi(100_000_000) }))).toThrow(
      expect.objectContaining({
        codice: 'importo-non-stampabile',
      }),
    );
    expect(() => renderAvvisoPdf(datiAvviso({ importo: centesimi(0) }))).toThrow(
      expect.objectContaining({
        codice: 'importo-non-stampabile',
      }),
    );
    const pdf = renderAvvisoPdf(datiAvviso({ importo: centesimi(99_999_999) }));
    expect((await testi(pdf)).filter(({ testo }) => testo.startsWith('999.999,99'))).toHaveLength(3);
  });
});
