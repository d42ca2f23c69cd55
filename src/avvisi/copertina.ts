import { formatCodiceAvviso, type CodiceAvviso } from '../pagopa/identificativi/codice-avviso.ts';
import { formatEuroItaliano, somma, type Centesimi } from '../valori/denaro.ts';
import { formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import type { Persona } from './dati-ricevuta.ts';
import { paragrafo, tabellaVoci, titolo, type Blocco } from './stampa/scheda.ts';
import { tabella } from './stampa/tabella.ts';

/** One notice as the cover sheet lists it. */
export interface RigaCopertina {
  readonly oggetto: string;
  readonly codiceAvviso: CodiceAvviso;
  readonly scadenza?: Giorno;
  readonly importo: Centesimi;
}

/** The sheet before one employer's notices: whose they are, which, and how much in all. */
export interface DatiCopertina {
  readonly datore: Persona & { readonly indirizzo: string };
  readonly avvisi: readonly RigaCopertina[];
  /** False in a simulation. */
  readonly reale: boolean;
}

export function blocchiCopertina({ datore, avvisi }: DatiCopertina): Blocco[] {
  const totale = `${formatEuroItaliano(somma(avvisi.map(({ importo }) => importo)))} €`;
  return [
    titolo('H1', 18, datore.nome, 0),
    paragrafo(`Avvisi di pagamento dei contributi di lavoro domestico: ${avvisi.length}.`, { spazioPrima: 1 }),
    titolo('H2', 12, 'Destinatario', 6),
    tabellaVoci([
      { etichetta: 'Codice fiscale', valore: datore.codiceFiscale, codice: true },
      { etichetta: 'Indirizzo', valore: datore.indirizzo },
      { etichetta: 'Totale da pagare', valore: totale, forte: true },
    ]),
    titolo('H2', 12, 'Avvisi', 6),
    tabella(
      [
        { titolo: 'Oggetto', parte: 7 },
        { titolo: 'Codice avviso', parte: 4.4, codice: true },
        { titolo: 'Scadenza', parte: 2 },
        { titolo: 'Importo', parte: 2.2, aDestra: true },
      ],
      avvisi.map(({ oggetto, codiceAvviso, scadenza, importo }) => [
        oggetto,
        formatCodiceAvviso(codiceAvviso),
        scadenza === undefined ? '' : formatGiornoItaliano(scadenza),
        `${formatEuroItaliano(importo)} €`,
      ]),
      ['Totale', '', '', totale],
    ),
  ];
}
