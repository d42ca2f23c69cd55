/** Lists of an office’s clients. */
export const CLIENTI = {
  'cambio-vuoto': 'Non cambia niente: scrivere le ore, la paga o un’altra condizione.',
  'elenco-troppo-grande': 'Un elenco di clienti ha al più {massimo} righe.',
  'giorno-mancante': '{campo}: scrivere da quale giorno.',
  'rapporto-di-altri': '{campo}: è già registrato per un altro datore o lavoratore; ricontrollare il codice.',
  'rapporto-di-altri/cliente': 'Il codice è già registrato per un altro datore o lavoratore.',
  'rapporto-di-altri/riga':
    'Il codice del rapporto è già registrato per un altro datore o lavoratore: ricontrollare il codice e i codici fiscali.',
} as const;
