import { expect, it } from 'vitest';
import type { RepositoryLotti } from '../../../src/archivio/lotti-repository.ts';
import { whileBeating } from '../../../src/lotti/coda/guardia.ts';
import { Presa } from '../../../src/lotti/coda/presa.ts';

/** A queue in which the batch stays whose it is. */
const lotti = { batti: () => Promise.resolve(true) } as unknown as RepositoryLotti;
const turno = {
  presa: new Presa('lotto', 'presa', { now: () => new Date(0) }),
  lotti,
  signal: new AbortController().signal,
};
const untilStopped = ({ signal }: { readonly signal: AbortSignal }) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('fermato')));

it('stops the work that gives way to others, and loses nothing of it', async () => {
  let battiti = 0;
  const cede = () => Promise.resolve(++battiti === 2);
  await expect(whileBeating({ ...turno, cede }, untilStopped)).resolves.toBe('fermato');
  expect(battiti).toBe(2);
});

it('lets work that does not end by itself', async () => {
  const cede = () => Promise.resolve(false);
  await expect(whileBeating({ ...turno, cede }, () => Promise.resolve('finito'))).resolves.toBe('finito');
});
