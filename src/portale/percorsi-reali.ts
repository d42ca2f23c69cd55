/** The addresses of a family's own portal that the simulated one has not; the others are in `percorsi`. */
export const percorsiReali = {
  inizio: '/famiglia/inizio',
  nuovaFrase: '/famiglia/frase',
  ripristina: '/famiglia/ripristina',
  entra: '/famiglia/entra',
  rapporti: '/rapporti',
  nuovoRapporto: '/rapporti/nuovo',
  copia: '/copia',
  rapporto: (id: string) => `/rapporti/${id}`,
  cambiaRapporto: (id: string) => `/rapporti/${id}/cambia`,
  terminaRapporto: (id: string) => `/rapporti/${id}/termina`,
  pratica: (id: string) => `/bollettini/${id}`,
  avvisoInps: (id: string) => `/bollettini/${id}/avviso-inps`,
  pagato: (id: string) => `/bollettini/${id}/pagato`,
  nonPagato: (id: string) => `/bollettini/${id}/non-pagato`,
  tieniRicevuta: (id: string) => `/bollettini/${id}/ricevuta`,
  allegato: (id: string, allegato: string) => `/bollettini/${id}/file/${allegato}`,
} as const;
