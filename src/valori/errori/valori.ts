/** Numbers, amounts, dates, files: what any room may refuse. */
export const VALORI = {
  'data-non-valida': '{campo}: «{testo}» non è una data; scrivere gg/mm/aaaa, per esempio 11/01/2021.',
  'data-non-valida/anno-lontano': '{campo}: «{testo}» è dell’anno {anno}: ricontrollarla.',
  'data-non-valida/con-ora': '{campo}: «{testo}» non è una data con ora; scriverla come 2026-01-01T10:30:00.',
  'importo-non-valido': '{campo}: «{testo}» non è un importo in euro; scrivere per esempio 338,00.',
  'importo-non-valido/paga-zero': '{campo}: deve essere maggiore di zero.',
  'importo-non-valido/zero': '{campo}: serve un importo maggiore di zero.',
  'leggibile-da-altri':
    '{file}: contiene dati di persone e altri utenti di questa macchina lo possono leggere; non si riesce a restringerne i permessi ({perche}). Il suo proprietario può farlo con: chmod 600 {file}',
  'non-trovato': '{che} non {trovato}.',
  'numero-non-valido': '{campo}: «{testo}» non è un numero; scrivere per esempio 25 oppure 24,5.',
  'numero-non-valido/due-letture':
    '{campo}: «{testo}» può essere {intere},{resto} oppure {intere}{resto}: scriverlo senza {segno}.',
} as const;
