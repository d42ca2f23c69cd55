import { createConnessioni } from '../../src/archivio/connessioni.ts';
import { openDatabase } from '../../src/archivio/database.ts';
import { createProgressivi } from '../../src/archivio/progressivi.ts';
import { intero, type Riga } from '../../src/archivio/righe.ts';
import { inTransazione } from '../../src/archivio/transazione.ts';

/** Run as a process of its own: one of two that add one to a counter so many times, reading before writing. */
const [, , file = '', volte = '0'] = process.argv;
const knex = openDatabase({ tipo: 'sqlite', file });
const connessioni = createConnessioni(knex);

// Both wait for each other, so that they really write at the same moment.
await createProgressivi(connessioni.letture).prossimo('pronti');
const pronti = async () =>
  intero(((await knex('progressivi').where({ nome: 'pronti' }).first()) ?? {}) as Riga, 'valore');
while ((await pronti()) < 2) await new Promise((resolve) => setTimeout(resolve, 1));

for (let i = 0; i < Number(volte); i += 1) {
  await inTransazione(() =>
    connessioni.transazione(async ({ knex: trx }) => {
      const riga = (await trx('progressivi').where({ nome: 'gara' }).first()) as Riga | undefined;
      const valore = riga === undefined ? 0 : intero(riga, 'valore');
      await trx('progressivi')
        .insert({ nome: 'gara', valore: valore + 1 })
        .onConflict('nome')
        .merge();
    }),
  );
}
await connessioni.close();
