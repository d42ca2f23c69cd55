import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CampiCalcolo } from '../contributi/parse-dati.ts';
import { parseSituazione } from '../contributi/situazione/schema.ts';
import type { Situazione } from '../contributi/situazione/situazione.ts';
import { settimane } from '../scadenze/settimane.ts';
import { estremi, parseTrimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';

/**
 * A quarter as it was, from a YAML or JSON file; `trimestre` of the command line takes the place of the file's.
 * @throws ErroreDati `file-non-leggibile`, or naming the key that is wrong and why
 */
export function situazioneDaFile(file: string, trimestre: string | undefined): Situazione {
  const letto = readYaml(file);
  if (trimestre === undefined || typeof letto !== 'object' || letto === null) return parseSituazione(letto);
  return parseSituazione({ ...letto, trimestre });
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  } catch (errore) {
    const perche = errore instanceof Error ? (errore.message.split('\n')[0] ?? '') : String(errore);
    throw new ErroreDati('file-non-leggibile', `${file}: non si può leggere (${perche}).`, { campo: 'rapporto' });
  }
}

/**
 * A quarter whose weeks were told one by one: `25,25,0,24.5,…`, one figure a week of the quarter, in order.
 * @throws ErroreDati `settimane-dettaglio-non-valide` when there are not as many figures as weeks
 */
export function situazioneDaSettimane(elenco: string, campi: CampiCalcolo): Situazione {
  const trimestre = parseTrimestre(campi.trimestre ?? '');
  const attese = settimane(trimestre);
  const ore = elenco.split(/[;,\s]+/).filter((testo) => testo !== '');
  if (ore.length !== attese.length) {
    throw new ErroreDati(
      'settimane-dettaglio-non-valide',
      `settimane-dettaglio: il trimestre ha ${attese.length} settimane e le ore indicate sono ${ore.length}; scriverle in ordine, separate da virgole, con il punto per le frazioni (25,24.5,0…).`,
      { campo: 'settimaneDettaglio' },
    );
  }
  const paga = campi.pagaOraria ?? campi.pagaMensile;
  return parseSituazione({
    trimestre: campi.trimestre,
    assunzione: campi.assunzione,
    cessazione: campi.cessazione,
    condizioni: [
      {
        dal: campi.assunzione ?? estremi(trimestre).primo,
        oreSettimanali: campi.oreSettimanali ?? String(Math.max(...ore.map(Number))),
        ...(paga === undefined
          ? {}
          : { paga: { tipo: campi.pagaOraria === undefined ? 'mensile' : 'oraria', importo: paga } }),
        vittoAlloggioGiorni: campi.vittoAlloggioGiorni,
        senzaCuaf: campi.senzaCuaf ?? false,
        tempoDeterminato: campi.tempoDeterminato ?? false,
      },
    ],
    ore: { tipo: 'settimane', settimane: attese.map(({ sabato }, i) => ({ sabato, ore: ore[i] })) },
    associazione: campi.associazione,
  });
}
