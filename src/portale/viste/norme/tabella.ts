import type { Fascia, TabellaAnno } from '../../../norme/tabella-anno.ts';
import { formatEuroItaliano, type Centesimi } from '../../../valori/denaro.ts';

/** One cell of the printed table. `calcolata`: not seen in print but worked out. */
interface Cella {
  readonly testo: string;
  readonly calcolata: boolean;
}

export interface VistaFascia {
  readonly nome: string;
  readonly convenzionale: Cella;
  readonly conCuaf: Cella;
  readonly senzaCuaf: Cella;
  /** Null before 2013. */
  readonly determinatoConCuaf: Cella | null;
  readonly determinatoSenzaCuaf: Cella | null;
  readonly quotaLavoratore: Cella;
}

/** The rows of a year's table, cell by cell as INPS prints them. */
export function righeTabella(tabella: TabellaAnno): readonly VistaFascia[] {
  return tabella.fasce.map((fascia) => {
    const cella = (chiave: string, importo: Centesimi): Cella => ({
      testo: formatEuroItaliano(importo),
      calcolata: tabella.celleCalcolate.includes(`fasce.${fascia.numero}.${chiave}`),
    });
    const { contributo, tempoDeterminato: determinato } = fascia;
    return {
      nome: nomeFascia(fascia),
      convenzionale: cella('convenzionale', fascia.convenzionale),
      conCuaf: cella('contributo.conCuaf', contributo.conCuaf),
      senzaCuaf: cella('contributo.senzaCuaf', contributo.senzaCuaf),
      determinatoConCuaf: determinato ? cella('tempoDeterminato.conCuaf', determinato.conCuaf) : null,
      determinatoSenzaCuaf: determinato ? cella('tempoDeterminato.senzaCuaf', determinato.senzaCuaf) : null,
      quotaLavoratore: cella('quotaLavoratore', fascia.quotaLavoratore),
    };
  });
}

/** As the circulars name the bands. */
function nomeFascia({ numero, oltre, finoA }: Fascia): string {
  if (numero === 4) return 'Oltre 24 ore a settimana';
  const da = oltre === undefined ? '' : `oltre ${formatEuroItaliano(oltre)} €`;
  const a = finoA === undefined ? '' : `fino a ${formatEuroItaliano(finoA)} €`;
  const testo = `${da} ${a}`.trim();
  return `${testo.charAt(0).toUpperCase()}${testo.slice(1)}`;
}
