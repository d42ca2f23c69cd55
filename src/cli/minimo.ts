import type { Comando } from './comando.ts';

/** Adds to a command what checks the pay against the contract's minimum. */
export function withMinimo(command: Comando): Comando {
  return command
    .option('--livello <livello>', 'livello del contratto (A, AS, B, BS, C, CS, D, DS): controlla la paga minima')
    .option(
      '--indennita <nomi>',
      'indennità dovute in più: bambino-sotto-sei-anni, piu-persone, certificazione-uni (tabelle H, I, L)',
    )
    .option('--scatti <n>', 'scatti di anzianità maturati (0-7); di solito si contano dall’assunzione');
}
