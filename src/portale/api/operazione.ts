import type { z } from 'zod';
import type { Contesto } from '../../accesso/contesto.ts';
import type { TokenApi } from '../../accesso/servizio-accesso.ts';
import type { Dipendenze } from '../dipendenze.ts';
import type { Atto } from '../permessi.ts';

type Campi = Readonly<Record<string, z.ZodType>>;

/** What an operation receives, already checked by its schemas. */
export interface Chiamata<Dati, Percorso, Domanda> {
  readonly dip: Dipendenze;
  /** Who calls, as far as limits go. */
  readonly cliente: string;
  readonly corpo: Dati;
  readonly percorso: Percorso;
  readonly domanda: Domanda;
}

interface Descrizione {
  /** The operationId, by which generated clients call it. */
  readonly nome: string;
  readonly metodo: 'get' | 'post' | 'patch' | 'delete';
  /** OpenAPI form, under `/api/v1`: `/bollettini/{id}`. */
  readonly percorso: string;
  readonly riassunto: string;
  readonly gruppo: string;
  /** A schema of JSON; or the request's body: a document, whole in a file of this machine (`file`, its path), or a table as it comes (`flusso`). */
  readonly corpo?: Ingresso;
  readonly parametri?: Campi;
  readonly domanda?: Campi;
  /** A schema of JSON; or a `Documento`, or with `flusso` a `DocumentoInFlusso`. */
  readonly risposta: z.ZodType | 'documento' | 'flusso';
  readonly stato: 200 | 201 | 204;
  /**
   * Of an operation that creates: where what it made is found, under `/api/v1`, from its answer (`Location`). Such a call takes
   * an `Idempotency-Key`, so it belongs to a token.
   */
  readonly luogo?: (risposta: never) => string | undefined;
}

type Ingresso = z.ZodType | 'file' | 'flusso';

/**
 * One operation of the API: the router and the OpenAPI document are both made from this, so they cannot drift. It is for
 * everybody, and then touches no personal data; or for a `datore`, and then `atto` is what the Contesto must be allowed; or
 * for the holder of a `token`, over what that token owns.
 */
export type Operazione = Descrizione &
  (
    | { readonly chi: 'tutti'; readonly esegui: (chiamata: ChiamataQualsiasi) => unknown }
    | {
        readonly chi: 'datore';
        readonly atto: Atto;
        readonly esegui: (chiamata: ChiamataQualsiasi & { readonly contesto: Contesto }) => unknown;
      }
    | {
        readonly chi: 'token';
        readonly esegui: (chiamata: ChiamataQualsiasi & { readonly token: TokenApi }) => unknown;
      }
  );

// The schemas of each operation give the exact types at its definition; the table that lists them all forgets these.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type ChiamataQualsiasi = Chiamata<any, any, any>;

type Corpo<C extends Ingresso> = C extends z.ZodType
  ? z.output<C>
  : C extends 'flusso'
    ? AsyncIterable<Uint8Array>
    : string;
type Letti<C extends Campi> = { readonly [nome in keyof C]: z.output<C[nome]> };

/** What a declaration says besides `esegui`, with the types of its schemas. */
type Dichiarata<C extends Ingresso, Percorso extends Campi, Domanda extends Campi> = Omit<
  Descrizione,
  'corpo' | 'parametri' | 'domanda'
> & {
  readonly corpo?: C;
  readonly parametri?: Percorso;
  readonly domanda?: Domanda;
};
type Letta<C extends Ingresso, Percorso extends Campi, Domanda extends Campi> = Chiamata<
  Corpo<C>,
  Letti<Percorso>,
  Letti<Domanda>
>;
type Nessuno = Record<never, never>;

/** Declares an operation for everybody, tying the types of its body, path and query to its schemas. */
export function operazione<
  C extends Ingresso = z.ZodUndefined,
  Percorso extends Campi = Nessuno,
  Domanda extends Campi = Nessuno,
>(
  descrizione: Dichiarata<C, Percorso, Domanda> & {
    readonly esegui: (chiamata: Letta<C, Percorso, Domanda>) => unknown;
  },
): Operazione {
  return { ...descrizione, chi: 'tutti' };
}

/** The same, for an operation on one employer's data. */
export function operazionePersonale<
  C extends Ingresso = z.ZodUndefined,
  Percorso extends Campi = Nessuno,
  Domanda extends Campi = Nessuno,
>(
  descrizione: Dichiarata<C, Percorso, Domanda> & {
    readonly atto: Atto;
    readonly esegui: (chiamata: Letta<C, Percorso, Domanda> & { readonly contesto: Contesto }) => unknown;
  },
): Operazione {
  return { ...descrizione, chi: 'datore' };
}

/** The same, for an operation on what a token owns. */
export function operazioneDelToken<
  C extends Ingresso = z.ZodUndefined,
  Percorso extends Campi = Nessuno,
  Domanda extends Campi = Nessuno,
>(
  descrizione: Dichiarata<C, Percorso, Domanda> & {
    readonly esegui: (chiamata: Letta<C, Percorso, Domanda> & { readonly token: TokenApi }) => unknown;
  },
): Operazione {
  return { ...descrizione, chi: 'token' };
}
