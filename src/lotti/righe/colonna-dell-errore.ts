import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Colonna, COLONNE } from './colonne.ts';

/** The names that other rooms give their fields, as columns: where their refusals belong. */
const COLONNA_DEL_CAMPO: Readonly<Record<string, Colonna>> = {
  oreSettimanali: 'ore_settimanali',
  pagaOraria: 'paga_oraria',
  pagaMensile: 'paga_mensile',
  vittoAlloggioGiorni: 'vitto_alloggio_giorni',
  senzaCuaf: 'senza_cuaf',
  tempoDeterminato: 'tempo_determinato',
  oreInParti: 'ore_in_parti',
  settimaneIncomplete: 'settimane_incomplete',
  quartaFascia: 'quarta_fascia',
  contoAssistenza: 'conto_assistenza',
  inizioF2: 'inizio_f2',
  importoE1: 'importo_e1',
  nottiPresenza: 'notti_presenza',
  nottiAssistenza: 'notti_assistenza',
  assistenzaInPiu: 'assistenza_in_piu',
  soloAssistenza: 'solo_assistenza',
  attoInterruttivo: 'atto_interruttivo',
  'nome del destinatario': 'datore_nome',
  'indirizzo del destinatario': 'datore_via',
  'nome del lavoratore': 'lavoratore_nome',
  'codice rapporto': 'rapporto',
};

/**
 * `ore: «x» non è un numero` → `«x» non è un numero`, and so for `oreSettimanali: …` or `ore settimanali: …`: the column is told beside the
 * sentence, with the name it has in the file.
 */
export function bare(errore: string, colonna: string): string {
  const [prima = '', ...dopo] = errore.split(': ', 20);
  const letters = (testo: string): string => testo.toLowerCase().replace(/[^a-z]/g, '');
  if (dopo.length === 0 || letters(prima) !== letters(colonna)) return errore;
  const resto = errore.slice(prima.length + 2);
  return resto.charAt(0).toUpperCase() + resto.slice(1);
}

/** The column that an ErroreDati speaks of; anything else is a program error and is thrown on. */
export function colonnaDi(errore: unknown): Colonna | '' {
  if (!(errore instanceof ErroreDati)) throw errore;
  const campo = errore.campo ?? '';
  return COLONNA_DEL_CAMPO[campo] ?? (COLONNE.find((nome) => nome === campo) || '');
}
