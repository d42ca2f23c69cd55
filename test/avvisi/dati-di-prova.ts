import type { DatiAvviso } from '../../src/avvisi/dati-avviso.ts';
import type { EnteCreditore } from '../../src/pagopa/ente-creditore.ts';
import { buildCodiceAvviso } from '../../src/pagopa/identificativi/codice-avviso.ts';
import { centesimi } from '../../src/valori/denaro.ts';
import { giorno } from '../../src/valori/giorno.ts';

/** The simulated creditor: INPS's public identifiers, a fictional postal account. */
export const ente: EnteCreditore = {
  reale: false,
  codiceFiscale: '80078750587',
  denominazione: 'Istituto Nazionale della Previdenza Sociale',
  settore: 'Lavoratori domestici',
  info: 'Contact center 803 164 (da rete fissa) · 06 164164 (da cellulare) · www.inps.it',
  cbill: 'AAQV6',
  auxDigit: '3',
  codiceSegregazione: '01',
  intermediario: '80078750587',
  stazione: '80078750587_01',
  password: 'segreta',
  iban: 'IT60X0542811101000000123456',
  contoPostale: {
    numero: '1234567',
    intestatario: 'Istituto Nazionale della Previdenza Sociale',
    autorizzazione: 'AUT. DB/XXXX/XXX 00000 DEL 01/01/2020',
  },
};

/** The real row: 4/2020, due 11/01/2021, 338,00 euro (325 hours × 1,04). The person is fictional. */
export function datiAvviso(cambi: Partial<DatiAvviso> = {}): DatiAvviso {
  const { codiceAvviso } = buildCodiceAvviso({ auxDigit: '3', codiceSegregazione: '01', progressivo: 12_345 });
  return {
    ente,
    codiceAvviso,
    oggetto: 'Contributi lavoro domestico 4° trimestre 2020',
    importo: centesimi(33_800),
    scadenza: giorno(2021, 1, 11),
    destinatario: {
      codiceFiscale: 'RSSMRA80A01D620V',
      nome: 'Mario Rossi',
      indirizzo: 'Via Aldini 3, 40136 Bologna (BO)',
    },
    emessoIl: giorno(2020, 12, 15),
    ...cambi,
  };
}

/** The same creditor without a postal account, or as a real one. */
export function enteSenzaConto(): EnteCreditore {
  const { contoPostale: _, ...resto } = ente;
  return resto;
}
