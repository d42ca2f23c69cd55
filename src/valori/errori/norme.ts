/** The rules and the years they are known for. */
export const NORME = {
  'aliquote-non-note': 'Le aliquote del {anno} non sono note: da quell’anno non si può proiettare.',
  'anno-sconosciuto':
    'Non c’è una tabella dei contributi per il {anno}: si conoscono gli anni dal {primo} al {ultimo}.{seguito}',
  'anno-sconosciuto/con-istat':
    '--anno: la tabella del {anno} non è ancora pubblicata; con --istat (per esempio --istat 1,2) si suppone la variazione e si ha una stima.',
  'associazione-sconosciuta': '{campo}: «{testo}» non è F2 né E1.',
  'associazione-sconosciuta/tariffa': '{perche}',
  'norma-non-valida': '{dove}: {motivo}.',
} as const;
