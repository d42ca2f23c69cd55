/** What the tree of a message says of itself on the portal's pages. */
export const PAROLE_DELL_ALBERO = {
  vuoto: 'vuoto',
  inBase64: 'un documento in base64, qui aperto',
  comeArrivato: 'Il messaggio com’è passato',
  radici: 'Due messaggi di specie diversa',
  primo: 'Primo:',
  secondo: 'Secondo:',
  manca: 'manca',
  esiti: {
    uguale: 'uguale',
    diverso: 'diverso',
    'solo-primo': 'manca nel secondo',
    'solo-secondo': 'manca nel primo',
  },
  perche: {
    vuoto: 'Il messaggio è vuoto.',
    'non-xml': 'Non è XML: ecco il testo com’è passato.',
    malformato: 'Non è XML ben formato, e non ha un albero: ecco il testo com’è passato.',
    rifiutato:
      'È troppo grande, o ha un DOCTYPE o una codifica che non si accetta: non si legge come albero. Ecco il testo com’è passato.',
  },
} as const;
