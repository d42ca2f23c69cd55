import type { Norme } from '../../norme/norme.ts';
import { fonteUnica } from '../../scadenze/slittamento.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { togliAssenze } from './assenze.ts';
import { type Calendario, calendario } from './calendario.ts';
import { testoOre } from './centesimi-di-ora.ts';
import { ferieNonGodute } from './ferie-non-godute.ts';
import { aggiungiStraordinari, applicaDichiarate } from './ore-dichiarate.ts';
import type { Situazione } from './situazione.ts';

/** The quarter's paid hours day by day, whatever way they were told, and the steps that tell how they came to be. */
export interface OreGiornaliere {
  readonly calendario: Calendario;
  /** Hundredths of an hour of each day of the calendar. */
  readonly ore: readonly number[];
  /** Hours paid at the end and worked in no week: unused holidays, on the last day. */
  readonly ferie: { readonly indice: number; readonly centesimiDiOra: number } | null;
  readonly passi: readonly Passo[];
}

/**
 * @throws ErroreDati for dates out of order, hours outside the rapporto, or a quarter in which nothing is paid
 */
export function oreGiornaliere(situazione: Situazione, norme: Norme): OreGiornaliere {
  controllaDate(situazione);
  const giorni = calendario(situazione, norme);
  const ore = giorni.giorni.map(({ previste }) => previste);
  const passi = togliAssenze(ore, giorni.giorni, situazione, norme);
  const straordinarie = aggiungiStraordinari(ore, giorni, situazione);
  if (straordinarie > 0) {
    passi.push({
      etichetta: 'Straordinari: sono ore retribuite come le altre',
      formula: testoOre(straordinarie),
      risultato: testoOre(straordinarie),
      fonte: norme.criteri.criteri.oreRetribuite.fonte,
    });
  }
  applicaDichiarate(ore, giorni, situazione, norme);
  if (situazione.preavvisoFinoAl !== undefined) passi.push(passoPreavviso(situazione, norme));
  const ferie = ferieNonGodute(situazione, giorni, norme);
  if (ferie !== null) passi.push(ferie.passo);
  if (ferie === null && ore.every((quante) => quante === 0)) throw nullaDaVersare(situazione, giorni);
  return { calendario: giorni, ore, ferie, passi };
}

function controllaDate({ assunzione, cessazione, preavvisoFinoAl, condizioni }: Situazione): void {
  const guasto =
    assunzione !== undefined && cessazione !== undefined && cessazione < assunzione
      ? 'cessazione: viene prima dell’assunzione'
      : preavvisoFinoAl !== undefined && (cessazione === undefined || preavvisoFinoAl <= cessazione)
        ? 'preavvisoFinoAl: deve venire dopo la cessazione'
        : condizioni.some(({ dal }, indice) => dal <= (condizioni[indice - 1]?.dal ?? ''))
          ? 'condizioni: devono essere in ordine di data, ciascuna con un giorno diverso'
          : undefined;
  if (guasto === undefined) return;
  throw new ErroreDati('date-in-disordine', `${guasto}: correggere le date.`, { campo: guasto.split(':')[0] ?? '' });
}

function passoPreavviso({ cessazione, preavvisoFinoAl }: Situazione, norme: Norme): Passo {
  const [fine, obbligo] = [cessazione, preavvisoFinoAl].map((giorno) =>
    giorno === undefined ? '' : formatGiornoItaliano(giorno),
  );
  return {
    etichetta: 'Preavviso non lavorato, pagato alla fine del rapporto',
    formula: `fine del rapporto ${fine ?? ''}, fine dell’obbligo contributivo ${obbligo ?? ''}`,
    risultato: 'settimane segnate con 2',
    fonte: fonteUnica(norme.assenze.preavviso.fonti),
  };
}

function nullaDaVersare({ trimestre, assunzione, cessazione }: Situazione, { giorni }: Calendario): ErroreDati {
  if (giorni.every(({ condizioni }) => condizioni === null)) {
    const campo = assunzione !== undefined && assunzione > (giorni[0]?.giorno ?? '') ? 'assunzione' : 'cessazione';
    const data = campo === 'assunzione' ? assunzione : cessazione;
    return new ErroreDati(
      'rapporto-fuori-dal-trimestre',
      `Nel trimestre ${formatTrimestre(trimestre)} il rapporto non ha settimane: controllare la data di ${campo}` +
        `${data === undefined ? '' : ` (${formatGiornoItaliano(data)})`}.`,
      { campo },
    );
  }
  return new ErroreDati(
    'nulla-da-versare',
    `Nel trimestre ${formatTrimestre(trimestre)} non ci sono ore retribuite: non si emette un bollettino, si comunica all’INPS la ` +
      '«Sospensione obbligo contributivo» (messaggio 1643/2016) entro il mese in cui si dovrebbe pagare.',
    { campo: 'ore' },
  );
}
