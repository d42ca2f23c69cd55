/** Requests to the pages and to the API. */
export const PORTALE = {
  'email-non-valida': '{campo}: «{email}» non è un indirizzo di posta elettronica; scriverlo come nome@esempio.it.',
  'promemoria-non-spediti':
    'Il server di posta non ha preso {falliti} dei promemoria ({perche}): controllare TRIMESTRE_SMTP; al prossimo giro si riprova.',
  'promemoria-appena-chiesto':
    'La lettera di conferma è stata chiesta da meno di un minuto: guardare anche fra la posta indesiderata, poi riprovare.',
  'accesso-richiesto': 'Occorre entrare nel servizio.',
  'archivio-non-disponibile':
    'In questo momento il servizio non può salvare i dati. Riprovare fra poco; prima di ripetere un pagamento, guardare in «Pagamento Online pagoPA» se c’è già.',
  'archivio-occupato':
    'Un altro programma sta scrivendo nell’archivio: niente è stato salvato. Riprovare fra un momento.',
  'atto-non-permesso': '{perche}',
  'campo-svuotato': 'Questo dato risulta dal rapporto («{noto}»): scriverne un altro, non lasciarlo vuoto.',
  'chiave-non-valida':
    '{campo} è un testo da 8 a 200 caratteri, senza spazi: per esempio un UUID, nuovo per ogni operazione.',
  'chiave-riusata': '{campo} è già stata usata per una richiesta diversa: ogni operazione vuole una chiave sua.',
  'cursore-non-valido': 'Il cursore non è quello di una risposta: ricominciare senza.',
  'dati-non-validi/campo': '{campo}: {motivo}.',
  'dati-non-validi/campo-sconosciuto': '{campo}: campo sconosciuto.',
  'dati-non-validi/richiesta': 'richiesta: {motivo}.',
  'datore-mancante': 'Indicare il codice fiscale del datore nell’intestazione {campo}.',
  'errore-interno':
    'C’è stato un problema nel servizio. Nessun pagamento è stato avviato da questa pagina: riprovare fra poco.',
  'ferie-due-volte': 'Ferie non godute: indicare le ore oppure i giorni, non tutti e due.',
  'file-mancante': 'Scegliere un file.',
  'file-mancante/archivio': '{file} non esiste.',
  'file-mancante/storia': 'Scegliere il file della storia.',
  'https-senza-proxy':
    'TRIMESTRE_URL=«{urlPortale}» è https, ma TRIMESTRE_PROXY è 0: nessuno potrebbe entrare. Il portale parla http dietro a un proxy che cifra: mettere TRIMESTRE_PROXY=1 (quanti proxy ci sono), e far mandare al proxy X-Forwarded-Proto e X-Forwarded-For.',
  'metodo-non-ammesso': 'Metodo non ammesso.',
  'nulla-da-rimborsare':
    'Per questo bollettino non risulta nulla di versato in più. Se le ore erano meno, raccontare prima il trimestre con --integra; se il pagamento era per un altro rapporto, indicarlo con --altro-rapporto.',
  'pagina-scaduta':
    'La pagina era aperta da troppo tempo oppure in un’altra scheda è cambiato l’accesso. Ricaricarla e riprovare: non è stato fatto nulla.',
  'richiesta-fermata': 'La richiesta si è fermata a metà: riprovare.',
  'richiesta-in-corso': 'Una richiesta con la stessa {campo} è ancora in corso: aspettare la sua risposta e ripetere.',
  'richiesta-malformata': 'Il file non è arrivato intero: riprovare.',
  'richiesta-malformata/host': 'Indirizzo del servizio sconosciuto.',
  'richiesta-malformata/http': 'La richiesta non è leggibile.',
  'richiesta-malformata/linea': 'Richiesta non valida.',
  'richiesta-troppo-grande': 'La richiesta è troppo grande.',
  'rimborso-futuro': '{campo}: è nel futuro. Scrivere il giorno in cui il denaro è arrivato.',
  'servizio-occupato': 'Molte richieste in questo momento: riprovare fra poco.',
  'servizio-occupato/file': 'Molti file in arrivo in questo momento: riprovare fra poco.',
  'tipo-non-ammesso': 'Il corpo della richiesta deve essere {tipi}, non compresso.',
  'tipo-non-ammesso/http': 'Il tipo di contenuto della richiesta non è ammesso.',
  'tipo-non-ammesso/json': 'Il corpo della richiesta deve essere application/json.',
  'messaggio-da-confrontare': 'nel giornale non c’è un messaggio con questo numero: scriverne uno della prima colonna.',
  'tipo-non-ammesso/modulo': 'Il file va mandato con il modulo della pagina.',
  'token-di-un-datore': 'Per emettere da un file serve un token che valga per tutti i datori.',
  'token-non-valido': 'Serve un token valido: «Authorization: Bearer …».',
  'token-non-valido/operatore': 'Il token non è valido, o non è di un operatore.',
  'troppe-insieme': 'Ci sono già altri file in lettura: aspettare che finiscano e riprovare.',
  'troppi-invii': 'Ci sono già altri file in arrivo da qui: aspettare che finiscano.',
} as const;
