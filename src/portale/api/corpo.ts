import type { Request } from 'express';
import { BYTE_MASSIMI } from '../../avvisi/lettura/codice-letto.ts';
import { INGRESSO_MAX_BYTES } from '../../lotti/coda/servizio-lotti.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Dipendenze } from '../dipendenze.ts';
import { TIPI_DI_FILE, TIPI_DI_TABELLA } from './openapi.ts';
import type { Operazione } from './operazione.ts';
import { streamOf, withBodyOnDisk } from './request-stream.ts';

/** A document that is written down whole before it is read. */
const SU_DISCO = { tipi: TIPI_DI_FILE, massimoByte: BYTE_MASSIMI } as const;

/**
 * Gives a call's body to the operation in the form that it declares. Files are counted as they arrive and never held whole.
 * @throws ErroreDati `tipo-non-ammesso` (415), what `Arrivi` refuses; ZodError
 */
export async function withBody<T>(
  { arrivi }: Dipendenze,
  { corpo }: Operazione,
  req: Request,
  esegui: (corpo: unknown) => T | Promise<T>,
): Promise<T> {
  if (corpo === undefined) return esegui(undefined);
  if (corpo === 'flusso') {
    return arrivi.during(req, INGRESSO_MAX_BYTES, async () => esegui(streamOf(req, TIPI_DI_TABELLA)));
  }
  if (corpo === 'file') {
    const comeFile = { ...SU_DISCO, cartella: arrivi.cartella };
    return arrivi.during(req, comeFile.massimoByte, () =>
      withBodyOnDisk(req, comeFile, async (percorso) => esegui(percorso)),
    );
  }
  if (req.body === undefined) {
    throw new ErroreDati('tipo-non-ammesso/json');
  }
  return esegui(corpo.parse(req.body));
}
