import { createHash } from 'node:crypto';

/**
 * Invented codes and chances, all drawn from the seed and from what they are for, so that the same run repeated gives the same
 * codes whatever the order of things. Nothing here is secret.
 */
export interface Sorte {
  /** 32 hexadecimal digits. */
  codice(...per: readonly string[]): string;
  /** A version-4 shaped UUID. */
  uuid(...per: readonly string[]): string;
  /** A number from 0 (included) to 1 (excluded). */
  caso(...per: readonly string[]): number;
}

export function createSorte(seme: string): Sorte {
  const impronta = (per: readonly string[]): string =>
    createHash('sha256')
      .update(JSON.stringify([seme, ...per]))
      .digest('hex');
  return {
    codice: (...per) => impronta(per).slice(0, 32),
    uuid: (...per) => {
      const h = impronta(per);
      return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
    },
    caso: (...per) => Number.parseInt(impronta(per).slice(0, 12), 16) / 2 ** 48,
  };
}
