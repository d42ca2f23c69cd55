import { Option } from 'commander';
import { LETTURE, type NomeLettura } from '../contributi/letture.ts';
import type { Comando } from './comando.ts';
import { optionName } from './nomi.ts';

const COSA: Readonly<Record<NomeLettura, string>> = {
  oreInParti: 'frazioni di ora: totale arrotondato per eccesso (circ. INPS 19/2006), o esatto',
  settimaneIncomplete: 'settimana in cui il rapporto comincia o finisce: intera, o coi soli giorni del rapporto',
  quartaFascia: 'fra 24 e 25 ore a settimana: 4ª fascia dalle 25 ore, o oltre 24',
  contoAssistenza: 'F2 o E1 che cambia nel trimestre: importo di fine trimestre, o di ciascun giorno',
  inizioF2: 'da quando è dovuto l’F2: le fonti danno tre giorni',
  importoE1: 'E1 dal 2023: 0,06 l’ora (CCNL del 2023), o 0,03 come prima',
};

/** Adds to a command the readings that the sources leave open, each an option with its values. */
export function withLetture(command: Comando): Comando {
  for (const nome of Object.keys(LETTURE) as NomeLettura[]) {
    command.addOption(new Option(`${optionName(nome)} <${LETTURE[nome].join('|')}>`, COSA[nome]));
  }
  return command;
}
