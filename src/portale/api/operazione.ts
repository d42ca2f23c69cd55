import type { z } from 'zod';
import type { Contesto } from '../../accesso/contesto.ts';
import type { Dipendenze } from '../dipendenze.ts';
import type { Atto } from '../permessi.ts';

type Campi = Readonly<Record<string, z.ZodType>>;

/** What an operation receives, already checked by its schemas. */
export interface Chiamata<Dati, Percorso, Domanda> {
  readonly dip: Dipendenze;
  readonly corpo: Dati;
  readonly percorso: Percorso;
  readonly domanda: Domanda;
}

interface Descrizione {
  readonly metodo: 'get' | 'post' | 'patch' | 'delete';
  /** OpenAPI form, under `/api/v1`: `/bollettini/{id}`. */
  readonly percorso: string;
  readonly riassunto: string;
  readonly gruppo: string;
  /** A schema of JSON, or `file`: the request's body as it is. */
  readonly corpo?: z.ZodType | 'file';
  readonly parametri?: Campi;
  readonly domanda?: Campi;
  readonly risposta: z.ZodType | 'documento';
  readonly stato: 200 | 201 | 204;
}

/**
 * One operation of the API: the router and the OpenAPI document are both made from this, so they cannot drift. `atto` is
 * what the Contesto must be allowed; an operation without it computes for anybody and touches no personal data.
 */
export type Operazione = Descrizione &
  (
    | { readonly atto?: undefined; readonly esegui: (chiamata: ChiamataQualsiasi) => unknown }
    | { readonly atto: Atto; readonly esegui: (chiamata: ChiamataQualsiasi & { contesto: Contesto }) => unknown }
  );

// The schemas of each operation give the exact types at its definition; the table that lists them all forgets these.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type ChiamataQualsiasi = Chiamata<any, any, any>;

type Corpo<C extends z.ZodType | 'file'> = C extends z.ZodType ? z.output<C> : Uint8Array;
type Letti<C extends Campi> = { readonly [nome in keyof C]: z.output<C[nome]> };

/** Declares an operation, tying the types of its body, path and query to its schemas. */
export function operazione<
  C extends z.ZodType | 'file' = z.ZodUndefined,
  Percorso extends Campi = Record<never, never>,
  Domanda extends Campi = Record<never, never>,
>(
  descrizione: Omit<Descrizione, 'corpo' | 'parametri' | 'domanda'> & {
    readonly corpo?: C;
    readonly parametri?: Percorso;
    readonly domanda?: Domanda;
    readonly esegui: (chiamata: Chiamata<Corpo<C>, Letti<Percorso>, Letti<Domanda>>) => unknown;
  },
): Operazione {
  return descrizione;
}

/** The same, for an operation on one employer's data. */
export function operazionePersonale<
  C extends z.ZodType | 'file' = z.ZodUndefined,
  Percorso extends Campi = Record<never, never>,
  Domanda extends Campi = Record<never, never>,
>(
  descrizione: Omit<Descrizione, 'corpo' | 'parametri' | 'domanda'> & {
    readonly atto: Atto;
    readonly corpo?: C;
    readonly parametri?: Percorso;
    readonly domanda?: Domanda;
    readonly esegui: (
      chiamata: Chiamata<Corpo<C>, Letti<Percorso>, Letti<Domanda>> & { readonly contesto: Contesto },
    ) => unknown;
  },
): Operazione {
  return descrizione;
}
