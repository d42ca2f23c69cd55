import { expect, it } from 'vitest';
import { codiceRiservatoMb, scrivibiliEdEseguibiliMb } from '../../src/processi/codice-riservato.ts';

const ALTRE = `55d0a4a00000-55d0a4c00000 r-xp 00a00000 fe:00 1 /usr/bin/node
7f10c0000000-7f10c8000000 rw-p 00000000 00:00 0
7f10d0000000-7f10f0000000 ---p 00000000 00:00 0
`;

it('counts what Node 24 sets aside for its code, which the system takes for data', () => {
  const node24 = `${ALTRE}7f1000000000-7f101fd80000 rwxp 00000000 00:00 0\n7f1100000000-7f110003b000 rwxp 00000000 00:00 0\n`;
  expect(scrivibiliEdEseguibiliMb(node24)).toBe(510);
});

it('counts it once where each thread has its own: a child of ours has one', () => {
  const filo = (inizio: string) => `7f${inizio}000000000-7f${inizio}01fd80000 rwxp 00000000 00:00 0\n`;
  expect(scrivibiliEdEseguibiliMb(ALTRE + filo('1') + filo('2'))).toBe(510);
});

it('counts next to nothing where the code is not mapped before it is there, or the system does not say', () => {
  expect(scrivibiliEdEseguibiliMb(`${ALTRE}7f1100000000-7f110003b000 rwxp 00000000 00:00 0\n`)).toBe(1);
  expect(scrivibiliEdEseguibiliMb('')).toBe(0);
});

it('asks this very process', () => {
  expect(codiceRiservatoMb()).toBeLessThan(1_024);
});
