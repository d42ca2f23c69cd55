import type { Command } from 'commander';
import { raccontaAccessi } from '../../accesso/racconta-accessi.ts';
import { withApplicazione } from '../con-applicazione.ts';
import { createCommand, withJson } from '../programma.ts';
import { printJson, printLines } from '../uscita.ts';

/** `trimestre accessi`: who is being guessed at, at the way in without login; `--sblocca` lets an employer try again at once. */
export function comandoAccessi(): Command {
  const command = createCommand('accessi')
    .esempio('', '--sblocca BNCLCU58E52D620L')
    .option('--sblocca <cf>', 'chi è stato fatto aspettare può riprovare subito');
  return withJson(command).action(({ sblocca, json }: { sblocca?: string; json?: boolean }) =>
    withApplicazione(async ({ accesso }) => {
      if (sblocca !== undefined) await accesso.sbloccaAccesso(sblocca);
      const stato = await accesso.statoAccessi();
      if (json) return printJson(stato);
      printLines([
        ...(sblocca === undefined ? [] : ['Sbloccato.']),
        raccontaAccessi(stato),
        ...(stato.allarme ? ['Attenzione: qualcuno prova codici che non conosce.'] : []),
      ]);
    }),
  );
}
