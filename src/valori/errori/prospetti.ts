/** Statements: checking, sanctions, costs, the end of a rapporto. */
export const PROSPETTI = {
  'anno-gia-noto': '{campo}: la tabella del {anno} c’è già.',
  'anno-non-consecutivo': '{campo}: si può proiettare solo il {ultimo}, l’anno dopo l’ultima tabella pubblicata.',
  'anticipi-oltre-il-tfr': '{campo}: nel {anno} superano il TFR maturato: controllarli.',
  'campo-mancante': '{campo}: manca; scrivere {che}.',
  'campo-mancante/a-parole': '{frase}',
  'campo-mancante/codice-rapporto': '{campo}: manca; con --datore scrivere il codice del rapporto.',
  'campo-mancante/rapporto': '{campo}: non si dice che cosa cambiare; scrivere cessazione, territorio o sospensioni.',
  'campo-mancante/trimestre-dell-avviso':
    '--trimestre: i codici dell’avviso ({quale}) non dicono di quale trimestre è; scriverlo, per esempio --trimestre 4/2020.',
  'codice-inps-non-valido':
    '{campo}: «{testo}» non è un codice INPS di 15 cifre come 991097845204027 (rapporto, anno, trimestre, tre cifre).',
  'condizioni-due-volte': '{campo}: ore e paga sono già nell’elenco; toglierle da fuori.',
  'contributi-non-positivi': '{campo}: serve un importo maggiore di zero.',
  'dati-discordi': '{campo}: non va d’accordo con il codice INPS: {perche}.',
  'fascia-non-valida': '{campo}: «{testo}» non è una fascia da 1 a 4.',
  'fine-rapporto-non-valida': '{campo}: {motivo}.',
  'fine-rapporto-non-valida/intera': 'fine del rapporto: {motivo}.',
  'giorni-non-validi': '{campo}: serve un numero intero da 0 a 30.',
  'istat-non-valido': '{campo}: «{testo}» non è una variazione percentuale; scrivere per esempio 1,2.',
  'motivo-sconosciuto': '{campo}: «{testo}» non è fra {noti}.',
  'percentuale-non-valida':
    '{campo}: «{testo}» non è una percentuale; scriverla come la pubblica l’ISTAT, per esempio 1,998336.',
  'periodo-non-coperto': '{campo}: le sanzioni civili per scadenze prima del {primo} non sono note al programma.',
  'rapporto-fuori-dall-anno': 'Nel {anno} il rapporto non ha settimane da pagare.',
  'rivalutazione-non-nota':
    '{campo}: la rivalutazione del TFR del {anno} non è nota; indicare il TFR maturato al 31/12 dell’anno prima della fine.',
  'tasso-non-noto': '{nome}: non è nota la misura del {giorno}; il primo valore noto è dal {primo}.',
  'trimestri-non-validi':
    'Dal trimestre {dal} al {al}: servono da 1 a {massimo} trimestri, il primo prima dell’ultimo.',
} as const;
