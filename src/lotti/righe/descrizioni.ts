import { LINGUE_AVVISO } from '../../anagrafe/lingua-avviso.ts';
import type { Colonna } from './colonne.ts';

/** What goes into each column, for who fills the file in: shown by the template, the manual and the pages. */
export const DESCRIZIONI: Readonly<Record<Colonna, string>> = {
  id: 'Un vostro numero o nome per riconoscere la riga; facoltativo.',
  datore_cf: 'Codice fiscale del datore di lavoro. Per gli avvisi serve la prima volta: poi lo sa il registro.',
  datore_nome: 'Cognome e nome del datore di lavoro. Per gli avvisi serve la prima volta: poi lo sa il registro.',
  rapporto: 'Codice del rapporto di lavoro, 10 o 11 cifre. Obbligatorio per gli avvisi.',
  lavoratore_cf: 'Codice fiscale del lavoratore. Per gli avvisi serve la prima volta: poi lo sa il registro.',
  lavoratore_nome: 'Cognome e nome del lavoratore. Per gli avvisi serve la prima volta: poi lo sa il registro.',
  trimestre: 'Il trimestre da pagare: 4/2020 oppure 2020-T4. Obbligatorio.',
  ore_settimanali:
    'Ore retribuite in una settimana: 25 oppure 24,5; se cambiano, quelle di ogni settimana: 30 30 20 18… Obbligatorie queste o le ore del trimestre; per gli avvisi, niente prende quelle del registro.',
  ore: 'Ore retribuite in tutto il trimestre; se ci sono, valgono più di quelle settimanali.',
  settimane: 'Settimane da pagare; se mancano, tutte quelle del trimestre in cui il rapporto c’era.',
  paga_oraria: 'Paga oraria pattuita in euro (8,00), senza tredicesima; serve fino a 24 ore settimanali.',
  paga_mensile: 'Paga mensile pattuita in euro (1.000,00), al posto di quella oraria.',
  vitto_alloggio_giorni: 'Giorni di vitto e alloggio in una settimana, da 0 a 7.',
  senza_cuaf: 'si per coniuge, o parente o affine entro il terzo grado convivente; altrimenti no o niente.',
  tempo_determinato: 'si se il rapporto è a termine e non sostituisce un assente; altrimenti no o niente.',
  associazione:
    'Assistenza contrattuale, obbligatoria per chi applica il CCNL: F2 (CAS.SA.COLF), E1 (EBILCOBA) o niente.',
  assunzione:
    'Data di assunzione, 15/09/2019 o 2019-09-15; serve se cade nel trimestre. Per gli avvisi serve la prima volta.',
  cessazione: 'Data di cessazione, se c’è stata.',
  lingua_avviso: `Lingua degli avvisi del datore, questi e i prossimi: ${LINGUE_AVVISO.join(', ')}; niente lascia quella che ha.`,
  datore_via:
    'Via o piazza del datore, anche con il numero: va sugli avvisi, nella finestra della busta, e resta nel registro; niente lascia l’indirizzo che ha.',
  datore_civico: 'Numero civico, se non è già nella via.',
  datore_cap: 'CAP del datore, cinque cifre. Con la via servono anche CAP, comune e provincia.',
  datore_comune: 'Comune del datore.',
  datore_provincia: 'Provincia del datore, due lettere.',
  datore_nazione:
    'Nazione del datore che risiede all’estero: il nome in italiano o due lettere, come Svizzera o CH; niente è l’Italia. All’estero CAP e provincia possono mancare.',
  ore_in_parti: 'Frazioni di ora: intere (o niente) arrotonda per eccesso il totale del bollettino; esatte le tiene.',
  settimane_incomplete:
    'Settimana in cui il rapporto comincia o finisce: intere (o niente), oppure a-giorni per contare i soli giorni del rapporto.',
  quarta_fascia: 'Fra 24 e 25 ore a settimana: dalle-25 oppure oltre-24; se manca, dalle-25 quando la paga è nota.',
  conto_assistenza: 'F2 o E1 che cambia nel trimestre: del-trimestre (o niente) oppure a-giorni.',
  inizio_f2: 'Da quando è dovuto l’F2: dal-3-2007 (o niente), dal-7-2007 oppure dal-7-2010; conta fino al 2/2010.',
  importo_e1: 'E1 dal 2023: ccnl-2023 (o niente, 0,06 l’ora) oppure precedente (0,03).',
  straordinari: 'Ore di straordinario del trimestre (6), o giorno per giorno: 12/11/2026 3 | 19/11/2026 2,5.',
  notti_presenza: 'Notti di presenza nel trimestre: per F2 valgono 5 ore l’una.',
  notti_assistenza: 'Notti di assistenza nel trimestre: per F2 valgono 8 ore l’una.',
  sostituzione: 'si per chi è assunto a termine al posto di un lavoratore assente: niente 1,40%.',
  assistenza_in_piu: 'Euro di F2 in più, per arrivare ai 25 l’anno che danno diritto alle prestazioni.',
  solo_assistenza: 'si per il solo contributo F2 o E1, senza quelli dell’INPS; non per gli avvisi.',
  territorio: 'Sospensione dei termini dove sta il datore, per esempio ciclone-harry-2026; di solito niente.',
  livello: 'Livello del contratto (A, AS, B, BS, C, CS, D, DS), per controllare la paga minima; facoltativo.',
  indennita: 'Indennità dovute in più: bambino-sotto-sei-anni, piu-persone, certificazione-uni, o niente.',
  anno: 'Anno del trimestre, dove la colonna trimestre ha soltanto il numero (4, IV); altrimenti niente.',
  scatti: 'Scatti di anzianità maturati, da 0 a 7; se manca si contano dall’assunzione.',
};
