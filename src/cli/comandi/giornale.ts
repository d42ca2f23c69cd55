import type { Command } from 'commander';
import type { FiltroEventi } from '../../pagamenti/giornale-eventi.ts';
import { formatIstante } from '../../portale/viste/istante.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { formatTable, printJson, printLines } from '../uscita.ts';

/** `trimestre giornale`: every message exchanged with pagoPA, with its interface fields. */
export function comandoGiornale(): Command {
  const command = createCommand('giornale')
    .esempio('', '--dal 2026-01-01 --json')
    .option('--iuv <iuv>', 'solo i messaggi di questo IUV')
    .option('--ccp <ccp>', 'con --iuv: solo questo tentativo')
    .option('--id-carrello <id>', 'solo i messaggi di questo carrello')
    .option('--dal <istante>', 'da questo istante, per esempio 2026-01-01T00:00:00Z')
    .option('--al <istante>', 'fino a questo istante escluso');
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
