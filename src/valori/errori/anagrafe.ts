/** People, rapporti and addresses. */
export const ANAGRAFE = {
  'codice-fiscale-carattere-di-controllo':
    '{campo}: l’ultimo carattere non torna con gli altri: un carattere è sbagliato o scambiato.',
  'codice-fiscale-carattere-di-controllo/provvisorio':
    '{campo}: l’ultima delle 11 cifre non torna con le altre: una cifra è sbagliata.',
  'codice-fiscale-caratteri':
    '{campo}: il carattere numero {posto} («{carattere}») deve essere una {specie}; la forma è quella di RSSMRA80A01D620V.',
  'codice-fiscale-comune':
    '{campo}: i caratteri dal dodicesimo al quindicesimo non sono il codice di un comune o Stato.',
  'codice-fiscale-data': '{campo}: i caratteri dal settimo all’undicesimo (anno, mese e giorno) non danno una data.',
  'codice-fiscale-lunghezza': '{campo}: servono 16 caratteri, oppure le 11 cifre di un codice provvisorio.',
  'codice-rapporto-non-valido':
    '{campo}: servono le 10 o 11 cifre del codice del rapporto di lavoro, come nelle lettere dell’INPS.',
  'data-dopo-cessazione': '{campo}: il rapporto è finito il {cessazione}; ricontrollarlo.',
  'data-prima-assunzione': '{campo}: viene prima dell’assunzione; ricontrollarlo.',
  'indirizzo-non-valido': '{campo}: {perche}',
  'motivo-sospensione-sconosciuto': '{campo}: «{testo}» non è un motivo di sospensione; si conoscono {noti}.',
} as const;
