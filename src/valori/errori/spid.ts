/** The login with SPID, and the simulated identity providers. */
export const SPID = {
  'gestore-sconosciuto': 'Non c’è un gestore a questo indirizzo.',
  'identita-con-ente-reale':
    '{campo}=si: i gestori di identità simulati non si avviano accanto a un ente reale. Mettere in TRIMESTRE_SPID_FORNITORI i metadati di quelli veri.',
  'richiesta-di-accesso': 'Manca la richiesta di accesso (SAMLRequest), oppure non si legge.',
  'richiesta-di-accesso/finita': 'Questo accesso è finito: ricominciare dal servizio.',
  'richiesta-di-accesso/senza-indirizzo': 'Il servizio non dice dove rispondere.',
  'richiesta-di-accesso/senza-servizio': 'Il servizio che ha mandato qui non risponde con i suoi metadati.',
  'spid-chiavi':
    'SPID: {dove}: servono una chiave privata RSA e il suo certificato, in PEM (TRIMESTRE_SPID_CHIAVE e TRIMESTRE_SPID_CERTIFICATO); quelli fatti dal programma, se rovinati, si rimettono da una copia o si tolgono perché siano rifatti.',
  'spid-firma': 'La firma del messaggio non è valida.',
  'spid-fornitore': 'Questo gestore di identità non è fra quelli accettati.',
  'spid-incompleto': 'TRIMESTRE_SPID_CHIAVE e TRIMESTRE_SPID_CERTIFICATO vanno insieme: manca uno dei due.',
  'spid-incompleto/chiave-dell-ente':
    'TRIMESTRE_ENTE_REALE=si: SPID vuole la chiave e il certificato dell’ente, in PEM ({campo} e TRIMESTRE_SPID_CERTIFICATO).',
  'spid-incompleto/dati-dell-ente':
    'TRIMESTRE_ENTE_REALE=si: TRIMESTRE_SPID_IPA e TRIMESTRE_SPID_EMAIL hanno ancora i valori della simulazione.',
  'spid-metadati': '{campo}: {file}: {che}.',
  'spid-simulato':
    'TRIMESTRE_ENTE_REALE=si: «{entityId}» non è un gestore di identità vero (simulato, o senza https): toglierlo da {campo}.',
  'spid-uscita': 'Il messaggio di uscita non è stato compreso.',
} as const;
