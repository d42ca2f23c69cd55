import type { Command } from 'commander';
import type { FiltroEventi } from '../../pagamenti/giornale-eventi.ts';
import { parseIstante } from '../../pagopa/data-ora.ts';
import { formatIstante } from '../../portale/viste/istante.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

/** As the journal keeps them: ISO 8601, UTC. */
const daIstante =
  (campo: string) =>
  (testo: string): string =>
    parseIstante(testo, campo).toISOString();

/** `trimestre giornale`: every message exchanged with pagoPA, with its interface fields. */
export function comandoGiornale(): Command {
  const command = createCommand('giornale')
    .esempio('', '--dal 2026-01-01 --json')
    .option('--iuv <iuv>', 'solo i messaggi di questo IUV')
    .option('--ccp <ccp>', 'con --iuv: solo questo tentativo')
    .option('--id-carrello <id>', 'solo i messaggi di questo carrello')
    .option(
      '--dal <istante>',
      'da questo giorno o istante, per esempio 01/01/2026 o 2026-01-01T10:30:00',
      daIstante('--dal'),
    )
    .option('--al <istante>', 'fino a questo giorno o istante, escluso', daIstante('--al'));
  return withJson(command).action(({ json, ...filtro }: FiltroEventi & { json?: boolean }) =>
    withApplicazione(async ({ operatori }) => {
      const eventi = await operatori.giornale(filtro);
      if (json) return printJson(eventi);
      if (eventi.length === 0) return printLines(['Nessun messaggio.']);
      printLines(
        formatTable(
          ['n.', 'data e ora', 'operazione', 'verso', 'IUV', 'esito'],
          eventi.map((e) => [
            String(e.numero),
            formatIstante(e.dataOra),
            e.tipo,
            e.sottotipo,
            e.iuv ?? '',
            e.esito ?? '',
          ]),
        ),
      );
    }),
  );
}
