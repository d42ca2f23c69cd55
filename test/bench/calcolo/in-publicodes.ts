import { readFileSync } from 'node:fs';
import Engine from 'publicodes';
import { parse } from 'yaml';
import type { Caso, Esito } from './casi.ts';

type Regole = ConstructorParameters<typeof Engine>[0];

/** The same rules in publicodes, read from `regole.publicodes.yaml` once; each call sets the situation and evaluates. */
export function prepareInPublicodes(): (caso: Caso) => Esito {
  const testo = readFileSync(new URL('regole.publicodes.yaml', import.meta.url), 'utf8');
  const motore = new Engine(parse(testo) as Regole);
  const inCentesimi = (regola: string): number => Math.round(Number(motore.evaluate(regola).nodeValue) * 100);
  return ({ oreSettimanali, paga = 0, giorniVitto = 0, associazione }) => {
    motore.setSituation({
      'ore settimanali': oreSettimanali,
      'paga oraria': paga / 100,
      'giorni di vitto e alloggio': giorniVitto,
      fondo: associazione === undefined ? 'non' : 'oui',
    });
    return {
      totale: inCentesimi('totale'),
      quotaLavoratore: inCentesimi('quota del lavoratore'),
      quotaDatore: inCentesimi('quota del datore'),
      contributoOrario: inCentesimi('contributo orario'),
    };
  };
}
