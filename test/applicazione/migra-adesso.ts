import { createApplicazione } from '../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../src/impostazioni/impostazioni.ts';
import { systemClock } from '../../src/valori/clock.ts';

/** Run as a process of its own: migrates the database of a folder and tells which steps it ran. */
const app = await createApplicazione(loadImpostazioni({ TRIMESTRE_DATI: process.argv[2] }), { clock: systemClock });
process.stdout.write(JSON.stringify(await app.migrate()));
await app.close();
