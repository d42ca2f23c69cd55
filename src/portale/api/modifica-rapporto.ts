import type { z } from 'zod';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Id, RapportoDiLavoro } from '../../anagrafe/rapporto-di-lavoro.ts';
import type { Applicazione } from '../../applicazione/applicazione.ts';
import type { Consenso } from '../../bollettini/consenso.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { parseTrimestre } from '../../scadenze/trimestre.ts';
import { parseGiorno } from '../../valori/giorno.ts';
import type { cambioRapporto } from './schemi/richieste.ts';

/**
 * Writes in a rapporto what a request says of it.
 * @throws ErroreDati `campo-mancante` where it says nothing, and naming the field
 */
export async function modificaRapporto(
  app: Applicazione,
  contesto: Contesto,
  id: Id,
  { cessazione, territorio, sospensioni }: z.output<typeof cambioRapporto>,
): Promise<RapportoDiLavoro> {
  const fine = cessazione == null ? cessazione : parseGiorno(cessazione, 'cessazione');
  const dette = Object.entries(sospensioni ?? {}).map(([trimestre, motivo]) => ({
    trimestre: parseTrimestre(trimestre, 'sospensioni'),
    motivo,
  }));
  // First what is refused most: nothing is left half written.
  const sospeso = dette.length === 0 ? undefined : await app.bollettini.cambiaSospensioni(contesto, id, dette);
  const scritto = fine === undefined ? undefined : await app.bollettini.scriviFine(contesto, id, fine);
  const dopo =
    territorio === undefined
      ? (scritto ?? sospeso)
      : await app.bollettini.cambiaTerritorio(contesto, id, territorio ?? '');
  if (dopo === undefined) throw nothingToChange();
  return dopo;
}

/** What a request agrees to. @throws ErroreDati naming the field */
export function toConsenso({
  integrazione,
  sostituisci,
  attoInterruttivo,
}: {
  readonly integrazione: boolean | undefined;
  readonly sostituisci: boolean | undefined;
  readonly attoInterruttivo: string | undefined;
}): Consenso {
  return {
    integra: integrazione ?? false,
    sostituisci: sostituisci ?? false,
    ...(attoInterruttivo !== undefined && { interrottaIl: parseGiorno(attoInterruttivo, 'attoInterruttivo') }),
  };
}

function nothingToChange(): ErroreDati {
  return new ErroreDati('campo-mancante/rapporto', { campo: 'cessazione' });
}
