import { z } from 'zod';
import type { Db } from '../archivio/schema.ts';
import { ErroreScenario, PER_SPIEGARE } from './errore-scenario.ts';
import { type CatalogoScenari, facce, type ScenarioNominato } from './scenario.ts';

/** A scenario of one's own, as people write it: its faces and a sentence. */
const scenarioScritto = facce.extend({ descrizione: z.string().max(300).default('') });

const nomeScenario = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lettere minuscole, cifre e trattini, fino a 40');

/** The scenarios that rules may name: those shipped with the simulator, and those that its users saved. */
export interface ScenariNoti {
  /** All of them, by name; it follows what is saved and removed. */
  readonly tutti: CatalogoScenari;
  /** Names and texts of those saved, in order of name, as they were written. */
  salvati(): Readonly<Record<string, unknown>>;
  /**
   * Saves one, in place of another of its name.
   * @throws ErroreDati `scenario-non-valido`, `scenario-del-catalogo` for a name of those shipped
   */
  salva(nome: string, dati: unknown): void;
  /** @throws ErroreScenario `scenario-mancante` (404) */
  togli(nome: string): void;
}

export function createScenariNoti(db: Db, spediti: CatalogoScenari): ScenariNoti {
  const leggi = db.prepare<[], { nome: string; dati: string }>('SELECT nome, dati FROM scenario_salvato ORDER BY nome');
  const metti = db.prepare(
    'INSERT INTO scenario_salvato (nome, dati) VALUES (?, ?) ON CONFLICT (nome) DO UPDATE SET dati = excluded.dati',
  );
  const elimina = db.prepare('DELETE FROM scenario_salvato WHERE nome = ?');
  const tutti = new Map<string, ScenarioNominato>();
  const rileggi = (): void => {
    tutti.clear();
    for (const [nome, scenario] of spediti) tutti.set(nome, scenario);
    for (const { nome, dati } of leggi.all()) {
      tutti.set(nome, { nome, salvato: true, ...scenarioScritto.parse(JSON.parse(dati)) });
    }
  };
  rileggi();
  return {
    tutti,
    salvati: () => Object.fromEntries(leggi.all().map(({ nome, dati }) => [nome, JSON.parse(dati) as unknown])),
    salva(nome, dati) {
      leggiScenario(nome, dati, spediti);
      metti.run(nome, JSON.stringify(dati));
      rileggi();
    },
    togli(nome) {
      if (elimina.run(nome).changes === 0) throw new ErroreScenario('scenario-mancante', { nome });
      rileggi();
    },
  };
}

/**
 * Checks a scenario of one's own.
 * @throws ErroreDati `scenario-non-valido`, `scenario-del-catalogo`
 */
export function leggiScenario(nome: string, dati: unknown, spediti: CatalogoScenari): ScenarioNominato {
  const rifiuta = (errore: z.ZodError): never => {
    throw new ErroreScenario('scenario-non-valido', { nome, perche: errore });
  };
  const nomeLetto = nomeScenario.safeParse(nome, PER_SPIEGARE);
  if (!nomeLetto.success) return rifiuta(nomeLetto.error);
  if (spediti.get(nome)?.salvato === false) {
    throw new ErroreScenario('scenario-del-catalogo', { nome, campo: 'nome' });
  }
  const letto = scenarioScritto.safeParse(dati, PER_SPIEGARE);
  if (!letto.success) return rifiuta(letto.error);
  return { nome, salvato: true, ...letto.data };
}
