/** Notices: printed, and read. */
export const AVVISI = {
  'carattere-non-stampabile':
    '{campo}: il carattere «{lettera}» ({codici}) non si può stampare; scrivere il testo in lettere latine, come sul documento d’identità.',
  'carattere-non-stampabile/vietato': '{campo}: {perche}',
  'conto-postale-non-valido': 'Il conto postale dell’ente ha da 1 a 12 cifre.',
  'edizione-non-valida': '{campo}: «{testo}» non è un’edizione dell’avviso; si può scegliere {note}.',
  'file-non-leggibile': '{file}: non si può leggere.',
  'file-non-leggibile/avviso':
    '{campo}: {perche}; serve l’avviso in PDF, oppure una sua foto (PNG, JPEG, WEBP, HEIC o TIFF).',
  'file-non-leggibile/elenco': 'Il file {path} non c’è o non si può leggere.',
  'file-non-leggibile/lettura-ferma': '{campo}: {perche}; provare con un PDF più piccolo o con una foto dell’avviso.',
  'file-non-leggibile/perche': '{file}: {perche}.',
  'file-troppo-lento': '{campo}: {perche}; provare con un PDF più piccolo o con una foto dell’avviso.',
  'file-troppo-lungo': '{campo}: ha {pagine} pagine; se ne leggono al più {massimo}: dividerlo.',
  'file-troppo-pesante': '{campo}: {perche}; provare con un PDF più piccolo o con una foto dell’avviso.',
  'importo-non-stampabile': 'L’importo {importo} € non si può stampare: un avviso va da 0,01 a {massimo} euro.',
  'lavoratore-non-valido': '{campo}: «{testo}» non dice come scriverne il nome; si può scegliere {note}.',
  'lingua-non-disponibile':
    'L’edizione 2018 dell’avviso è solo in italiano: per un’altra lingua scegliere l’edizione 3.',
  'lingua-non-valida': '{campo}: «{testo}» non è una lingua dell’avviso; si può scegliere {note}.',
  'marchio-non-valido': '{perche}',
  'marchio-non-valido/impostazione': '{campo}=«{file}»: {perche}.',
  'pdf-protetto': '{campo}: il PDF è protetto da una password: toglierla e riprovare.',
  'pdf-rovinato': '{campo}: il PDF è rovinato e non si apre.',
  'rate-non-valide': 'Le rate di un avviso sono almeno due.',
  'scadenza-mancante': 'L’edizione 2018 dell’avviso vuole una scadenza: senza scadenza scegliere l’edizione 3.',
  'testo-mancante': '{campo}: manca il testo da stampare.',
} as const;
