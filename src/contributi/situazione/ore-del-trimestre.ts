import type { Norme } from '../../norme/norme.ts';
import { estremiDelleSettimane } from '../../scadenze/settimane.ts';
import { fonteUnica } from '../../scadenze/slittamento.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { togliAssenze } from './assenze.ts';
import { type Calendario, calendario } from './calendario.ts';
import { testoOre } from './centesimi-di-ora.ts';
import { type FerieNonGodute, ferieNonGodute } from './ferie-non-godute.ts';
import { aggiungiStraordinari, applicaDichiarate } from './ore-dichiarate.ts';
import type { Situazione } from './situazione.ts';

/** The quarter's paid hours day by day, whatever way they were told, and the steps that tell how they came to be. */
export interface OreGiornaliere {
  readonly calendario: Calendario;
  /** Hundredths of an hour of each day of the calendar. */
  readonly ore: readonly number[];
  /** Hours paid at the end and worked in no week: unused holidays, on the last day. */
  readonly ferie: FerieNonGodute | null;
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
  const { cessazione, preavvisoFinoAl } = situazione;
  // There is no notice without an end: its days were looked at.
  if (preavvisoFinoAl !== undefined) passi.push(passoPreavviso(cessazione as Giorno, preavvisoFinoAl, norme));
  const ferie = ferieNonGodute(situazione, giorni, norme);
  if (ferie !== null) passi.push(ferie.passo);
  if (ferie === null && ore.every((quante) => quante === 0)) throw nullaDaVersare(situazione, giorni);
  return { calendario: giorni, ore, ferie, passi };
}

function controllaDate(situazione: Situazione): void {
  const { assunzione = '', cessazione = '9999', preavvisoFinoAl, condizioni } = situazione;
  if (cessazione < assunzione) throw inDisordine('cessazione', 'viene prima dell’assunzione');
  if (preavvisoFinoAl !== undefined && preavvisoFinoAl <= cessazione) {
    throw inDisordine('preavvisoFinoAl', 'deve venire dopo la cessazione');
  }
  if (condizioni.some(({ dal }, indice) => dal <= (condizioni[indice - 1]?.dal ?? ''))) {
    throw inDisordine('condizioni', 'devono essere in ordine di data, ciascuna con un giorno diverso');
  }
}

function inDisordine(campo: string, motivo: string): ErroreDati {
  return new ErroreDati('date-in-disordine', `${campo}: ${motivo}: correggere le date.`, { campo });
}

function passoPreavviso(cessazione: Giorno, preavvisoFinoAl: Giorno, norme: Norme): Passo {
  return {
    etichetta: 'Preavviso non lavorato, pagato alla fine del rapporto',
    formula: `fine del rapporto ${formatGiornoItaliano(cessazione)}, fine dell’obbligo contributivo ${formatGiornoItaliano(preavvisoFinoAl)}`,
    risultato: 'settimane segnate con 2',
    fonte: fonteUnica(norme.assenze.preavviso.fonti),
  };
}

function nullaDaVersare(situazione: Situazione, { giorni }: Calendario): ErroreDati {
  const { trimestre, assunzione = '', cessazione } = situazione;
  if (giorni.every(({ condizioni }) => condizioni === null)) {
    const campo = assunzione > estremiDelleSettimane(trimestre).sabato ? 'assunzione' : 'cessazione';
    // All the days are outside for a beginning after them, or for an end before.
    const data = (campo === 'assunzione' ? assunzione : cessazione) as Giorno;
    return new ErroreDati(
      'rapporto-fuori-dal-trimestre',
      `Nel trimestre ${formatTrimestre(trimestre)} il rapporto non ha settimane: controllare la data di ${campo} ` +
        `(${formatGiornoItaliano(data)}).`,
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
