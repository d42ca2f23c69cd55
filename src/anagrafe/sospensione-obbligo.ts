import { ErroreDati } from '../valori/errore-dati.ts';

/** Why INPS suspends the duty of a whole quarter (msg 1643/2016), as people read it. */
export const MOTIVI_SOSPENSIONE = {
  maternita: 'maternità',
  permesso: 'permesso o aspettativa non retribuiti',
  malattia: 'malattia o infortunio oltre i giorni pagati',
} as const;

export type MotivoSospensione = keyof typeof MOTIVI_SOSPENSIONE;

/** The suspended quarters of a rapporto, `"2/2026"`, and why. */
export type SospensioniObbligo = Readonly<Record<string, MotivoSospensione>>;

/**
 * One of the three, as people write it: capitals, accents and spaces around do not matter.
 * @throws ErroreDati `motivo-sospensione-sconosciuto`, listing them
 */
export function parseMotivoSospensione(testo: string, campo = 'motivo'): MotivoSospensione {
  const scritto = testo
    .slice(0, 40)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase();
  const motivo = (Object.keys(MOTIVI_SOSPENSIONE) as MotivoSospensione[]).find((uno) => uno === scritto);
  if (motivo !== undefined) return motivo;
  throw new ErroreDati('motivo-sospensione-sconosciuto', {
    testo: testo.slice(0, 40),
    noti: Object.entries(MOTIVI_SOSPENSIONE)
      .map(([id, parole]) => `${id} (${parole})`)
      .join(', '),
    campo,
  });
}
