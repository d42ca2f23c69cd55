import type { Contesto } from '../contesto.ts';
import { ErroreScenario } from '../scenari/errore-scenario.ts';

/**
 * Saves a scenario under a name; rules that name it follow.
 * @throws ErroreDati `scenario-non-valido`, `scenario-del-catalogo`
 */
export function salvaScenario({ scenari, regole }: Contesto, nome: string, dati: unknown): void {
  scenari.salva(nome, dati);
  regole.rileggi();
}

/** @throws ErroreScenario `scenario-in-uso` (409) when rules name it, `scenario-mancante` (404) */
export function togliScenario({ scenari, regole }: Contesto, nome: string): void {
  const usato = regole.elenco().filter(({ scenario }) => scenario === nome);
  if (scenari.tutti.get(nome)?.salvato === true && usato.length > 0) {
    const quali = usato.map(({ id }) => id).join(', ');
    throw new ErroreScenario('scenario-in-uso', { nome, regole: quali });
  }
  scenari.togli(nome);
}
