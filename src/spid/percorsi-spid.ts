/** Where the portal answers providers, under its base URL; its own metadata at the first. */
export const PERCORSI_SPID = { metadati: '/spid/metadata', acs: '/spid/acs', uscita: '/spid/uscita' } as const;
