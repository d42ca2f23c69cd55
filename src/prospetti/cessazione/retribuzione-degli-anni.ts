import type { Norme } from '../../norme/norme.ts';
import { regoleFinoAl } from '../../norme/proietta-tabella.ts';
import type { RegoleRetribuzioneAnnua } from '../../norme/retribuzione-annua.ts';
import type { TabellaAnno } from '../../norme/tabella-anno.ts';
import { type Centesimi, somma } from '../../valori/denaro.ts';
import { giorno } from '../../valori/giorno.ts';
import { mesiServiti, retribuzioneAnnua } from '../costo-annuo/index.ts';
import type { CondizioniDiFine, DatiCessazione } from './dati-cessazione.ts';

/** The table of a year: that of the next one is projected from the last that is out. */
export function tabellaDel(anno: number, norme: Norme): TabellaAnno {
  return regoleFinoAl(norme, anno).tabella(anno);
}

/** Gross pay of a year's months, and the thirteenth that they accrue. */
export interface PagaDellAnno {
  readonly mesi: number;
  /** Pay and board. */
  readonly globale: Centesimi;
  readonly tredicesima: Centesimi;
}

/**
 * What a year was paid by the terms that held in it, those of each month's fifteenth day.
 * @throws ErroreDati `vitto-alloggio-non-noto`, `anno-sconosciuto`
 */
export function pagaDellAnno(
  anno: number,
  dati: DatiCessazione,
  norme: Norme,
  regole: RegoleRetribuzioneAnnua,
): PagaDellAnno {
  const contati = new Map<CondizioniDiFine, number>();
  const serviti = mesiServiti(anno, dati.assunzione, dati.cessazione);
  for (const mese of serviti) {
    const meta = giorno(anno, mese, 15);
    const termini = dati.condizioni.findLast(({ dal }) => dal <= meta) ?? dati.condizioni[0];
    contati.set(termini, (contati.get(termini) ?? 0) + 1);
  }
  const parti = [...contati].map(([termini, mesi]) =>
    retribuzioneAnnua({ anno, ...termini, quotaLavoratoreACarico: false }, mesi, tabellaDel(anno, norme), regole),
  );
  return {
    mesi: serviti.length,
    globale: somma(parti.flatMap(({ paga, vittoAlloggio }) => [paga, vittoAlloggio])),
    tredicesima: somma(parti.map(({ tredicesima }) => tredicesima)),
  };
}
