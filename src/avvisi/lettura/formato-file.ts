import { BYTE_MASSIMI } from './codice-letto.ts';
import { jpegSize, type Misure, pngSize, rifiutaEnorme, webpCut, webpSize } from './misure-immagine.ts';
import { nonLeggibile } from './non-leggibile.ts';

export type FormatoFile = 'pdf' | 'png' | 'jpeg' | 'webp' | 'tiff' | 'heic';

const MISURE: Partial<Record<FormatoFile, (byte: Uint8Array) => Misure | undefined>> = {
  png: pngSize,
  jpeg: jpegSize,
  webp: webpSize,
};

/**
 * What a file is, by its first bytes: the name and the declared type are not trusted. Of TIFF and HEIC the size is looked at by
 * who opens them.
 * @throws ErroreDati `file-non-leggibile` for anything else, or what is too big
 */
export function formatoDi(byte: Uint8Array): FormatoFile {
  if (byte.length > BYTE_MASSIMI) throw nonLeggibile(`è più grande di ${BYTE_MASSIMI / 1024 / 1024} MB`);
  const formato = sniff(byte);
  if (formato === undefined) throw nonLeggibile('non è un PDF, né un’immagine che si sa leggere');
  const misure = MISURE[formato];
  if (misure !== undefined) rifiutaEnorme(misure(byte));
  if (formato === 'webp' && webpCut(byte)) throw nonLeggibile('l’immagine è rovinata: ne manca una parte');
  return formato;
}

/** What a telephone's photo says that it is (ISO 23008-12, annex B). */
const MARCHI_HEIC: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

function sniff(byte: Uint8Array): FormatoFile | undefined {
  // Readers accept some rubbish before a PDF's header, and scanners write it.
  const inizio = Buffer.from(byte.subarray(0, 1024)).toString('latin1');
  if (inizio.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (inizio.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (inizio.startsWith('RIFF') && inizio.startsWith('WEBP', 8)) return 'webp';
  if (inizio.startsWith('II*\0') || inizio.startsWith('MM\0*')) return 'tiff';
  if (inizio.startsWith('ftyp', 4) && MARCHI_HEIC.has(inizio.slice(8, 12))) return 'heic';
  return inizio.includes('%PDF-') ? 'pdf' : undefined;
}
