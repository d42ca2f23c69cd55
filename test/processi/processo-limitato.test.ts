import { describe, expect, it } from 'vitest';
import type { Limiti } from '../../src/processi/limiti.ts';
import { runLimited } from '../../src/processi/processo-limitato.ts';

const programma = new URL('./programma-di-prova.ts', import.meta.url);
const LIMITI: Limiti = { memoriaMb: 400, secondiCpu: 60, secondiSilenzio: 60 };

const ask = (cosa: string, limiti: Partial<Limiti> = {}) =>
  runLimited<string, unknown>({ programma, limiti: { ...LIMITI, ...limiti } }, cosa);

describe('a program in a process with bounds', () => {
  it('answers, tells how far it is, and knows nothing of its parent’s settings', async () => {
    const notizie: number[] = [];
    const lavoro = { programma, limiti: LIMITI, onNotizia: (una: number) => notizie.push(una) };
    expect(await runLimited<string, unknown, number>(lavoro, 'conta')).toBe('fatto');
    expect(notizie).toEqual([1, 2, 3]);
    const ambiente = (await ask('ambiente')) as string[];
    expect(ambiente.filter((nome) => /TRIMESTRE|PATH|HOME|DATABASE/.test(nome))).toEqual([]);
  });

  it('refuses with the sentence, the field and the status that it would have here', async () => {
    await expect(ask('rifiuta')).rejects.toMatchObject({
      name: 'ErroreDati',
      codice: 'file-troppo-grande',
      message: 'Il file è più grande di 5 MB.',
      campo: 'file',
      statoHttp: 413,
      riprovaFra: 9,
    });
  });

  it.each<[string, string, Partial<Limiti>]>([
    ['riempi', 'memoria', {}],
    ['riempi-v8', 'memoria', {}],
    ['gira', 'tempo', { secondiCpu: 5 }],
    ['gira', 'tempo', { secondiSilenzio: 3 }],
    ['rompiti', 'guasto', {}],
    ['esci', 'guasto', {}],
  ])('%s: is ended, and %s is said', async (cosa, motivo, limiti) => {
    await expect(ask(cosa, limiti)).rejects.toMatchObject({ name: 'ProcessoCaduto', motivo });
  });

  it('stops at a safe place when it is asked to', async () => {
    const stop = new AbortController();
    const fine = runLimited<string, unknown>({ programma, limiti: LIMITI, signal: stop.signal }, 'aspetta');
    setTimeout(() => stop.abort(), 3_000);
    expect(await fine).toBe('fermato');
  });
});
