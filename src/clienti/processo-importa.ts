import type { Applicazione } from '../applicazione/applicazione.ts';
import { createApplicazione } from '../applicazione/crea-applicazione.ts';
import { riferisciFermo } from '../archivio/guasto-archivio.ts';
import { answerParent } from '../processi/figlio.ts';
import { importaClienti } from './importa-clienti.ts';
import type { DomandaImporta, RispostaImporta } from './importa-in-disparte.ts';

/** The program that takes a list of clients from a given file in a process of its own, over the same database as its parent. */
answerParent<DomandaImporta, RispostaImporta>(async ({ impostazioni, adesso, proprietario, input }) => {
  const clock = { now: () => new Date(adesso) };
  let app: Applicazione | undefined;
  try {
    app = await createApplicazione(impostazioni, { clock });
    return { esito: await importaClienti(app, proprietario, input) };
  } catch (errore) {
    const fermo = riferisciFermo(errore);
    if (fermo === undefined) throw errore;
    return { fermo };
  } finally {
    await app?.close();
  }
});
