import type { Norme } from '../norme/norme.ts';
import { type RegolaSabato, vale } from '../norme/regole-scadenze.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno, giorno } from '../valori/giorno.ts';
import { italiano } from '../valori/italiano.ts';
import type { Passo } from '../valori/spiegazione.ts';
import { slitta, type Termine } from './slittamento.ts';
import { estremi, formatTrimestre, type Trimestre } from './trimestre.ts';
import { fonteUnica } from '../valori/fonte-unica.ts';

/** When a quarter's contributions can and must be paid. */
export interface Scadenza {
  /** First day of the payment window. */
  readonly apertura: Giorno;
  /** Last day. */
  readonly scadenza: Giorno;
  /** True when the last day is not the one the law writes (the 10th of the month, or the tenth after termination). */
  readonly spostata: boolean;
  /** Why it was moved (Sunday, holiday, suspension), in Italian; null when it was not. */
  readonly motivo: string | null;
  /** Where the sources disagree (a Saturday), the earlier day that is safe for all of them. */
  readonly giornoSicuro?: Giorno;
  /** What to know before trusting the last day: sources that disagree, a rule that is not written. Italian sentences. */
  readonly avvertenze: readonly string[];
  readonly passi: readonly Passo[];
}

const calcolate = new WeakMap<Norme, Map<number, Scadenza>>();
const cessazioni = new WeakMap<Norme, Map<Giorno, Scadenza>>();

/**
 * The payment window of a quarter: the 1st to the 10th of the month after it, moved by Sundays, holidays, suspensions and
 * the Saturday rule of the time (DPR 1403/1971 art. 8; rules/scadenze.yaml).
 * @param territori ids of territorial suspensions that apply to this employer, e.g. `campi-flegrei-2025`
 * @throws ErroreDati `trimestre-non-valido` before the first known window, `territorio-sconosciuto`
 */
export function scadenza(trimestre: Trimestre, norme: Norme, territori: readonly string[] = []): Scadenza {
  if (territori.length > 0) return componi(trimestre, norme, territori);
  let perTrimestre = calcolate.get(norme);
  if (perTrimestre === undefined) calcolate.set(norme, (perTrimestre = new Map<number, Scadenza>()));
  const chiave = trimestre.anno * 4 + trimestre.numero;
  let risultato = perTrimestre.get(chiave);
  if (risultato === undefined) perTrimestre.set(chiave, (risultato = componi(trimestre, norme, [])));
  return risultato;
}

/**
 * When a rapporto ends, all that is still due must be paid within ten days of its last day (DPR 1403/1971 art. 8), for the
 * quarter of the end and for the next one if the last week's Saturday falls there.
 */
export function scadenzaCessazione(cessazione: Giorno, norme: Norme, territori: readonly string[] = []): Scadenza {
  if (territori.length > 0) return componiCessazione(cessazione, norme, territori);
  let perGiorno = cessazioni.get(norme);
  if (perGiorno === undefined) cessazioni.set(norme, (perGiorno = new Map<Giorno, Scadenza>()));
  let risultato = perGiorno.get(cessazione);
  if (risultato === undefined) perGiorno.set(cessazione, (risultato = componiCessazione(cessazione, norme, [])));
  return risultato;
}

function componiCessazione(cessazione: Giorno, norme: Norme, territori: readonly string[]): Scadenza {
  const { giorni, fonti, nota } = norme.scadenze.cessazione;
  const legale = aggiungiGiorni(cessazione, giorni);
  const termine = slitta(legale, norme, territori);
  const passo: Passo = {
    etichetta: 'Termine dopo la cessazione',
    formula: `${formatGiornoItaliano(cessazione)} + ${giorni} giorni`,
    risultato: formatGiornoItaliano(legale),
    fonte: fonteUnica(fonti),
  };
  const risultato = daTermine(cessazione, legale, termine, passo, norme);
  return risultato.spostata ? { ...risultato, avvertenze: [...risultato.avvertenze, nota] } : risultato;
}

function componi(trimestre: Trimestre, norme: Norme, territori: readonly string[]): Scadenza {
  const { primo } = estremi(trimestre);
  const finestra = norme.scadenze.finestre.find((voce) => voce.trimestre === trimestre.numero && vale(voce, primo));
  if (finestra === undefined) {
    throw new ErroreDati('trimestre-non-valido/senza-finestra', {
      trimestre: formatTrimestre(trimestre),
      seguito: primaNota(norme),
      campo: 'trimestre',
    });
  }
  const anno = trimestre.anno + finestra.anniDopo;
  const apertura = giorno(anno, finestra.mese, finestra.primoGiorno);
  const legale = giorno(anno, finestra.mese, finestra.ultimoGiorno);
  const passo: Passo = {
    etichetta: 'Finestra di pagamento',
    formula: italiano`trimestre ${formatTrimestre(trimestre)}: dal ${formatGiornoItaliano(apertura)} al ${formatGiornoItaliano(legale)}`,
    risultato: formatGiornoItaliano(legale),
    fonte: fonteUnica(norme.scadenze.fontiFinestre),
  };
  return daTermine(apertura, legale, slitta(legale, norme, territori), passo, norme);
}

/** From which day quarters have a window, as the end of a sentence. */
function primaNota({ scadenze: { finestre } }: Norme): string {
  const [dal] = finestre.map((finestra) => finestra.dal).sort();
  return dal === undefined ? '' : italiano`: si conoscono i trimestri dal ${formatGiornoItaliano(dal)}`;
}

function daTermine(apertura: Giorno, legale: Giorno, termine: Termine, primo: Passo, norme: Norme): Scadenza {
  const { giorno: ultimo, motivi, giornoSicuro, passi, avvertenze } = termine;
  const comune = {
    apertura,
    scadenza: ultimo,
    spostata: ultimo !== legale,
    motivo: motivi.length === 0 ? null : motivi.join('; '),
    passi: [primo, ...passi],
  };
  if (giornoSicuro === undefined) return { ...comune, avvertenze };
  // Only a Saturday can be safe and not the last day: the walk without the rule of Saturdays stops nowhere else before.
  // Its rule is one on which the sources disagree, and such a rule has its warning.
  const { avvertenza } = norme.scadenze.sabato.find((voce) => vale(voce, giornoSicuro)) as RegolaSabato;
  return {
    ...comune,
    giornoSicuro,
    avvertenze: [
      ...avvertenze,
      `${avvertenza as string} Il giorno sicuro è sabato ${formatGiornoItaliano(giornoSicuro)}.`,
    ],
  };
}
