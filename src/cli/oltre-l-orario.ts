import type { Comando } from './comando.ts';

/** Adds to a command overtime, nights, replacement, and what is paid to a contractual fund beyond its hours. */
export function withOltreLOrario(command: Comando): Comando {
  return command
    .option(
      '--straordinari <ore>',
      'straordinario: ore del trimestre (6), o giorno per giorno: "12/11/2026 3; 19/11/2026 2,5"',
    )
    .option('--notti-presenza <n>', 'notti di presenza: per F2 valgono 5 ore l’una')
    .option('--notti-assistenza <n>', 'notti di assistenza: per F2 valgono 8 ore l’una')
    .option('--sostituzione', 'a termine, al posto di un lavoratore assente: niente 1,40%')
    .option('--assistenza-in-piu <euro>', 'F2 in più, per arrivare ai 25 euro l’anno delle prestazioni');
}
