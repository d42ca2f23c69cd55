import type { RegoleProiezione } from '../../norme/proiezione.ts';
import { proiettaTabella as proietta } from '../../norme/proietta-tabella.ts';
import type { Fascia, TabellaAnno } from '../../norme/tabella-anno.ts';
import type { Giorno } from '../../valori/giorno.ts';
import type { Passo } from '../../valori/spiegazione.ts';
import { euroIt, unisciFonti } from '../formati.ts';

/** A table that nobody has published, with how it came about. */
export interface TabellaProiettata {
  readonly tabella: TabellaAnno;
  readonly passi: readonly Passo[];
  readonly avvertenze: readonly string[];
}

/**
 * Next year's table from an assumed ISTAT variation, explained.
 * @throws ErroreDati `aliquote-non-note` when the year before has no rates
 */
export function proiettaTabella(
  precedente: TabellaAnno,
  istat: string,
  regole: RegoleProiezione,
  oggi: Giorno,
  aliquote: TabellaAnno['aliquote'] = precedente.aliquote,
): TabellaProiettata {
  const tabella = proietta(precedente, istat, regole, oggi, aliquote);
  return {
    tabella,
    passi: tabella.fasce.map((fascia, indice) => step(fascia, precedente.fasce[indice], istat, regole)),
    avvertenze: tabella.note,
  };
}

function step(fascia: Fascia, prima: Fascia | undefined, istat: string, regole: RegoleProiezione): Passo {
  const variazione = istat.startsWith('-') ? '0%, la variazione è negativa' : `${istat.replace('.', ',')}%`;
  return {
    etichetta: `${fascia.numero}ª fascia: retribuzione convenzionale e contributi`,
    formula: `${euroIt(prima?.convenzionale ?? fascia.convenzionale)} × (1 + ${variazione}) = ${euroIt(fascia.convenzionale)}`,
    risultato: `con CUAF ${euroIt(fascia.contributo.conCuaf)}, senza CUAF ${euroIt(fascia.contributo.senzaCuaf)}, lavoratore ${euroIt(fascia.quotaLavoratore)}`,
    fonte: unisciFonti([...regole.fonti, ...regole.quotaLavoratore.fonti]),
  };
}
