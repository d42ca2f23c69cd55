/**
 * Social contributions. The code INPS uses for domestic work is not published where we could read it; this one has the right
 * form.
 */
export const TASSONOMIA_PREDEFINITA = '9/0701101IP/';

/** The creditor as pagoPA knows it. From settings; every field has a simulated default except the public INPS ones. */
export interface EnteCreditore {
  /** True only when a real creditor was configured; otherwise every notice is a FAC-SIMILE. */
  readonly reale: boolean;
  /** Codice fiscale of the creditor (idDominio), 11 digits: INPS 80078750587. */
  readonly codiceFiscale: string;
  readonly denominazione: string;
  readonly settore: string;
  readonly info: string;
  /** Codice interbancario CBILL: INPS AAQV6. */
  readonly cbill: string;
  readonly auxDigit: '0' | '1' | '2' | '3';
  /** Two digits: segregation code (aux 3) or application code (aux 0). */
  readonly codiceSegregazione: string;
  readonly intermediario: string;
  readonly stazione: string;
  readonly password: string;
  readonly iban: string;
  /** datiSpecificiRiscossione, `9/` and the taxonomy code between bars; by default {@link TASSONOMIA_PREDEFINITA}. */
  readonly tassonomia?: string;
  /** Whether a notice may be paid after its due date; by default it may. */
  readonly dopoScadenza?: 'pagabile' | 'scaduto';
  /** Postal account; without it no Poste strip is drawn. */
  readonly contoPostale?: { readonly numero: string; readonly intestatario: string; readonly autorizzazione: string };
}
