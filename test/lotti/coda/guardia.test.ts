import { expect, it } from 'vitest';
import type { RepositoryLotti } from '../../../src/archivio/lotti-repository.ts';
import { insisti } from '../../../src/lotti/coda/insisti.ts';
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

it('goes on through beats that the archive does not take: another is writing', async () => {
  let battiti = 0;
  const occupato = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  const batti = () => (++battiti < 3 ? Promise.reject(occupato) : Promise.resolve(true));
  const cede = () => Promise.resolve(battiti === 3);
  const arduo = { ...turno, lotti: { batti } as unknown as RepositoryLotti, cede };
  await expect(whileBeating(arduo, untilStopped)).resolves.toBe('fermato');
  expect(battiti).toBe(3);
});

it('insists on what ends a batch while another is writing, and on nothing else', async () => {
  let volte = 0;
  const fai = (errore: Error) => () => (++volte < 3 ? Promise.reject(errore) : Promise.resolve('fatto'));
  const occupato = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
  await expect(insisti(fai(occupato))).resolves.toBe('fatto');
  volte = 0;
  await expect(insisti(fai(occupato), 0)).rejects.toBe(occupato);
  volte = 0;
  await expect(insisti(fai(new TypeError('x')))).rejects.toThrow(TypeError);
  expect(volte).toBe(1);
});

it('lets work that does not end by itself', async () => {
  const cede = () => Promise.resolve(false);
  await expect(whileBeating({ ...turno, cede }, () => Promise.resolve('finito'))).resolves.toBe('finito');
});
