import { regoleProspetti } from '../norme/regole-prospetti.ts';
import { prescrizione } from '../prospetti/sanzioni/prescrizione.ts';
import { formatTrimestre, type Trimestre } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';

/** Contributions that wait to be paid, as far as their term goes. */
export interface Debito {
  readonly trimestre: Trimestre;
  readonly scadenza: Giorno;
  /** Day of the act that interrupted the term: it began again from there (art. 2943 and 2945 of the civil code). */
  readonly interrottaIl?: Giorno;
}

/** Last day on which INPS can receive them. */
function ultimoGiorno({ scadenza, interrottaIl }: Omit<Debito, 'trimestre'>): Giorno {
  return prescrizione(interrottaIl ?? scadenza, regoleProspetti().sanzioni).giorno;
}

/**
 * Why INPS cannot receive a quarter's contributions any more, as an Italian sentence; undefined while it can (art. 3, c. 9,
 * L. 335/1995: they "cannot be paid" once prescribed). The one place that decides it, for issuing, cart, counters and statements.
 * @param oggi the day of the payment
 */
export function perchePrescritto(debito: Debito, oggi: Giorno): string | undefined {
  const ultimo = ultimoGiorno(debito);
  if (oggi <= ultimo) return undefined;
  const { trimestre, scadenza, interrottaIl } = debito;
  const atto = interrottaIl === undefined ? '' : italiano`, interrotto il ${formatGiornoItaliano(interrottaIl)}`;
  return (
    italiano`Il trimestre ${formatTrimestre(trimestre)} è prescritto dal ${formatGiornoItaliano(aggiungiGiorni(ultimo, 1))} (scadeva il ${formatGiornoItaliano(scadenza)}${atto}): ` +
    'l’INPS non può riceverne i contributi (art. 3, comma 9, L. 335/1995). Se prima di quel giorno è arrivato un atto che ha interrotto ' +
    'il termine (una lettera o un avviso dell’INPS), dichiararne la data: il bollettino si può allora pagare.'
  );
}

/** @throws ErroreDati `trimestre-prescritto` (409) */
export function rifiutaPrescritto(debito: Debito, oggi: Giorno): void {
  const perche = perchePrescritto(debito, oggi);
  if (perche !== undefined) throw trimestrePrescritto(perche);
}

/** The refusal that says why. @param perche what {@link perchePrescritto} answered */
export function trimestrePrescritto(perche: string): ErroreDati {
  return new ErroreDati('trimestre-prescritto', { perche, campo: 'trimestre' });
}

/**
 * An act interrupts a term that has begun and is not over; one that comes later changes nothing.
 * @param giorno the day on which the act reached the employer
 * @throws ErroreDati `atto-non-interruttivo`
 */
export function controllaAtto(debito: Debito, giorno: Giorno, oggi: Giorno): void {
  const ultimo = ultimoGiorno(debito);
  const perche =
    giorno > oggi
      ? 'è nel futuro'
      : giorno <= debito.scadenza
        ? italiano`viene prima della scadenza, il ${formatGiornoItaliano(debito.scadenza)}: il termine non era cominciato`
        : giorno > ultimo
          ? italiano`viene dopo la fine del termine, il ${formatGiornoItaliano(ultimo)}: un trimestre prescritto resta prescritto`
          : undefined;
  if (perche === undefined) return;
  throw new ErroreDati('atto-non-interruttivo', {
    giorno: formatGiornoItaliano(giorno),
    perche,
    campo: 'attoInterruttivo',
  });
}

/** The latest of the acts that are known of a quarter. */
export function ultimoAtto(noti: readonly (Giorno | undefined)[]): Pick<Debito, 'interrottaIl'> {
  const ultimo = noti
    .filter((giorno) => giorno !== undefined)
    .reduce<Giorno | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined);
  return ultimo === undefined ? {} : { interrottaIl: ultimo };
}
