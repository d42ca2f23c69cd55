import { createApplicazione } from '../applicazione/crea-applicazione.ts';
import { answerParent } from '../processi/figlio.ts';
import { importaClienti } from './importa-clienti.ts';
import type { DomandaImporta, RispostaImporta } from './importa-in-disparte.ts';

/** The program that takes a list of clients from a given file in a process of its own, over the same database as its parent. */
answerParent<DomandaImporta, RispostaImporta>(async ({ impostazioni, adesso, proprietario, input }) => {
  const clock = { now: () => new Date(adesso) };
  const app = await createApplicazione(impostazioni, { clock });
  try {
    return await importaClienti(app, proprietario, input);
  } finally {
    await app.close();
  }
});
