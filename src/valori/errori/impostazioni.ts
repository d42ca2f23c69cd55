/** Settings, the archive and what the program is made of. */
export const IMPOSTAZIONI = {
  'archivio-non-aggiornato':
    'L’archivio di partenza non è alla versione di questo programma (mancano {mancanti}): eseguire prima «trimestre migra» su quello.',
  'archivio-non-vuoto':
    'L’archivio di arrivo contiene già dei dati (tabella {tabella}): la copia si fa solo in un archivio vuoto.',
  'codifica-non-utf8':
    '{campo}: il database PostgreSQL è in {codifica}, che non tiene tutte le lettere; crearne uno in UTF8 (createdb -E UTF8 -T template0).',
  'ente-reale-incompleto':
    'TRIMESTRE_ENTE_REALE=si: {simulate} {hanno} della simulazione; servono quelli dell’ente (TRIMESTRE_ENTE_CCP vuota toglie la parte di Poste).',
  'ente-reale-non-confermato':
    'TRIMESTRE_ENTE_REALE=si: {inps} {sono} dell’INPS. Chi è un altro ente mette i propri; l’INPS conferma con TRIMESTRE_ENTE_CONFERMA_INPS=si.',
  'impostazione-non-valida': '{scritta}: deve essere {comeDovrebbe}.',
  'impostazione-sconosciuta': '{campo}: non è un’impostazione di Trimestre (elenco nel README).',
  'mittente-simulato':
    'TRIMESTRE_SMTP: le lettere partirebbero a nome di un indirizzo inventato; scrivere il proprio in TRIMESTRE_MITTENTE, come «Nome <indirizzo>».',
  'marchio-non-permesso':
    '{campo}: il marchio pagoPA si stampa solo con TRIMESTRE_ENTE_REALE=si e il logo dell’ente (TRIMESTRE_ENTE_LOGO).',
  'segreti-non-leggibili':
    '{campo}: {file} non contiene i segreti; rimetterne una copia, o toglierlo perché sia rifatto (chi è collegato dovrà rientrare).',
  'segreti-non-leggibili/registro':
    '{campo}: {file} non contiene il segreto del registro degli accessi; rimetterne una copia, o toglierlo perché sia rifatto (il registro già scritto non si leggerà più).',
} as const;
