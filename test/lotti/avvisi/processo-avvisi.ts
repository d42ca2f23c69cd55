import { createApplicazione } from '../../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../../src/impostazioni/impostazioni.ts';
import { lottoAvvisi } from '../../../src/lotti/avvisi/lotto-avvisi.ts';

// A batch of notices in a process of its own, for the tests that kill it: data folder, input and output on the command line,
// always resuming, on a day that stands still.
const [dati = '', input = '', out = ''] = process.argv.slice(2);
const clock = { now: () => new Date('2026-04-03T08:00:00Z') };
const app = await createApplicazione(loadImpostazioni({ TRIMESTRE_DATI: dati }), { clock });
await app.migrate();
process.stdout.write('start\n');
const { ripreso } = await lottoAvvisi({
  app,
  attore: { tipo: 'sistema', nome: 'prova' },
  input,
  out,
  copertina: true,
  riprendi: true,
});
await app.close();
process.stdout.write(ripreso ? 'resumed\n' : 'whole\n');
