import { carattereDiControllo } from '../../anagrafe/carattere-di-controllo.ts';

const ALFABETO = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ZERI = '0'.repeat(15);
const BASE = carattereDiControllo(ZERI).charCodeAt(0) - 65;
/** What a character adds to the check sum in place of a zero, modulo 26, by character code; -1 for what cannot be there. */
const DISPARI = contributi((carattere) => carattere + ZERI.slice(1));
const PARI = contributi((carattere) => `0${carattere}${ZERI.slice(2)}`);

function contributi(conCarattere: (carattere: string) => string): Int8Array {
  const tabella = new Int8Array(128).fill(-1);
  for (const carattere of ALFABETO) {
    const controllo = carattereDiControllo(conCarattere(carattere)).charCodeAt(0) - 65;
    tabella[carattere.charCodeAt(0)] = (controllo - BASE + 26) % 26;
  }
  return tabella;
}

const CIFRA = 1;
const LETTERA = 2;
const MESE = 4;
const COMUNE = 8;
/** Added to a woman's day of birth. */
const DONNA = 40;
/** What each of the sixteen places must be. */
const FORMA = [2, 2, 2, 2, 2, 2, 1, 1, 4, 1, 1, 8, 1, 1, 1, 2];
const CLASSI = new Uint8Array(128);
for (const cifra of '0123456789') CLASSI[cifra.charCodeAt(0)] = CIFRA;
for (const lettera of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') CLASSI[lettera.charCodeAt(0)] = LETTERA;
for (const mese of 'ABCDEHLMPRST') CLASSI[mese.charCodeAt(0)] = LETTERA | MESE;
for (const comune of 'ABCDEFGHIJKLMZ') CLASSI[comune.charCodeAt(0)] = (CLASSI[comune.charCodeAt(0)] ?? 0) | COMUNE;

/**
 * Whether the text between two places is a codice fiscale of the plainest kind: sixteen upper-case characters that check, no omocodia, a day that
 * every month has. A yes is certain; a no only means that parseCodiceFiscale must look. A million rows hold two million codes
 * and nearly all are of this kind.
 */
export function isPlainCodiceFiscale(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 16) return false;
  let somma = BASE;
  for (let posto = 0; posto < 16; posto++) {
    const codice = bytes[from + posto] as number;
    if (codice > 127 || ((CLASSI[codice] ?? 0) & (FORMA[posto] ?? 0)) === 0) return false;
    if (posto < 15) somma += ((posto & 1) === 0 ? DISPARI : PARI)[codice] ?? 0;
  }
  const giorno = (cifra(bytes, from + 9) * 10 + cifra(bytes, from + 10)) % DONNA;
  const giornoCerto = giorno >= 1 && giorno <= 28 && cifra(bytes, from + 9) < 7;
  const comune = cifra(bytes, from + 12) + cifra(bytes, from + 13) + cifra(bytes, from + 14);
  return giornoCerto && comune > 0 && bytes[from + 15] === 65 + (somma % 26);
}

function cifra(bytes: Uint8Array, at: number): number {
  return (bytes[at] as number) - 48;
}

/** Whether the text between two places is ten or eleven digits and nothing else: a codice rapporto in its plainest form. */
export function isPlainCodiceRapporto(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10 && to - from !== 11) return false;
  for (let at = from; at < to; at++) {
    if (!(cifra(bytes, at) >= 0 && cifra(bytes, at) <= 9)) return false;
  }
  return true;
}

/** The number that these digits write: exact up to fifteen of them. */
export function numeroPiano(bytes: Uint8Array, from: number, to: number): number {
  let numero = 0;
  for (let at = from; at < to; at++) numero = numero * 10 + cifra(bytes, at);
  return numero;
}
