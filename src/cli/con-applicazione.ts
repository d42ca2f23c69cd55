import type { Applicazione } from '../applicazione/applicazione.ts';
import { createApplicazione } from '../applicazione/crea-applicazione.ts';
import { type Impostazioni, loadImpostazioni } from '../impostazioni/impostazioni.ts';
import { loadSegreti } from '../impostazioni/segreti.ts';
import { systemClock } from '../valori/clock.ts';

/** Opens the application on a database brought up to date, hands it to `run`, and closes it whatever happens. */
export async function withApplicazione<T>(run: (applicazione: Applicazione) => Promise<T>): Promise<T> {
  const applicazione = await openApplicazione();
  try {
    return await run(applicazione);
  } finally {
    await applicazione.close();
  }
}

/** The application over the environment's settings, migrated; with the demo data when the database is empty and they are wanted. */
export async function openApplicazione(
  opzioni: { readonly attesaBloccoMs?: number } = {},
  impostazioni: Impostazioni = loadImpostazioni(process.env),
): Promise<Applicazione> {
  const segreti = loadSegreti(impostazioni);
  const applicazione = await createApplicazione(
    { ...impostazioni, segretoNodo: segreti.nodo },
    { clock: systemClock, ...opzioni },
  );
  try {
    await applicazione.migrate();
    if (impostazioni.demo) await applicazione.loadDemo();
    return applicazione;
  } catch (errore) {
    // What holds a connection holds the process too, for half a minute.
    await applicazione.close();
    throw errore;
  }
}
