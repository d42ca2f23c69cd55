import { ErroreDati } from '../../valori/errore-dati.ts';
import { BYTE_MASSIMI, PIXEL_MASSIMI } from './codice-letto.ts';

export type FormatoFile = 'pdf' | 'png' | 'jpeg';

/**
 * What a file is, by its first bytes: the name and the declared type are not trusted.
 * @throws ErroreDati `file-non-leggibile` for anything that is not PDF, PNG or JPEG, or is too big
 */
export function formatoDi(byte: Uint8Array): FormatoFile {
  if (byte.length > BYTE_MASSIMI) throw unreadable(`è più grande di ${BYTE_MASSIMI / 1024 / 1024} MB`);
  const formato = sniff(byte);
  if (formato === undefined) throw unreadable('non è un PDF, né un’immagine PNG o JPEG');
  if (formato !== 'pdf') refuseHuge(formato === 'png' ? pngSize(byte) : jpegSize(byte));
  return formato;
}

function sniff(byte: Uint8Array): FormatoFile | undefined {
  // Readers accept some rubbish before a PDF's header, and scanners write it.
  const inizio = Buffer.from(byte.subarray(0, 1024)).toString('latin1');
  if (inizio.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (inizio.startsWith('\xff\xd8\xff')) return 'jpeg';
  return inizio.includes('%PDF-') ? 'pdf' : undefined;
}

interface Misure {
  readonly larghezza: number;
  readonly altezza: number;
}

/** A few bytes can declare a picture of gigabytes: its size is looked at before it is unpacked. */
function refuseHuge(misure: Misure | undefined): void {
  if (misure === undefined || misure.larghezza < 1 || misure.altezza < 1) throw unreadable('l’immagine è rovinata');
  if (misure.larghezza * misure.altezza > PIXEL_MASSIMI) {
    throw unreadable(`l’immagine ha più di ${PIXEL_MASSIMI / 1_000_000} milioni di punti`);
  }
}

/** IHDR: the first chunk, always at the same place (PNG 1.2, 11.2.2). */
function pngSize(byte: Uint8Array): Misure | undefined {
  if (byte.length < 24) return undefined;
  const vista = new DataView(byte.buffer, byte.byteOffset, byte.byteLength);
  return { larghezza: vista.getUint32(16), altezza: vista.getUint32(20) };
}

/** The frame header (SOFn) among the JPEG's segments (ITU T.81, B.2.2). */
function jpegSize(byte: Uint8Array): Misure | undefined {
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

function unreadable(perche: string): ErroreDati {
  return new ErroreDati(
    'file-non-leggibile',
    `file: ${perche}; serve l’avviso in PDF, oppure una sua foto PNG o JPEG.`,
    {
      campo: 'file',
    },
  );
}
