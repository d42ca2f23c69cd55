import { regoleProspetti } from '../norme/regole-prospetti.ts';
import { prescrizione } from '../prospetti/sanzioni/prescrizione.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';

/**
 * Why INPS cannot receive a quarter's contributions any more, as an Italian sentence; undefined while it can (art. 3, c. 9,
 * L. 335/1995: they "cannot be paid" once prescribed).
 * @param scadenza the quarter's due date
 * @param oggi the day of the payment
 */
export function perchePrescritto(trimestre: Trimestre, scadenza: Giorno, oggi: Giorno): string | undefined {
  const ultimo = prescrizione(scadenza, regoleProspetti().sanzioni).giorno;
  if (oggi <= ultimo) return undefined;
  return (
    italiano`Il trimestre ${formatTrimestre(trimestre)} è prescritto dal ${formatGiornoItaliano(aggiungiGiorni(ultimo, 1))} (scadeva il ${formatGiornoItaliano(scadenza)}): ` +
    'l’INPS non può riceverne i contributi (art. 3, comma 9, L. 335/1995). Se un atto ha interrotto il termine, si paga come quell’atto dice.'
  );
}

/** @throws ErroreDati `trimestre-prescritto` (409) */
export function rifiutaPrescritto(trimestre: Trimestre, scadenza: Giorno, oggi: Giorno): void {
  const perche = perchePrescritto(trimestre, scadenza, oggi);
  if (perche === undefined) return;
  throw new ErroreDati('trimestre-prescritto', perche, { campo: 'trimestre', statoHttp: 409 });
}
