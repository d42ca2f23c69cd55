import { type Indennita, livello } from '../../norme/minimi.ts';

interface Scelta {
  readonly valore: string;
  readonly testo: string;
}

const VECCHIE = new Set<string>(['1S', '1', '2', '3', 'unico']);

/** Levels of the contract that a form offers. */
export const SCELTE_LIVELLO: readonly Scelta[] = [
  { valore: '', testo: 'Non indicato' },
  ...livello.options.filter((nome) => !VECCHIE.has(nome)).map((nome) => ({ valore: nome, testo: nome })),
];

const indennita = (testo: string, ...nomi: readonly Indennita[]): Scelta => ({ valore: nomi.join(','), testo });

/** Allowances of tables H, I and L, and those that go together. */
export const SCELTE_INDENNITA: readonly Scelta[] = [
  indennita('Nessuna'),
  indennita('Bambino sotto i sei anni (BS)', 'bambino-sotto-sei-anni'),
  indennita('Più persone non autosufficienti (CS, DS)', 'piu-persone'),
  indennita('Norma UNI 11766 (B, BS, CS)', 'certificazione-uni'),
  indennita('Bambino e norma UNI', 'bambino-sotto-sei-anni', 'certificazione-uni'),
  indennita('Più persone e norma UNI', 'piu-persone', 'certificazione-uni'),
];
