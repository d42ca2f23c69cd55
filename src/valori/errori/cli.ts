/** The command line. */
export const CLI = {
  'motivo-o-togli': '{campo}: dire il motivo della sospensione (--motivo), oppure --togli per toglierla.',
  'anomalia-mancante': '{campo}: dire anche quale anomalia si chiude, con --chiudi.',
  'avviso-non-riconosciuto': '{file}: {sintesi}',
  'cartella-mancante': '{premessa}la cartella {cartella} non c’è.',
  'comando-sbagliato': '{perche}',
  'durata-non-valida': '{campo}: «{testo}» non è una durata come 500ms, 60s, 10m.',
  'durata-non-valida/orologio': 'Orologio: scrivere una durata come 90s, 10m, 1h, 3g.',
  'file-esistente': '{premessa}{scritto} {che}.',
  'file-non-archivio': '{file} non è un database SQLite.',
  'file-non-scrivibile': '{percorso}: non si può scrivere ({perche}); controllare la cartella {finale}.',
  'flusso-non-ripreso': 'Con - al posto di un file non c’è nulla da riprendere.',
  'flusso-senza-nome': 'Con --out - serve anche --{campo} <file>: accanto non c’è un posto.',
  'indirizzo-mancante':
    'Scrivere l’indirizzo (--via, --civico, --cap, --comune, --provincia, --nazione) oppure --togli.',
  'node-senza-sqlite': 'questo Node ({questo}) non ha SQLite: serve il 22.13 o successivo.',
  'nome-token-non-valido': 'Il nome del token va da 1 a {massimo} caratteri.',
  'nulla-da-cambiare': 'Indicare che cosa cambia, per esempio --ore-settimanali 25.',
  'opzione-ripetuta': '{opzione}: è scritta due volte; lasciarne una.',
  'opzioni-incompatibili': '{opzione}: con {con} {perche}; togliere {opzione}.',
  'opzioni-incompatibili/registro':
    '{opzione}: vale per un rapporto del registro; aggiungere --datore e --rapporto con il suo codice.',
  'opzioni-incompatibili/importo': '--importo: l’avviso dice {importo} €; togliere --importo.',
  'out-mancante': 'Manca l’opzione --out <file>.',
  'rapporto-mancante': '--rapporto: il datore ha più rapporti; indicare quello da stampare.',
  'settimane-dettaglio-non-valide': 'settimane-dettaglio: {perche}.',
  'sigillo-non-valido':
    '{campo}: scrivere il numero, i due punti e le 64 cifre dell’impronta, come li dice «trimestre audit verifica».',
  'simulatore-con-ente-reale':
    'TRIMESTRE_ENTE_REALE=si: il nodo simulato non si avvia accanto a un ente reale. Usare «trimestre serve», con TRIMESTRE_URL_NODO del nodo vero.',
  'stesso-archivio': '{file} è già il database delle impostazioni.',
  'ufficio-sconosciuto': '{campo}: {quale}; si vedono con «token elenco».',
  'valore-mancante': '{senzaValore}: manca il valore.',
} as const;
