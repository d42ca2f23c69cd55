import type { Knex } from 'knex';
import { senzaPassword } from '../src/pagopa/soap/senza-password.ts';
import { allowUpdates, appendOnlyUpdates } from './dialetto.ts';

const PAGINA = 500;

/** The journal kept the password of the station in clear, with the messages that bear it: it is taken out of what was written. */
export async function up(knex: Knex): Promise<void> {
  await allowUpdates(knex, 'giornale_eventi');
  let dopo = 0;
  for (;;) {
    const righe = await knex('giornale_eventi')
      .where('id', '>', dopo)
      .whereLike('messaggio', '%password%')
      .orderBy('id')
      .limit(PAGINA)
      .select<{ id: number | string; messaggio: string }[]>('id', 'messaggio');
    const ultima = righe.at(-1);
    if (ultima === undefined) break;
    for (const { id, messaggio } of righe) {
      const senza = senzaPassword(messaggio);
      if (senza !== messaggio) await knex('giornale_eventi').where({ id }).update({ messaggio: senza });
    }
    dopo = Number(ultima.id);
  }
  await appendOnlyUpdates(knex, 'giornale_eventi');
}
