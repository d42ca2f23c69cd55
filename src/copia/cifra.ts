import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * A file that opens with a passphrase alone. After the head come pieces of 64 KiB, each sealed by itself (AES-256-GCM) with its
 * number and whether it is the last: nothing of a piece is given out before it is known to be whole, and a file that is cut,
 * shuffled or changed anywhere does not open.
 *
 * Head: 8 bytes of name and version, 1 of log2 of scrypt's N, 16 of salt, 16 that tell whether the passphrase is the right one.
 */
const NOME = Buffer.from('TRIMCPY1');
const BYTE_SALE = 16;
const BYTE_PROVA = 16;
export const BYTE_TESTA = NOME.length + 1 + BYTE_SALE + BYTE_PROVA;
const PEZZO = 64 * 1024;
const SIGILLO = 16;
/** scrypt's N as a power of two: 128 MB a try. A head may ask for less and for no more than twice as much. */
const COSTO = 17;
const COSTI = { minimo: 14, massimo: 18 };
const PEZZI_MASSIMI = 2 ** 32 - 1;

interface Chiave {
  readonly chiave: Buffer;
  readonly prova: Buffer;
}

/** Seals what comes through; the head first. */
export async function createCifratura(frase: string, costo = COSTO): Promise<Transform> {
  const sale = randomBytes(BYTE_SALE);
  const { chiave, prova } = await derive(frase, sale, costo);
  const testa = Buffer.concat([NOME, Buffer.of(costo), sale, prova]);
  const pezzi = new Pezzi(PEZZO, (pezzo, numero, ultimo) => {
    const cifra = createCipheriv('aes-256-gcm', chiave, nonce(numero, ultimo)).setAAD(testa);
    return Buffer.concat([cifra.update(pezzo), cifra.final(), cifra.getAuthTag()]);
  });
  pezzi.push(testa);
  return pezzi;
}

/**
 * Opens what comes after the head.
 * @throws ErroreDati `copia-non-riconosciuta`, `frase-della-copia-sbagliata`; the stream fails with `copia-rovinata`
 */
export async function createDecifratura(testa: Buffer, frase: string): Promise<Transform> {
  const costo = testa[NOME.length] ?? 0;
  const nota = testa.length === BYTE_TESTA && testa.subarray(0, NOME.length).equals(NOME);
  if (!nota || costo < COSTI.minimo || costo > COSTI.massimo)
    throw new ErroreDati('copia-non-riconosciuta', { campo: 'file' });
  const sale = testa.subarray(NOME.length + 1, NOME.length + 1 + BYTE_SALE);
  const { chiave, prova } = await derive(frase, sale, costo);
  if (!prova.equals(testa.subarray(-BYTE_PROVA)))
    throw new ErroreDati('frase-della-copia-sbagliata', { campo: 'frase' });
  return new Pezzi(PEZZO + SIGILLO, (pezzo, numero, ultimo) => {
    if (pezzo.length < SIGILLO) throw new ErroreDati('copia-rovinata', { campo: 'file' });
    const decifra = createDecipheriv('aes-256-gcm', chiave, nonce(numero, ultimo)).setAAD(testa);
    decifra.setAuthTag(pezzo.subarray(-SIGILLO));
    const aperto = decifra.update(pezzo.subarray(0, -SIGILLO));
    try {
      return Buffer.concat([aperto, decifra.final()]);
    } catch {
      throw new ErroreDati('copia-rovinata', { campo: 'file' });
    }
  });
}

/** Gives its work pieces of one size; the last may be shorter, and is known to be the last. */
class Pezzi extends Transform {
  readonly #misura: number;
  readonly #lavora: (pezzo: Buffer, numero: number, ultimo: boolean) => Buffer;
  #attesa = Buffer.alloc(0);
  #numero = 0;

  constructor(misura: number, lavora: (pezzo: Buffer, numero: number, ultimo: boolean) => Buffer) {
    super();
    this.#misura = misura;
    this.#lavora = lavora;
  }

  override _transform(arrivati: Buffer, _codifica: BufferEncoding, fatto: TransformCallback): void {
    this.#attesa = Buffer.concat([this.#attesa, arrivati]);
    this.#orFail(fatto, () => {
      // One that fills the measure may be the last: it waits for what comes after.
      while (this.#attesa.length > this.#misura) {
        this.push(this.#one(this.#attesa.subarray(0, this.#misura), false));
        this.#attesa = this.#attesa.subarray(this.#misura);
      }
    });
  }

  override _flush(fatto: TransformCallback): void {
    this.#orFail(fatto, () => {
      this.push(this.#one(this.#attesa, true));
    });
  }

  #one(pezzo: Buffer, ultimo: boolean): Buffer {
    if (this.#numero > PEZZI_MASSIMI) throw new RangeError('too many pieces for one key');
    return this.#lavora(pezzo, this.#numero++, ultimo);
  }

  #orFail(fatto: TransformCallback, lavoro: () => void): void {
    try {
      lavoro();
      fatto();
    } catch (errore) {
      fatto(errore as Error);
    }
  }
}

/** Never twice the same under one key, which the salt makes new for every file. */
function nonce(numero: number, ultimo: boolean): Buffer {
  const dodici = Buffer.alloc(12);
  dodici.writeUInt32BE(numero, 7);
  dodici[11] = ultimo ? 1 : 0;
  return dodici;
}

function derive(frase: string, sale: Buffer, costo: number): Promise<Chiave> {
  const N = 2 ** costo;
  return new Promise((resolve, reject) => {
    scrypt(frase.normalize('NFKC'), sale, 32 + BYTE_PROVA, { N, r: 8, p: 1, maxmem: 256 * N * 8 }, (errore, byte) => {
      if (errore === null) resolve({ chiave: byte.subarray(0, 32), prova: byte.subarray(32) });
      else reject(errore);
    });
  });
}
