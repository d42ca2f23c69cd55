import type { Norme } from '../../norme/norme.ts';
import { trimestreDelGiorno } from '../../scadenze/settimane.ts';
import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import {
  aggiungiGiorni,
  aggiungiMesi,
  formatGiornoItaliano,
  type Giorno,
  giornoDellaSettimana,
  parseGiorno,
} from '../../valori/giorno.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { oreGiaDichiarate } from '../conto/ore-gia-dichiarate.ts';
import { ORE_DI_UNA_SETTIMANA } from '../ore.ts';
import { type Calendario, indiciDellaSettimana, nelGiorno } from './calendario.ts';
import { inCentesimiDiOra, passo } from './centesimi-di-ora.ts';
import { ripartisci } from './ripartizione.ts';
import type { Situazione } from './situazione.ts';
import { italiano } from '../../valori/italiano.ts';

const SABATO = 6;

/** Hours there are in a day. */
const ORE_DI_UN_GIORNO = 24;

/**
 * Puts the declared hours in the days: a week's on its days, a month's on all its days (those that belong to another
 * quarter's weeks leave with them), a total on all the weeks; always in the proportion the terms foresee.
 * @param ore hours of each day of the quarter (hundredths), changed in place
 * @throws ErroreDati when hours are declared where there is no rapporto, or besides absences they already count
 */
export function applicaDichiarate(ore: number[], calendario: Calendario, situazione: Situazione, norme: Norme): void {
  const { ore: dichiarate } = situazione;
  if (dichiarate.tipo !== 'contratto' && (situazione.assenze.length > 0 || situazione.straordinari.length > 0)) {
    throw oreGiaDichiarate();
  }
  switch (dichiarate.tipo) {
    case 'contratto':
      return;
    case 'settimane':
      for (const { sabato, ore: quante } of dichiarate.settimane)
        perSettimana(ore, calendario, situazione, sabato, quante);
      return;
    case 'mesi':
      for (const { mese, ore: quante } of dichiarate.mesi) perMese(ore, calendario, situazione, norme, mese, quante);
      return;
    case 'totale':
      inTotale(ore, calendario, dichiarate.ore);
  }
}

/** A total is of all the weeks of the rapporto: each gets its part, and spreads it on its days. */
function inTotale(ore: number[], calendario: Calendario, totale: Decimale): void {
  const centesimi = inCentesimiDiOra(totale, 'ore', ORE_DI_UNA_SETTIMANA * calendario.settimane.length);
  const settimane = calendario.settimane
    .map((_, settimana) => calendario.giorni.filter((giorno) => giorno.settimana === settimana))
    .filter((giorni) => giorni.some(({ condizioni }) => condizioni !== null));
  const pesi = settimane.map((giorni) => giorni.reduce((somma, { previste }) => somma + previste, 0));
  const parti = ripartisci(centesimi, pesi, passo(centesimi, settimane.length));
  for (const [n, giorni] of settimane.entries()) {
    const indici = giorni.map((giorno) => calendario.giorni.indexOf(giorno));
    riempi(ore, calendario, indici, parti[n] ?? 0, 'ore');
  }
}

/** Where weeks count one by one, nobody can say in which of them the hours were. */
function senzaGiorno(): ErroreDati {
  return new ErroreDati('straordinari-senza-giorno', { campo: 'straordinari' });
}

/** Adds overtime to its days: overtime hours are hours. */
export function aggiungiStraordinari(ore: number[], { giorni }: Calendario, situazione: Situazione): number {
  let aggiunte = 0;
  for (const { giorno, ore: quante } of situazione.straordinari) {
    if (giorno === undefined) {
      if (quante.isZero()) continue;
      throw senzaGiorno();
    }
    const indice = giorni.findIndex((voce) => voce.giorno === giorno && voce.condizioni !== null);
    if (indice < 0) throw giornoAltrove('straordinari', giorno, situazione);
    const centesimi = inCentesimiDiOra(quante, 'straordinari', ORE_DI_UN_GIORNO);
    ore[indice] = (ore[indice] ?? 0) + centesimi;
    aggiunte += centesimi;
  }
  return aggiunte;
}

