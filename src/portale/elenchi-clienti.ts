import type { Applicazione } from '../applicazione/applicazione.ts';
import type { EsitoImportazione } from '../clienti/importa-clienti.ts';
import { importaInDisparte } from '../clienti/importa-in-disparte.ts';
import { atMost } from './http/at-most.ts';

/** Takes a list of clients from a file on this machine, for a client of the portal and an owner of lists. */
export type ImportatoreClienti = (
  cliente: string,
  proprietario: string,
  percorso: string,
) => Promise<EsitoImportazione>;

/**
 * One list at a time: each is a process that may take hundreds of MB.
 * @throws ErroreDati as `importaInDisparte`; `servizio-occupato` (503), `troppe-insieme` (429)
 */
export function createImportatoreClienti(app: Applicazione): ImportatoreClienti {
  const inTurno = atMost({ insieme: 1, inCoda: 12, perCliente: 3 });
  return (cliente, proprietario, percorso) => inTurno(cliente, () => importaInDisparte(app, proprietario, percorso));
}
