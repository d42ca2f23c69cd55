import { isIPv6 } from 'node:net';

/** Where an attempt comes from, as limits count it. */
export interface Provenienza {
  /** An IPv4 address; of IPv6 the /64, since a household alone has 2^64 addresses. */
  readonly indirizzo: string;
  /** The /48 of an IPv6 address: who rents one has 65,536 of the former. */
  readonly rete?: string;
}

/** @param ip as the socket or the trusted proxy says it; IPv4 within IPv6 (`::ffff:192.0.2.1`) is IPv4 */
export function provenienza(ip: string): Provenienza {
  const scritto = ip.split('%')[0] ?? '';
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(scritto)?.[1];
  if (ipv4 !== undefined || !isIPv6(scritto)) return { indirizzo: ipv4 ?? scritto };
  const gruppi = groupsOf(scritto);
  return { indirizzo: gruppi.slice(0, 4).join(':'), rete: gruppi.slice(0, 3).join(':') };
}

/** The groups of an IPv6 address, the ones that `::` stands for written out. */
function groupsOf(ip: string): string[] {
  const [prima = '', dopo] = ip.toLowerCase().split('::');
  const gruppi = prima.split(':').filter((gruppo) => gruppo !== '');
  if (dopo === undefined) return gruppi;
  const coda = dopo.split(':').filter((gruppo) => gruppo !== '');
  const mancanti = Math.max(0, 8 - gruppi.length - coda.length);
  return [...gruppi, ...Array.from({ length: mancanti }, () => '0'), ...coda];
}
