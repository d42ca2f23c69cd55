import type { Evento } from '../../prospetti/calendario/index.ts';
import type { Giorno } from '../../valori/giorno.ts';

/** One day of the list of due dates. */
export interface VistaScadenza {
  readonly giorno: Giorno;
  readonly titolo: string;
  /** Whose it is, and what is to be known of it that the list has not said yet. */
  readonly righe: readonly string[];
}

/** In a calendar each day stands by itself; in a list a sentence is said where it is first met, and names wherever they belong. */
export function toVisteScadenze(eventi: readonly Evento[]): VistaScadenza[] {
  const dette = new Set<string>();
  return eventi.map(({ giorno, titolo, descrizione }) => {
    const righe = descrizione.split('\n').filter((riga) => !dette.has(riga));
    for (const riga of righe) if (riga.endsWith('.')) dette.add(riga);
    return { giorno, titolo, righe };
  });
}
