import { trimestreDelGiorno } from '../../scadenze/settimane.ts';
import { formatTrimestre, type Trimestre } from '../../scadenze/trimestre.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { formatGiornoItaliano, type Giorno } from '../../valori/giorno.ts';
import { leggiOre, ORA, superano } from '../../valori/ore.ts';
import type { ContestoTrimestre } from '../contesto-trimestre.ts';
import { ORE_DI_UNA_SETTIMANA } from '../ore.ts';
import { ultimoGiorno } from '../situazione/calendario.ts';
import type { Situazione } from '../situazione/situazione.ts';
import { quanteSettimane } from './quante-settimane.ts';

/**
 * What every quarter must satisfy, whatever the way its hours are counted.
 * @throws ErroreDati for dates out of order, a rapporto outside the quarter, hours or weeks out of bounds
 */
export function controlla(situazione: Situazione, contesto: ContestoTrimestre): void {
  const { assunzione, preavvisoFinoAl, condizioni, ore, trimestre } = situazione;
  if (preavvisoFinoAl !== undefined || condizioni.length > 1) controllaOrdine(situazione);
  if (situazione.associazione === undefined) controllaFondo(situazione);
  const fine = ultimoGiorno(situazione);
  if (assunzione !== undefined || fine !== undefined) controllaDate(situazione, contesto, assunzione, fine);
  const settimane = ore.tipo === 'contratto' || ore.tipo === 'totale' ? ore.settimane : undefined;
  if (settimane !== undefined) controllaSettimane(settimane, trimestre, contesto.settimane.length);
  for (const { oreSettimanali } of condizioni) {
    if (oreSettimanali !== undefined) controllaOre(oreSettimanali, 1, 'oreSettimanali');
  }
  if (ore.tipo === 'totale') controllaOre(ore.ore, settimane ?? quanteSettimane(situazione, contesto), 'ore');
}

/** What is paid to a fund needs one. */
function controllaFondo({ assistenzaInPiu, soloAssistenza }: Situazione): void {
  const inPiu = (assistenzaInPiu ?? 0) > 0;
  if (!inPiu && soloAssistenza !== true) return;
  const campo = inPiu ? 'assistenzaInPiu' : 'soloAssistenza';
  throw new ErroreDati('associazione-mancante', { quale: campo, campo: 'associazione' });
}

function controllaOrdine(situazione: Situazione): void {
  const { cessazione = '9999', preavvisoFinoAl, condizioni } = situazione;
  if (preavvisoFinoAl !== undefined && preavvisoFinoAl <= cessazione) {
    throw inDisordine('preavvisoFinoAl', 'deve venire dopo la cessazione');
  }
  if (condizioni.some(({ dal = '' }, indice) => indice > 0 && dal <= (condizioni[indice - 1]?.dal ?? ''))) {
    throw inDisordine('condizioni', 'devono essere in ordine di data, ciascuna con un giorno diverso');
  }
}

function inDisordine(campo: string, motivo: string): ErroreDati {
  return new ErroreDati('date-in-disordine', { motivo, campo });
}

function controllaDate(
  { trimestre, cessazione }: Situazione,
  { estremi }: ContestoTrimestre,
  assunzione: Giorno | undefined,
  fine: Giorno | undefined,
): void {
  if (assunzione !== undefined && cessazione !== undefined && cessazione < assunzione) {
    throw new ErroreDati('cessazione-prima-di-assunzione', {
      cessazione: formatGiornoItaliano(cessazione),
      assunzione: formatGiornoItaliano(assunzione),
      campo: 'cessazione',
    });
  }
  if (assunzione !== undefined && assunzione > estremi.sabato) throw fuori(trimestre, assunzione, 'assunzione');
  if (fine !== undefined && fine < estremi.domenica) throw fuori(trimestre, fine, 'cessazione');
}

/** A day in a week that the next quarter, or the one before, pays: the date is right, and the quarter is another. */
function fuori(trimestre: Trimestre, giorno: Giorno, campo: 'assunzione' | 'cessazione'): ErroreDati {
  const suo = formatTrimestre(trimestreDelGiorno(giorno));
  const chi = campo === 'assunzione' ? 'comincia' : 'finisce';
  return new ErroreDati('rapporto-fuori-dal-trimestre', {
    trimestre: formatTrimestre(trimestre),
    chi,
    giorno: formatGiornoItaliano(giorno),
    suo,
    campo,
  });
}

function controllaSettimane(settimane: number, trimestre: Trimestre, massimo: number): void {
  if (Number.isInteger(settimane) && settimane >= 1 && settimane <= massimo) return;
  const quante = settimane === 0 ? NIENTE_DA_PAGARE : `indicare un numero intero da 1 a ${massimo}`;
  throw new ErroreDati('settimane-non-valide', {
    settimane,
    trimestre: formatTrimestre(trimestre),
    massimo,
    quante,
    campo: 'settimane',
  });
}

/** What to do with a quarter in which nothing was paid (INPS message 1643/2016). */
const NIENTE_DA_PAGARE =
  'senza ore retribuite non c’è nulla da versare. Se il rapporto è sospeso per maternità, permesso personale non retribuito, ' +
  'malattia o infortunio oltre i giorni pagati, si comunica all’INPS la «Sospensione obbligo contributivo» (messaggio 1643/2016)';

function controllaOre(ore: Decimale, settimane: number, campo: 'ore' | 'oreSettimanali'): void {
  const massimo = ORE_DI_UNA_SETTIMANA * settimane;
  const lette = leggiOre(ore);
  if (superano(lette, 0) && !superano(lette, massimo * ORA)) return;
  const quante = ore.isZero()
    ? NIENTE_DA_PAGARE
    : `indicare un numero maggiore di zero e non oltre ${massimo}, tutte le ore di ${settimane === 1 ? 'una settimana' : `${settimane} settimane`}`;
  throw new ErroreDati('ore-non-valide/totale', { ore: ore.toString(), quante, campo });
}
