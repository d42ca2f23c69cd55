import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type CodiceLetto, SECONDI_MASSIMI } from './codice-letto.ts';
import { formatoDi } from './formato-file.ts';
import type { Risposta } from './processo-lettura.ts';

const MEMORIA_MB = 512;

/**
 * All QR codes and Data Matrices of a PDF or picture, read in a process of its own: a file made to be slow, huge or
 * poisonous for the decoders can neither stop the server nor take it down.
 * @throws ErroreDati `file-non-leggibile`, `pdf-protetto`, `pdf-rovinato`, `pdf-troppo-lungo`, `file-troppo-lento`
 */
export async function leggiCodici(
  byte: Uint8Array,
  secondi: number = SECONDI_MASSIMI,
): Promise<readonly CodiceLetto[]> {
  formatoDi(byte);
  const risposta = await ask(startProcess(), byte, secondi);
  if ('codici' in risposta) return risposta.codici;
  throw new ErroreDati(risposta.errore.codice, risposta.errore.messaggio, { campo: 'file' });
}

/** Installed, the JavaScript beside this file; from the checkout, the TypeScript through tsx. No settings go along. */
function startProcess() {
  const checkout = import.meta.url.endsWith('.ts');
  const file = new URL(`./processo-lettura.${checkout ? 'ts' : 'js'}`, import.meta.url);
  const opzioni = [`--max-old-space-size=${MEMORIA_MB}`, ...(checkout ? ['--import', import.meta.resolve('tsx')] : [])];
  return spawn(process.execPath, [...opzioni, fileURLToPath(file)], { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
}

function ask(
  processo: ChildProcessByStdio<Writable, Readable, null>,
  byte: Uint8Array,
  secondi: number,
): Promise<Risposta> {
  return new Promise((resolve, reject) => {
    const pezzi: Buffer[] = [];
    let scaduto = false;
    const allarme = setTimeout(() => {
      scaduto = true;
      processo.kill('SIGKILL');
    }, secondi * 1000);
    processo.stdout.on('data', (pezzo: Buffer) => pezzi.push(pezzo));
    // A process that dies while it is fed breaks the pipe: its end says what happened.
    processo.stdin.on('error', () => undefined);
    processo.once('error', reject);
    processo.once('close', (uscita) => {
      clearTimeout(allarme);
      if (scaduto)
        reject(failure('file-troppo-lento', 'il file richiede troppo lavoro e la lettura è stata interrotta'));
      else if (uscita !== 0) reject(failure('file-non-leggibile', 'non si riesce a leggere'));
      else resolve(JSON.parse(Buffer.concat(pezzi).toString('utf8')) as Risposta);
    });
    processo.stdin.end(byte);
  });
}

function failure(codice: string, perche: string): ErroreDati {
  return new ErroreDati(codice, `file: ${perche}; provare con un PDF più piccolo o con una foto dell’avviso.`, {
    campo: 'file',
  });
}
