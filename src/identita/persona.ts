import type { Livello } from '../spid/nomi-saml.ts';

/** An invented person who has an account at every simulated provider. */
export interface Persona {
  readonly utente: string;
  readonly password: string;
  readonly nome: string;
  readonly cognome: string;
  /** YYYY-MM-DD */
  readonly nascita: string;
  readonly codiceFiscale: string;
  /** The highest that the person's credentials reach. */
  readonly livello: Livello;
  /** What the case shows. */
  readonly descrizione: string;
}

/** `maria.rossi`: how somebody of that name is called at a provider. */
export function utenteDi(nome: string, cognome: string): string {
  const semplice = (testo: string): string =>
    testo
      .normalize('NFD')
      .replace(/\p{M}|[^\p{L}]/gu, '')
      .toLowerCase();
  return `${semplice(nome)}.${semplice(cognome)}`;
}

/** The value of an attribute that a service asks for; undefined for one that these people do not have. */
export function attributoDi(persona: Persona, nome: string): string | undefined {
  switch (nome) {
    case 'name':
      return persona.nome;
    case 'familyName':
      return persona.cognome;
    case 'fiscalNumber':
      return `TINIT-${persona.codiceFiscale}`;
    case 'dateOfBirth':
      return persona.nascita;
    case 'spidCode':
      return `PROV${persona.codiceFiscale.slice(0, 10)}`;
    default:
      return undefined;
  }
}

/** What an attribute is called on the page of the consent. */
export const ETICHETTE: Readonly<Record<string, string>> = {
  name: 'Nome',
  familyName: 'Cognome',
  fiscalNumber: 'Codice fiscale',
  dateOfBirth: 'Data di nascita',
  spidCode: 'Codice identificativo SPID',
};
