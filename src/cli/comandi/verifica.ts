import { access, constants } from 'node:fs/promises';
import type { Command } from 'commander';
import { leggiCodici } from '../../avvisi/lettura/leggi-codici.ts';
import { norme } from '../../norme/norme.ts';
import {
  campiVerificaDaAvviso,
  interpretaCodici,
  letturaToJson,
  type AvvisoLetto,
  type LetturaAvvisi,
} from '../../prospetti/lettura/index.ts';
import {
  parseDatiVerifica,
  seguitoDi,
  verifica,
  verificaToJson,
  type CampiVerifica,
  type EsitoVerifica,
  type ImportoVicino,
  type Ipotesi,
} from '../../prospetti/verifica/index.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { centesimi, formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { conPremesse, premesse } from '../../norme/premesse.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';
import { ore as testoOre } from '../../contributi/testo.ts';

type OpzioniVerifica = Opzioni<CampiVerifica & { avviso?: string; json?: boolean }>;

/** `trimestre verifica`: what an INPS notice's amount may be, and by how much it is off. */
export function comandoVerifica(): Command {
  const command = createCommand('verifica')
    .esempio('--trimestre 4/2020 --importo 338,00', '--avviso avviso.pdf --ore-vere 312')
    .option('--trimestre <n/aaaa>', 'il trimestre, per esempio 4/2020')
    .option('--importo <euro>', 'l’importo dell’avviso')
    .option('--avviso <file>', 'l’avviso stesso, o un PDF che ne ha molti, o una foto: ne legge codici e importo')
    .option('--codice-inps <15 cifre>', 'il codice INPS stampato, in luogo del trimestre')
    .option('--rapporto <codice>', 'codice del rapporto di lavoro')
    .option('--ore <ore>', 'ore che l’avviso indica')
    .option('--ore-settimanali <ore>', 'ore alla settimana che l’avviso indica')
    .option('--settimane <n>', 'settimane che l’avviso indica')
    .option('--fascia <1-4>', 'fascia, se è nota')
    .option('--paga-oraria <euro>', 'paga oraria pattuita, se è nota')
    .option('--retribuzione-oraria-effettiva <euro>', 'retribuzione oraria effettiva, se è nota')
    .option('--senza-cuaf', 'solo ipotesi senza CUAF')
    .option('--tempo-determinato', 'solo ipotesi a tempo determinato')
    .option('--associazione <codice>', 'F2, E1 oppure nessuna')
    .option('--mezze-ore', 'cerca anche ore con la mezza')
    .option('--ore-vere <ore>', 'ore davvero retribuite: dice di quanto l’avviso sbaglia')
    .option('--settimane-vere <n>', 'settimane davvero retribuite');
  return withJson(command).action(async (opzioni: OpzioniVerifica) => {
    const { avviso: file, json, ...campi } = opzioni;
    if (file !== undefined) return checkNotices(file, campi, json === true);
    const esito = verifica(parseDatiVerifica(campi), norme());
    const anni = [esito.dati.trimestre.anno];
    if (json) return printJson(conPremesse(norme(), anni, verificaToJson(esito)));
    printLines([...premesse(norme(), anni), ...describe(esito)]);
  });
}

/** The codes of a notice, which those of another creditor need not be, say no quarter to check the amount in. */
const SENZA_TRIMESTRE = 'campo-mancante/trimestre-dell-avviso';

/** A notice, and the check of its amount or why there is none. */
interface Verificato {
  readonly letto: AvvisoLetto;
  readonly esito: EsitoVerifica | null;
  readonly perche?: string;
}

/** Every notice of a document, in the order in which they stand there. */
async function checkNotices(file: string, campi: Opzioni<CampiVerifica>, json: boolean): Promise<void> {
  const lettura = await readNotices(file);
  const solo = lettura.avvisi.length === 1;
  const verificati = lettura.avvisi.map((letto): Verificato => {
    try {
      return { letto, esito: verifica(parseDatiVerifica(fieldsOf(letto, campi)), norme()) };
    } catch (errore) {
      // What was read is said all the same: of many, one that cannot be checked does not keep back the others.
      if (!(errore instanceof ErroreDati) || errore.codice === 'opzioni-incompatibili') throw errore;
      if (solo && errore.voce !== SENZA_TRIMESTRE) throw errore;
      const perche = letto.inps ? errore.message : 'non è un avviso dell’INPS.';
      return { letto, esito: null, perche };
    }
  });
  // The only notice was to be checked, and was not.
  if (solo && verificati[0]?.esito === null) process.exitCode = 2;
  const anni = verificati.flatMap(({ esito }) => (esito === null ? [] : [esito.dati.trimestre.anno]));
  if (json) return printJson(conPremesse(norme(), anni, toJson(lettura, verificati)));
  printLines([
    ...premesse(norme(), anni),
    ...(solo ? [] : [`Nel file ci sono ${verificati.length} avvisi.`, '']),
    ...verificati.flatMap(({ letto, esito, perche = '' }, indice) => [
      ...(indice === 0 ? [] : ['', '']),
      ...(solo ? [] : [`${indice + 1}. (pagina ${letto.pagina})`]),
      ...describeNotice(letto, esito),
      ...(esito === null ? [`Importo non verificato: ${perche}`] : describe(esito)),
    ]),
  ]);
}

