import type { Livello } from './nomi-saml.ts';

/** An AuthnRequest that waits for its answer. Instants UTC, ISO 8601. */
export interface RichiestaInviata {
  readonly id: string;
  /** Entity of the provider. */
  readonly fornitore: string;
  readonly livello: Livello;
  /** Fingerprint of what the browser that began keeps in a cookie (AB-27). */
  readonly legame: string;
  /** Opaque: comes back with the answer. */
  readonly relay: string;
  readonly creataIl: string;
  readonly scadeIl: string;
  /** The page to go on to, of a step-up. */
  readonly torna?: string;
  /** Pseudonym of the one person who may answer, of a step-up. */
  readonly persona?: string;
}

/** A verified answer that waits for the browser that began. */
export interface RispostaVerificata {
  readonly asserzione: string;
  /** Fingerprint of the code that only the browser which brought the answer has. */
  readonly codice: string;
  readonly entro: string;
  /** Sealed. */
  readonly identita: string;
}

/** A row of the register of logins (24 months). The text is sealed. */
export interface VoceRegistro {
  readonly richiestaId: string;
  readonly tipo: 'richiesta' | 'risposta';
  readonly quando: string;
  readonly fornitore: string;
  /** `inviata`, `riuscita`, `anomalia-19`, or the check that failed. */
  readonly esito: string;
  readonly chiuso: string;
}

/** What a session must remember to be ended at the provider too. */
export interface SessioneSpid {
  readonly sid: string;
  readonly fornitore: string;
  /** Fingerprint of the NameID. */
  readonly nome: string;
  /** NameID and SessionIndex, sealed. */
  readonly chiuso: string;
  readonly creataIl: string;
}

/** State of the logins under way, and their register, shared by all processes. */
export interface RepositorySpid {
  inserisci(richiesta: RichiestaInviata): Promise<void>;
  /** While it waits for its first answer, and is not over. */
  inAttesa(id: string, adesso: string): Promise<RichiestaInviata | undefined>;
  /** The one good answer. False when another came before, or the assertion was used already. */
  risposta(id: string, verificata: RispostaVerificata): Promise<boolean>;
  /** The provider said no: nothing else is waited for. False when an answer came before. */
  negata(id: string): Promise<boolean>;
  /** Gives the answer to who has both the code and the cookie, once. */
  consegna(
    codice: string,
    legame: string,
    adesso: string,
  ): Promise<{ readonly id: string; readonly identita: string; readonly torna?: string } | undefined>;
  annota(voce: VoceRegistro): Promise<void>;
  /** Rows of the register since an instant, oldest first. */
  registro(dal: string, massimo: number): Promise<readonly (VoceRegistro & { readonly numero: number })[]>;
  /** Those of one request. */
  vociDi(richiestaId: string): Promise<readonly VoceRegistro[]>;
  lega(sessione: SessioneSpid): Promise<void>;
  sessione(sid: string): Promise<SessioneSpid | undefined>;
  /** Ends every session of this name at this provider; how many there were. */
  chiudiSessioni(fornitore: string, nome: string): Promise<number>;
  /** Forgets requests and links of before `giorno`, and rows of the register of before `mesi`. */
  pulisci(prima: { readonly giorno: string; readonly mesi: string }): Promise<void>;
}
