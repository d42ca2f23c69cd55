import type { DatiAvviso, Pagabile } from '../../../src/avvisi/dati-avviso.ts';
import type { EnteCreditore } from '../../../src/pagopa/ente-creditore.ts';
import { buildCodiceAvviso } from '../../../src/pagopa/identificativi/codice-avviso.ts';
import { centesimi } from '../../../src/valori/denaro.ts';
import { giorno } from '../../../src/valori/giorno.ts';
import { datiAvviso, ente } from '../dati-di-prova.ts';

/** A creditor whose texts take one line each, as those that PagoPA's generator was measured with. */
export const enteBreve: EnteCreditore = {
  ...ente,
  denominazione: 'Comune di Prova',
  settore: 'Settore di prova',
  info: 'Informazioni di prova',
};

/** The same without a postal account. */
export function senzaConto(di: EnteCreditore = enteBreve): EnteCreditore {
  const { contoPostale: _, ...resto } = di;
  return resto;
}

/** A notice printed in November 2026: of the 3.x edition, because it is the one in force. */
export function dati3(cambi: Partial<DatiAvviso> = {}): DatiAvviso {
  return datiAvviso({
    ente: enteBreve,
    oggetto: 'Avviso di prova',
    importo: centesimi(150_000),
    scadenza: giorno(2026, 12, 31),
    destinatario: { codiceFiscale: 'RSSMRA80A01D620V', nome: 'Mario Rossi', indirizzo: 'Via Prima 1, 00100 Roma (RM)' },
    emessoIl: giorno(2026, 11, 30),
    ...cambi,
  });
}

/** The same without a due date. */
export function senzaScadenza(cambi: Partial<DatiAvviso> = {}): DatiAvviso {
  const { scadenza: _, ...dati } = dati3(cambi);
  return dati;
}

export function rate(quante: number): Pagabile[] {
  return Array.from({ length: quante }, (_, i) => ({
    codiceAvviso: buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo: 30_000 + i }).codiceAvviso,
    importo: centesimi(5_000 + i),
    scadenza: giorno(2027, (i % 12) + 1, 15),
  }));
}

/** Texts as long as the guide allows: 70, 100, 140 letters. */
export const LUNGHI = {
  nome: 'Maria Giovanna Francesca Alessandra Del Castello di Montefalcone Savin',
  ente: 'Istituto Nazionale della Previdenza Sociale, Direzione centrale Entrate e Contributi di lavoro, Roma',
  oggetto:
    'Contributi lavoro domestico 4° trimestre 2026, rapporto 1234567890, integrazione per le ore lavorate in più dal 5 ottobre al 26 dicembre 202',
} as const;
