import { Argument } from 'commander';
import { CAMPI_INDIRIZZO, formatIndirizzo, type Indirizzo, NESSUN_INDIRIZZO } from '../../anagrafe/indirizzo.ts';
import { LINGUE_AVVISO, type LinguaAvviso, NOMI_LINGUE } from '../../anagrafe/lingua-avviso.ts';
import type { Datore } from '../../anagrafe/rapporto-di-lavoro.ts';
import { datoreToJson } from '../../portale/api/json.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

type Opzioni = Partial<Indirizzo> & { readonly datore: string; readonly togli?: boolean; readonly json?: boolean };

/** `trimestre datore mostra`, `trimestre datore indirizzo` and `trimestre datore lingua`. */
export function comandoDatore(): Comando {
  const command = createCommand('datore');
  command.addCommand(mostra());
  command.addCommand(indirizzo());
  command.addCommand(lingua());
  return command;
}

function mostra(): Comando {
  const command = createCommand('mostra', 'il datore di lavoro, il suo indirizzo e la lingua dei suoi avvisi')
    .esempio('--datore BNCLCU58E52D620L')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro');
  return withJson(command).action(({ datore, json }: Opzioni) =>
    withApplicazione(async (app) => {
      show(await app.bollettini.datore(await contestoOperatore(app, datore)), json);
    }),
  );
}

function indirizzo(): Comando {
  const command = createCommand('indirizzo', 'cambia l’indirizzo, che va sugli avvisi e nei messaggi del pagamento')
    .esempio(
      '--datore BNCLCU58E52D620L --via "Via Aldini" --civico 3 --cap 40136 --comune Bologna --provincia BO',
      '--datore BNCLCU58E52D620L --via Bahnhofstrasse --civico 1 --cap 8001 --comune Zürich --nazione CH',
    )
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .option('--via <via>', 'via o piazza')
    .option('--civico <numero>', 'numero civico')
    .option('--cap <cifre>', 'CAP, cinque cifre; all’estero come là si scrive, o niente')
    .option('--comune <nome>', 'comune')
    .option('--provincia <sigla>', 'provincia, due lettere; all’estero niente, o come là si scrive')
    .option('--nazione <nazione>', 'nazione: il nome in italiano o due lettere; senza, l’Italia')
    .option('--togli', 'lo toglie dal registro');
  return withJson(command).action(({ datore, togli, json, ...scritto }: Opzioni) => {
    const parti = CAMPI_INDIRIZZO.filter((campo) => scritto[campo] !== undefined);
    if ((togli === true) === parti.length > 0) throw whichOne();
    return withApplicazione(async (app) => {
      const contesto = await contestoOperatore(app, datore);
      await app.bollettini.cambiaIndirizzo(contesto, { ...NESSUN_INDIRIZZO, ...scritto });
      show(await app.bollettini.datore(contesto), json);
    });
  });
}

function lingua(): Comando {
  const command = createCommand('lingua', 'la lingua di tutti gli avvisi del datore, da ora')
    .esempio('it-de --datore BNCLCU58E52D620L', 'it --datore BNCLCU58E52D620L')
    .addArgument(
      new Argument('<lingua>', 'la seconda sotto l’italiano, o «perfetto» le due alla pari').choices(LINGUE_AVVISO),
    )
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro');
  return withJson(command).action((scelta: LinguaAvviso, { datore, json }: Opzioni) =>
    withApplicazione(async (app) => {
      const contesto = await contestoOperatore(app, datore);
      await app.registro.scegliLingua(contesto.subject.datoreId, scelta);
      show(await app.bollettini.datore(contesto), json);
    }),
  );
}

function whichOne(): ErroreDati {
  return new ErroreDati('indirizzo-mancante', { campo: 'via' });
}

function show(datore: Datore, json: boolean | undefined): void {
  if (json === true) return printJson(datoreToJson(datore));
  const { codiceFiscale, cognome, nome, indirizzo: dove, linguaAvviso } = datore;
  printLines([
    `${cognome} ${nome}, ${codiceFiscale}`,
    dove === undefined ? 'senza indirizzo' : formatIndirizzo(dove),
    `avvisi: ${linguaAvviso === undefined ? 'nella lingua delle impostazioni' : NOMI_LINGUE[linguaAvviso]}`,
  ]);
}
