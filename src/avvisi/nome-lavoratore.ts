/** How a worker is named on paper: whole, by initials, or not at all. */
export const NOMI_LAVORATORE = ['intero', 'iniziali', 'nascosto'] as const;

export type NomeLavoratore = (typeof NOMI_LAVORATORE)[number];

/** The same for who chooses. */
export const FRASI_LAVORATORE: Readonly<Record<NomeLavoratore, string>> = {
  intero: 'Nome e cognome',
  iniziali: 'Solo le iniziali',
  nascosto: 'Senza nome',
};

/**
 * The worker's name as it was chosen: `Olena Kovalenko`, `O. K.`, or nothing.
 * @param prima what comes first: lists have the surname
 */
export function scriviLavoratore(
  { nome, cognome }: { readonly nome: string; readonly cognome: string },
  come: NomeLavoratore = 'intero',
  prima: 'nome' | 'cognome' = 'nome',
): string {
  if (come === 'nascosto') return '';
  const parti = (prima === 'nome' ? [nome, cognome] : [cognome, nome])
    .map((parte) => parte.trim())
    .filter((parte) => parte !== '');
  return parti.map((parte) => (come === 'intero' ? parte : `${[...parte][0] ?? ''}.`)).join(' ');
}
