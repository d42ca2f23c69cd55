/** Codes of pagoPA. */
export const PAGOPA = {
  'codice-avviso-non-valido':
    '{campo}: «{testo}» {perche}; il codice avviso ha 18 cifre, per esempio 3010 0000 0001 2345 19.',
  'data-matrix-non-valido':
    '{campo}: «{testo}» non è il Data Matrix di un Bollettino Postale PA (256 caratteri, comincia con «{prefisso}»).',
  'qr-non-valido': '{campo}: «{testo}» non è il codice QR di un avviso pagoPA, che comincia con «PAGOPA|002|».',
} as const;
