import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Contesto } from '../contesto.ts';

/**
 * Saves a scenario under a name; rules that name it follow.
 * @throws ErroreDati `scenario-non-valido`, `scenario-del-catalogo`
 */
export function salvaScenario({ scenari, regole }: Contesto, nome: string, dati: unknown): void {
  scenari.salva(nome, dati);
  regole.rileggi();
}

/** @throws ErroreDati `scenario-in-uso` (409) when rules name it, NonTrovato */
export function togliScenario({ scenari, regole }: Contesto, nome: string): void {
  const usato = regole.elenco().filter(({ scenario }) => scenario === nome);
  if (scenari.tutti.get(nome)?.salvato === true && usato.length > 0) {
    const quali = usato.map(({ id }) => id).join(', ');
    throw new ErroreDati(
      'scenario-in-uso',
      `Lo scenario «${nome}» serve a regole in vigore: togliere prima ${quali}.`,
      {
        statoHttp: 409,
      },
    );
  }
  scenari.togli(nome);
}
