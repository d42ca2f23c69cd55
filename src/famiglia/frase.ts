import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { ErroreDati } from '../valori/errore-dati.ts';

/** What a passphrase is known by; `sale` and `impronta` in base64url, `costo` is scrypt's N. */
export interface Impronta {
  readonly sale: string;
  readonly impronta: string;
  readonly costo: number;
}

/** Characters that a passphrase has at least: who opens the archive sees names and pays of persons. */
export const LUNGHEZZA_MINIMA = 10;
const LUNGHEZZA_MASSIMA = 200;

/** 32 MB of memory a try, as long as a person does not notice. */
const COSTO = 2 ** 15;
const BYTE_IMPRONTA = 32;

/**
 * Takes a passphrase that was written twice.
 * @throws ErroreDati `frase-corta`, `frase-lunga`, `frasi-diverse`
 */
export function requireFrase(frase: string, ripetuta: string): string {
  if (frase.length < LUNGHEZZA_MINIMA)
    throw new ErroreDati('frase-corta', { minimo: LUNGHEZZA_MINIMA, campo: 'frase' });
  if (frase.length > LUNGHEZZA_MASSIMA)
    throw new ErroreDati('frase-lunga', { massimo: LUNGHEZZA_MASSIMA, campo: 'frase' });
  if (frase !== ripetuta) throw new ErroreDati('frasi-diverse', { campo: 'ripetuta' });
  return frase;
}

/** What to keep of a new passphrase. */
export async function improntaDi(frase: string): Promise<Impronta> {
  const sale = randomBytes(16);
  const impronta = await derive(frase, sale, COSTO);
  return { sale: sale.toString('base64url'), impronta: impronta.toString('base64url'), costo: COSTO };
}

/** Whether it is that one; takes the same time either way. */
export async function isFrase(frase: string, { sale, impronta, costo }: Impronta): Promise<boolean> {
  if (frase.length > LUNGHEZZA_MASSIMA) return false;
  const attesa = Buffer.from(impronta, 'base64url');
  return timingSafeEqual(await derive(frase, Buffer.from(sale, 'base64url'), costo), attesa);
}

/** The same letters, however the keyboard composed them. */
function derive(frase: string, sale: Buffer, costo: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const memoria = 128 * costo * 8 * 2;
    scrypt(
      frase.normalize('NFKC'),
      sale,
      BYTE_IMPRONTA,
      { N: costo, r: 8, p: 1, maxmem: memoria },
      (errore, chiave) => {
        if (errore === null) resolve(chiave);
        else reject(errore);
      },
    );
  });
}
