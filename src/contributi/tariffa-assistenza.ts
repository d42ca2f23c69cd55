import type { Norme } from '../norme/norme.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Giorno } from '../valori/giorno.ts';
import type { Fonte } from '../valori/spiegazione.ts';
import type { CodiceAssociazione } from './calcolo.ts';
import { euro } from './testo.ts';
import { fonteUnica } from '../valori/fonte-unica.ts';

/** What a contractual fund takes for one paid hour of a day. */
export interface TariffaAssistenza {
  readonly codice: CodiceAssociazione;
  readonly totale: Centesimi;
  readonly quota: Centesimi;
  /** Labels of its steps. */
  readonly etichetta: string;
  readonly etichettaQuota: string;
  /** The two as a step writes them: `0,06 €`. */
  readonly testo: string;
  readonly testoQuota: string;
  readonly fonte: Fonte;
  /** Paid in a year, from which the fund gives its benefits; undefined where none is known. */
  readonly minimoAnnuo: Centesimi | undefined;
}

/**
 * @param lettura value of the fund's named reading; by default the first
 * @throws ErroreDati `associazione-sconosciuta` when the fund's amount on that day is not known
 */
export function tariffaAssistenza(
  codice: CodiceAssociazione,
  giorno: Giorno,
  norme: Norme,
  lettura?: string,
): TariffaAssistenza {
  const { associazione, tariffa } = norme.associazione(codice, giorno, lettura);
  const etichetta = `Assistenza contrattuale ${codice} (${associazione.nome})`;
  return {
    codice,
    etichetta,
    etichettaQuota: `${etichetta}: quota del lavoratore`,
    totale: tariffa.totale,
    quota: tariffa.quotaLavoratore,
    testo: euro(tariffa.totale),
    testoQuota: euro(tariffa.quotaLavoratore),
    fonte: fonteUnica(tariffa.fonti),
    minimoAnnuo: tariffa.minimoAnnuo,
  };
}

/** The same, or undefined on a day on which the fund is not known to take anything. */
export function tariffaNota(
  codice: CodiceAssociazione,
  giorno: Giorno,
  norme: Norme,
  lettura?: string,
): TariffaAssistenza | undefined {
  try {
    return tariffaAssistenza(codice, giorno, norme, lettura);
  } catch (errore) {
    if (errore instanceof ErroreDati) return undefined;
    throw errore;
  }
}
