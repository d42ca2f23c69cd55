import type { Norme } from '../norme/norme.ts';
import type { Calcolo, DatiCalcoloCompleti } from './calcolo.ts';
import { conto } from './conto/conto.ts';
import type { Conto } from './conto/gruppo.ts';
import { importi, type ImportiGruppo } from './conto/importi.ts';
import type { Riga } from './conto/riga.ts';
import { dettaglio } from './dettaglio.ts';
import { comeDecimale, orarioEsatto } from './ore.ts';
import { spiega, type Spiegazione } from './spiega/spiega.ts';
import { situazioneDa } from './situazione/da-dati.ts';
import type { Situazione } from './situazione/situazione.ts';

/**
 * The contributions of one weekly figure of hours and pay: paid hours × the hourly contribution of the quarter's year, with
 * the worker's and the employer's share, the due date, and every step with its source. Pure: the same input gives the same
 * result. One bollettino, or two where weeks cut by their days fall on both sides of 24 hours (`settimaneIncomplete`).
 * Limits: 14 weeks, 168 hours a week, hourly pay 1.000,00 €, monthly pay 100.000,00 €.
 * @throws ErroreDati naming the field that is missing or out of bounds, and what to do
 */
export function calcolaDati(dati: DatiCalcoloCompleti, norme: Norme): Calcolo[] {
  const suo = conto(situazioneDa(dati), norme);
  const soldi = importi(suo, norme);
  const perche = spiega(suo, soldi, norme);
  return soldi.map((voce, n) => risultato(suo, n, voce, perche[n] as Spiegazione));
}

/** The same where weeks are whole, and there is one bollettino. @throws ErroreDati as `calcolaDati` */
export function calcola(dati: DatiCalcoloCompleti, norme: Norme): Calcolo {
  const tutti = calcolaDati(dati, norme);
  if (tutti.length !== 1) throw new RangeError('weeks cut by days can give two bollettini');
  return tutti[0] as Calcolo;
}

/**
 * The contributions of a rapporto in a quarter as it was: hours by week, month or in total, absences, beginning and end,
 * terms that change, who pays what. One result a group of weeks (up to 24 hours, above): one or two, with its weeks.
 * @throws ErroreDati naming the field and what to do; `nulla-da-versare` when no hour is paid
 */
export function calcolaTrimestre(situazione: Situazione, norme: Norme): Calcolo[] {
  const suo = conto(situazione, norme);
  const soldi = importi(suo, norme);
  const perche = spiega(suo, soldi, norme);
  return soldi.map((voce, n) => {
    const senza = risultato(suo, n, voce, perche[n] as Spiegazione);
    const suoDettaglio = dettaglio(suo, n, voce);
    return suoDettaglio === undefined ? senza : { ...senza, dettaglio: suoDettaglio };
  });
}

function risultato(suo: Conto, n: number, soldi: ImportiGruppo, { passi, avvertenze, daDire }: Spiegazione): Calcolo {
  const { situazione, scadenza } = suo;
  const { gruppo, settimane, righe } = suo.gruppi[n] as Conto['gruppi'][number];
  const ultima = righe[righe.length - 1] as Riga;
  return {
    trimestre: situazione.trimestre,
    gruppo,
    settimane,
    settimaneAccreditate: suo.settimaneAccreditate,
    ore: comeDecimale(oreDelleRighe(righe)),
    oreSettimanali: orarioEsatto(ultima.orario),
    retribuzioneOrariaEffettiva: ultima.retribuzione === null ? null : ultima.retribuzione.centesimi,
    fascia: ultima.fascia,
    senzaCuaf: ultima.senzaCuaf,
    tempoDeterminato: ultima.tempoDeterminato,
    contributoOrario: ultima.tariffa.contributoOrario,
    associazione: soldi.associazione,
    totale: soldi.totale,
    quotaLavoratore: soldi.quotaLavoratore,
    quotaDatore: soldi.quotaDatore,
    scadenza,
    passi,
    avvertenze,
    daDire,
  };
}

function oreDelleRighe(righe: readonly Riga[]): number {
  let somma = 0;
  for (const { centesimiDiOra } of righe) somma += centesimiDiOra;
  return somma;
}
