import type { RegoleRetribuzioneAnnua } from '../../norme/retribuzione-annua.ts';
import type { TabellaAnno } from '../../norme/tabella-anno.ts';
import { arrotondaAlCentesimo, Decimale, inEuro } from '../../valori/decimale.ts';
import type { Centesimi } from '../../valori/denaro.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import { quanti } from '../../valori/italiano.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { decimaleIt, euroIt } from '../formati.ts';
import type { DatiCosto } from './dati-costo.ts';
import { ore as testoOre } from '../../contributi/testo.ts';
import { fonteUnica } from '../../valori/fonte-unica.ts';

/** What a year's work is paid, each item rounded to the cent. */
export interface RetribuzioneAnnua {
  readonly mesi: number;
  readonly mensile: Centesimi;
  /** Pay of the months worked, holidays included. */
  readonly paga: Centesimi;
  readonly vittoAlloggio: Centesimi;
  readonly tredicesima: Centesimi;
  readonly tfr: Centesimi;
  /** Part of `paga` and `vittoAlloggio` that pays the days of holiday. */
  readonly diCuiFerie: Centesimi;
  readonly giorniFerie: Decimale;
  readonly passi: readonly Passo[];
}

/**
 * Pay, board, thirteenth month and severance accrual of the months worked (rules/tfr.yaml).
 * @throws ErroreDati `vitto-alloggio-non-noto` when the year's board value is not known and there is board
 */
export function retribuzioneAnnua(
  dati: DatiCosto,
  mesi: number,
  tabella: TabellaAnno,
  regole: RegoleRetribuzioneAnnua,
): RetribuzioneAnnua {
  const { settimane, mesi: mesiAnno } = regole.anno;
  const settimaneAlMese = new Decimale(settimane).dividedBy(mesiAnno);
  const mensile =
    dati.paga.tipo === 'mensile'
      ? inEuro(dati.paga.importo)
      : inEuro(dati.paga.importo).times(dati.oreSettimanali).times(settimaneAlMese);
  const vittoMensile = boardPerDay(dati, tabella).times(dati.vittoAlloggioGiorni).times(settimaneAlMese);
  const paga = arrotondaAlCentesimo(mensile.times(mesi));
  const vittoAlloggio = arrotondaAlCentesimo(vittoMensile.times(mesi));
  // From here on the rounded items, so that whoever redoes a step with a pocket calculator gets the same cents.
  const globale = inEuro(paga).plus(inEuro(vittoAlloggio));
  const tredicesima = arrotondaAlCentesimo(globale.dividedBy(regole.tredicesima.divisore));
  const giorniFerie = new Decimale(regole.ferie.giorniLavorativi).times(mesi).dividedBy(mesiAnno);
  const importi = {
    mesi,
    mensile: arrotondaAlCentesimo(mensile),
    paga,
    vittoAlloggio,
    tredicesima,
    tfr: arrotondaAlCentesimo(quotaTfr(globale.plus(inEuro(tredicesima)), regole)),
    diCuiFerie: arrotondaAlCentesimo(
      mesi === 0 ? new Decimale(0) : giornoDiFerie(globale.dividedBy(mesi), regole).times(giorniFerie),
    ),
    giorniFerie,
  };
  return { ...importi, passi: explain(dati, importi, tabella, regole) };
}

/** Severance accrual of a year on its whole pay (art. 2120 c.c.; CCNL art. 41). Exact euro. */
export function quotaTfr(annua: Decimale, regole: RegoleRetribuzioneAnnua): Decimale {
  return annua.dividedBy(regole.tfr.divisore);
}

/** Pay of one day of holiday: a 26th of the month, board included (CCNL art. 17). Exact euro. */
export function giornoDiFerie(mensile: Decimale, regole: RegoleRetribuzioneAnnua): Decimale {
  return mensile.dividedBy(regole.ferie.giorniLavorativi);
}

function boardPerDay(dati: DatiCosto, { anno, vittoAlloggio }: TabellaAnno): Decimale {
  if (dati.vittoAlloggioGiorni === 0) return new Decimale(0);
  if (vittoAlloggio !== undefined) return new Decimale(vittoAlloggio.totale);
  throw new ErroreDati('vitto-alloggio-non-noto', { anno, campo: 'vittoAlloggioGiorni' });
}

function explain(
  dati: DatiCosto,
  importi: Omit<RetribuzioneAnnua, 'passi'>,
  tabella: TabellaAnno,
  regole: RegoleRetribuzioneAnnua,
): Passo[] {
  const { anno, tredicesima, tfr, ferie } = regole;
  const fonteAnno = fonteUnica(anno.fonti);
  const { mesi, mensile, paga, vittoAlloggio } = importi;
  const somma = vittoAlloggio === 0 ? euroIt(paga) : `(${euroIt(paga)} + ${euroIt(vittoAlloggio)})`;
  const alMese =
    dati.paga.tipo === 'mensile'
      ? euroIt(mensile)
      : `${euroIt(dati.paga.importo)} × ${testoOre(dati.oreSettimanali)} × ${anno.settimane} / ${anno.mesi}`;
  const passi: Passo[] = [
    {
      etichetta: 'Paga dell’anno, ferie comprese',
      formula: `${alMese} × ${inMesi(mesi)}`,
      risultato: euroIt(paga),
      fonte: fonteAnno,
    },
  ];
  if (vittoAlloggio !== 0) {
    passi.push({
      etichetta: 'Vitto e alloggio, a valore convenzionale',
      formula: `${decimaleIt(tabella.vittoAlloggio?.totale ?? '0')} € × ${quanti(dati.vittoAlloggioGiorni, 'giorno', 'giorni')} × ${anno.settimane} / ${anno.mesi} × ${inMesi(mesi)}`,
      risultato: euroIt(vittoAlloggio),
      fonte: fonteUnica(tabella.fonti),
    });
  }
  return [
    ...passi,
    {
      etichetta: 'Tredicesima',
      formula: `${somma} / ${tredicesima.divisore}`,
      risultato: euroIt(importi.tredicesima),
      fonte: fonteUnica(tredicesima.fonti),
    },
    {
      etichetta: 'TFR maturato nell’anno',
      formula: `(${somma} + ${euroIt(importi.tredicesima)}) / ${decimaleIt(tfr.divisore)}`,
      risultato: euroIt(importi.tfr),
      fonte: fonteUnica(tfr.fonti),
    },
    {
      etichetta: 'Ferie (già comprese nella paga)',
      formula: `${somma} / ${inMesi(mesi)} / ${ferie.giorniLavorativi} × ${decimaleIt(importi.giorniFerie.toDecimalPlaces(2))} giorni`,
      risultato: euroIt(importi.diCuiFerie),
      fonte: fonteUnica(ferie.fonti),
    },
  ];
}

function inMesi(mesi: number): string {
  return quanti(mesi, 'mese', 'mesi');
}
