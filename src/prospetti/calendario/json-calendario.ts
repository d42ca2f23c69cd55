import type { Evento } from './eventi.ts';

/** The events for CLI `--json` and the API. */
export function calendarioToJson(eventi: readonly Evento[]) {
  return {
    eventi: eventi.map(({ uid, tipo, giorno, titolo, descrizione, avvisi }) => ({
      uid,
      tipo,
      giorno,
      titolo,
      descrizione,
      avvisiGiorniPrima: avvisi,
    })),
  };
}
