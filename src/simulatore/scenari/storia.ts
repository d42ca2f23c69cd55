import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { ErroreScenario, PER_SPIEGARE } from './errore-scenario.ts';
import { leggiRegola } from './regola.ts';
import type { Regole } from './regole.ts';
import { leggiScenario, type ScenariNoti } from './scenari-noti.ts';

const storia = z.strictObject({
  scenari: z.record(z.string(), z.unknown(), 'scenari: nomi con le loro facce').default({}),
  regole: z.array(z.unknown(), 'regole: un elenco').default([]),
});

interface Attori {
  readonly scenari: ScenariNoti;
  readonly regole: Regole;
}

/** The saved scenarios and the rules in force, as a file that `--scenari` and the import read: what comes first is looked at first. */
export function esportaStoria({ scenari, regole }: Attori): string {
  const testo = stringify({ scenari: scenari.salvati(), regole: regole.scritte() }, { lineWidth: 0 });
  return `# Storia del nodo pagoPA simulato: scenari salvati e regole. Si rilegge con --scenari, dalla pagina degli scenari, o con POST /api/storia.\n${testo}`;
}

/**
 * Puts a story in place of the rules in force; scenarios of its are added to those saved, or take the place of those of their
 * name. To be called in a write, which is all or nothing.
 * @throws ErroreDati naming the scenario or the rule, and what is wrong
 */
export function importaStoria({ scenari, regole }: Attori, testo: string): void {
  const letta = leggiStoria(testo);
  const insieme = new Map(scenari.tutti);
  for (const [nome, dati] of Object.entries(letta.scenari)) {
    insieme.set(nome, leggiScenario(nome, dati, scenari.tutti));
  }
  letta.regole.forEach((una, i) => conPosto(i, () => leggiRegola(una, insieme, { id: 0, origine: 'api' })));
  for (const [nome, dati] of Object.entries(letta.scenari)) scenari.salva(nome, dati);
  regole.togliTutte();
  for (const una of [...letta.regole].reverse()) regole.aggiungi(una);
}

function leggiStoria(testo: string): z.output<typeof storia> {
  let dati: unknown;
  try {
    dati = parse(testo, { schema: 'failsafe' });
  } catch (errore) {
    throw new ErroreScenario('storia-non-valida', {
      perche: errore instanceof Error ? errore.message : String(errore),
    });
  }
  const letta = storia.safeParse(dati ?? {}, PER_SPIEGARE);
  if (!letta.success) throw new ErroreScenario('storia-non-valida', { perche: letta.error });
  return letta.data;
}

function conPosto(indice: number, fai: () => unknown): void {
  try {
    fai();
  } catch (errore) {
    throw errore instanceof ErroreScenario ? errore.nellaStoria(indice + 1) : errore;
  }
}
