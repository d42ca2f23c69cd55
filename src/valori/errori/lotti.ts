/** Batches: the file, its rows, what is written. */
export const LOTTI = {
  'archivio-troppo-grande': '{frase}',
  'assunzione-mancante':
    'Manca la data di assunzione: serve la prima volta che si emette un avviso per questo rapporto.',
  'cartella-esistente': 'La cartella {path} esiste già: indicarne una nuova.',
  'cartella-non-scrivibile': 'La cartella {path} non c’è o non vi si può scrivere.',
  'celle-unite':
    'Nella tabella ci sono celle unite su più righe ({celle}): il loro valore sarebbe soltanto della prima riga. Dividerle, scrivere il valore in ogni riga e salvare di nuovo.',
  'cessazione-diversa':
    'Nel registro il rapporto è cessato il {nota}, nella riga il {cessazione}: ricontrollare la data.',
  'codifica-dubbia':
    'Non si capisce con quale codifica sono scritte le lettere accentate del file, se di Windows o di MS-DOS, e i nomi verrebbero sbagliati: aprirlo, controllare i nomi e salvarlo come «CSV UTF-8 (delimitato da punto e virgola)».',
  'disco-pieno':
    'Sul disco non c’è più posto per scrivere, o non vi si può scrivere: fare spazio, o indicare un’altra cartella, e ripetere il comando.',
  'estensione-sbagliata': '{campo}: il nome {path} deve finire con {estensioni}.',
  'file-di-altro-formato': 'Il file {frase}',
  'file-troppo-grande': 'Il file è più grande di {mega} MB.',
  'file-troppo-grande/lotto': 'Il file supera {mega} MB: dividerlo, o usare il programma da riga di comando.',
  'file-vuoto': 'Il file è vuoto: manca anche la riga d’intestazione.',
  'file-vuoto/in-cima':
    'Le prime {righe} righe del file sono vuote: l’intestazione va entro quelle. Toglierle, e mandare di nuovo il file.',
  'foglio-nascosto':
    'Le intestazioni sono soltanto nel foglio nascosto «{nome}»: renderlo visibile e salvare di nuovo il file.',
  'importo-non-valido/troppo-fine':
    '{campo}: «{testo}» non è un importo in euro: ha più di due decimali, o un punto che può voler dire migliaia; scrivere gli euro come 1250,00.',
  'ingresso-cambiato':
    'Il file di ingresso è cambiato da quando il lavoro si è interrotto: non si può riprendere, va ricominciato da capo.',
  'intestazione-carattere-di-controllo': 'Intestazione: {perche}',
  'intestazione-dubbia': '{perche}',
  'intestazione-incompleta': '{perche}',
  'intestazione-riga-troppo-lunga': 'Intestazione: {perche}',
  'intestazione-ripetuta': '{perche}',
  'intestazione-su-due-righe':
    'Le intestazioni stanno su due righe ({linea} e {seconda}): «{sopra}» con sotto «{resto}» vuol dire «{intera}»? Scriverle su una riga sola.',
  'intestazione-su-due-righe/celle-unite':
    'Le intestazioni stanno su più righe (celle unite {celle}): scriverle su una riga sola, con il nome intero in ogni colonna, e salvare di nuovo.',
  'intestazione-testo-guasto': 'Intestazione: {perche}',
  'intestazione-testo-illeggibile': 'Intestazione: {perche}',
  'intestazione-troppo-larga': '{quante}',
  'intestazione-virgolette': 'Intestazione: {perche}',
  'intestazione-virgolette-aperte': 'Intestazione: {perche}',
  'intestazioni-diverse':
    'Alla riga {line} ci sono altre intestazioni, con colonne diverse da quelle in cima: nel file ci sono due tabelle, e quella sotto verrebbe letta con i nomi sbagliati. Dividerle in due file.',
  'lotto-non-ritirabile':
    'Si ritirano i bollettini di un lotto di avvisi annullato o non riuscito; quelli di un lotto finito si correggono uno per uno.',
  'lotto-troppo-grande': 'Un lotto di avvisi ha al più {massimo} righe: dividere il file.',
  'manifesto-nella-cartella':
    'Con --cartella l’elenco è lì dentro, col nome manifesto.csv (con --zip, nell’archivio): togliere --manifesto.',
  'non-e-un-file': '{campo}: {path} è {che}: indicare il nome di un file.',
  'ods-non-valido':
    'Il file ODS non si può leggere ({perche}): aprirlo con il foglio elettronico e salvarlo di nuovo, o salvarlo come CSV.',
  'ods-troppo-grande': 'Il file ODS è troppo grande: salvarlo come CSV UTF-8.',
  'ods-vuoto':
    'Nel file ODS il foglio «{foglio}» non ha nulla scritto in nessuna cella: controllare che sia il file giusto.',
  'opzioni-non-valide': '{campo}: valore non ammesso.',
  'ore-due-volte':
    'Con le ore di ogni settimana non servono né le ore del trimestre, né il numero di settimane, né gli straordinari: lasciarli vuoti.',
  'riga-ripetuta':
    'Una riga precedente di questo file ha già emesso il bollettino di queste settimane del {trimestre}, con altri dati ({emesso}): lasciare la riga giusta.',
  'settimane-non-tornano':
    'Le ore sono di {ore} settimane; nel trimestre {trimestre} il rapporto ne ha {settimane} (i suoi sabati).',
  'si-no-non-valido': '{campo}: «{testo}» non è si né no.',
  'spazio-esaurito':
    'Non c’è più spazio per i file dei lotti: quelli finiti si cancellano da soli dopo qualche giorno (TRIMESTRE_LOTTI_GIORNI). Aspettare, dividere il file, o usare il programma da riga di comando.',
  'stesso-file': '{campo}: {path} è lo stesso file di {altro}: indicarne un altro.',
  'troppi-lotti': 'Ci sono già {massimo} lotti in attesa: aspettare che ne finisca uno.',
  'uscita-ambigua': 'Indicare il documento (--out) oppure la cartella (--cartella), non entrambi.',
  'xlsx-non-valido':
    'Il file XLSX non si può leggere ({perche}): aprirlo con il foglio elettronico e salvarlo di nuovo, o salvarlo come CSV.',
  'xlsx-troppe-righe': 'Un foglio XLSX ha al più {massimo} righe e qui ce ne sono di più: scegliere un file .csv.',
  'xlsx-troppo-grande': 'Il file XLSX è troppo grande: salvarlo come CSV UTF-8.',
  'xlsx-vuoto':
    'Nel file XLSX il foglio «{foglio}» non ha nulla scritto in nessuna cella: controllare che sia il file giusto.',
  'zip-senza-cartella':
    'Un archivio ZIP ha un PDF per datore: con --zip si indica --cartella (che prende .zip in fondo), e non --out.',
} as const;
