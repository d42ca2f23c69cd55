/** A checked codice fiscale: 16 characters of a person, or the 11 digits of a provisional one. Upper case. */
export type CodiceFiscale = string & { readonly __codiceFiscale: unique symbol };
