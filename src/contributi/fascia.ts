import type { Fascia, NumeroFascia, TabellaAnno } from '../norme/tabella-anno.ts';
import type { Centesimi } from '../valori/denaro.ts';
import { ErroreDati } from '../valori/errore-dati.ts';
import type { Fonte, Passo } from '../valori/spiegazione.ts';
import type { ContestoTrimestre } from './contesto-trimestre.ts';
import { type OreDelTrimestre, testo as testoOre } from './ore.ts';
import type { RetribuzioneEffettiva } from './retribuzione-effettiva.ts';
import { euro } from './testo.ts';

/** The band of an effective hourly pay in weeks up to 24 hours; the upper limit belongs to the band. */
export function fasciaDellaPaga(tabella: TabellaAnno, retribuzione: Centesimi): 1 | 2 | 3 {
  const [prima, seconda] = tabella.fasce;
  if (prima.finoA !== undefined && retribuzione <= prima.finoA) return 1;
  return seconda.finoA !== undefined && retribuzione <= seconda.finoA ? 2 : 3;
}

/**
 * The band that holds for the quarter: the fourth above 24 hours a week, else the pay's.
 * @throws ErroreDati `paga-mancante` when the pay decides and was not given
 */
export function scegliFascia(
  tabella: TabellaAnno,
  ore: OreDelTrimestre,
  retribuzione: RetribuzioneEffettiva | null,
): NumeroFascia {
  if (ore.oltre24) return 4;
  if (retribuzione !== null) return fasciaDellaPaga(tabella, retribuzione.centesimi);
  throw new ErroreDati(
    'paga-mancante',
    'Fino a 24 ore a settimana il contributo dipende dalla paga: indicare la paga oraria o quella mensile.',
    { campo: 'pagaOraria' },
  );
}

/** The step that says why this band. */
export function passoFascia(
  { tabella, criteri }: ContestoTrimestre,
  numero: NumeroFascia,
  ore: OreDelTrimestre,
  retribuzione: RetribuzioneEffettiva | null,
): Passo {
  if (numero === 4 || retribuzione === null) {
    const settimanali = testoOre(ore.settimanali);
    return {
      etichetta: 'Fascia: più di 24 ore a settimana, la paga non conta',
      formula: ore.divisore === 1 ? `${settimanali} > 24 ore` : `${settimanali} / ${ore.divisore} > 24 ore`,
      risultato: '4ª fascia',
      fonte: criteri.oltre24.fonte,
    };
  }
  const fascia = tabella.fasce[numero - 1] as Fascia;
  const paga = euro(retribuzione.centesimi);
  const sotto = fascia.oltre === undefined ? '' : `${euro(fascia.oltre)} < `;
  const sopra = fascia.finoA === undefined ? '' : ` ≤ ${euro(fascia.finoA)}`;
  return {
    etichetta: 'Fascia di retribuzione (fino a 24 ore a settimana)',
    formula: `${sotto}${paga}${sopra}`,
    risultato: `${numero}ª fascia`,
    fonte: tabella.fonti[0] as Fonte,
  };
}