function perSettimana(
  ore: number[],
  calendario: Calendario,
  situazione: Situazione,
  sabato: Giorno,
  quante: Decimale,
): void {
  const settimana = calendario.settimane.findIndex((voce) => voce.sabato === sabato);
  if (settimana < 0 && giornoDellaSettimana(sabato) === SABATO) throw giornoAltrove('settimane', sabato, situazione);
  if (settimana < 0) {
    throw new ErroreDati('settimana-non-valida', {
      giorno: formatGiornoItaliano(sabato),
      trimestre: formatTrimestre(situazione.trimestre),
      campo: 'settimane',
    });
  }
  const { dal, oltre } = indiciDellaSettimana(settimana);
  const indici = Array.from({ length: oltre - dal }, (_, n) => dal + n);
  riempi(ore, calendario, indici, inCentesimiDiOra(quante, 'settimane', ORE_DI_UNA_SETTIMANA), 'settimane');
}

/** Replaces the hours of some days by a sum, spread as the terms foresee over the days of the rapporto. */
function riempi(ore: number[], { giorni }: Calendario, indici: readonly number[], somma: number, campo: string): void {
  const dentro = indici.filter((indice) => giorni[indice]?.condizioni !== null);
  if (dentro.length === 0 && somma > 0) {
    throw new ErroreDati('ore-fuori-dal-rapporto', { campo });
  }
  const parti = ripartisci(
    somma,
    dentro.map((indice) => giorni[indice]?.previste ?? 0),
    passo(somma),
  );
  for (const [n, indice] of dentro.entries()) ore[indice] = parti[n] ?? 0;
}

function perMese(
  ore: number[],
  calendario: Calendario,
  situazione: Situazione,
  norme: Norme,
  mese: string,
  quante: Decimale,
): void {
  const delMese = giorniDelMese(mese);
  const posti = new Map(calendario.giorni.map(({ giorno }, indice) => [giorno, indice]));
  if (!delMese.some((giorno) => posti.has(giorno))) throw fuoriDalRapporto('mesi', mese, situazione);
  const somma = inCentesimiDiOra(quante, 'mesi', ORE_DI_UN_GIORNO * delMese.length);
  const dentro = delMese
    .map((giorno) => ({ giorno, ...nelGiorno(situazione, giorno, giornoDellaSettimana(giorno), norme) }))
    .filter(({ condizioni }) => condizioni !== null);
  if (dentro.length === 0 && somma > 0) throw fuoriDalRapporto('mesi', mese, situazione);
  const parti = ripartisci(
    somma,
    dentro.map(({ previste }) => previste),
    passo(somma),
  );
  for (const [n, { giorno }] of dentro.entries()) {
    const indice = posti.get(giorno);
    if (indice !== undefined) ore[indice] = parti[n] ?? 0;
  }
}

function giorniDelMese(mese: string): Giorno[] {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(mese)) {
    throw new ErroreDati('mese-non-valido', { mese: mese.slice(0, 20), campo: 'mesi' });
  }
  const primo = parseGiorno(`${mese}-01`);
  const successivo = aggiungiMesi(primo, 1);
  const giorni: Giorno[] = [];
  for (let giorno = primo; giorno < successivo; giorno = aggiungiGiorni(giorno, 1)) giorni.push(giorno);
  return giorni;
}

/** Work of a week that another quarter pays is sent to it by name. */
function giornoAltrove(campo: string, giorno: Giorno, situazione: Situazione): ErroreDati {
  const suo = formatTrimestre(trimestreDelGiorno(giorno));
  const quando = italiano`il ${formatGiornoItaliano(giorno)}`;
  if (suo === formatTrimestre(situazione.trimestre)) return fuoriDalRapporto(campo, quando, situazione);
  return new ErroreDati('ore-fuori-dal-trimestre/altro-trimestre', { quando, suo, campo });
}

function fuoriDalRapporto(campo: string, quando: string, { trimestre }: Situazione): ErroreDati {
  return new ErroreDati('ore-fuori-dal-trimestre', { quando, trimestre: formatTrimestre(trimestre), campo });
}
