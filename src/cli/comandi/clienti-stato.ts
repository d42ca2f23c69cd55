import type { Cliente } from '../../archivio/repository-clienti.ts';
import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import { statoCsv, statoToJson, statoXlsx } from '../../clienti/stato-in-tabella.ts';
import { STATI_TRIMESTRE, type StatoDeiClienti } from '../../clienti/stato-trimestre.ts';
import { wantsXlsx } from '../../lotti/calcola/fogli.ts';
import { checkUscite } from '../../lotti/uscita/percorsi.ts';
import { formatTrimestre, parseTrimestre } from '../../scadenze/trimestre.ts';
import { type Centesimi, formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';
import { conUfficio, proprietarioDi, type OpzioniUfficio } from './clienti-comune.ts';

interface Opzioni extends OpzioniUfficio {
  readonly trimestre: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `trimestre clienti stato`. */
export function stato(): Comando {
  const command = conUfficio(createCommand('stato', 'chi ha pagato un trimestre, chi no e chi manca, con i totali'))
    .esempio('--trimestre 4/2026', '--trimestre 4/2026 --out stato.xlsx')
    .requiredOption('--trimestre <n/aaaa>', 'il trimestre')
    .scrive('--out <file>', 'lo scrive in un file, CSV o XLSX');
  return withJson(command).action(({ trimestre, out, ufficio, json }: Opzioni) =>
    withApplicazione(async (app) => {
      if (out !== undefined) checkUscite(undefined, [{ campo: 'out', path: out, estensioni: ['.csv', '.xlsx'] }]);
      const quando = parseTrimestre(trimestre);
      const esito = await createServizioClienti(app).stato(
        { proprietario: await proprietarioDi(app, ufficio) },
        quando,
      );
      if (out !== undefined) {
        await writeWholeFile(out, wantsXlsx(out) ? await statoXlsx(esito) : Buffer.from(statoCsv(esito)));
      }
      if (json === true) printJson(statoToJson(esito));
      else printLines(describe(esito));
    }),
  );
}

function describe({ trimestre, righe, perCliente, totale, senzaSettimane }: StatoDeiClienti): string[] {
  const euro = (importo: Centesimi | undefined) => (importo === undefined ? '' : formatEuroItaliano(importo));
  return [
    `Trimestre ${formatTrimestre(trimestre)}: ${quanti(totale.rapporti, 'rapporto', 'rapporti')}, ${quanti(totale.mancano, 'senza bollettino', 'senza bollettino')}.`,
    ...formatTable(
      ['Datore', 'Rapporto', 'Stato', 'Emesso', 'Da pagare', 'Entro il', 'Prima', 'Differenza'],
      righe.map(({ cliente: { datore, rapporto }, ...riga }) => [
        `${datore.cognome} ${datore.nome}`,
        rapporto.codice,
        STATI_TRIMESTRE[riga.stato],
        euro(riga.emesso),
        euro(riga.daPagare),
        formatGiornoItaliano(riga.scadenza),
        euro(riga.prima),
        euro(riga.differenza),
      ]),
    ),
    '',
    ...formatTable(
      ['Cliente', 'Rapporti', 'Mancano', 'Emesso', 'Pagato', 'Da pagare'],
      [
        ...perCliente.map(({ datore, ...t }) => [`${datore.cognome} ${datore.nome}`, t] as const),
        ['Totale', totale] as const,
      ].map(([nome, t]) => [
        nome,
        String(t.rapporti),
        String(t.mancano),
        euro(t.emesso),
        euro(t.pagato),
        euro(t.daPagare),
      ]),
    ),
    ...(senzaSettimane.length === 0 ? [] : ['', 'Senza settimane nel trimestre, non ancora cominciati o finiti:']),
    ...senzaSettimane.map(
      ({ datore, rapporto }) => `  ${rapporto.codice}, ${datore.cognome} ${datore.nome}: ${periodo(rapporto)}`,
    ),
  ];
}

function periodo({ assunzione, cessazione }: Cliente['rapporto']): string {
  const dal = formatGiornoItaliano(assunzione);
  return cessazione === undefined ? italiano`dal ${dal}` : italiano`dal ${dal} al ${formatGiornoItaliano(cessazione)}`;
}
