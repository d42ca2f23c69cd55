import type { RegoleProspetti } from '../../norme/regole-prospetti.ts';
import { type Centesimi, formatEuroItaliano } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { sanzioni } from './sanzioni.ts';

/** Cents, by the readings of the law. */
export interface CostoDelRitardo {
  readonly minimo: Centesimi;
  readonly massimo: Centesimi;
}

/**
 * What INPS may ask besides for contributions paid late by who was honest about them (art. 116, c. 8, L. 388/2000).
 * @param contributi cents
 * @returns null when it is in time, or where the rates of those days are not known
 */
export function costoDelRitardo(
  contributi: Centesimi,
  scadenza: Giorno,
  pagamento: Giorno,
  regole: RegoleProspetti,
): CostoDelRitardo | null {
  if (contributi <= 0 || pagamento <= scadenza) return null;
  try {
    const { minimo, massimo } = sanzioni(
      { contributi, scadenza, pagamento, tipo: 'omissione', spontaneo: true },
      regole,
    );
    return { minimo, massimo };
  } catch (errore) {
    if (errore instanceof ErroreDati) return null;
    throw errore;
  }
}

/** The same for a person, as an Italian sentence; undefined when it is in time. */
export function fraseRitardo(
  contributi: Centesimi,
  scadenza: Giorno,
  oggi: Giorno,
  regole: RegoleProspetti,
): string | undefined {
  if (contributi <= 0 || oggi <= scadenza) return undefined;
  const passata = italiano`La scadenza, il ${formatGiornoItaliano(scadenza)}, è passata`;
  const costo = costoDelRitardo(contributi, scadenza, oggi, regole);
  if (costo === null) return `${passata}: l’INPS chiederà poi le sanzioni civili.`;
  const [minimo, massimo] = [formatEuroItaliano(costo.minimo), formatEuroItaliano(costo.massimo)];
  const quanto = minimo === massimo ? `${minimo} €` : `da ${minimo} a ${massimo} €`;
  return `${passata}: per chi paga oggi le sanzioni civili sono ${quanto}, che l’INPS chiede poi, a parte.`;
}
