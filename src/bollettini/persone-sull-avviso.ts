import { INTERA, NOMI_RIDOTTI, type Visibilita } from '../accesso/visibilita.ts';
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
 * @param visibile what who prints may see: with cut names the paper says so, where the address would stand
 */
export function personeSullAvviso(
  { datore, lavoratore }: { readonly datore: Datore; readonly lavoratore: Pick<Lavoratore, 'nome' | 'cognome'> },
  come: NomeLavoratore = 'intero',
  visibile: Visibilita = INTERA,
): PersoneSullAvviso {
  const indirizzo = datore.indirizzo === undefined ? '' : formatIndirizzo(datore.indirizzo);
  return {
    destinatario: {
      codiceFiscale: datore.codiceFiscale,
      nome: `${visibile.nome(datore.nome)} ${visibile.nome(datore.cognome)}`,
      indirizzo: visibile.ridotta ? NOMI_RIDOTTI : indirizzo,
    },
    lavoratore: scriviLavoratore(lavoratore, visibile.ridotta && come === 'intero' ? 'iniziali' : come),
  };
}
