/** The notice's INPS code: 9 digits of the rapporto, YY, quarter, three digits (991097845204027): 15 digits. */
export type CodiceInps = string & { readonly __codiceInps: unique symbol };
