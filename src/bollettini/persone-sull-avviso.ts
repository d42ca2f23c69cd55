import { formatIndirizzo } from '../anagrafe/indirizzo.ts';
import type { Datore, Lavoratore } from '../anagrafe/rapporto-di-lavoro.ts';
import type { DatiAvviso } from '../avvisi/dati-avviso.ts';
import { type NomeLavoratore, scriviLavoratore } from '../avvisi/nome-lavoratore.ts';

/** The people of a notice as it may name them. */
export interface PersoneSullAvviso {
  readonly destinatario: DatiAvviso['destinatario'];
  /** Empty when the worker is not named. */
  readonly lavoratore: string;
}

/**
 * What a notice, its cover sheet and its line in a manifest may show of the people they name: the one place that decides it.
 * @param come how the worker is named
 */
export function personeSullAvviso(
  { datore, lavoratore }: { readonly datore: Datore; readonly lavoratore: Pick<Lavoratore, 'nome' | 'cognome'> },
  come: NomeLavoratore = 'intero',
): PersoneSullAvviso {
  return {
    destinatario: {
      codiceFiscale: datore.codiceFiscale,
      nome: `${datore.nome} ${datore.cognome}`,
      indirizzo: datore.indirizzo === undefined ? '' : formatIndirizzo(datore.indirizzo),
    },
    lavoratore: scriviLavoratore(lavoratore, come),
  };
}