/** Each notice with its check; the check of the only one stands at the top too, as when its amount is written by hand. */
function toJson(lettura: LetturaAvvisi, verificati: readonly Verificato[]) {
  const { avvisi, ...altro } = letturaToJson(lettura);
  const insieme = verificati.map(({ esito, perche }, indice) => ({
    ...avvisi[indice],
    verifica: esito === null ? null : verificaToJson(esito),
    nonVerificato: perche ?? null,
  }));
  const primo = verificati[0]?.esito;
  const suo = verificati.length === 1 && primo !== null && primo !== undefined ? verificaToJson(primo) : {};
  return { ...altro, ...suo, avvisi: insieme };
}

/** What a notice says and what the person adds to it: the amount is the notice's, the quarter must come from one of them. */
function fieldsOf(letto: AvvisoLetto, campi: CampiVerifica): CampiVerifica {
  const importo = formatEuroItaliano(letto.importo);
  if (campi.importo !== undefined) {
    throw new ErroreDati('opzioni-incompatibili/importo', { importo, campo: 'importo' });
  }
  if (letto.indizi.trimestre === null && campi.trimestre === undefined && campi.codiceInps === undefined) {
    const quale = `${formatCodiceAvviso(letto.codiceAvviso)}, ${importo} €`;
    throw new ErroreDati(SENZA_TRIMESTRE, { quale, campo: 'trimestre' });
  }
  return campiVerificaDaAvviso(letto, campi);
}

/** What was read, and the quarter it is taken for. */
function describeNotice(letto: AvvisoLetto, esito: EsitoVerifica | null): string[] {
  return [
    `Avviso ${formatCodiceAvviso(letto.codiceAvviso)}, ${formatEuroItaliano(letto.importo)} €, creditore ${letto.inps ? 'INPS' : letto.codiceFiscaleEnte}`,
    ...(letto.oggetto === null ? [] : [`causale: ${letto.oggetto}`]),
    ...(esito === null ? [] : [quarterOf(letto, esito)]),
    ...letto.avvertenze,
    '',
  ];
}

function quarterOf({ indizi: { trimestre } }: AvvisoLetto, { dati }: EsitoVerifica): string {
  const usato = formatTrimestre(dati.trimestre);
  const indicato = trimestre === null ? usato : formatTrimestre(trimestre);
  return indicato === usato
    ? `trimestre ${usato}`
    : italiano`ATTENZIONE: la causale fa pensare al trimestre ${indicato}; qui si guarda il ${usato}, come indicato`;
}

async function readNotices(file: string): Promise<LetturaAvvisi> {
  await access(file, constants.R_OK).catch(() => {
    throw new ErroreDati('file-non-leggibile', { file, campo: 'avviso' });
  });
  const lettura = interpretaCodici(await leggiCodici(file));
  if (lettura.avvisi.length > 0) return lettura;
  throw new ErroreDati('avviso-non-riconosciuto', { file, sintesi: lettura.sintesi, campo: 'avviso' });
}

function describe({ sintesi, ipotesi, vicini, scostamento }: EsitoVerifica): string[] {
  const celle = ipotesi.map(({ calcolo, distribuzione, tariffa, motivi }: Ipotesi) => [
    calcolo.ore.toFixed().replace('.', ','),
    String(distribuzione.settimane),
    String(tariffa.fascia),
    tariffa.senzaCuaf ? 'no' : 'sì',
    tariffa.tempoDeterminato ? 'determinata' : 'indeterminata',
    tariffa.associazione ?? '-',
    formatEuroItaliano(tariffa.contributoOrario),
    motivi.join('; '),
  ]);
  const intestazioni = ['ore', 'settimane', 'fascia', 'CUAF', 'durata', 'assistenza', 'orario', 'perché'];
  return [
    sintesi,
    ...(celle.length === 0 ? [] : ['', ...formatTable(intestazioni, celle)]),
    ...(vicini.length === 0 ? [] : ['', 'Gli importi possibili più vicini:', ...vicini.map(describeNear)]),
    ...(scostamento === null
      ? []
      : [
          '',
          scostamento.frase,
          ...[...scostamento.avvertenze, ...seguitoDi(scostamento)].map((testo) => `- ${testo}`),
        ]),
  ];
}

function describeNear({ importo, differenza, ore, tariffa }: ImportoVicino): string {
  const { fascia, senzaCuaf, tempoDeterminato, associazione, oraria } = tariffa;
  const caso = [
    `${fascia}ª fascia`,
    senzaCuaf ? 'senza CUAF' : 'con CUAF',
    `a tempo ${tempoDeterminato ? 'determinato' : 'indeterminato'}`,
    ...(associazione === null ? [] : [`con ${associazione}`]),
  ];
  const segno = differenza > 0 ? '+' : '−';
  const scarto = formatEuroItaliano(centesimi(Math.abs(differenza)));
  const conto = `${testoOre(ore)} × ${formatEuroItaliano(oraria)} €`;
  return `${formatEuroItaliano(importo)} € (${segno}${scarto}): ${conto}, ${caso.join(', ')}`;
}
