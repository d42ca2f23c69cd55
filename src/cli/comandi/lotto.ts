import { Argument, Option } from 'commander';
import type { EsitoCalcola } from '../../lotti/calcola/richiesta.ts';
import { lottoCalcola } from '../../lotti/calcola/lotto-calcola.ts';
import { besideFor } from '../../lotti/uscita/percorsi.ts';
import type { RigheNascoste } from '../../lotti/fogli/foglio-in-csv.ts';
import { lottoModello } from '../../lotti/modello/lotto-modello.ts';
import { type Colonna, COLONNE } from '../../lotti/righe/colonne.ts';
import { SINONIMI } from '../../lotti/righe/sinonimi.ts';
import { formatEuro, formatEuroItaliano } from '../../valori/denaro.ts';
import { describeProgress, progressLine } from '../avanzamento.ts';
import type { Comando } from '../comando.ts';
import { conFlussi, FLUSSO } from '../flussi.ts';
import { primaLePremesse } from '../../norme/premesse.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';
import { comandoLottoAvvisi } from './lotto-avvisi.ts';
import { righeNascoste } from './opzioni-lotto.ts';
import { quanti } from '../../valori/italiano.ts';

interface OpzioniCalcola {
  readonly out: string;
  readonly errori?: string;
  readonly daCorreggere?: string;
  readonly dettaglio?: boolean;
  readonly formato?: 'italiano' | 'iso';
  readonly righeNascoste?: RigheNascoste;
  readonly riprendi?: boolean;
  readonly json?: boolean;
}

const IMPORTI = { estensione: '.csv', accanto: ['errori'] } as const;
const NON_RIPRESO = 'Non c’era un lavoro da riprendere: si è cominciato da capo.';

/** `trimestre lotto calcola | avvisi | modello`: files of rapporti in, amounts or notices out. */
export function comandoLotto(): Comando {
  return createCommand('lotto').addCommand(calcola()).addCommand(comandoLottoAvvisi()).addCommand(modello());
}

function calcola(): Comando {
  const command = createCommand('calcola', 'calcola gli importi di tutte le righe di un file CSV, XLSX o ODS')
    .esempio('rapporti.csv --out importi.csv')
    .addArgument(new Argument('<file>', 'il file dei rapporti; - è ciò che arriva dall’ingresso'))
    .addOption(new Option('--out <file>', 'il file degli importi, CSV o XLSX; - è l’uscita, CSV').makeOptionMandatory())
    .scriveIn('out', ({ out }) => out as string)
    .scrive(
      '--errori <file>',
      'il file delle righe rifiutate (altrimenti accanto a quello degli importi)',
      ({ out, errori }) => (errori ?? besideFor(out as string, 'errori')) as string,
    )
    .option('--dettaglio', 'tutti i passi di ogni importo, non una frase')
    .addOption(new Option('--formato <forma>', 'numeri e date del CSV').choices(['italiano', 'iso']))
    .scrive('--da-correggere <file>', 'le righe rifiutate con le loro colonne e il perché, da correggere e ridare')
    .addOption(righeNascoste())
    .option('--riprendi', 'continua un lavoro interrotto');
  return withJson(command).action(async (input: string, { json, ...opzioni }: OpzioniCalcola) => {
    const stop = new AbortController();
    const fermato = (): void => stop.abort();
    for (const segnale of ['SIGINT', 'SIGTERM'] as const) process.once(segnale, fermato);
    const riga = progressLine();
    const esito = await conFlussi({ input, ...opzioni }, IMPORTI, (file) =>
      lottoCalcola({
        ...file,
        daCapo: () => command.rifiutaEsistenti(),
        signal: stop.signal,
        onProgress: (a) => riga.show(describeProgress(a.bytesLetti, a.bytesTotali, a.righe, a.rifiutate)),
      }),
    ).finally(riga.end);
    // Where the amounts go to standard output, what is said of them must not.
    const dove = opzioni.out === FLUSSO ? process.stderr : process.stdout;
    if (json) printJson(toJson(esito), dove);
    else
      printLines(
        [...esito.premesse, ...(opzioni.riprendi === true && !esito.ripreso ? [NON_RIPRESO] : []), ...describe(esito)],
        dove,
      );
    process.exitCode = esito.codice;
  });
}

function modello(): Comando {
  const command = createCommand('modello', 'scrive un file di esempio da riempire')
    .esempio('--out modello.xlsx')
    .addOption(new Option('--out <file>', 'il file da scrivere, CSV o XLSX').makeOptionMandatory())
    .scriveIn('out', ({ out }) => out as string);
  return withJson(command).action(async ({ out, json }: { out: string; json?: boolean }) => {
    await lottoModello({ out });
    if (json) printJson({ file: out });
    else printLines(['Le colonne, e gli altri nomi che possono avere:', ...COLONNE.map(nomi)]);
  });
}

function nomi(colonna: Colonna): string {
  return `  ${[colonna, ...SINONIMI[colonna]].join(', ')}`;
}

function toJson({ premesse, riepilogo, ...esito }: EsitoCalcola) {
  return primaLePremesse(premesse, {
    ...esito,
    riepilogo: {
      ...riepilogo,
      totale: formatEuro(riepilogo.totale),
      quotaLavoratore: formatEuro(riepilogo.quotaLavoratore),
      quotaDatore: formatEuro(riepilogo.quotaDatore),
      contributoAssociazione: formatEuro(riepilogo.contributoAssociazione),
      perTrimestre: riepilogo.perTrimestre.map((voce) => ({ ...voce, totale: formatEuro(voce.totale) })),
    },
  });
}

function describe({ riepilogo: r, avvisi, interrotto }: EsitoCalcola): string[] {
  if (interrotto) return ['Interrotto: con --riprendi si continua da qui.'];
  if (r.righe === 0) return ['Il file ha soltanto l’intestazione: nessuna riga da calcolare.', ...avvisi];
  return [
    `${quanti(r.righe, 'riga', 'righe')}: ${quanti(r.righeCalcolate, 'calcolata', 'calcolate')}, ` +
      `${quanti(r.righeRifiutate, 'rifiutata', 'rifiutate')}; ${bollettini(r.bollettini)}.`,
    `Totale ${formatEuroItaliano(r.totale)} euro (lavoratori ${formatEuroItaliano(r.quotaLavoratore)}, datori ${formatEuroItaliano(r.quotaDatore)}).`,
    ...r.perTrimestre.map((t) => `  ${t.trimestre}: ${bollettini(t.bollettini)}, ${formatEuroItaliano(t.totale)} euro`),
    ...conAvvertenze(r.righeConAvvertenze),
    ...(r.errori === 0 ? [] : ['Righe rifiutate:']),
    ...r.primiErrori.map((e) => `  riga ${e.riga}${e.colonna === '' ? '' : `, ${e.colonna}`}: ${e.errore}`),
    ...(r.errori > r.primiErrori.length ? [`  … e altri ${r.errori - r.primiErrori.length} errori nel file.`] : []),
    ...avvisi,
  ];
}

function conAvvertenze(quante: number): string[] {
  if (quante === 0) return [];
  const righe = quante === 1 ? 'Una riga ha' : `${quanti(quante, 'riga', 'righe')} hanno`;
  return [`${righe} qualcosa da ricontrollare: si veda la colonna «avvertenze».`];
}

function bollettini(quante: number): string {
  return quanti(quante, 'bollettino', 'bollettini');
}
