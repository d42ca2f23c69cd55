import type { Norme } from '../../norme/norme.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { testoOre } from '../ore.ts';
import { togliAssenze } from './assenze.ts';
import { type Calendario, calendario } from './calendario.ts';
import { type FerieNonGodute, ferieNonGodute } from './ferie-non-godute.ts';
import { aggiungiStraordinari, applicaDichiarate } from './ore-dichiarate.ts';
import { contaSettimane, type SettimanaContata } from './settimane-pagate.ts';
import type { Situazione } from './situazione.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** The quarter's paid hours day by day, whatever way they were told, and the steps that tell how they came to be. */
export interface OreGiornaliere {
  readonly modo: 'giornaliere';
  readonly calendario: Calendario;
  /** Hundredths of an hour of each day of the calendar. */
  readonly ore: readonly number[];
  /** Hours paid at the end and worked in no week: unused holidays, on the last day. */
  readonly ferie: FerieNonGodute | null;
  readonly passi: readonly Passo[];
  readonly settimane: readonly SettimanaContata[];
}

/** @throws ErroreDati for hours outside the rapporto, or a quarter in which nothing is paid */
export function oreGiornaliere(
  situazione: Situazione,
  { criteri, tabella }: ContestoTrimestre,
  norme: Norme,
): OreGiornaliere {
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
  if (ferie === null && ore.every((quante) => quante === 0)) throw nullaDaVersare(situazione);
  const settimane = contaSettimane(giorni, ore, situazione, { lettura: situazione.lettura, criteri, tabella });
  return { modo: 'giornaliere', calendario: giorni, ore, ferie, passi, settimane };
}

function passoPreavviso(cessazione: Giorno, preavvisoFinoAl: Giorno, norme: Norme): Passo {
  return {
    etichetta: 'Preavviso non lavorato, pagato alla fine del rapporto',
    formula: `fine del rapporto ${formatGiornoItaliano(cessazione)}, fine dell’obbligo contributivo ${formatGiornoItaliano(preavvisoFinoAl)}`,
    risultato: 'settimane segnate con 2',
    fonte: fonteUnica(norme.assenze.preavviso.fonti),
  };
}

function nullaDaVersare({ trimestre, assenze, ore }: Situazione): ErroreDati {
  // Only an absence suspends the duty (msg 1643/2016); a pattern without work on these days does not.
  const cosa =
    assenze.length > 0 || ore.tipo !== 'contratto'
      ? 'se il rapporto è sospeso per maternità, permesso personale non retribuito, malattia o infortunio oltre i giorni pagati, si ' +
        'comunica all’INPS la «Sospensione obbligo contributivo» (messaggio 1643/2016) entro il mese in cui si dovrebbe pagare'
      : 'nei giorni del rapporto che sono di questo trimestre non si lavora, e all’INPS non c’è nulla da comunicare';
  return new ErroreDati('nulla-da-versare', { trimestre: formatTrimestre(trimestre), cosa, campo: 'ore' });
}
