import { calcolaTrimestre } from '../../contributi/calcola.ts';
import type { Calcolo } from '../../contributi/calcolo.ts';
import { parseSituazione } from '../../contributi/situazione/schema.ts';
import { pubblicato } from '../../norme/premesse.ts';
import { regoleFinoAl } from '../../norme/proietta-tabella.ts';
import type { Norme } from '../../norme/norme.ts';
import { territoriDelTrimestre } from '../../scadenze/scadenza-del-rapporto.ts';
import { settimaneDelRapporto, trimestreDelGiorno } from '../../scadenze/settimane.ts';
import { confrontaTrimestri, formatTrimestre, type Trimestre, trimestreSuccessivo } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { formatEuro } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { type Giorno, partiDelGiorno } from '../../valori/giorno.ts';
import type { DatiCessazione } from './dati-cessazione.ts';

/** The last bollettini of a rapporto in one quarter. */
export interface UltimoTrimestre {
  readonly trimestre: Trimestre;
  readonly calcoli: readonly Calcolo[];
  /** What they were computed from, as `parseSituazione` reads it: who issues them says the same. */
  readonly situazione: Readonly<Record<string, unknown>>;
  /** Its year's table is not out: amounts are projected. */
  readonly proiettato: boolean;
}

/**
 * The contributions from the quarter of the end to that of the last day of the duty: one quarter, or the next too where the
 * end's week, or the notice, is of that one.
 * @param finoAl last day of the contribution duty, when notice is paid and not worked
 * @param oreDiFerie hours of holidays not taken, paid in the end's week
 */
export function contributiFinali(
  dati: DatiCessazione,
  finoAl: Giorno | undefined,
  oreDiFerie: Decimale,
  norme: Norme,
): UltimoTrimestre[] {
  const ultimo = trimestreDelGiorno(finoAl ?? dati.cessazione);
  const trimestri: UltimoTrimestre[] = [];
  for (let t = solare(dati.cessazione); confrontaTrimestri(t, ultimo) <= 0; t = trimestreSuccessivo(t)) {
    if (settimaneDelRapporto(t, dati.assunzione, finoAl ?? dati.cessazione).length === 0) continue;
    const base = regoleFinoAl(norme, t.anno);
    const situazione = inTesto(dati, t, base, { finoAl, oreDiFerie });
    try {
      trimestri.push({
        trimestre: t,
        calcoli: calcolaTrimestre(parseSituazione(situazione), base),
        situazione,
        proiettato: !pubblicato(norme, t.anno),
      });
    } catch (errore) {
      if (!(errore instanceof ErroreDati) || errore.codice !== 'nulla-da-versare') throw errore;
    }
  }
  return trimestri;
}

function solare(data: Giorno): Trimestre {
  const { anno, mese } = partiDelGiorno(data);
  return { anno, numero: Math.ceil(mese / 3) as Trimestre['numero'] };
}

function inTesto(
  dati: DatiCessazione,
  trimestre: Trimestre,
  norme: Norme,
  { finoAl, oreDiFerie }: { readonly finoAl: Giorno | undefined; readonly oreDiFerie: Decimale },
): Readonly<Record<string, unknown>> {
  // Told also with the quarter before that of the end's week, which leaves them to it.
  const finoAllaFine = confrontaTrimestri(trimestreDelGiorno(dati.cessazione), trimestre) >= 0;
  const [territorio] = territoriDelTrimestre(trimestre, dati, norme);
  return {
    trimestre: formatTrimestre(trimestre),
    assunzione: dati.assunzione,
    cessazione: dati.cessazione,
    ...(finoAl !== undefined && { preavvisoFinoAl: finoAl }),
    ...(finoAllaFine && !oreDiFerie.isZero() && { ferieNonGodute: { ore: oreDiFerie.toFixed(2) } }),
    condizioni: dati.condizioni.map(
      ({ dal, oreSettimanali, paga, vittoAlloggioGiorni, senzaCuaf, tempoDeterminato }) => ({
        dal,
        oreSettimanali: oreSettimanali.toFixed(),
        paga: { tipo: paga.tipo, importo: formatEuro(paga.importo) },
        vittoAlloggioGiorni,
        senzaCuaf,
        tempoDeterminato,
      }),
    ),
    ...(dati.associazione !== undefined && { associazione: dati.associazione }),
    ...(territorio !== undefined && { territorio }),
  };
}
