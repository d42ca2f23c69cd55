import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { PartialFile } from '../uscita/partial-file.ts';
import type { Scrittura } from './codifica.ts';

/** What MS-DOS wrote after the last line. */
const FINE_DOS = '\u001a';

/**
 * Writes a text file anew in UTF-8, with a byte order mark and lines that end in a line feed; line n stays line n. In constant
 * memory. What the encoding has no character for comes out as U+FFFD, which refuses its row; the end-of-file sign of MS-DOS is
 * left out.
 */
export async function trascrivi(path: string, csv: string, { codifica, soloCr }: Scrittura): Promise<void> {
  const out = new PartialFile(csv);
  await out.open();
  try {
    await out.append('\ufeff');
    const decoder = iconv.getDecoder(codifica, { stripBOM: true });
    const write = (testo = ''): Promise<void> => {
      if (codifica === 'cp850') return out.append(testo.replaceAll(FINE_DOS, ''));
      return out.append(soloCr ? testo.replaceAll('\r', '\n') : testo);
    };
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) await write(decoder.write(piece));
    await write(decoder.end());
    await out.sync();
    await out.close();
  } catch (errore) {
    await out.discard();
    throw errore;
  }
  await out.commit();
}
