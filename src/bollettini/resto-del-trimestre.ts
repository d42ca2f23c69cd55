import type { DatiCalcolo, Calcolo } from '../contributi/calcolo.ts';
import { ultimoGiorno } from '../contributi/situazione/calendario.ts';
import { meseCheContinua } from '../contributi/spiega/resta-da-pagare.ts';
import { parseSituazione } from '../contributi/situazione/schema.ts';
import type { Norme } from '../norme/norme.ts';
import { pubblicato } from '../norme/premesse.ts';
import { estremiDelleSettimane } from '../scadenze/settimane.ts';
import { formatTrimestre, type Trimestre, trimestreSuccessivo } from '../scadenze/trimestre.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import { aggiungiGiorni, type Giorno } from '../valori/giorno.ts';
import { type BaseDiCalcolo, calcolaBase, type Calcolatore, type SituazioneTesto } from './base-di-calcolo.ts';

/** A quarter told, and what it comes to. */
export interface Raccontato {
  readonly base: BaseDiCalcolo;
  /** One a group of weeks. */
  readonly calcoli: readonly Calcolo[];
}

/**
 * What an end in the last days of a quarter leaves to pay for the next one: its last week, or the notice that goes on into it.
 * Its bollettino is issued together with the quarter's.
 * @returns undefined where nothing is left, or its table is not out yet: then a sentence says how much about, and when
 */
export function restoDelTrimestre(base: BaseDiCalcolo, calcolatore: Calcolatore, norme: Norme): Raccontato | undefined {
  const { trimestre, cessazione, fine, solo } = whenItEnds(base);
  const { sabato } = estremiDelleSettimane(trimestre);
  const dopo = cessazione !== undefined && fine !== undefined && fine > sabato;
  // An end further on is another quarter's affair.
  if (!dopo || solo || cessazione > aggiungiGiorni(sabato, 7)) return undefined;
  const prossimo = trimestreSuccessivo(trimestre);
  if (!pubblicato(norme, prossimo.anno)) return undefined;
  const suo = inTheNext(base, prossimo, cessazione > sabato);
  if (suo === undefined) return undefined;
  try {
    return { base: suo, calcoli: calcolaBase(suo, calcolatore) };
  } catch (errore) {
    // Its own calculation says why, to who asks for that quarter.
    if (errore instanceof ErroreDati) return undefined;
    throw errore;
  }
}

interface Fine {
  readonly trimestre: Trimestre;
  readonly cessazione: Giorno | undefined;
  /** Last day of the duty: of the notice paid and not worked, or of the rapporto. */
  readonly fine: Giorno | undefined;
  /** The fund's contribution alone. */
  readonly solo: boolean;
}

function whenItEnds(base: BaseDiCalcolo): Fine {
  if (base.forma === 'semplice') {
    const { trimestre, cessazione, soloAssistenza } = base.dati;
    return { trimestre, cessazione, fine: cessazione, solo: soloAssistenza === true };
  }
  const situazione = parseSituazione(base.testo);
  const { trimestre, cessazione, soloAssistenza } = situazione;
  return { trimestre, cessazione, fine: ultimoGiorno(situazione), solo: soloAssistenza === true };
}

/** The same terms there; hours, nights and holidays told for this quarter say nothing of that one. */
function inTheNext(base: BaseDiCalcolo, prossimo: Trimestre, conFerie: boolean): BaseDiCalcolo | undefined {
  if (base.forma === 'semplice') {
    const { ore: _o, settimane: _s, notti: _n, straordinari: _x, assistenzaInPiu: _a, ...dati } = base.dati;
    return dati.oreSettimanali === undefined
      ? undefined
      : { forma: 'semplice', dati: { ...(dati as DatiCalcolo), trimestre: prossimo } };
  }
  return { forma: 'situazione', testo: testoDelProssimo(base.testo, prossimo, conFerie) };
}

function testoDelProssimo(testo: SituazioneTesto, prossimo: Trimestre, conFerie: boolean): SituazioneTesto {
  const { ore, straordinari: _x, notti: _n, assistenzaInPiu: _a, ferieNonGodute, ...altri } = testo;
  const mesi = (ore as { readonly mesi?: readonly { readonly mese?: unknown }[] } | undefined)?.mesi ?? [];
  const suoi = mesi.filter(({ mese }) => mese === meseCheContinua(prossimo));
  return {
    ...altri,
    trimestre: formatTrimestre(prossimo),
    ...(suoi.length > 0 && { ore: { ...(ore as object), mesi: suoi } }),
    ...(conFerie && ferieNonGodute !== undefined && { ferieNonGodute }),
  };
}
