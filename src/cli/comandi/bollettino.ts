import type { Comando } from '../comando.ts';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import { bollettinoToJson } from '../../bollettini/json.ts';
import type { RigaTrovata } from '../../bollettini/servizio-bollettini.ts';
import { parseModifiche, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import { fraseEliminato } from '../../bollettini/frasi.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { atto } from './bollettino-atto.ts';
import { rimborso } from './bollettino-rimborso.ts';
import { printJson, printLines } from '../uscita.ts';
import { printRows, withCampi } from './bollettino-comune.ts';
import { emetti } from './bollettino-emetti.ts';

const RIFERIMENTO = 'IUV, codice avviso, codice Inps o id del bollettino';

/** `trimestre bollettino emetti | elenco | mostra | trova | modifica | elimina | atto | rimborso`. */
export function comandoBollettino(): Comando {
  const command = createCommand('bollettino');
  for (const uno of [emetti(), elenco(), mostra(), trova(), modifica(), elimina(), atto(), rimborso()])
    command.addCommand(uno);
  return command;
}

function elenco(): Comando {
  const command = createCommand('elenco', 'i bollettini nel carrello di un datore')
    .esempio('--datore BNCLCU58E52D620L')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro');
  return withJson(command).action((opzioni: { datore: string; json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const contesto = await contestoOperatore(applicazione, opzioni.datore);
      const { righe, totale } = await applicazione.bollettini.carrello(contesto);
      if (opzioni.json) return printJson(righe.map((riga) => bollettinoToJson(riga)));
      if (righe.length === 0) return printLines(['Nessun bollettino nel carrello.']);
      printRows(righe);
      printLines([`Importo bollettini: ${formatEuroItaliano(totale)} euro`]);
    }),
  );
}

function mostra(): Comando {
  const command = createCommand('mostra', 'un bollettino e i passi del suo importo')
    .esempio('991097845203027')
    .argument('<bollettino>', RIFERIMENTO);
  return withJson(command).action((riferimento: string, opzioni: { json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const riga = await applicazione.bollettini.mostraPerOperatore(riferimento);
      if (opzioni.json) return printJson(bollettinoToJson(riga, riga.successori));
      printRows([riga]);
      printLines([
        ...replacedBy(riga),
        ...riga.bollettino.calcolo.passi.map(
          (p) => `${p.etichetta}: ${p.formula} = ${p.risultato} (${p.fonte.titolo})`,
        ),
      ]);
    }),
  );
}

function trova(): Comando {
  const command = createCommand('trova', 'cerca fra i bollettini di tutti i datori, anche pagati ed eliminati')
    .esempio('BNCLCU58E52D620L')
    .argument(
      '<testo>',
      'IUV, codice avviso, codice Inps, codice rapporto, codice fiscale del datore o del lavoratore',
    );
  return withJson(command).action((testo: string, opzioni: { json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const righe = await applicazione.bollettini.cercaPerOperatore(testo);
      if (opzioni.json) return printJson(righe.map((riga) => bollettinoToJson(riga, riga.successori)));
      if (righe.length === 0) return printLines(['Nessun bollettino trovato.']);
      printRows(righe);
      printLines(righe.flatMap(replacedBy));
    }),
  );
}

function modifica(): Comando {
  const command = createCommand('modifica', 'cambia ore, settimane o paga di un bollettino non pagato; lo IUV resta')
    .esempio('991097845203027 --ore-settimanali 30')
    .argument('<bollettino>', RIFERIMENTO);
  return withJson(withCampi(command)).action(
    (riferimento: string, { json, ...campi }: Opzioni<CampiCalcolo & { json?: boolean }>) =>
      withApplicazione(async (applicazione) => {
        const modifiche = parseModifiche(campi);
        if (Object.keys(modifiche).length === 0) throw nothingToChange();
        const { riga, contesto } = await inNomeDelDatore(applicazione, riferimento);
        const { id, versione, importo } = riga.bollettino;
        const dopo = { ...riga, bollettino: await applicazione.bollettini.modifica(contesto, id, versione, modifiche) };
        if (json) return printJson(bollettinoToJson(dopo));
        printRows([dopo]);
        printLines([`Da ${formatEuroItaliano(importo)} a ${formatEuroItaliano(dopo.bollettino.importo)} euro.`]);
      }),
  );
}

function elimina(): Comando {
  const command = createCommand('elimina', 'toglie dal carrello un bollettino non pagato')
    .esempio('991097845203027')
    .argument('<bollettino>', RIFERIMENTO);
  return withJson(command).action((riferimento: string, opzioni: { json?: boolean }) =>
    withApplicazione(async (applicazione) => {
      const { riga, contesto } = await inNomeDelDatore(applicazione, riferimento);
      const { id, versione } = riga.bollettino;
      await applicazione.bollettini.elimina(contesto, id, versione);
      if (opzioni.json) return printJson(bollettinoToJson(await applicazione.bollettini.mostraPerOperatore(id)));
      printLines([fraseEliminato(riga.bollettino)]);
    }),
  );
}

async function inNomeDelDatore(
  applicazione: Applicazione,
  riferimento: string,
): Promise<{ readonly riga: RigaTrovata; readonly contesto: Contesto }> {
  const riga = await applicazione.bollettini.mostraPerOperatore(riferimento);
  return { riga, contesto: await contestoOperatore(applicazione, riga.datore.codiceFiscale) };
}

function nothingToChange(): ErroreDati {
  return new ErroreDati('nulla-da-cambiare', { campo: 'ore' });
}

function replacedBy({ bollettino, successori }: RigaTrovata): string[] {
  return successori.map(
    (nuovo) =>
      `${bollettino.iuv} è stato sostituito da ${nuovo.iuv} (codice avviso ${formatCodiceAvviso(nuovo.codiceAvviso)}).`,
  );
}
