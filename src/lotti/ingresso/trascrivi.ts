import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';
import { PartialFile } from '../uscita/partial-file.ts';
import type { Scrittura } from './codifica.ts';

/**
 * Writes a text file anew in UTF-8, with a byte order mark and lines that end in a line feed; line n stays line n. In constant
 * memory. What the encoding has no character for comes out as U+FFFD, which refuses its row.
 */
export async function trascrivi(path: string, csv: string, { codifica, soloCr }: Scrittura): Promise<void> {
  const out = new PartialFile(csv);
  await out.open();
  try {
    await out.append('\ufeff');
    const decoder = iconv.getDecoder(codifica, { stripBOM: true });
    const write = (testo: string | undefined): Promise<void> =>
      out.append(soloCr ? (testo ?? '').replaceAll('\r', '\n') : (testo ?? ''));
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
