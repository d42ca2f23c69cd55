import type { ServizioPagamenti } from '../../src/pagamenti/servizio-pagamenti.ts';

/** The envelope that the creditor answers to one of the node's, without HTTP between them. */
export async function daNodo(
  pagamenti: Pick<ServizioPagamenti, 'rispondiAlNodo'>,
  corpo: string,
  azione = '',
): Promise<string> {
  return (await pagamenti.rispondiAlNodo({ corpo, azione })).soap;
}
