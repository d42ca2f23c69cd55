import { PIXEL_MASSIMI } from './codice-letto.ts';
import { nonLeggibile } from './non-leggibile.ts';

export interface Misure {
  readonly larghezza: number;
  readonly altezza: number;
}

/** A few bytes can declare a picture of gigabytes: its size is looked at before it is unpacked. @throws ErroreDati `file-non-leggibile` */
export function rifiutaEnorme(misure: Misure | undefined): void {
  if (misure === undefined || misure.larghezza < 1 || misure.altezza < 1) throw nonLeggibile('l’immagine è rovinata');
  if (misure.larghezza * misure.altezza > PIXEL_MASSIMI) {
    throw nonLeggibile(`l’immagine ha più di ${PIXEL_MASSIMI / 1_000_000} milioni di punti`);
  }
}

/** IHDR: the first chunk, always at the same place (PNG 1.2, 11.2.2). */
export function pngSize(byte: Uint8Array): Misure | undefined {
  if (byte.length < 24) return undefined;
  const vista = new DataView(byte.buffer, byte.byteOffset, byte.byteLength);
  return { larghezza: vista.getUint32(16), altezza: vista.getUint32(20) };
}

/** The frame header (SOFn) among the JPEG's segments (ITU T.81, B.2.2). */
export function jpegSize(byte: Uint8Array): Misure | undefined {
  const vista = new DataView(byte.buffer, byte.byteOffset, byte.byteLength);
  let posto = 2;
  while (posto + 9 <= byte.length) {
    if (byte[posto] !== 0xff) return undefined;
    const segno = byte[posto + 1] ?? 0;
    if (segno === 0xff) {
      posto += 1;
      continue;
    }
    const quadro = segno >= 0xc0 && segno <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(segno);
    if (quadro) return { altezza: vista.getUint16(posto + 5), larghezza: vista.getUint16(posto + 7) };
    posto += 2 + vista.getUint16(posto + 2);
  }
  return undefined;
}

/** Whether the file ends before its own header says: the drawing library dies on such a one (RFC 9649, 2.4). */
export function webpCut(byte: Uint8Array): boolean {
  return new DataView(byte.buffer, byte.byteOffset, byte.byteLength).getUint32(4, true) + 8 > byte.length;
}

/** The first chunk: VP8X says the canvas, VP8L and VP8 their own frame (RFC 9649, 2.5-2.7). */
export function webpSize(byte: Uint8Array): Misure | undefined {
  if (byte.length < 30) return undefined;
  const vista = new DataView(byte.buffer, byte.byteOffset, byte.byteLength);
  const pezzo = Buffer.from(byte.subarray(12, 16)).toString('latin1');
  const menoUno = (posto: number) => vista.getUint16(posto, true) + (vista.getUint8(posto + 2) << 16) + 1;
  if (pezzo === 'VP8X') return { larghezza: menoUno(24), altezza: menoUno(27) };
  if (pezzo === 'VP8L') {
    const bit = vista.getUint32(21, true);
    return { larghezza: (bit & 0x3fff) + 1, altezza: ((bit >>> 14) & 0x3fff) + 1 };
  }
  if (pezzo !== 'VP8 ') return undefined;
  return { larghezza: vista.getUint16(26, true) & 0x3fff, altezza: vista.getUint16(28, true) & 0x3fff };
}
