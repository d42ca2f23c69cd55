/** What the story of a generated client (`api-client/storia.ts`) tells. */
export interface Storia {
  readonly importo: string;
  readonly ripetuta: string | null;
  readonly luogo: string | null;
  readonly chiaveRiusata: { readonly codice: string; readonly campo?: string } | undefined;
  readonly nelCarrello: readonly string[];
  readonly pagine: number;
  readonly url: string | null;
  readonly errore: { readonly status: number; readonly detail: string; readonly campo?: string } | undefined;
  readonly calcolato: string | undefined;
  readonly byteAvviso: number;
}

/** A story told against the API at this address. */
export type Racconto = (baseUrl: string, token: string, datore: string) => Promise<Storia>;
