import type { Command } from 'commander';
import type { RigaPagamento } from '../../pagamenti/servizio-pagamenti.ts';
import { messaggioToJson } from '../../portale/api/json.ts';
import { formatIstante } from '../../portale/viste/istante.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatEuro, formatEuroItaliano } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';
import { italiano } from '../../valori/italiano.ts';
import { ricevuta } from './pagamento-ricevuta.ts';

/** `trimestre pagamento elenco | mostra | ricevuta`: payment attempts, for whoever runs the program. */
export function comandoPagamento(): Command {
  return createCommand('pagamento').addCommand(elenco()).addCommand(mostra()).addCommand(ricevuta());
}

function elenco(): Command {
  const command = createCommand('elenco', 'i tentativi di pagamento di un datore')
    .esempio('--datore BNCLCU58E52D620L')
    .requiredOption('--datore <cf>', 'codice fiscale del datore di lavoro');
  return withJson(command).action((opzioni: { datore: string; json?: boolean }) =>
    withApplicazione(async ({ operatori }) => {
      const righe = await operatori.pagamentiDi(opzioni.datore);
      if (opzioni.json) return printJson(righe.map(toJson));
      if (righe.length === 0) return printLines(['Nessun pagamento.']);
      printLines(
        formatTable(
          ['id', 'trimestre', 'IUV', 'CCP', 'importo', 'stato'],
          righe.map(({ tentativo: t, bollettino }) => [
            t.id,
            formatTrimestre(bollettino.trimestre),
            t.iuv,
            t.ccp,
            formatEuroItaliano(t.importo),
            t.stato,
          ]),
        ),
      );
    }),
  );
}

function mostra(): Command {
  const command = createCommand('mostra', 'un pagamento con i messaggi che ne parlano')
    .esempio('01000000001234519 --xml')
    .argument('<pagamento>', 'il suo id, o lo IUV di 17 cifre (allora l’ultimo tentativo)')
    .option('--xml', 'i messaggi come sono andati e venuti');
  return withJson(command).action((id: string, opzioni: { xml?: boolean; json?: boolean }) =>
    withApplicazione(async ({ operatori }) => {
      const { riga, rpt, ricevute, eventi } = await operatori.pagamento(id);
      if (opzioni.json) {
        const messaggi = ricevute.map(({ esito, coerente, xml }) => ({ esito, coerente, xml }));
        return printJson({ ...toJson(riga), rpt: rpt ?? null, ricevute: messaggi, eventi });
      }
      const { tentativo, bollettino, rendicontato } = riga;
      printLines([
        `Pagamento ${tentativo.id}: ${tentativo.stato}, ${formatEuroItaliano(tentativo.importo)} euro`,
        `trimestre ${formatTrimestre(bollettino.trimestre)}, IUV ${tentativo.iuv}, CCP ${tentativo.ccp}`,
        ...(rendicontato === undefined
          ? []
          : [
              italiano`senza ricevuta: incassato il ${formatGiornoItaliano(rendicontato.dataEsito)} secondo la rendicontazione, IUR ${rendicontato.iur}`,
            ]),
        ...eventi.map((e) =>
          `${e.numero}  ${formatIstante(e.dataOra)}  ${e.tipo} ${e.sottotipo}  ${e.esito ?? ''}`.trimEnd(),
        ),
        ...(opzioni.xml === true ? ['', ...rawMessages(rpt, ricevute, eventi)] : []),
      ]);
    }),
  );
}

function rawMessages(
  rpt: string | undefined,
  ricevute: readonly { readonly esito: string; readonly xml: string }[],
  eventi: readonly { readonly numero: number; readonly tipo: string; readonly messaggio: string }[],
): string[] {
  return [
    ...(rpt === undefined ? [] : ['<!-- RPT -->', rpt, '']),
    ...ricevute.flatMap(({ esito, xml }) => [`<!-- ricevuta, esito ${esito} -->`, xml, '']),
    ...eventi.flatMap(({ numero, tipo, messaggio }) => [`<!-- ${numero} ${tipo} -->`, messaggio, '']),
  ];
}

function toJson({ tentativo, consegna, bollettino, ricevuta, rendicontato }: RigaPagamento) {
  return {
    id: tentativo.id,
    bollettino: bollettino.id,
    trimestre: formatTrimestre(bollettino.trimestre),
    dominio: tentativo.dominio,
    iuv: tentativo.iuv,
    ccp: tentativo.ccp,
    importo: formatEuro(tentativo.importo),
    stato: tentativo.stato,
    idCarrello: consegna.idCarrello,
    ricevuta: ricevuta === undefined ? null : messaggioToJson(ricevuta),
    rendicontato: rendicontato ?? null,
  };
}
