import { ErroreDati } from '../../valori/errore-dati.ts';
import type { CodiceLetto } from './codice-letto.ts';
import { codiciDelFile } from './lettore-codici.ts';

/** What the reading process writes on its standard output, once, as JSON. */
export type Risposta =
  | { readonly codici: readonly CodiceLetto[] }
  | { readonly errore: { readonly codice: string; readonly messaggio: string } };

async function answer(byte: Uint8Array): Promise<Risposta> {
  try {
    return { codici: await codiciDelFile(byte) };
  } catch (errore) {
    const noto = errore instanceof ErroreDati;
    return {
      errore: {
        codice: noto ? errore.codice : 'file-non-leggibile',
        messaggio: noto ? errore.message : 'file: non si riesce a leggere; provare con una foto dell’avviso.',
      },
    };
  }
}

const pezzi: Buffer[] = [];
for await (const pezzo of process.stdin) pezzi.push(pezzo as Buffer);
const risposta = await answer(Buffer.concat(pezzi));
process.stdout.write(JSON.stringify(risposta));
