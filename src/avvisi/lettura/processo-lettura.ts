import { open } from 'node:fs/promises';
import { answerParent } from '../../processi/figlio.ts';
import { BYTE_MASSIMI, type CodiceLetto } from './codice-letto.ts';
import { codiciDelFile } from './lettore-codici.ts';

/** What of a file is read: one byte more than the most tells that it is too big, whatever it is. */
async function readFirst(percorso: string, massimo: number): Promise<Uint8Array> {
  const file = await open(percorso);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(massimo, (await file.stat()).size)), 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The program that reads a notice in a process of its own: told the path of the file, it answers with its codes. */
answerParent<string, readonly CodiceLetto[]>(async (percorso) =>
  codiciDelFile(await readFirst(percorso, BYTE_MASSIMI + 1)),
);
