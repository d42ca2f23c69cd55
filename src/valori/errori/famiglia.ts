/** Real use by one family: its passphrase, its rapporti, INPS's notices, the copies. */
export const FAMIGLIA = {
  'archivio-mancante':
    'Nella cartella {cartella} non c’è l’archivio di una famiglia: indicare la sua con TRIMESTRE_DATI.',
  'avviso-di-altro': 'Questo avviso è già stato preso per il bollettino del {trimestre}: caricare quello giusto.',
  'bollettino-cambiato/famiglia': 'Il bollettino nel frattempo è cambiato: guardare com’è adesso.',
  'bollettino-integrato': 'Su questo pagamento è stata calcolata un’integrazione: ritirare o eliminare prima quella.',
  'cessazione-prima': '{campo}: viene prima dell’assunzione; ricontrollarla.',
  'codice-di-avvio-sbagliato':
    'Aprire l’indirizzo intero che il programma ha scritto quando è stato avviato: contiene un codice che vale fino a quando si ferma.',
  'copia-non-riconosciuta': 'Il file non è una copia di Trimestre: sceglierne un altro.',
  'copia-piu-recente':
    'La copia è di una versione di Trimestre più recente di questa: aggiornare il programma, poi ripristinarla.',
  'copia-rovinata':
    'La copia è tagliata o rovinata: non se ne è preso niente. Usarne un’altra, o copiare di nuovo il file.',
  'copia-rovinata/contenuto': 'La copia si apre, ma dentro non c’è un archivio di Trimestre.',
  'famiglia-iniziata': 'Questo archivio ha già la sua frase: entrare con quella.',
  'famiglia-non-iniziata': 'Questo archivio non ha ancora una frase.',
  'frase-corta': 'Servono almeno {minimo} caratteri: qualche parola che si ricorda.',
  'frase-della-copia-sbagliata': 'La frase non apre questa copia: è quella scelta quando è stata fatta.',
  'frase-lunga': 'Al più {massimo} caratteri.',
  'frase-mancante': 'frase: manca; scriverla quando viene chiesta.',
  'frase-sbagliata': 'Non è la frase scelta per questo archivio: riscriverla.',
  'frasi-diverse': 'Le due frasi non sono uguali: riscriverle.',
  'impostazione-non-reale':
    '{campo}: non vale con l’uso reale, che tiene tutto in {file} nella cartella dei dati; toglierla.',
  'nessun-avviso':
    'Nel file non si è trovato il codice QR di un avviso pagoPA: caricare il PDF scaricato dal sito dell’INPS, o una foto più nitida.',
  'nome-mancante': '{campo}: manca.',
  'nome-troppo-lungo': '{campo}: al più {massimo} caratteri.',
  'opzione-senza-reale': '--nuova-frase: serve solo con --reale.',
  'ore-mancanti/settimana': '{campo}: scrivere quante ore a settimana sono retribuite.',
  'pagato-nel-futuro': '{campo}: è un giorno che deve ancora venire; ricontrollarlo.',
  'piu-avvisi': 'Il file contiene {quanti} avvisi e non si capisce quale sia di questo bollettino: caricarne uno solo.',
  'rapporto-gia-scritto': '{campo}: questo rapporto è già scritto; si cambia dalla sua pagina.',
  'troppi-tentativi/famiglia': 'Troppi tentativi: riprovare fra {secondi} secondi.',
  'uso-reale-esposto':
    'TRIMESTRE_HOST=«{host}»: in rete i dati della famiglia viaggerebbero in chiaro. Lasciare 127.0.0.1, oppure mettere davanti un proxy che cifra (TRIMESTRE_URL=https://… e TRIMESTRE_PROXY=1).',
} as const;
