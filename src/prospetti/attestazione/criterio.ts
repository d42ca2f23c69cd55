/** The year of a statement: of the payments (what the tax return asks) or of the quarters they pay. */
export type CriterioAttestazione = 'anno-di-pagamento' | 'anno-di-contribuzione';
