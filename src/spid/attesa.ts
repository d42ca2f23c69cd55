import type { Livello } from './nomi-saml.ts';

/** What a response must agree with: the request it answers, who was asked, and us. */
export interface Attesa {
  readonly richiesta: { readonly id: string; readonly quando: Date; readonly livello: Livello };
  /** Entity of the provider that was asked. */
  readonly fornitore: string;
  readonly entityId: string;
  readonly acs: string;
  readonly adesso: Date;
}

/** What a verified response tells. */
export interface Asserita {
  readonly messaggioId: string;
  readonly asserzioneId: string;
  readonly nomeId: string;
  readonly indiceSessione?: string;
  readonly livello: Livello;
  /** UTC instant at which the person authenticated. */
  readonly autenticatoIl: string;
  readonly attributi: ReadonlyMap<string, string>;
}
