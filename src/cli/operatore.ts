import { userInfo } from 'node:os';
import type { Contesto } from '../accesso/contesto.ts';
import type { Applicazione } from '../applicazione/applicazione.ts';

/** Who acts at the command line: the machine's user, for the employer with this codice fiscale. */
export function contestoOperatore(applicazione: Applicazione, codiceFiscaleDatore: string): Promise<Contesto> {
  return applicazione.accesso.accessoOperatore(`cli:${userInfo().username}`, codiceFiscaleDatore);
}
