import type { RegoleCessazione } from '../../norme/cessazione.ts';
import type { RegoleRetribuzioneAnnua } from '../../norme/retribuzione-annua.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../../valori/decimale.ts';
import { centesimi, type Centesimi, somma } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { partiDelGiorno } from '../../valori/giorno.ts';
import { italiano } from '../../valori/italiano.ts';
import { mesiDiServizio, quotaTfr } from '../costo-annuo/index.ts';
import type { DatiCessazione } from './dati-cessazione.ts';

/** A year of the TFR: what it begins with, what its work adds, what the revaluation gives, what was taken. */
export interface AnnoTfr {
  readonly anno: number;
  readonly mesi: number;
  /** Gross pay of the year, thirteenth and board included. */
  readonly retribuzione: Centesimi;
  readonly quota: Centesimi;
  /** Percent, exact text. */
  readonly percentuale: string;
  readonly rivalutazione: Centesimi;
  readonly anticipi: Centesimi;
  readonly saldo: Centesimi;
}

export interface Tfr {
  /** TFR on 31 December of the year before the first reckoned here. */
  readonly iniziale: Centesimi;
  readonly anni: readonly AnnoTfr[];
  readonly totale: Centesimi;
  readonly avvertenze: readonly string[];
}

interface Regole {
  readonly cessazione: RegoleCessazione;
  readonly retribuzioneAnnua: RegoleRetribuzioneAnnua;
}

/**
 * TFR of all years: pay / 13.5, revalued each 31 December by 1.5% and 75% of inflation, less what was advanced (art. 2120 c.c.;
 * CCNL art. 41). An advance takes its revaluation with it for the months that were left of its year.
 * @param retribuzioneDel gross pay of a year by the terms, thirteenth and board included
 * @throws ErroreDati `rivalutazione-non-nota` for years without a coefficient, `anticipi-oltre-il-tfr`
 */
export function tfr(dati: DatiCessazione, retribuzioneDel: (anno: number) => Centesimi, regole: Regole): Tfr {
  const fine = partiDelGiorno(dati.cessazione).anno;
  const inizio = dati.tfrMaturato === undefined ? partiDelGiorno(dati.assunzione).anno : fine;
  const iniziale = dati.tfrMaturato ?? centesimi(0);
  const anni: AnnoTfr[] = [];
  let saldo = iniziale;
  for (let anno = inizio; anno <= fine; anno++) {
    const voce = unAnno(anno, saldo, dati, retribuzioneDel, regole);
    if (voce.saldo < 0) throw tooMuch(anno);
    anni.push(voce);
    saldo = voce.saldo;
  }
  return { iniziale, anni, totale: saldo, avvertenze: notes(dati, inizio, fine, regole.retribuzioneAnnua) };
}

function unAnno(
  anno: number,
  prima: Centesimi,
  dati: DatiCessazione,
  retribuzioneDel: (anno: number) => Centesimi,
  { cessazione, retribuzioneAnnua }: Regole,
): AnnoTfr {
  const mesi = mesiDiServizio(anno, dati.assunzione, dati.cessazione);
  const retribuzione = dati.retribuzioni.find((voce) => voce.anno === anno)?.importo ?? retribuzioneDel(anno);
  const quota = arrotondaAlCentesimo(quotaTfr(inEuro(retribuzione), retribuzioneAnnua));
  const presi = dati.anticipi.filter(({ giorno }) => partiDelGiorno(giorno).anno === anno);
  const percentuale = percentualeDel(anno, mesi, prima, dati, { cessazione, retribuzioneAnnua });
  // What was advanced is revalued for the months before it was taken.
  const persi = presi.reduce(
    (altri, { giorno, importo }) =>
      altri.plus(
        inEuro(importo)
          .times(12 - partiDelGiorno(giorno).mese)
          .dividedBy(12),
      ),
    new Decimale(0),
  );
  const base = Decimale.max(inEuro(prima).minus(persi), 0);
  const rivalutazione = arrotondaAlCentesimo(base.times(percentuale).dividedBy(100));
  const anticipi = somma(presi.map(({ importo }) => importo));
  return {
    anno,
    mesi,
    retribuzione,
    quota,
    percentuale,
    rivalutazione,
    anticipi,
    saldo: centesimi(prima + quota + rivalutazione - anticipi),
  };
}

/** The printed one; in the year of the end that of its month, or, where nobody gave it, its fixed part alone. */
function percentualeDel(
  anno: number,
  mesi: number,
  prima: Centesimi,
  dati: DatiCessazione,
  { cessazione, retribuzioneAnnua }: Regole,
): string {
  const fine = partiDelGiorno(dati.cessazione);
  const intero = fine.mese === 12 && fine.delMese >= 15;
  if (anno === fine.anno && dati.rivalutazione !== undefined) return dati.rivalutazione;
  const stampata = cessazione.rivalutazioni.find((voce) => voce.anno === anno)?.percentuale;
  if (stampata !== undefined && (anno < fine.anno || intero)) return stampata;
  if (anno === fine.anno) {
    return new Decimale(retribuzioneAnnua.tfr.rivalutazioneFissa).times(mesi).dividedBy(12).toFixed();
  }
  if (prima === 0) return '0';
  throw new ErroreDati('rivalutazione-non-nota', { anno, campo: 'tfrMaturato' });
}

function tooMuch(anno: number): ErroreDati {
  return new ErroreDati('anticipi-oltre-il-tfr', { anno, campo: 'anticipi' });
}

function notes(dati: DatiCessazione, inizio: number, fine: number, regole: RegoleRetribuzioneAnnua): string[] {
  const stimati = Array.from({ length: fine - inizio + 1 }, (_, n) => inizio + n).filter(
    (anno) => !dati.retribuzioni.some((voce) => voce.anno === anno),
  );
  return [
    ...(dati.rivalutazione === undefined
      ? [
          italiano`La rivalutazione del TFR nel ${fine} è qui la sola parte fissa (1,5% l’anno), se il coefficiente ISTAT del mese non è indicato: con quello l’importo cresce.`,
        ]
      : []),
    ...(stimati.length > 1
      ? [
          'Le retribuzioni degli anni sono ricavate dalle condizioni indicate: se sono state diverse, indicarle anno per anno, o indicare il TFR maturato al 31/12.',
        ]
      : []),
    'Il TFR è lordo: il datore domestico non trattiene imposte, e il lavoratore lo dichiara (certificazione dei compensi).',
    ...regole.tfr.note,
  ];
}
