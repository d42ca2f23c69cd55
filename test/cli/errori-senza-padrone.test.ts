import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { surviveStrayErrors } from '../../src/cli/errori-senza-padrone.ts';

describe('an error without an owner', () => {
  it('is told and ends nothing while the wall stands, and ends the process again once it is down', () => {
    const processo = new EventEmitter();
    const spie = [vi.spyOn(process, 'on'), vi.spyOn(process, 'off')] as const;
    spie[0].mockImplementation((evento, fai) => (processo.on(evento, fai), process));
    spie[1].mockImplementation((evento, fai) => (processo.off(evento, fai), process));
    const detti: unknown[][] = [];
    const abbatti = surviveStrayErrors((...detto) => detti.push(detto));
    const errore = new Error('nobody waits for it');
    processo.emit('uncaughtException', errore, 'uncaughtException');
    processo.emit('unhandledRejection', errore, Promise.resolve());
    expect(detti).toEqual([
      [errore, 'uncaughtException'],
      [errore, 'unhandledRejection'],
    ]);
    abbatti();
    expect(processo.eventNames()).toEqual([]);
    for (const spia of spie) spia.mockRestore();
  });
});
