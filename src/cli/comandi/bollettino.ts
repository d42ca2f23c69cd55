import type { Comando } from '../comando.ts';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { EsitoEmissione } from '../../bollettini/emetti-trimestre.ts';
import { frasiEsito } from '../../bollettini/frasi.ts';
import { bollettinoToJson } from '../../bollettini/json.ts';
import type { RigaCarrello, RigaTrovata } from '../../bollettini/servizio-bollettini.ts';
import { parseModifiche, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import { formatCodiceAvviso } from '../../pagopa/identificativi/codice-avviso.ts';
import { formatTrimestre, parseTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro, formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati, NonTrovato } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, parseGiorno } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { withLetture } from '../letture.ts';
import { withMinimo } from '../minimo.ts';
import { createCommand, withJson, type Opzioni } from '../programma.ts';
import { withOltreLOrario } from '../oltre-l-orario.ts';
import { withTerritorio } from '../territorio.ts';
import { atto } from './bollettino-atto.ts';
import { rimborso } from './bollettino-rimborso.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

interface OpzioniEmissione extends CampiCalcolo {
  readonly datore: string;
  readonly rapporto: string;
  readonly trimestre: string;
  readonly sostituisci?: boolean;
  readonly integra?: boolean;
  readonly attoInterruttivo?: string;
  readonly json?: boolean;
}

const RIFERIMENTO = 'IUV, codice avviso, codice Inps o id del bollettino';

/** `trimestre bollettino emetti | elenco | mostra | trova | modifica | elimina | atto | rimborso`. */
export function comandoBollettino(): Comando {
  const command = createCommand('bollettino');
  for (const uno of [emetti(), elenco(), mostra(), trova(), modifica(), elimina(), atto(), rimborso()])
    command.addCommand(uno);
  return command;
}

function emetti(): Comando {
  const command = createCommand('emetti', 'calcola un trimestre e mette il bollettino nel carrello')
    .esempio(
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2026',
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2026 --ore-settimanali 20 --sostituisci',
      '--datore BNCLCU58E52D620L --rapporto 99109784511 --trimestre 3/2020 --ore-settimanali 30 --integra',
    )
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro')
    .requiredOption('--rapporto <codice>', 'codice del rapporto di lavoro (10 o 11 cifre)')
    .requiredOption('--trimestre <n/aaaa>', 'il trimestre, per esempio 4/2020')
    .option('--sostituisci', 'annulla il bollettino non ancora pagato delle stesse settimane e ne emette un altro')
    .option(
      '--atto-interruttivo <data>',
      'di un trimestre altrimenti prescritto: quando è arrivato l’atto che ha interrotto il termine',
    )
    .option('--integra', 'dopo un pagamento: emette la differenza (i dati sono quelli di tutto il trimestre)');
  return withJson(withCampi(command)).action(
    ({
      datore,
      rapporto,
      trimestre,
      sostituisci,
      integra,
      attoInterruttivo,
      json,
      ...campi
    }: Opzioni<OpzioniEmissione>) =>
      withApplicazione(async (applicazione) => {
        const contesto = await contestoOperatore(applicazione, datore);
        const rapporti = await applicazione.bollettini.rapporti(contesto);
        const scelto = rapporti.find((r) => r.codice === rapporto.trim());
        if (scelto === undefined) throw new NonTrovato('Rapporto di lavoro');
        const esito = await applicazione.bollettini.emetti(
          contesto,
          scelto.id,
          parseTrimestre(trimestre),
          parseModifiche(campi),
          {
            sostituisci: sostituisci ?? false,
            integra: integra ?? false,
            ...(attoInterruttivo !== undefined && {
              interrottaIl: parseGiorno(attoInterruttivo, 'attoInterruttivo'),
            }),
          },
        );
        const righe = [...esito.tenuti, ...esito.emessi].map((bollettino) => ({ bollettino, rapporto: scelto }));
        // Who corrects nothing gets the list alone, as before there was anything to correct.
        const corregge = sostituisci === true || integra === true;
        if (json) return printJson(corregge ? esitoToJson(esito, scelto) : righe.map((riga) => bollettinoToJson(riga)));
        if (righe.length > 0) printRows(righe);
        printLines(frasiEsito(esito));
      }),
  );
}

/** What may be said otherwise than the contract does. */
function withCampi(command: Comando): Comando {
  const conOre = command
    .option('--ore-settimanali <ore>', 'ore pagate in una settimana, se diverse dal contratto')
    .option('--ore <ore>', 'ore pagate nel trimestre')
    .option('--settimane <n>', 'settimane pagate')
    .option('--paga-oraria <euro>', 'paga oraria, se diversa dal contratto')
    .option('--paga-mensile <euro>', 'paga mensile, se diversa dal contratto')
    .option('--vitto-alloggio-giorni <n>', 'giorni di vitto e alloggio alla settimana')
    .option('--associazione <codice>', 'F2 oppure E1')
    .option('--cessazione <data>', 'fine del rapporto nel trimestre, gg/mm/aaaa');
  return withLetture(withTerritorio(withMinimo(withOltreLOrario(conOre))));
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
      const { id, versione, importo, iuv, codiceAvviso } = riga.bollettino;
      await applicazione.bollettini.elimina(contesto, id, versione);
      if (opzioni.json) return printJson(bollettinoToJson(await applicazione.bollettini.mostraPerOperatore(id)));
      printLines([
        `Eliminato: ${formatEuroItaliano(importo)} euro, codice avviso ${formatCodiceAvviso(codiceAvviso)}, IUV ${iuv}. Allo sportello non si può più pagare; i contributi restano dovuti.`,
      ]);
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

function esitoToJson(
  { emessi, sostituiti, tenuti, dovuto, eccedenza }: EsitoEmissione,
  rapporto: RigaCarrello['rapporto'],
) {
  return {
    bollettini: [...tenuti, ...emessi].map((bollettino) => bollettinoToJson({ bollettino, rapporto })),
    sostituiti: sostituiti.map((vecchio) =>
      bollettinoToJson({ bollettino: { ...vecchio, stato: 'eliminato' }, rapporto }, emessi),
    ),
    dovuto: formatEuro(dovuto),
    daRimborsare: eccedenza === 0 ? null : formatEuro(eccedenza),
  };
}

function printRows(righe: readonly RigaCarrello[]): void {
  const celle = righe.map(({ bollettino, rapporto }) => [
    bollettino.id,
    rapporto.codice,
    rapporto.lavoratore.codiceFiscale,
    bollettino.codiceInps,
    bollettino.iuv,
    formatTrimestre(bollettino.trimestre),
    formatGiornoItaliano(bollettino.scadenza),
    formatEuroItaliano(bollettino.importo),
    bollettino.integrazione === undefined ? bollettino.stato : `${bollettino.stato}, integrazione`,
  ]);
  const intestazioni = [
    'id',
    'rapporto',
    'lavoratore',
    'codice Inps',
    'IUV',
    'trimestre',
    'scadenza',
    'importo',
    'stato',
  ];
  printLines(formatTable(intestazioni, celle));
}
