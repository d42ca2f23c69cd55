import { italiano } from '../valori/italiano.ts';
import type { Norme } from '../norme/norme.ts';
import { aggiungiGiorni, formatGiornoItaliano, type Giorno, partiDelGiorno } from '../valori/giorno.ts';
import type { Passo } from '../valori/spiegazione.ts';
import { type Scadenza, scadenza, scadenzaCessazione } from './scadenza.ts';
import { slitta } from './slittamento.ts';
import { territoriDi } from './territori.ts';
import { estremi, type Trimestre } from './trimestre.ts';
import { fonteUnica } from '../valori/fonte-unica.ts';

/**
 * When a rapporto's quarter must be paid: in its window, or within ten days of the rapporto's end when that comes before
 * the quarter's (also for the week of an end that this quarter pays, being that of its Saturday).
 * @param territori ids of territorial suspensions that apply to this employer
 */
export function scadenzaDelRapporto(
  trimestre: Trimestre,
  cessazione: Giorno | undefined,
  norme: Norme,
  territori: readonly string[] = [],
): Scadenza {
  if (cessazione === undefined || cessazione > estremi(trimestre).ultimo) return scadenza(trimestre, norme, territori);
  const prudente = scadenzaCessazione(cessazione, norme, territori);
  if (partiDelGiorno(cessazione).anno === trimestre.anno || !norme.anni.includes(trimestre.anno)) return prudente;
  return dopoLaTabella(trimestre.anno, prudente, norme, territori);
}

/**
 * The suspensions of the place kept with a rapporto, where they move this quarter's due date; none where they leave it alone,
 * so that nobody is told of a suspension that is not theirs.
 */
export function territoriDelTrimestre(
  trimestre: Trimestre,
  rapporto: { readonly cessazione?: Giorno; readonly territorio?: string },
  norme: Norme,
): readonly string[] {
  const territori = territoriDi(rapporto.territorio);
  if (territori.length === 0) return territori;
  const sospesa = scadenzaDelRapporto(trimestre, rapporto.cessazione, norme, territori);
  return sospesa.scadenza === scadenzaDelRapporto(trimestre, rapporto.cessazione, norme).scadenza ? [] : territori;
}

/**
 * An end in December whose week is of the new year: ten days from it are the cautious term, while the year's table may come
 * out after them; Assindatcolf counts ten days from that.
 */
function dopoLaTabella(anno: number, prudente: Scadenza, norme: Norme, territori: readonly string[]): Scadenza {
  const { circolare } = norme.tabella(anno);
  if (circolare === undefined) return prudente;
  const { giorniDallaTabella, fonti } = norme.scadenze.cessazione.annoNuovo;
  const legale = aggiungiGiorni(circolare.data, giorniDallaTabella);
  const termine = slitta(legale, norme, territori);
  if (termine.giorno <= prudente.scadenza) return prudente;
  const uscita = formatGiornoItaliano(circolare.data);
  const passo: Passo = {
    etichetta: italiano`Termine dalla tabella del ${anno}, uscita dopo la fine del rapporto`,
    formula: italiano`circolare INPS n. ${circolare.numero} del ${uscita} + ${giorniDallaTabella} giorni`,
    risultato: formatGiornoItaliano(legale),
    fonte: fonteUnica(fonti),
  };
  const giornoSicuro = prudente.giornoSicuro ?? prudente.scadenza;
  return {
    apertura: prudente.apertura,
    scadenza: termine.giorno,
    spostata: true,
    motivo: [italiano`tabella del ${anno} uscita il ${uscita}`, ...termine.motivi].join('; '),
    giornoSicuro,
    avvertenze: [
      italiano`La settimana in cui il rapporto finisce è del ${anno}, la cui tabella è uscita il ${uscita}: per Assindatcolf si paga entro dieci ` +
        italiano`giorni da allora, il ${formatGiornoItaliano(termine.giorno)}; la legge conta dieci giorni dalla fine del rapporto. Il giorno ` +
        italiano`prudente è il ${formatGiornoItaliano(giornoSicuro)}.`,
      ...termine.avvertenze,
    ],
    passi: [...prudente.passi, passo, ...termine.passi],
  };
}
