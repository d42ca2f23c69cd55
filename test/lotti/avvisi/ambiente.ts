import type { Applicazione } from '../../../src/applicazione/applicazione.ts';
import { createApplicazione } from '../../../src/applicazione/crea-applicazione.ts';
import { loadImpostazioni } from '../../../src/impostazioni/impostazioni.ts';
import { clockDiProva } from '../../archivio/archivio-di-prova.ts';
import { Cartella } from '../cartella.ts';

/** An application of a test's own over SQLite, migrated and empty, with a folder for its files. */
export interface AmbienteLotti {
  readonly app: Applicazione;
  readonly cartella: Cartella;
  readonly clock: ReturnType<typeof clockDiProva>;
  close(): Promise<void>;
}

export async function ambienteLotti(env: Record<string, string> = {}): Promise<AmbienteLotti> {
  const cartella = new Cartella();
  const clock = clockDiProva('2026-04-03T08:00:00Z');
  const app = await createApplicazione(loadImpostazioni({ TRIMESTRE_DATI: cartella.file('dati'), ...env }), { clock });
  await app.migrate();
  return {
    app,
    cartella,
    clock,
    close: async () => {
      await app.close();
      cartella.remove();
    },
  };
}
