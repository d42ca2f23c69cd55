import type { Contesto } from '../contesto.ts';
import { type Lingua, loadTesti } from '../pagine/lingue.ts';
import { esempi } from './esempi.ts';

/**
 * The lines that a start writes: where the node answers, and an example of each model to be pasted into a shell.
 * @param percorsoNodo path of the SOAP endpoint under the base URL
 */
export function benvenuto(
  contesto: Contesto,
  percorsoNodo: string,
  lingua: Lingua,
  conEsempi: boolean,
): readonly string[] {
  const testi = loadTesti()[lingua];
  const valori = { url: contesto.baseUrl(), nodo: percorsoNodo };
  const dove = [testi.testo('prova.avvio.ascolta', valori), testi.testo('prova.avvio.pagine', valori)];
  if (!conEsempi) return dove;
  const comandi = esempi(contesto, percorsoNodo).flatMap((uno) => [
    '',
    `# ${testi.testo(`prova.${uno.chiave}`)}`,
    ...uno.comandi,
  ]);
  return [...dove, testi.testo('prova.avvio.incolla'), ...comandi, ''];
}
