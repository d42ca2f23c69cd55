import { open } from 'node:fs/promises';
import { answerParent } from '../../processi/figlio.ts';
import { BYTE_MASSIMI, type FettaLetta } from './codice-letto.ts';
import { codiciDiUnaFetta } from './lettore-codici.ts';

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

/** What the program is asked: where the file stands, and from which page to read. */
export interface Domanda {
  readonly percorso: string;
  readonly dalla: number;
}

export interface Risposta extends FettaLetta {
  readonly secondiCpu: number;
}

/** The program that reads a notice in a process of its own: it answers with the codes of some pages, and what they cost. */
answerParent<Domanda, Risposta>(async ({ percorso, dalla }) => {
  const fetta = await codiciDiUnaFetta(await readFirst(percorso, BYTE_MASSIMI + 1), dalla);
  const { user, system } = process.cpuUsage();
  return { ...fetta, secondiCpu: (user + system) / 1_000_000 };
});
