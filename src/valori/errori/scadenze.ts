/** Quarters and due dates. */
export const SCADENZE = {
  'anno-diverso': '{campo}: {anno} non è quello del trimestre ({trimestre}): correggere l’uno o l’altro.',
  'anno-non-valido': '{campo}: «{testo}» non è un anno; scrivere per esempio 2026.',
  'anno-non-valido/argomento': '{campo}: «{testo}» non è un anno, per esempio 2026.',
  'anno-non-valido/quattro-cifre': '{campo}: «{testo}» non è un anno di quattro cifre.',
  'territorio-sconosciuto': '{campo}: «{id}» non è una sospensione nota; si conoscono {note}.',
  'trimestre-non-valido': '{campo}: «{testo}» non è un trimestre; scrivere il numero e l’anno, per esempio 4/2020.',
  'trimestre-non-valido/senza-finestra': 'Per il trimestre {trimestre} non è nota una finestra di pagamento{seguito}.',
} as const;
