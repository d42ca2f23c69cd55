import type { Command } from 'commander';
import { renderAvvisoPdf } from '../../avvisi/avvisi-pdf.ts';
import type { SceltaAvviso } from '../../avvisi/scelta-avviso.ts';
import { datiAvviso } from '../../bollettini/avviso.ts';
import { formatCodiceAvviso, parseCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { giornoInItalia } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { opzioneEdizione, opzioneLavoratore, opzioneLingua } from '../scelta-avviso.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { printJson, printLines } from '../uscita.ts';

type OpzioniAvviso = SceltaAvviso & { readonly out?: string; readonly json?: boolean };

/** `trimestre avviso <id> --out F.pdf` and `trimestre avviso decodifica <codice avviso>`. */
export function comandoAvviso(): Command {
  const command = createCommand('avviso')
    .esempio('991097845203027 --out avviso.pdf')
    .argument('<bollettino>', 'il suo id, o il codice avviso di 18 cifre')
    .scrive('--out <file>', 'il PDF da scrivere')
    .addOption(opzioneEdizione())
    .addOption(opzioneLingua())
    .addOption(opzioneLavoratore())
    .addCommand(decodifica());
  return withJson(command).action((id: string, { out, json, ...chiesta }: OpzioniAvviso) => {
    // Not a requiredOption: commander would ask it of «avviso decodifica» too.
    if (out === undefined) throw new ErroreDati('out-mancante', { campo: 'out' });
    return withApplicazione(async ({ bollettini, registro, impostazioni, clock }) => {
      const { bollettino, rapporto } = await bollettini.mostraPerOperatore(id);
      const datore = await registro.datore(bollettino.datoreId);
      if (datore === undefined) throw new NonTrovato('Datore di lavoro');
      const { ente, avviso: predefinita } = impostazioni;
      const stampa = { ente, predefinita, oggi: giornoInItalia(clock.now()), chiesta };
      const dati = datiAvviso({ bollettino, rapporto, datore }, stampa);
      const file = await writeWholeFile(out, renderAvvisoPdf(dati));
      if (json) {
        return printJson({
          file,
          codiceAvviso: dati.codiceAvviso,
          importo: formatEuro(dati.importo),
          scadenza: dati.scadenza,
          edizione: dati.edizione,
          lingua: dati.lingua,
        });
      }
      printLines([`${file}: avviso ${formatCodiceAvviso(dati.codiceAvviso)}`]);
    });
  });
}

function decodifica(): Command {
  const command = createCommand('decodifica', 'di che cosa è fatto un codice avviso')
    .esempio('301000000001234519')
    .argument('<codice...>', '18 cifre');
  return withJson(command).action((pezzi: string[], opzioni: { json?: boolean }) => {
    const parti = parseCodiceAvviso(pezzi.join(' '));
    if (opzioni.json) return printJson(parti);
    printLines([
      `Codice avviso ${formatCodiceAvviso(parti.codiceAvviso)}`,
      `aux digit ${parti.auxDigit}`,
      ...(parti.codiceSegregazione === null ? [] : [`codice di segregazione ${parti.codiceSegregazione}`]),
      ...(parti.codiceApplicazione === null ? [] : [`codice applicazione ${parti.codiceApplicazione}`]),
      `IUV ${parti.iuv}`,
      parti.controlloValido === null
        ? 'senza cifre di controllo'
        : `cifre di controllo ${parti.controllo ?? ''}: ${parti.controlloValido ? 'esatte' : 'sbagliate'}`,
    ]);
  });
}
