import { bollettinoToJson } from '../../bollettini/json.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { formatGiornoItaliano, parseGiorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import type { Comando } from '../comando.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { contestoOperatore } from '../operatore.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre bollettino atto`: the day of an act that interrupted a quarter's term. */
export function atto(): Comando {
  const command = createCommand('atto', 'dichiara un atto che ha interrotto la prescrizione del trimestre')
    .esempio('991097845204027 12/05/2025')
    .argument('<bollettino>', 'IUV, codice avviso, codice Inps o id del bollettino')
    .argument('<giorno>', 'quando è arrivato (una lettera o un avviso dell’INPS)');
  return withJson(command).action((riferimento: string, giorno: string, { json }: { json?: boolean }) =>
    withApplicazione(async (app) => {
      const { bollettino, datore } = await app.bollettini.mostraPerOperatore(riferimento);
      const contesto = await contestoOperatore(app, datore.codiceFiscale);
      const quando = parseGiorno(giorno, 'giorno');
      await app.bollettini.dichiaraAtto(contesto, bollettino.id, quando);
      if (json === true) return printJson(bollettinoToJson(await app.bollettini.mostraPerOperatore(bollettino.id)));
      const trimestre = formatTrimestre(bollettino.trimestre);
      printLines([
        italiano`Il termine del ${trimestre} è interrotto dal ${formatGiornoItaliano(quando)}: i suoi bollettini si possono pagare.`,
      ]);
    }),
  );
}
