import type { Credenziali } from '../spid/certificato.ts';
import type { Clock } from '../valori/clock.ts';
import type { AccessiInCorso } from './accessi-in-corso.ts';
import type { ServizioNoto } from './controlla-richiesta.ts';
import type { Gestore } from './gestori.ts';
import type { Persona } from './persona.ts';

/** What every page of the simulated providers works with. */
export interface Contesto {
  readonly baseUrl: () => string;
  readonly clock: Clock;
  readonly credenziali: (gestore: Gestore) => Credenziali;
  /** Keys of nobody, for answers that somebody else signs. */
  readonly estranee: Credenziali;
  readonly persone: readonly Persona[];
  readonly accessi: AccessiInCorso;
  /** The one service that is served, as its metadata are now; undefined when it does not answer. */
  readonly servizio: () => Promise<ServizioNoto | undefined>;
  readonly vista: (nome: string, dati: Readonly<Record<string, unknown>>) => string;
}
