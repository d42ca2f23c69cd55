import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';

/** Days of the longest month of each. */
const GIORNI = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The day of a place's patron saint, `29/06` or `06-29`, as month and day: `06-29`.
 * @throws ErroreDati `patrono-non-valido`
 */
export function parsePatrono(testo: string): string {
  const [, giorno = '', mese = ''] = /^(\d{1,2})\/(\d{1,2})$/.exec(testo.trim()) ?? rovescia(testo) ?? [];
  if (Number(giorno) >= 1 && Number(giorno) <= (GIORNI[Number(mese) - 1] ?? 0)) {
    return `${mese.padStart(2, '0')}-${giorno.padStart(2, '0')}`;
  }
  throw new ErroreDati('patrono-non-valido', { testo: testo.slice(0, 20), campo: 'patrono' });
}

/** As `parsePatrono` itself writes it. */
function rovescia(testo: string): readonly (string | undefined)[] | undefined {
  const parti = /^(\d{2})-(\d{2})$/.exec(testo.trim());
  return parti === null ? undefined : [testo, parti[2], parti[1]];
}

/** True on the day of the patron saint of the place. */
export function delPatrono(giorno: Giorno, patrono: string | undefined): boolean {
  return patrono !== undefined && giorno.endsWith(patrono);
}
