import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { ORE_DI_UNA_SETTIMANA } from '../contributi/ore.ts';
import { parseDatiCalcolo, type CampiCalcolo } from '../contributi/parse-dati.ts';
import { parseSituazione } from '../contributi/situazione/schema.ts';
import type { Situazione } from '../contributi/situazione/situazione.ts';
import { settimane, type Settimana } from '../scadenze/settimane.ts';
import { estremi, formatTrimestre } from '../scadenze/trimestre.ts';
import { Decimale, parseDecimale } from '../valori/decimale.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../valori/giorno.ts';
import { optionName } from './nomi.ts';
import { quanti } from '../valori/italiano.ts';

/**
 * A quarter as it was, from a YAML or JSON file; `trimestre` of the command line takes the place of the file's, and no other
 * option stands beside it: what it says would be lost.
 * @throws ErroreDati `file-non-leggibile`, `opzioni-incompatibili`, or naming the key that is wrong and why
 */
export function situazioneDaFile(file: string, { trimestre, ...altri }: CampiCalcolo): Situazione {
  refuseOptions(altri, '--rapporto', 'si scrive nel file');
  const letto = leggiMappa(file, 'un trimestre: servono almeno le chiavi trimestre e condizioni');
  return parseSituazione(trimestre === undefined ? letto : { ...letto, trimestre });
}

/**
 * The keys of a YAML or JSON file.
 * @param cosa what the file should tell
 * @throws ErroreDati `file-non-leggibile`
 */
export function leggiMappa(file: string, cosa: string): Readonly<Record<string, unknown>> {
  const letto = readYaml(file);
  if (typeof letto === 'object' && letto !== null && !Array.isArray(letto)) return letto as Record<string, unknown>;
  throw unreadable(file, `non descrive ${cosa}`);
}

function readYaml(file: string): unknown {
  let testo: string;
  try {
    testo = readFileSync(file, 'utf8');
  } catch (errore) {
    const codice = (errore as NodeJS.ErrnoException).code;
    const motivi: Readonly<Record<string, string>> = { ENOENT: 'il file non c’è', EISDIR: 'è una cartella' };
    throw unreadable(file, motivi[codice ?? ''] ?? `non si può leggere (${codice ?? 'motivo ignoto'})`);
  }
  const documento = parseDocument(testo, { schema: 'failsafe' });
  const [guasto] = documento.errors;
  if (guasto === undefined) return documento.toJS({ maxAliasCount: 0 }) as unknown;
  const { line, col } = guasto.linePos?.[0] ?? { line: 1, col: 1 };
  throw unreadable(
    file,
    `YAML non valido alla riga ${line}, colonna ${col}: controllare rientri, parentesi e virgolette`,
  );
}

function unreadable(file: string, perche: string): ErroreDati {
  return new ErroreDati('file-non-leggibile/perche', { file, perche, campo: 'rapporto' });
}

/**
 * A quarter whose weeks were told one by one: `25,25,0,24.5,…`, one figure a week of the quarter, in order; with semicolons
 * between them, fractions may have a comma.
 * @throws ErroreDati `settimane-dettaglio-non-valide` when there are not as many figures as weeks, or one is no number of hours
 */
export function situazioneDaSettimane(elenco: string, campi: CampiCalcolo): Situazione {
  refuseOptions(
    { ore: campi.ore, settimane: campi.settimane, straordinari: campi.straordinari },
    '--settimane-dettaglio',
    'è già detto dall’elenco',
  );
  const { trimestre, territorio, livello, indennita, scatti, ...letti } = parseDatiCalcolo(campi);
  const { oreInParti, settimaneIncomplete, quartaFascia, contoAssistenza, inizioF2, importoE1 } = letti;
  const attese = settimane(trimestre);
  const scritte = elenco.split(elenco.includes(';') ? /[;\s]+/ : /[,\s]+/).filter((testo) => testo !== '');
  if (scritte.length !== attese.length) {
    throw badWeeks(
      `il trimestre ${formatTrimestre(trimestre)} ha ${attese.length} settimane e le ore indicate sono di ${quanti(scritte.length, 'settimana', 'settimane')}; scriverle in ordine, ` +
        'separate da virgole (25,24.5,0…) o da punti e virgola (25;24,5;0…)',
    );
  }
  const ore = attese.map((settimana, i) => hoursOf(settimana, scritte[i] ?? '', i));
  const paga = campi.pagaOraria ?? campi.pagaMensile;
  return parseSituazione({
    trimestre: campi.trimestre,
    assunzione: campi.assunzione,
    cessazione: campi.cessazione,
    condizioni: [
      {
        dal: campi.assunzione ?? estremi(trimestre).primo,
        oreSettimanali: campi.oreSettimanali ?? Decimale.max(...ore).toFixed(),
        ...(paga === undefined
          ? {}
          : { paga: { tipo: campi.pagaOraria === undefined ? 'mensile' : 'oraria', importo: paga } }),
        vittoAlloggioGiorni: campi.vittoAlloggioGiorni,
        senzaCuaf: campi.senzaCuaf ?? false,
        tempoDeterminato: campi.tempoDeterminato ?? false,
        sostituzione: letti.sostituzione,
      },
    ],
    ore: { tipo: 'settimane', settimane: attese.map(({ sabato }, i) => ({ sabato, ore: ore[i]?.toFixed() })) },
    associazione: campi.associazione?.toUpperCase(),
    notti: letti.notti,
    assistenzaInPiu: campi.assistenzaInPiu,
    soloAssistenza: letti.soloAssistenza,
    territorio,
    minimo:
      livello === undefined
        ? undefined
        : { livello, indennita, scatti, forma: campi.pagaMensile === undefined ? 'oraria' : 'convivente' },
    oreInParti,
    settimaneIncomplete,
    quartaFascia,
    contoAssistenza,
    inizioF2,
    importoE1,
  });
}

function hoursOf({ sabato }: Settimana, testo: string, indice: number): Decimale {
  const quale = `${indice + 1}ª settimana (quella di sabato ${formatGiornoItaliano(sabato)}): «${testo.slice(0, 20)}»`;
  let ore: Decimale;
  try {
    ore = parseDecimale(testo, 'ore');
  } catch {
    throw badWeeks(`${quale} non è un numero di ore`);
  }
  if (ore.lte(ORE_DI_UNA_SETTIMANA)) return ore;
  throw badWeeks(`${quale} ore sono più di quelle di una settimana, ${ORE_DI_UNA_SETTIMANA}`);
}

function badWeeks(perche: string): ErroreDati {
  return new ErroreDati('settimane-dettaglio-non-valide', { perche, campo: 'settimaneDettaglio' });
}

/** Refuses an option whose value another one would put aside without a word. */
export function refuseOptions(campi: object, con: string, perche: string): void {
  const [prima] = Object.entries(campi).filter(([, valore]) => valore !== undefined);
  if (prima === undefined) return;
  const nome = optionName(prima[0]);
  throw new ErroreDati('opzioni-incompatibili', { opzione: nome, con, perche, campo: prima[0] });
}
