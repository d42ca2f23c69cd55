import { createCanvas } from '@napi-rs/canvas';
import { renderAvvisoPdf } from '../../src/avvisi/avvisi-pdf.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';
import { datiAvviso, ente } from '../avvisi/dati-di-prova.ts';
import { immagine } from '../avvisi/leggi-pdf.ts';

/** A notice as INPS would give it: another creditor's than the simulation's, not a FAC-SIMILE. */
export function avvisoDellInps(importo: number, progressivo = 77): Uint8Array {
  const { codiceAvviso } = buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '48', progressivo });
  return renderAvvisoPdf(
    datiAvviso({
      ente: { ...ente, reale: true },
      codiceAvviso,
      oggetto: 'Contributi lavoro domestico 3 trimestre 2026',
      importo: centesimi(importo),
      scadenza: giorno(2026, 10, 12),
      destinatario: {
        codiceFiscale: 'BNCLCU58E52D620L',
        nome: 'Lucia Bianchi',
        indirizzo: 'Via Aldini 3, 40136 Bologna (BO)',
      },
    }),
  );
}

/** The same, photographed: on a table, a little turned. PNG. */
export async function fotografato(pdf: Uint8Array): Promise<Buffer> {
  const { data, width, height } = await immagine(pdf, 1, 150);
  const foglio = createCanvas(width, height);
  const penna = foglio.getContext('2d');
  const pixel = penna.createImageData(width, height);
  pixel.data.set(data);
  penna.putImageData(pixel, 0, 0);
  const tela = createCanvas(Math.round(width * 1.3), Math.round(height * 1.2));
  const foto = tela.getContext('2d');
  foto.fillStyle = '#8a7a68';
  foto.fillRect(0, 0, tela.width, tela.height);
  foto.translate(tela.width / 2, tela.height / 2);
  foto.rotate((4 * Math.PI) / 180);
  foto.drawImage(foglio, -width / 2, -height / 2);
  return tela.toBuffer('image/png');
}
