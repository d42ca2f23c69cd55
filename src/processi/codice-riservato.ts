import { readFileSync } from 'node:fs';

/**
 * Megabytes that this Node sets aside for the code it compiles, before it compiles any. From Node 24 they are mapped as memory
 * that can be written, some 510 MB that nobody uses: the system counts them against `RLIMIT_DATA`, and a process whose bound is
 * below does not even start. Its children are of the same Node and have as much, each thread of them: one, since no child of
 * ours starts another. A portal has two, of which a child must not be given both. 0 where the system does not tell.
 */
export function codiceRiservatoMb(): number {
  try {
    return scrivibiliEdEseguibiliMb(readFileSync('/proc/self/maps', 'utf8'));
  } catch {
    return 0;
  }
}

/**
 * The largest piece of private memory that may be written and run, in megabytes, rounded up.
 * @param mappe as Linux writes `/proc/PID/maps`
 */
export function scrivibiliEdEseguibiliMb(mappe: string): number {
  const byte = [...mappe.matchAll(/^([0-9a-f]+)-([0-9a-f]+) .wxp/gm)].map(
    ([, da = '0', a = '0']) => Number.parseInt(a, 16) - Number.parseInt(da, 16),
  );
  return Math.ceil(Math.max(0, ...byte) / 2 ** 20);
}
