import { quanti } from '../valori/italiano.ts';

const OGNI_MS = 200;

/**
 * A line of progress on the terminal (stderr), rewritten in place a few times a second; silent where nobody watches.
 * @returns `show` takes the line's text; `end` leaves the terminal clean
 */
export function progressLine(): { readonly show: (testo: string) => void; readonly end: () => void } {
  if (!process.stderr.isTTY) return { show: () => undefined, end: () => undefined };
  let ultima = 0;
  return {
    show(testo) {
      const adesso = performance.now();
      if (adesso - ultima < OGNI_MS) return;
      ultima = adesso;
      process.stderr.write(`\r\x1b[K${testo}`);
    },
    end: () => process.stderr.write('\r\x1b[K'),
  };
}

/** `3 di 12 MB (25%), 41.200 righe, 3 rifiutate`. */
export function describeProgress(letti: number, totali: number, righe: number, rifiutate: number): string {
  const mega = (byte: number): string => (byte / 1_000_000).toFixed(1).replace('.', ',');
  const percento = totali === 0 ? 100 : Math.floor((letti * 100) / totali);
  return `${mega(letti)} di ${mega(totali)} MB (${percento}%), ${quanti(righe, 'riga', 'righe')}, ${quanti(rifiutate, 'rifiutata', 'rifiutate')}`;
}
