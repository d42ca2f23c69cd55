import { perchePrescritto } from '../../bollettini/prescritto.ts';
import type { RigaCarrello } from '../../bollettini/servizio-bollettini.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Visibilita } from '../../accesso/visibilita.ts';

/** A bollettino as the tables show it. */
export interface VistaRiga {
  readonly id: string;
  readonly versione: number;
  readonly codiceRapporto: string;
  readonly codiceFiscaleLavoratore: string;
  readonly lavoratore: string;
  readonly codiceInps: string;
  readonly trimestre: string;
  readonly integrazione: boolean;
  readonly scadenza: Giorno;
  readonly scaduto: boolean;
  /** Why INPS cannot receive it any more, while it waits to be paid; null while it can. */
  readonly prescritto: string | null;
  /** Day of the act that interrupted its term. */
  readonly interrottaIl: Giorno | null;
  readonly importo: Centesimi;
}

/** @param oggi the day it is in Italy */
export function toVistaRiga(riga: RigaCarrello, oggi: Giorno, visibile: Visibilita): VistaRiga {
  const { bollettino, rapporto } = riga;
  const { lavoratore } = rapporto;
  return {
    id: bollettino.id,
    versione: bollettino.versione,
    codiceRapporto: rapporto.codice,
    codiceFiscaleLavoratore: visibile.codiceFiscale(lavoratore.codiceFiscale),
    lavoratore: `${visibile.nome(lavoratore.cognome)} ${visibile.nome(lavoratore.nome)}`,
    codiceInps: bollettino.codiceInps,
    trimestre: formatTrimestre(bollettino.trimestre),
    integrazione: bollettino.integrazione !== undefined,
    scadenza: bollettino.scadenza,
    scaduto: bollettino.scadenza < oggi,
    prescritto: bollettino.stato === 'nel-carrello' ? (perchePrescritto(bollettino, oggi) ?? null) : null,
    interrottaIl: bollettino.interrottaIl ?? null,
    importo: bollettino.importo,
  };
}
