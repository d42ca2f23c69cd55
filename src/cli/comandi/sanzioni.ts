import type { Command } from 'commander';
import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import {
  parseDatiSanzioni,
  sanzioni,
  sanzioniToJson,
  testoSanzioni,
  type CampiSanzioni,
} from '../../prospetti/sanzioni/index.ts';
import { systemClock } from '../../valori/clock.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { withTerritorio } from '../territorio.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre sanzioni`: what a late payment costs, as a statement to bring to INPS. */
export function comandoSanzioni(): Command {
  const command = createCommand('sanzioni')
    .esempio('--contributi 338 --trimestre 3/2025')
    .requiredOption('--contributi <euro>', 'i contributi non pagati in tempo')
    .option('--trimestre <n/aaaa>', 'il trimestre: dà la scadenza')
    .option('--scadenza <data>', 'la scadenza, se non è quella del trimestre')
    .option('--pagamento <data>', 'giorno in cui si paga (oggi, se non c’è)')
    .option('--evasione', 'rapporto non denunciato o denunciato falsamente')
    .option('--richiesto-da-inps', 'l’INPS ha già chiesto o contestato il pagamento')
    .option('--denuncia <data>', 'evasione: giorno della denuncia spontanea')
    .option('--accertamento <data>', 'giorno di notifica dell’accertamento');
  return withJson(withTerritorio(command)).action((opzioni: Opzioni<CampiSanzioni & { json?: boolean }>) => {
    const regole = regoleProspetti();
    const prospetto = sanzioni(parseDatiSanzioni(opzioni, giornoInItalia(systemClock.now()), norme()), regole);
    const { baseGiorni } = regole.sanzioni;
    if (opzioni.json) printJson(sanzioniToJson(prospetto, baseGiorni));
    else printLines([testoSanzioni(prospetto, baseGiorni)]);
  });
}
