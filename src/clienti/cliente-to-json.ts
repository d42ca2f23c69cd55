import { condizioniToJson } from '../anagrafe/condizioni-to-json.ts';
import type { Cliente } from '../archivio/repository-clienti.ts';

/** A rapporto of an office's list, for `--json` and the API. */
export function clienteToJson({ datore, rapporto }: Cliente) {
  const { id, codice, lavoratore, assunzione, cessazione } = rapporto;
  return {
    datore: { codiceFiscale: datore.codiceFiscale, cognome: datore.cognome, nome: datore.nome },
    id,
    rapporto: codice,
    lavoratore: { codiceFiscale: lavoratore.codiceFiscale, cognome: lavoratore.cognome, nome: lavoratore.nome },
    assunzione,
    cessazione: cessazione ?? null,
    condizioni: rapporto.condizioni.map(condizioniToJson),
  };
}
