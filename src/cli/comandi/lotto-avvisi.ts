import { userInfo } from 'node:os';
import { Option } from 'commander';
import { type FileAvvisi, fileAvvisi } from '../../lotti/avvisi/file-avvisi.ts';
import type { EsitoAvvisi, RichiestaAvvisi } from '../../lotti/avvisi/richiesta.ts';
import { formatEuro, formatEuroItaliano } from '../../valori/denaro.ts';
import { progressLine } from '../avanzamento.ts';
import type { Comando, Dove } from '../comando.ts';
import { conFlussi, FLUSSO } from '../flussi.ts';
import { createCommand, withJson } from '../programma.ts';
import { opzioneEdizione, opzioneLavoratore, opzioneLingua } from '../scelta-avviso.ts';
import { printJson, printLines } from '../uscita.ts';
import { righeNascoste } from './opzioni-lotto.ts';
import { quanti } from '../../valori/italiano.ts';

type Opzioni = Omit<RichiestaAvvisi, 'app' | 'attore' | 'input' | 'onProgress' | 'signal' | 'daCapo'> & {
  readonly json?: boolean;
};

const AVVISI = { estensione: '.pdf', accanto: ['errori', 'manifesto'] } as const;

/**
 * `trimestre lotto avvisi`: the bollettini of a file's rows, and their notices for the printer. Database and printing are loaded
 * when it runs: the other commands on files should not wait for them, nor pay their memory.
 */
export function comandoLottoAvvisi(): Comando {
  const command = createCommand('avvisi', 'emette i bollettini di un file e ne stampa gli avvisi')
    .esempio(
      'rapporti.csv --out avvisi.pdf --copertina',
      'rapporti.csv --cartella avvisi --zip',
      'rapporti.csv --out avvisi.pdf --sostituisci --integra',
    )
    .argument('<file>', 'il file dei rapporti, CSV, XLSX o ODS; - è ciò che arriva dall’ingresso')
    .scrive('--out <file>', 'un solo PDF per la stampante')
    .scrive('--cartella <dir>', 'un PDF per datore, in una cartella nuova', (opzioni) =>
      opzioni['cartella'] === undefined ? undefined : fileOf('out')(opzioni, []),
    )
    .option('--zip', 'con --cartella: un archivio ZIP')
    .addOption(new Option('--ordine <come>', 'ordine delle pagine').choices(['datore', 'file']))
    .option(
      '--copertina',
      'prima di ogni datore un foglio con l’elenco e il totale; mette gli avvisi in ordine di datore',
    )
    .option('--fronte-retro', 'ogni avviso comincia su un foglio nuovo')
    .addOption(opzioneEdizione())
    .addOption(opzioneLingua())
    .addOption(opzioneLavoratore())
    .option('--sostituisci', 'annulla i bollettini non pagati delle stesse settimane; un importo uguale resta com’è')
    .option('--integra', 'dei trimestri già pagati emette la differenza')
    .scrive(
      '--manifesto <file>',
      'elenco di id, codice avviso, IUV nuovo e sostituito, importo e pagina (altrimenti accanto al PDF; con --cartella è lì dentro)',
      fileOf('manifesto'),
    )
    .scrive('--errori <file>', 'il file delle righe rifiutate (altrimenti accanto agli avvisi)', fileOf('errori'))
    .scrive('--da-correggere <file>', 'le righe rifiutate con le loro colonne e il perché, da correggere e ridare')
    .addOption(righeNascoste())
    .option('--riprendi', 'continua un lavoro interrotto');
  return withJson(command).action(async (input: string, { json, ...opzioni }: Opzioni) => {
    const { withApplicazione } = await import('../con-applicazione.ts');
    const { lottoAvvisi } = await import('../../lotti/avvisi/lotto-avvisi.ts');
    await withApplicazione(async (app) => {
      const stop = new AbortController();
      for (const segnale of ['SIGINT', 'SIGTERM'] as const) process.once(segnale, () => stop.abort());
      const riga = progressLine();
      const esito = await conFlussi({ input, ...opzioni }, AVVISI, (file) =>
        lottoAvvisi({
          app,
          attore: { tipo: 'sistema', nome: `cli:${userInfo().username}` },
          ...file,
          daCapo: () => command.rifiutaEsistenti(),
          signal: stop.signal,
          onProgress: (a) =>
            riga.show(
              `${a.fase}: ${a.fatti} di ${a.totali}, ${quanti(a.righe, 'riga', 'righe')}, ${quanti(a.rifiutate, 'rifiutata', 'rifiutate')}`,
            ),
        }),
      ).finally(riga.end);
      const dove = opzioni.out === FLUSSO ? process.stderr : process.stdout;
      if (json) printJson(toJson(esito), dove);
      else printLines(describe(esito), dove);
      process.exitCode = esito.codice;
    });
  });
}

function fileOf(quale: keyof FileAvvisi): Dove {
  return (opzioni) => fileAvvisi(opzioni)?.[quale];
}

function toJson({ riepilogo, ...esito }: EsitoAvvisi) {
  return {
    ...esito,
    riepilogo: riepilogo === undefined ? null : { ...riepilogo, totale: formatEuro(riepilogo.totale) },
  };
}

function describe({ riepilogo: r, avvertenze }: EsitoAvvisi): string[] {
  if (r === undefined) return ['Interrotto: con --riprendi si continua da qui.'];
  return [
    `${quanti(r.righe, 'riga', 'righe')}, ${quanti(r.righeRifiutate, 'rifiutata', 'rifiutate')}; ${quanti(r.avvisi, 'avviso', 'avvisi')} ` +
      `di ${quanti(r.datori, 'datore', 'datori')} in ${quanti(r.pagine, 'pagina', 'pagine')}, ${formatEuroItaliano(r.totale)} euro.`,
    ...(r.sostituiti === 0
      ? []
      : [`Bollettini annullati, in luogo dei quali vanno questi: ${r.sostituiti} (nell’elenco).`]),
    ...(r.errori === 0 ? [] : ['Righe rifiutate:']),
    ...r.primiErrori.map((e) => `  riga ${e.riga}, ${e.colonna} «${e.valore}»: ${e.errore}`),
    ...avvertenze,
  ];
}
