import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import { createAvvisiPdf, renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import type { DatiAvviso } from '../../src/avvisi/dati-avviso.ts';
import type { EdizioneAvviso } from '../../src/avvisi/edizione.ts';
import { buildCodiceAvviso, formatCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { buildDataMatrixAvviso } from '../../src/pagopa/identificativi/data-matrix-avviso.ts';
import { buildQrAvviso } from '../../src/pagopa/identificativi/qr-avviso.ts';
import { centesimi, formatEuroItaliano } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso } from '../avvisi/dati-di-prova.ts';

const require = createRequire(import.meta.url);
const TITILLIUM = require.resolve('@expo-google-fonts/titillium-web/400Regular/TitilliumWeb_400Regular.ttf');
const NOMI = ['Mario', 'Giulia', 'Anna Maria', 'Luca', 'Francesca', 'Niccolò', 'Elena', 'Paolo', 'Ștefania', 'Łucja'];
const COGNOMI = ['Rossi', 'Bianchi', 'De Luca', 'Esposito', 'Ferrari', 'D’Angelo', 'Colombo', 'Greco', 'Müller'];

/** What one way of making notices gave. */
export interface MisuraAvvisi {
  readonly modo: string;
  readonly avvisi: number;
  readonly alSecondo: number;
  readonly byteAdAvviso: number;
}

/** Notice number `n` of a made-up morning at a patronato: every one differs in code, name, address and amount. */
export function avvisoNumero(n: number): DatiAvviso {
  const { codiceAvviso } = buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo: n });
  return datiAvviso({
    codiceAvviso,
    importo: centesimi(10_000 + n * 7),
    destinatario: {
      codiceFiscale: 'RSSMRA80A01D620V',
      nome: `${NOMI[n % NOMI.length]} ${COGNOMI[n % COGNOMI.length]}`,
      indirizzo: `Via Aldini ${n % 300}, 40136 Bologna (BO)`,
    },
  });
}

/**
 * Notices a second: ours in one document and one by one, against plain pdfkit with bwip-js PNG codes, in the same run on the
 * same core. Only the ratios mean something on another machine.
 */
export async function benchAvvisi(
  quanti = 10_000,
  print: (riga: string) => void = console.log,
): Promise<MisuraAvvisi[]> {
  await unSoloDocumento(200, '3');
  await conPdfkit(10);
  const misure = [
    await conPdfkit(100),
    await unSoloDocumento(quanti, '3'),
    await unSoloDocumento(quanti, '2018'),
    await unoPerUno(200),
  ];
  const base = misure[0]?.alSecondo ?? 1;
  for (const { modo, avvisi, alSecondo, byteAdAvviso } of misure) {
    const colonne = [
      String(avvisi).padStart(6),
      alSecondo.toFixed(0).padStart(6),
      (alSecondo / base).toFixed(1).padStart(6),
    ];
    print(`${modo.padEnd(44)} ${colonne.join(' ')}x ${(byteAdAvviso / 1024).toFixed(1).padStart(6)} KB`);
  }
  return misure;
}

async function unSoloDocumento(quanti: number, edizione: EdizioneAvviso): Promise<MisuraAvvisi> {
  return misura(`one document, streamed, ${edizione === '3' ? '3.x' : edizione}`, quanti, async (conta) => {
    const stream = new Writable({ write: (pezzo: Buffer, _, fatto) => (conta(pezzo.length), fatto()) });
    const avvisi = createAvvisiPdf(stream, { titolo: 'Avvisi', creatoIl: giorno(2020, 12, 15) });
    for (let n = 1; n <= quanti; n++) await avvisi.add({ ...avvisoNumero(n), edizione });
    await avvisi.end();
  });
}

async function unoPerUno(quanti: number): Promise<MisuraAvvisi> {
  return misura('one document a notice', quanti, (conta) => {
    for (let n = 1; n <= quanti; n++) conta(renderAvvisoPdf({ ...avvisoNumero(n), edizione: '3' }).length);
    return Promise.resolve();
  });
}

/** The yardstick: the same words on an A4 page by pdfkit, codes as PNG by bwip-js, all in one document. */
async function conPdfkit(quanti: number): Promise<MisuraAvvisi> {
  return misura('pdfkit + bwip-js PNG, one document', quanti, async (conta) => {
    const document = new PDFDocument({ autoFirstPage: false });
    document.on('data', (pezzo: Buffer) => conta(pezzo.length));
    const finito = new Promise((fatto) => document.on('end', fatto));
    document.registerFont('T', TITILLIUM);
    for (let n = 1; n <= quanti; n++) await paginaPdfkit(document, avvisoNumero(n));
    document.end();
    await finito;
  });
}

async function paginaPdfkit(document: PDFKit.PDFDocument, dati: DatiAvviso): Promise<void> {
  const { codiceAvviso, importo, ente, destinatario, oggetto } = dati;
  const qr = buildQrAvviso({ codiceAvviso, codiceFiscaleEnte: ente.codiceFiscale, importo });
  const matrix = buildDataMatrixAvviso({
    codiceAvviso,
    numeroConto: ente.contoPostale?.numero ?? '',
    importo,
    codiceFiscaleEnte: ente.codiceFiscale,
    codiceFiscaleDebitore: destinatario.codiceFiscale,
    nomeDebitore: destinatario.nome,
    oggetto,
  });
  document.addPage({ size: 'A4', margin: 0 }).font('T').fontSize(8);
  for (let riga = 0; riga < 28; riga++)
    document.text('Puoi pagare in banca, in posta, dal tabaccaio.', 30, 20 + riga * 12);
  const testi = [destinatario.nome, destinatario.indirizzo, oggetto, ente.denominazione, ente.codiceFiscale];
  const codici = [formatCodiceAvviso(codiceAvviso), formatEuroItaliano(importo)];
  for (const [i, testo] of [...testi, ...codici].entries()) document.text(testo, 320, 20 + i * 14);
  document.image(await png('qrcode', qr), 30, 480, { width: 71 });
  document.image(await png('datamatrix', matrix), 400, 680, { width: 71 });
}

async function png(bcid: string, text: string): Promise<Buffer> {
  // The package's types speak of callbacks too; without one it resolves to the picture.
  return await toBuffer({ bcid, text });
}

async function misura(
  modo: string,
  avvisi: number,
  fai: (conta: (byte: number) => void) => Promise<void>,
): Promise<MisuraAvvisi> {
  let byte = 0;
  const inizio = performance.now();
  await fai((altri) => (byte += altri));
  const secondi = (performance.now() - inizio) / 1000;
  return { modo, avvisi, alSecondo: avvisi / secondi, byteAdAvviso: byte / avvisi };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchAvvisi();
