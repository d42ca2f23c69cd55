import { arrotondaAlCentesimo, Decimale, inEuro } from '../valori/decimale.ts';
import { type Centesimi, formatEuro } from '../valori/denaro.ts';
import { celleContributo } from './celle.ts';
import type { Fascia, TabellaAnno } from './tabella-anno.ts';

/** Something a table says that cannot be: which key, and why (Italian, without a final stop). */
export interface Difetto {
  readonly chiave: string;
  readonly motivo: string;
}

/** All that must hold inside one year's table; an empty list means sound. */
export function controllaAnno(tabella: TabellaAnno): Difetto[] {
  return [
    ...numerazione(tabella),
    ...limiti(tabella),
    ...tempoDeterminato(tabella),
    ...crescenza(tabella),
    ...tabella.fasce.flatMap(quote),
    ...formula(tabella),
  ];
}

/**
 * The ISTAT chain between two consecutive years: convenzionale = half-up(the year before × (1 + variation)); a negative
 * variation counts as zero (L. 208/2015 art. 1 c. 287, and the practice of the years before it).
 */
export function controllaCatena(precedente: TabellaAnno, tabella: TabellaAnno): Difetto[] {
  return tabella.fasce.flatMap((fascia, indice) => {
    const chiave = `fasce.${fascia.numero}.convenzionale`;
    if (spiegato(tabella, chiave)) return [];
    const base = precedente.fasce[indice as 0 | 1 | 2 | 3].convenzionale;
    const attesa = rivaluta(base, tabella.istat.percentuale);
    if (attesa === fascia.convenzionale) return [];
    const catena = `${precedente.anno} con ISTAT ${tabella.istat.percentuale}% dà ${formatEuro(attesa)}`;
    return [{ chiave, motivo: `${formatEuro(fascia.convenzionale)} non segue la catena ISTAT: ${catena}` }];
  });
}

/** One link of the ISTAT chain: cents × (1 + max(percent, 0)/100), half-up to the cent. */
export function rivaluta(convenzionale: Centesimi, percentuale: string): Centesimi {
  const variazione = Decimale.max(new Decimale(percentuale), 0).dividedBy(100).plus(1);
  return arrotondaAlCentesimo(inEuro(convenzionale).times(variazione));
}

/** Hourly contribution by the rates: half-up(convenzionale × sum of the percentages). A cross-check of the printed cell. */
export function contributoDaAliquote(convenzionale: Centesimi, aliquote: readonly string[]): Centesimi {
  const percento = aliquote.reduce((somma, aliquota) => somma.plus(aliquota), new Decimale(0));
  return arrotondaAlCentesimo(inEuro(convenzionale).times(percento).dividedBy(100));
}

function spiegato(tabella: TabellaAnno, cella: string): boolean {
  return tabella.scostamenti.some((scostamento) => scostamento.cella === cella);
}

function numerazione(tabella: TabellaAnno): Difetto[] {
  return tabella.fasce.flatMap(({ numero }, indice) =>
    numero === indice + 1
      ? []
      : [{ chiave: `fasce.${indice + 1}.numero`, motivo: `serve ${indice + 1}, non ${numero}` }],
  );
}

/** The bands touch without gap or overlap, and their limits are the convenzionali of the bands above. */
function limiti({ fasce }: TabellaAnno): Difetto[] {
  const [prima, seconda, terza, quarta] = fasce;
  const attesi: [string, Centesimi | undefined, Centesimi | undefined][] = [
    ['fasce.1.oltre', prima.oltre, undefined],
    ['fasce.1.finoA', prima.finoA, seconda.convenzionale],
    ['fasce.2.oltre', seconda.oltre, prima.finoA],
    ['fasce.2.finoA', seconda.finoA, terza.convenzionale],
    ['fasce.3.oltre', terza.oltre, seconda.finoA],
    ['fasce.3.finoA', terza.finoA, undefined],
    ['fasce.4.oltre', quarta.oltre, undefined],
    ['fasce.4.finoA', quarta.finoA, undefined],
  ];
  return attesi.flatMap(([chiave, valore, atteso]) =>
    valore === atteso ? [] : [{ chiave, motivo: `${mostra(valore)} dove le altre fasce vogliono ${mostra(atteso)}` }],
  );
}

function mostra(importo: Centesimi | undefined): string {
  return importo === undefined ? 'nessun limite' : formatEuro(importo);
}

/** The 1.40% exists in a table for all bands or for none, and always with its rate. */
function tempoDeterminato({ fasce, aliquote }: TabellaAnno): Difetto[] {
  const atteso = aliquote?.addizionaleTempoDeterminato !== undefined;
  return fasce.flatMap((fascia) =>
    (fascia.tempoDeterminato !== undefined) === atteso
      ? []
      : [{ chiave: `fasce.${fascia.numero}.tempoDeterminato`, motivo: 'deve esserci se e solo se c’è l’addizionale' }],
  );
}

function crescenza({ fasce }: TabellaAnno): Difetto[] {
  const [prima, seconda, terza, quarta] = fasce;
  const inOrdine: [Fascia, Fascia][] = [
    [quarta, prima],
    [prima, seconda],
    [seconda, terza],
  ];
  return inOrdine.flatMap(([bassa, alta]) =>
    bassa.convenzionale < alta.convenzionale &&
    bassa.contributo.conCuaf < alta.contributo.conCuaf &&
    bassa.contributo.senzaCuaf < alta.contributo.senzaCuaf &&
    bassa.quotaLavoratore < alta.quotaLavoratore
      ? []
      : [
          {
            chiave: `fasce.${alta.numero}`,
            motivo: `i suoi importi devono superare quelli della fascia ${bassa.numero}`,
          },
        ],
  );
}

/** The worker's part is less than the total, and the 1.40% only adds to it. */
function quote(fascia: Fascia): Difetto[] {
  const chiave = `fasce.${fascia.numero}`;
  const { conCuaf, senzaCuaf } = fascia.contributo;
  const difetti: Difetto[] = [];
  if (fascia.quotaLavoratore >= Math.min(conCuaf, senzaCuaf)) {
    difetti.push({ chiave: `${chiave}.quotaLavoratore`, motivo: 'deve essere minore del contributo' });
  }
  const termine = fascia.tempoDeterminato;
  if (termine !== undefined && (termine.conCuaf <= conCuaf || termine.senzaCuaf <= senzaCuaf)) {
    difetti.push({ chiave: `${chiave}.tempoDeterminato`, motivo: 'deve superare il contributo senza addizionale' });
  }
  return difetti;
}

/** Every cell whose rate is known is half-up(convenzionale × aliquota), or says why it is not. */
function formula(tabella: TabellaAnno): Difetto[] {
  return celleContributo(tabella).flatMap(({ percorso, fascia, valore, aliquote }) => {
    if (aliquote.length === 0 || spiegato(tabella, percorso)) return [];
    const atteso = contributoDaAliquote(fascia.convenzionale, aliquote);
    if (atteso === valore) return [];
    const conto = `${formatEuro(fascia.convenzionale)} × ${aliquote.filter((aliquota) => aliquota !== '0').join(' + ')}%`;
    return [{ chiave: percorso, motivo: `${formatEuro(valore)}, ma ${conto} dà ${formatEuro(atteso)}` }];
  });
}
