import { dirname, join } from 'node:path';
import { cartellaBozze, loadNorme } from '../../norme/norme.ts';
import { regoleProspetti } from '../../norme/regole-prospetti.ts';
import { parseIstat, proiettaAnno, proiezioneToJson, testoAnnoNuovo } from '../../prospetti/proiezione/index.ts';
import { systemClock } from '../../valori/clock.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { makeFolder } from '../../valori/make-folder.ts';
import { parseAnno } from '../argomenti.ts';
import type { Comando } from '../comando.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre anno nuovo 2027 --istat 1,2`: the draft rule file of a year INPS has not published yet. */
export function comandoAnno(): Comando {
  return createCommand('anno').addCommand(nuovo());
}

interface OpzioniNuovo {
  readonly istat: string;
  readonly out?: string;
  readonly json?: boolean;
}

function nuovo(): Comando {
  const command = createCommand('nuovo', 'proietta la tabella di un anno e ne scrive la bozza, che poi i calcoli usano')
    .esempio('2027 --istat 1,2', '2027 --istat 1,2 --json')
    .argument('<anno>', 'il primo anno senza tabella, per esempio 2027')
    .requiredOption('--istat <percento>', 'la variazione ISTAT da supporre, per esempio 1,2')
    .scrive(
      '--out <file>',
      'dove scrivere la bozza (altrimenti norme/ANNO.yaml nella cartella dei dati)',
      (opzioni, [anno]) => fileOf(anno as string, opzioni),
    );
  return withJson(command).action(async (testo: string, opzioni: OpzioniNuovo) => {
    const oggi = giornoInItalia(systemClock.now());
    const istat = parseIstat(opzioni.istat);
    // From the published tables alone: a draft that is there already is made anew.
    const proiettata = proiettaAnno(parseAnno(testo), istat, loadNorme(), regoleProspetti().proiezione, oggi);
    const file = fileOf(testo, opzioni);
    if (file === undefined) return printJson(proiezioneToJson(proiettata));
    if (opzioni.out === undefined) makeFolder(dirname(file));
    await writeWholeFile(file, Buffer.from(testoAnnoNuovo(proiettata)));
    if (opzioni.json) printJson({ file, ...proiezioneToJson(proiettata) });
    else printLines([...proiettata.avvertenze, 'La bozza va confrontata con la circolare INPS prima di pagare.']);
  });
}

/** Asked for JSON alone, nothing is written. */
function fileOf(anno: string, { out, json }: Partial<OpzioniNuovo>): string | undefined {
  return out ?? (json === true ? undefined : join(cartellaBozze(), `${anno}.yaml`));
}
