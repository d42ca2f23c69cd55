import { concorda } from './italiano.ts';

/**
 * Something a person gave (or a file held) is wrong: which field, why, and what to do.
 * Every edge (page, API, CLI, batch) shows the same sentence; `codice` is stable for programs.
 */
export class ErroreDati extends Error {
  readonly codice: string;
  readonly campo: string | undefined;
  readonly statoHttp: number;
  /** Seconds after which the same may go well (Retry-After). */
  readonly riprovaFra: number | undefined;

  /**
   * @param codice stable kebab-case code, e.g. `codice-fiscale-carattere-di-controllo`
   * @param messaggio Italian sentence for the person: what is wrong and what to do
   * @param opzioni `campo`: the input field; `statoHttp`: 422 (default), 404, 409…; `riprovaFra`: seconds
   */
  constructor(
    codice: string,
    messaggio: string,
    opzioni: { campo?: string; statoHttp?: number; riprovaFra?: number } = {},
  ) {
    super(messaggio);
    this.name = 'ErroreDati';
    this.codice = codice;
    this.campo = opzioni.campo;
    this.statoHttp = opzioni.statoHttp ?? 422;
    this.riprovaFra = opzioni.riprovaFra;
  }
}

/** The object is not there, or is not the caller's: the two are never told apart (abuse case AB-01). */
export class NonTrovato extends ErroreDati {
  constructor(che: string) {
    super('non-trovato', `${che} non ${concorda(che, 'trovat')}.`, { statoHttp: 404 });
    this.name = 'NonTrovato';
  }
}
