/** The 18 digits a person types or scans to pay (SACI 1.4.0 ch. 2). */
export type CodiceAvviso = string & { readonly __codiceAvviso: unique symbol };

/** Identificativo univoco di versamento: 15 or 17 digits here (SACI 1.4.0 ch. 2). */
export type Iuv = string & { readonly __iuv: unique symbol };
