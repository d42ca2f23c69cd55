import { formatTrimestre } from '../../scadenze/trimestre.ts';
import { somma } from '../../valori/denaro.ts';
import { formatGiornoItaliano } from '../../valori/giorno.ts';
import { italiano, quanti } from '../../valori/italiano.ts';
import { decimaleIt, euroIt } from '../formati.ts';
import type { Cessazione } from './cessazione.ts';
import { MOTIVI } from './motivi.ts';

/** The end of a rapporto in words, the same on terminal, page and paper. */

export function titoloCessazione({ dati }: Cessazione): string {
  return italiano`${MOTIVI[dati.motivo].nome}: rapporto dal ${formatGiornoItaliano(dati.assunzione)} al ${formatGiornoItaliano(dati.cessazione)}`;
}

/** What is due to the worker, item by item. */
export function vociCessazione(fine: Cessazione): (readonly [string, string])[] {
  const { preavviso, ferie, tredicesima, tfr, totale } = fine;
  const daTrattenere = preavviso.aCarico === 'lavoratore';
  return [
    ['Preavviso dovuto', preavviso.dovuti === 0 ? 'nessuno' : quanti(preavviso.dovuti, 'giorno', 'giorni')],
    ...(preavviso.mancanti === 0
      ? []
      : [
          [
            daTrattenere ? 'Preavviso non dato, da trattenere' : 'Indennità di preavviso',
            `${daTrattenere ? '− ' : ''}${euroIt(preavviso.indennita)} (${quanti(preavviso.mancanti, 'giorno', 'giorni')})`,
          ] as const,
        ]),
    ...(preavviso.finoAl === undefined
      ? []
      : [['I contributi si pagano fino al', formatGiornoItaliano(preavviso.finoAl)] as const]),
    ['Ferie non godute', euroIt(ferie)],
    ['Tredicesima maturata', euroIt(tredicesima)],
    ['TFR', euroIt(tfr.totale)],
    ['In tutto al lavoratore, lordi', totale < 0 ? `− ${euroIt(Math.abs(totale) as typeof totale)}` : euroIt(totale)],
  ];
}

export const COLONNE_TFR = ['Anno', 'Mesi', 'Retribuzione', 'Quota', 'Rivalutazione', 'Anticipi', 'TFR'] as const;

export function righeTfr({ tfr }: Cessazione): string[][] {
  const prima = tfr.iniziale === 0 ? [] : [['prima', '', '', '', '', '', euroIt(tfr.iniziale)]];
  return [
    ...prima,
    ...tfr.anni.map((anno) => [
      String(anno.anno),
      String(anno.mesi),
      euroIt(anno.retribuzione),
      euroIt(anno.quota),
      anno.rivalutazione === 0 ? '–' : `${euroIt(anno.rivalutazione)} (${decimaleIt(anno.percentuale)}%)`,
      anno.anticipi === 0 ? '–' : euroIt(anno.anticipi),
      euroIt(anno.saldo),
    ]),
  ];
}

export const COLONNE_CONTRIBUTI = ['Trimestre', 'Ore', 'Settimane', 'Si paga entro', 'Importo'] as const;

/** One row a bollettino. */
export function righeContributi({ contributi }: Cessazione): string[][] {
  return contributi.flatMap(({ trimestre, calcoli, proiettato }) =>
    calcoli.map(({ ore, settimane, scadenza, totale }) => [
      formatTrimestre(trimestre),
      decimaleIt(ore),
      String(settimane),
      formatGiornoItaliano(scadenza.giornoSicuro ?? scadenza.scadenza),
      `${proiettato ? 'circa ' : ''}${euroIt(totale)}`,
    ]),
  );
}

export function totaleContributi({ contributi }: Cessazione): string {
  return euroIt(somma(contributi.flatMap(({ calcoli }) => calcoli.map(({ totale }) => totale))));
}

/** `entro il 20/11/2026: …`; what has no day stands as it is. */
export function frasiAdempimenti({ adempimenti }: Cessazione): string[] {
  return adempimenti.map(({ entro, che }) =>
    entro === null ? che : italiano`Entro il ${formatGiornoItaliano(entro)}: ${che}`,
  );
}
