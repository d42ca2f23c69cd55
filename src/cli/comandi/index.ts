import type { Command } from 'commander';

/** A command of the program: its line in the list, and how to load it. */
interface Voce {
  readonly descrizione: string;
  readonly load: () => Promise<Command>;
}

/**
 * Every command. Only the one that was called is loaded: a calculation should not wait for the portal, the PDF writer and
 * the database to be read from disk.
 */
export const COMANDI: Readonly<Record<string, Voce>> = {
  calcola: {
    descrizione: 'calcola e spiega i contributi di un trimestre',
    load: async () => (await import('./calcola.ts')).comandoCalcola(),
  },
  scadenza: {
    descrizione: 'quando si paga un trimestre',
    load: async () => (await import('./scadenza.ts')).comandoScadenza(),
  },
  tabella: {
    descrizione: 'i contributi orari di un anno e le loro fonti',
    load: async () => (await import('./tabella.ts')).comandoTabella(),
  },
  verifica: {
    descrizione: 'di quali ore può essere l’importo di un avviso INPS',
    load: async () => (await import('./verifica.ts')).comandoVerifica(),
  },
  sanzioni: {
    descrizione: 'sanzioni civili di un pagamento in ritardo',
    load: async () => (await import('./sanzioni.ts')).comandoSanzioni(),
  },
  'costo-annuo': {
    descrizione: 'quanto costa un rapporto di lavoro in un anno',
    load: async () => (await import('./costo-annuo.ts')).comandoCostoAnnuo(),
  },
  attestazione: {
    descrizione: 'i contributi pagati in un anno, per la dichiarazione dei redditi',
    load: async () => (await import('./attestazione.ts')).comandoAttestazione(),
  },
  estratto: {
    descrizione: 'i contributi pagati per un lavoratore',
    load: async () => (await import('./estratto.ts')).comandoEstratto(),
  },
  calendario: {
    descrizione: 'le scadenze, anche come file ICS con i promemoria',
    load: async () => (await import('./calendario.ts')).comandoCalendario(),
  },
  promemoria: {
    descrizione: 'spedisce per posta elettronica i promemoria a chi li vuole',
    load: async () => (await import('./promemoria.ts')).comandoPromemoria(),
  },
  anno: {
    descrizione: 'anno nuovo: la bozza della tabella dell’anno che viene',
    load: async () => (await import('./anno.ts')).comandoAnno(),
  },
  norme: {
    descrizione: 'norme controlla: legge e controlla i file delle norme',
    load: async () => (await import('./norme.ts')).comandoNorme(),
  },
  'fine-rapporto': {
    descrizione: 'la fine di un rapporto: preavviso, ferie, tredicesima, TFR, ultimi contributi',
    load: async () => (await import('./fine-rapporto.ts')).comandoFineRapporto(),
  },
  lotto: {
    descrizione: 'file interi: rapporti in entrata, importi o avvisi in uscita',
    load: async () => (await import('./lotto.ts')).comandoLotto(),
  },
  clienti: {
    descrizione: 'i rapporti che un ufficio segue: elenco, stato di un trimestre, file, scadenze',
    load: async () => (await import('./clienti.ts')).comandoClienti(),
  },
  datore: {
    descrizione: 'il datore di lavoro, il suo indirizzo e la lingua dei suoi avvisi',
    load: async () => (await import('./datore.ts')).comandoDatore(),
  },
  rapporto: {
    descrizione:
      'i trimestri di un rapporto: pagati, mancanti, sospesi, prescritti; i termini sospesi dove sta il datore',
    load: async () => (await import('./rapporto.ts')).comandoRapporto(),
  },
  bollettino: {
    descrizione: 'emette, elenca e mostra i bollettini',
    load: async () => (await import('./bollettino.ts')).comandoBollettino(),
  },
  avviso: {
    descrizione: 'stampa l’avviso di pagamento di un bollettino',
    load: async () => (await import('./avviso.ts')).comandoAvviso(),
  },
  pagamento: {
    descrizione: 'i tentativi di pagamento e i loro messaggi',
    load: async () => (await import('./pagamento.ts')).comandoPagamento(),
  },
  giornale: {
    descrizione: 'tutti i messaggi scambiati con pagoPA',
    load: async () => (await import('./giornale.ts')).comandoGiornale(),
  },
  anomalie: {
    descrizione: 'che cosa non torna e aspetta un operatore',
    load: async () => (await import('./operatori.ts')).comandoAnomalie(),
  },
  audit: {
    descrizione: 'verifica: il registro degli atti è quello che fu scritto?',
    load: async () => (await import('./audit.ts')).comandoAudit(),
  },
  accessi: {
    descrizione: 'chi prova a entrare senza conoscere i codici; sblocca un datore',
    load: async () => (await import('./accessi.ts')).comandoAccessi(),
  },
  sorveglia: {
    descrizione: 'chiede al nodo ciò che è rimasto in sospeso',
    load: async () => (await import('./operatori.ts')).comandoSorveglia(),
  },
  rendicontazione: {
    descrizione: 'scarica i flussi e li confronta con le ricevute',
    load: async () => (await import('./operatori.ts')).comandoRendicontazione(),
  },
  avvia: {
    descrizione: 'avvia portale, simulatore pagoPA e gestori SPID simulati con i dati di prova',
    load: async () => (await import('./avvia.ts')).comandoAvvia(),
  },
  serve: {
    descrizione: 'avvia il solo portale',
    load: async () => (await import('./serve.ts')).comandoServe(),
  },
  simulatore: {
    descrizione: 'avvia il solo nodo pagoPA simulato',
    load: async () => (await import('./simulatore.ts')).comandoSimulatore(),
  },
  identita: {
    descrizione: 'avvia i soli gestori di identità (SPID) simulati',
    load: async () => (await import('./identita.ts')).comandoIdentita(),
  },
  esempi: {
    descrizione: 'scrive qui un CSV, uno YAML e un avviso su cui provare gli altri comandi',
    load: async () => (await import('./esempi.ts')).comandoEsempi(),
  },
  demo: {
    descrizione: 'carica i dati di prova (persone inventate)',
    load: async () => (await import('./demo.ts')).comandoDemo(),
  },
  token: {
    descrizione: 'crea, elenca e revoca i token di programmi e operatori',
    load: async () => (await import('./token.ts')).comandoToken(),
  },
  migra: {
    descrizione: 'porta lo schema del database alla versione di questo programma',
    load: async () => (await import('./migra.ts')).comandoMigra(),
  },
  copia: {
    descrizione: 'uso reale: tutto in un solo file cifrato',
    load: async () => (await import('./copia.ts')).comandoCopia(),
  },
  ripristina: {
    descrizione: 'uso reale: riprende un file scritto da «copia»',
    load: async () => (await import('./copia.ts')).comandoRipristina(),
  },
  archivio: {
    descrizione: 'esporta e importa tutti i dati, anche fra SQLite e PostgreSQL',
    load: async () => (await import('./archivio.ts')).comandoArchivio(),
  },
};
