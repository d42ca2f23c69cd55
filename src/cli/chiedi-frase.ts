import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * A passphrase, never on the command line, where others see it: typed without being shown, or the first line of the standard input.
 * @throws ErroreDati `frase-mancante`, `frasi-diverse`
 */
export async function chiediFrase(domanda: string, { dueVolte = false } = {}): Promise<string> {
  const frase = await readLine(`${domanda}: `);
  if (frase === '') throw new ErroreDati('frase-mancante');
  if (dueVolte && process.stdin.isTTY && (await readLine('La stessa frase: ')) !== frase) {
    throw new ErroreDati('frasi-diverse');
  }
  return frase;
}

async function readLine(domanda: string): Promise<string> {
  const { isTTY: terminale } = process.stdin;
  if (terminale) process.stderr.write(domanda);
  // What is typed goes nowhere.
  const muto = new Writable({ write: (_pezzo, _codifica, fatto) => fatto() });
  const righe = createInterface({ input: process.stdin, output: muto, terminal: terminale });
  try {
    for await (const riga of righe) return riga;
    return '';
  } finally {
    righe.close();
    if (terminale) process.stderr.write('\n');
  }
}
