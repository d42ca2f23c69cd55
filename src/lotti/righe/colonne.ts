/** The columns that a batch understands, in the order of the template. */
export const COLONNE = [
  'id',
  'datore_cf',
  'datore_nome',
  'rapporto',
  'lavoratore_cf',
  'lavoratore_nome',
  'trimestre',
  'ore_settimanali',
  'ore',
  'settimane',
  'paga_oraria',
  'paga_mensile',
  'vitto_alloggio_giorni',
  'senza_cuaf',
  'tempo_determinato',
  'associazione',
  'assunzione',
  'cessazione',
  'lingua_avviso',
  'datore_via',
  'datore_civico',
  'datore_cap',
  'datore_comune',
  'datore_provincia',
  'datore_nazione',
  'ore_in_parti',
  'settimane_incomplete',
  'quarta_fascia',
  'conto_assistenza',
  'inizio_f2',
  'importo_e1',
  'territorio',
  'livello',
  'indennita',
  'scatti',
  'straordinari',
  'notti_presenza',
  'notti_assistenza',
  'sostituzione',
  'assistenza_in_piu',
  'solo_assistenza',
  'anno',
] as const;

export type Colonna = (typeof COLONNE)[number];

/** The columns that the batch of amounts adds, in order: a new one goes to the end, where it moves no other. */
export const COLONNE_CALCOLATE = [
  'settimane_calcolate',
  'ore_calcolate',
  'fascia',
  'contributo_orario',
  'totale',
  'quota_lavoratore',
  'quota_datore',
  'contributo_associazione',
  'scadenza',
  'spiegazione',
  'fonte',
  'avvertenze',
  'settimane_accreditate',
] as const;

/** The columns of the file of errors. */
export const COLONNE_ERRORI = ['riga', 'id', 'colonna', 'valore', 'errore'] as const;

/** The column that the file of refused rows adds to the input's own: what is wrong with each. */
export const COLONNA_DA_CORREGGERE = 'errore';

/** Whether a header is that column's: of a file that was mended and is given back it says what was wrong, and is no row's data. */
export function isDaCorreggere(intestazione: string): boolean {
  return intestazione.trim().toLowerCase() === COLONNA_DA_CORREGGERE;
}
