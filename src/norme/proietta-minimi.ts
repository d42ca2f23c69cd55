import { arrotondaAlCentesimo, Decimale, inEuro } from '../valori/decimale.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { italiano } from '../valori/italiano.ts';
import { type MinimiAnno, type RegoleMinimi, indennita } from './minimi.ts';
import type { TabellaAnno } from './tabella-anno.ts';

/**
 * The minimums of a year that is not agreed yet: each is the year before's with its part of the rise agreed for BS, then the part
 * of ISTAT's variation that the contract follows, half-up to the cent. So were those of 2008-2026, A and AS of 2026 apart.
 * @param istat percent as exact text; a negative one counts as zero
 */
export function proiettaMinimi(prima: MinimiAnno, istat: string, { rinnovo }: RegoleMinimi): MinimiAnno {
  const anno = prima.anno + 1;
  const bs = prima.importi.convivente?.BS;
  const parte = bs === undefined ? new Decimale(0) : inEuro(aumentoDi(anno, rinnovo)).dividedBy(inEuro(bs));
  const variazione = Decimale.max(new Decimale(istat), 0).times(rinnovo.quotaIstat).dividedBy(10_000);
  const fattore = parte.plus(1).times(variazione.plus(1));
  const sale = (importo: Centesimi): Centesimi => arrotondaAlCentesimo(inEuro(importo).times(fattore));
  const tutti = (importi: MinimiAnno['importi']): MinimiAnno['importi'] =>
    Object.fromEntries(
      Object.entries(importi).map(([forma, livelli]) => [
        forma,
        Object.fromEntries(Object.entries(livelli).map(([livello, importo]) => [livello, sale(importo)])),
      ]),
    );
  const { aggiunte } = prima;
  return {
    anno,
    importi: tutti(prima.importi),
    ...(prima.indennitaFunzione === undefined ? {} : { indennitaFunzione: sale(prima.indennitaFunzione) }),
    ...(aggiunte === undefined
      ? {}
      : { aggiunte: Object.fromEntries(indennita.options.map((nome) => [nome, tutti(aggiunte[nome] ?? {})])) }),
    proiettato: true,
    calcolate: [],
    note: [],
    fonti: [{ titolo: italiano`minimi proiettati dal ${prima.anno} (${rinnovo.contratto})`, certezza: 'calcolata' }],
  };
}

/** What was agreed for level BS from the first day of a year. */
export function aumentoDi(anno: number, { tranche }: RegoleMinimi['rinnovo']): Centesimi {
  return (tranche.find(({ dal }) => dal === `${anno}-01-01`)?.aumento ?? 0) as Centesimi;
}

/** The minimums with those of a projected table's year, where they end the year before. */
export function conMinimiProiettati(minimi: RegoleMinimi, { anno, istat }: TabellaAnno): RegoleMinimi {
  const ultimi = minimi.minimi.at(-1);
  if (ultimi === undefined || ultimi.anno !== anno - 1) return minimi;
  return { ...minimi, minimi: [...minimi.minimi, proiettaMinimi(ultimi, istat.percentuale, minimi)] };
}
