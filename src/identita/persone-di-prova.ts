import type { Persona } from './persona.ts';

/** Of everybody: nothing is kept behind it. */
export const PASSWORD_DI_PROVA = 'prova-2026';

/** Invented people beside those of the demo data: what is special is in their codice fiscale, or in their credentials. */
export const ALTRE_PERSONE: readonly Persona[] = [
  {
    utente: 'anna.kowalska',
    password: PASSWORD_DI_PROVA,
    nome: 'Anna',
    cognome: 'Kowalska',
    nascita: '1985-12-21',
    codiceFiscale: 'KWLNNA85T61Z127T',
    livello: 2,
    descrizione: 'nata all’estero; non ha rapporti di lavoro, e il servizio non la fa entrare',
  },
  {
    utente: 'anna.rossi',
    password: PASSWORD_DI_PROVA,
    nome: 'Anna',
    cognome: 'Rossi',
    nascita: '1924-08-12',
    codiceFiscale: 'RSSNNA24M52H501Y',
    livello: 3,
    descrizione: 'ha più di cento anni; non ha rapporti di lavoro',
  },
  {
    utente: 'paolo.greco',
    password: PASSWORD_DI_PROVA,
    nome: 'Paolo',
    cognome: 'Greco',
    nascita: '1990-06-15',
    codiceFiscale: 'GRCPLA90H15F839A',
    livello: 1,
    descrizione: 'ha solo la password: dove serve un livello più alto il gestore dice di no (codice 20)',
  },
];
