import { userInfo } from 'node:os';
import { parseCodiceRapporto } from '../../anagrafe/codice-rapporto.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { clienteToJson } from '../../clienti/cliente-to-json.ts';
import { fileDelTrimestre } from '../../clienti/file-del-trimestre.ts';
import { type CampiCambio, NESSUNA_ASSOCIAZIONE, parseCambio } from '../../clienti/parse-cambio.ts';
import { createServizioClienti } from '../../clienti/servizio-clienti.ts';
import type { Richiedente } from '../../lotti/coda/servizio-lotti.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import { quanti } from '../../valori/italiano.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { writeWholeFile } from '../scrivi-file.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';
import { conUfficio, describeCliente, proprietarioDi, type OpzioniUfficio } from './clienti-comune.ts';
import { importa } from './clienti-importa.ts';
import { stato } from './clienti-stato.ts';

type Opzioni = OpzioniUfficio & { readonly [nome in string]?: string } & { readonly json?: boolean };

/** `trimestre clienti`: the rapporti that an office follows from quarter to quarter. */
export function comandoClienti(): Comando {
  const command = createCommand('clienti');
  for (const uno of [importa(), elenco(), cambia(), termina(), togli(), file(), stato(), scadenze()]) {
    command.addCommand(uno);
  }
  return command;
}

function elenco(): Comando {
  const command = conUfficio(createCommand('elenco', 'i rapporti che si seguono')).esempio('');
  return withJson(command).action(({ ufficio, json }: Opzioni) =>
    withApplicazione(async (app) => {
      const tutti = await createServizioClienti(app).elenco(await proprietarioDi(app, ufficio));
      if (json === true) return printJson(tutti.map(clienteToJson));
      printLines([
        ...formatTable(
          ['Datore', 'Rapporto', 'Lavoratore'],
          tutti.map(({ datore, rapporto }) => [
            `${datore.cognome} ${datore.nome}`,
            rapporto.codice,
            `${rapporto.lavoratore.cognome} ${rapporto.lavoratore.nome}`,
          ]),
        ),
        `${quanti(tutti.length, 'rapporto', 'rapporti')}.`,
      ]);
    }),
  );
}

/** A command on one rapporto of the list. */
function unRapporto(nome: string, descrizione: string): Comando {
  const command = conUfficio(createCommand(nome, descrizione));
  command.requiredOption('--rapporto <codice>', 'il codice del rapporto, fra quelli che si seguono');
  return withJson(command);
}

type Fatto = ReturnType<typeof createServizioClienti>['togli'];

function done(
  { ufficio, json }: Opzioni,
  fa: (app: Applicazione, richiedente: Richiedente) => ReturnType<Fatto>,
): Promise<void> {
  return withApplicazione(async (app) => {
    const proprietario = await proprietarioDi(app, ufficio);
    const cliente = await fa(app, { proprietario, attore: { tipo: 'sistema', nome: `cli:${userInfo().username}` } });
    if (json === true) printJson(clienteToJson(cliente));
    else printLines(describeCliente(cliente));
  });
}

function cambia(): Comando {
  return unRapporto('cambia', 'ore, paga e altre condizioni di un rapporto da un giorno in poi')
    .esempio(
      '--rapporto 99109784511 --dal 01/10/2026 --ore-settimanali 30 --paga-oraria 9,00',
      '--rapporto 99109784511 --dal 01/10/2026 --associazione nessuna',
    )
    .requiredOption('--dal <giorno>', 'da quando, 01/10/2026 o 2026-10-01')
    .option('--ore-settimanali <ore>', 'ore di una settimana')
    .option('--paga-oraria <euro>', 'paga oraria')
    .option('--paga-mensile <euro>', 'paga mensile, al posto di quella oraria')
    .option('--vitto-alloggio-giorni <giorni>', 'giorni di vitto e alloggio alla settimana, da 0 a 7')
    .option('--senza-cuaf <si|no>', 'coniuge, o parente convivente')
    .option('--tempo-determinato <si|no>', 'a tempo determinato')
    .option('--associazione <codice>', `assistenza contrattuale: F2, E1 o ${NESSUNA_ASSOCIAZIONE}`)
    .action((opzioni: Opzioni) =>
      done(opzioni, (app, richiedente) => {
        const codice = parseCodiceRapporto(opzioni['rapporto'] ?? '', 'rapporto');
        return createServizioClienti(app).cambia(richiedente, codice, parseCambio(opzioni as CampiCambio));
      }),
    );
}

function termina(): Comando {
  return unRapporto('termina', 'scrive nel registro la fine di un rapporto')
    .esempio('--rapporto 99109784511 --il 31/12/2026')
    .requiredOption('--il <giorno>', 'ultimo giorno di lavoro')
    .action((opzioni: Opzioni) =>
      done(opzioni, (app, richiedente) => {
        const { rapporto = '', il = '' } = opzioni;
        const codice = parseCodiceRapporto(rapporto, 'rapporto');
        return createServizioClienti(app).termina(richiedente, codice, parseGiorno(il, 'il'));
      }),
    );
}

function togli(): Comando {
  return unRapporto('togli', 'non segue più un rapporto, che resta nel registro')
    .esempio('--rapporto 99109784511')
    .action((opzioni: Opzioni) =>
      done(opzioni, (app, { proprietario }) =>
        createServizioClienti(app).togli(proprietario, parseCodiceRapporto(opzioni['rapporto'] ?? '', 'rapporto')),
      ),
    );
}

function file(): Comando {
  return conUfficio(
    createCommand('file', 'il file dei clienti per un trimestre, da dare a lotto calcola o lotto avvisi'),
  )
    .esempio('--trimestre 4/2026 --out clienti.csv')
    .requiredOption('--trimestre <n/aaaa>', 'il trimestre')
    .requiredOption('--out <file>', 'il CSV da scrivere')
    .scriveIn('out', ({ out }) => out as string)
    .action(({ ufficio, trimestre = '', out = '' }: Opzioni) =>
      withApplicazione(async (app) => {
        const tutti = await createServizioClienti(app).elenco(await proprietarioDi(app, ufficio));
        await writeWholeFile(out, Buffer.from(fileDelTrimestre(tutti, parseTrimestre(trimestre))));
      }),
    );
}

function scadenze(): Comando {
  return conUfficio(createCommand('scadenze', 'le scadenze di tutti i clienti in un file per il calendario'))
    .esempio('--dal 4/2026 --al 4/2027 --out scadenze.ics')
    .requiredOption('--dal <n/aaaa>', 'primo trimestre')
    .requiredOption('--al <n/aaaa>', 'ultimo trimestre')
    .requiredOption('--out <file>', 'il file ICS da scrivere')
    .scriveIn('out', ({ out }) => out as string)
    .action(({ ufficio, dal = '', al = '', out = '' }: Opzioni) =>
      withApplicazione(async (app) => {
        const da = parseTrimestre(dal, 'dal');
        const ics = await createServizioClienti(app).scadenze(
          await proprietarioDi(app, ufficio),
          da,
          parseTrimestre(al, 'al'),
        );
        await writeWholeFile(out, Buffer.from(ics));
      }),
    );
}
