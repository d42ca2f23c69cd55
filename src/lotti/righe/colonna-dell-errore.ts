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
  'nome del destinatario': 'datore_nome',
  'indirizzo del destinatario': 'datore_via',
  'nome del lavoratore': 'lavoratore_nome',
  'codice rapporto': 'rapporto',
};

/** What is told of a row beside the name of the column: `«x» non è un numero`; with its field's own name where no column is told. */
export function fraseNellaRiga(errore: ErroreDati): string {
  const frase = colonnaDi(errore) === '' ? errore.message : errore.senzaCampo;
  return frase.charAt(0).toUpperCase() + frase.slice(1);
}

/** The column that an ErroreDati speaks of; anything else is a program error and is thrown on. */
export function colonnaDi(errore: unknown): Colonna | '' {
  if (!(errore instanceof ErroreDati)) throw errore;
  const campo = errore.campo ?? '';
  return COLONNA_DEL_CAMPO[campo] ?? (COLONNE.find((nome) => nome === campo) || '');
}
