/** An invented identity provider. */
export interface Gestore {
  /** In its addresses. */
  readonly sigla: string;
  readonly nome: string;
}

/** Three, so that there is something to choose from and one can answer in another's place. None is called as a real one. */
export const GESTORI: readonly Gestore[] = [
  { sigla: 'faro', nome: 'Faro di prova' },
  { sigla: 'molo', nome: 'Molo di prova' },
  { sigla: 'vela', nome: 'Vela di prova' },
];

/** The addresses of one of them, under the base URL of the process. */
export function indirizziDi(baseUrl: string, { sigla }: Gestore) {
  const base = `${baseUrl}/${sigla}`;
  return { entityId: base, accesso: `${base}/accesso`, uscita: `${base}/uscita` };
}
