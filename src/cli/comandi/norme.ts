import { resolve } from 'node:path';
import type { Command } from 'commander';
import { proiettata } from '../../norme/celle.ts';
import { cartellaBozze, loadNorme } from '../../norme/norme.ts';
import { caricaRegoleProspetti } from '../../norme/regole-prospetti.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import { packagePath } from '../../valori/package-root.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre norme controlla`: reads every rule file and says what holds, or which file, key and reason does not. */
export function comandoNorme(): Command {
  const controlla = createCommand('controlla', 'legge e controlla tutti i file delle norme')
    .option('--cartella <dir>', 'un’altra cartella di norme, per esempio con la bozza di un anno')
    .esempio('');
  return createCommand('norme').addCommand(
    withJson(controlla).action((opzioni: { cartella?: string; json?: boolean }) => {
      const cartella = opzioni.cartella === undefined ? packagePath('rules') : resolve(opzioni.cartella);
      // Another folder is looked at as it is; ours with the drafts of the data folder, as everything that computes does.
      const norme = opzioni.cartella === undefined ? loadNorme(cartella, cartellaBozze()) : loadNorme(cartella);
      caricaRegoleProspetti(cartella);
      const anni = norme.anni.map((anno) => {
        const tabella = norme.tabella(anno);
        const { verificatoIl, celleCalcolate, fonti } = tabella;
        const proiezione = proiettata(tabella);
        return { anno, verificatoIl, celleCalcolate: celleCalcolate.length, fonti: fonti.length, proiezione };
      });
      if (opzioni.json) return printJson({ esito: 'in-ordine', anni });
      printLines([
        ...anni.map(
          ({ anno, verificatoIl, celleCalcolate, fonti, proiezione }) =>
            italiano`${anno}: in ordine${proiezione ? ', ma è una proiezione da confrontare con la circolare' : ''}; ${quanti(fonti, 'fonte', 'fonti')}, ${quanti(celleCalcolate, 'cella calcolata', 'celle calcolate')}, verificato il ${formatGiornoItaliano(verificatoIl)}`,
        ),
        'Scadenze, associazioni, sanzioni, tassi e le altre norme: in ordine.',
      ]);
    }),
  );
}
