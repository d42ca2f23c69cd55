import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { norme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { parseIstat, proiettaAnno, proiezioneToJson, testoAnnoNuovo } from '../../prospetti/proiezione/index.ts';
import { systemClock } from '../../valori/clock.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { packagePath } from '../../valori/package-root.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre anno nuovo 2027 --istat 1,2`: the draft rule file of a year INPS has not published yet. */
export function comandoAnno(): Command {
  return createCommand('anno').addCommand(nuovo());
}

function nuovo(): Command {
  const command = createCommand('nuovo', 'proietta la tabella di un anno e ne scrive la bozza in rules/anni')
    .argument('<anno>', 'il primo anno senza tabella, per esempio 2027')
    .requiredOption('--istat <percento>', 'la variazione ISTAT da supporre, per esempio 1,2')
    .option('--out <file>', 'dove scrivere la bozza (altrimenti rules/anni/ANNO.yaml)');
  return withJson(command).action(async (testo: string, opzioni: { istat: string; out?: string; json?: boolean }) => {
    if (!/^\d{4}$/.test(testo)) {
      throw new ErroreDati('anno-non-valido', `anno: «${testo.slice(0, 20)}» non è un anno.`, { campo: 'anno' });
    }
    const oggi = giornoInItalia(systemClock.now());
    const istat = parseIstat(opzioni.istat);
    const proiettata = proiettaAnno(Number(testo), istat, norme(), regoleProspetti().proiezione, oggi);
    if (opzioni.json && opzioni.out === undefined) return printJson(proiezioneToJson(proiettata));
    const file = opzioni.out ?? packagePath(join('rules', 'anni', `${testo}.yaml`));
    if (existsSync(file)) {
      throw new ErroreDati('file-esistente', `${file}: c’è già; una tabella non si riscrive.`, { campo: 'out' });
    }
    await writeWholeFile(file, Buffer.from(testoAnnoNuovo(proiettata)));
    if (opzioni.json) printJson({ file, ...proiezioneToJson(proiettata) });
    else printLines([`${file}: bozza proiettata, da confrontare con la circolare INPS.`, ...proiettata.avvertenze]);
  });
}
