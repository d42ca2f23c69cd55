import { isIPv6 } from 'node:net';
import type { Clock } from '../valori/clock.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { RepositoryLimiti } from './porte.ts';
import type { Pseudonimo } from './pseudonimo.ts';

/** Attempts that may fail in one window, by who tries, by whom they try to be, and in all (abuse case AB-07). */
export const LIMITI_ACCESSO = { finestraMinuti: 15, perIndirizzo: 20, perCodiceFiscale: 10, inTutto: 1_000 } as const;

const FINESTRA_MS = LIMITI_ACCESSO.finestraMinuti * 60_000;

/** The counter of one attempt. */
export interface Tentativo {
  /** It was good: it does not count. */
  riuscito(): Promise<void>;
}

/**
 * Counts an attempt before it is looked at, so that many at the same moment cannot pass together.
 * @throws ErroreDati `troppi-tentativi` (429)
 */
export async function countAttempt(
  dip: { readonly limiti: RepositoryLimiti; readonly pseudonimo: Pseudonimo; readonly clock: Clock },
  codiceFiscale: string,
  ip: string,
): Promise<Tentativo> {
  const { limiti, pseudonimo, clock } = dip;
  const finestra = Math.floor(clock.now().getTime() / FINESTRA_MS);
  const chiavi = [`indirizzo:${pseudonimo(network(ip))}`, `persona:${pseudonimo(codiceFiscale)}`, 'tutti'];
  const conti = await limiti.conta(chiavi, finestra);
  const massimi = [LIMITI_ACCESSO.perIndirizzo, LIMITI_ACCESSO.perCodiceFiscale, LIMITI_ACCESSO.inTutto];
  if (conti.some((conto, i) => conto > (massimi[i] ?? 0))) throw tooMany();
  if (conti[2] === 1) await limiti.dimentica(finestra);
  return { riuscito: () => limiti.rilascia(chiavi, finestra) };
}

/** An IPv6 household has 2^64 addresses: its network counts as one. */
function network(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip;
  const [prima = '', dopo] = ip.toLowerCase().split('::');
  const gruppi = prima.split(':').filter((gruppo) => gruppo !== '');
  if (dopo !== undefined) {
    const coda = dopo.split(':').filter((gruppo) => gruppo !== '');
    gruppi.push(...Array.from({ length: 8 - gruppi.length - coda.length }, () => '0'), ...coda);
  }
  return gruppi.slice(0, 4).join(':');
}

function tooMany(): ErroreDati {
  return new ErroreDati(
    'troppi-tentativi',
    `Troppi tentativi. Riprovare fra ${LIMITI_ACCESSO.finestraMinuti} minuti, oppure entrare con un’identità digitale.`,
    { statoHttp: 429 },
  );
}
