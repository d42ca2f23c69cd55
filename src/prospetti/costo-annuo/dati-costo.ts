import { parseModifiche, type CampiCalcolo } from '../../contributi/parse-dati.ts';
import type { CodiceAssociazione, PagaPattuita } from '../../contributi/calcolo.ts';
import type { Decimale } from '../../valori/decimale.ts';
import { ErroreDati } from '../../valori/errore-dati.ts';
import type { Giorno } from '../../valori/giorno.ts';

/** A rapporto as it is, or as one thinks of making it, for one calendar year. */
export interface DatiCosto {
  readonly anno: number;
  readonly oreSettimanali: Decimale;
  readonly paga: PagaPattuita;
  /** Days of board and lodging a week (0-7). */
  readonly vittoAlloggioGiorni: number;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly associazione?: CodiceAssociazione;
  readonly assunzione?: Giorno;
  readonly cessazione?: Giorno;
  /** The employer pays the worker's share too instead of keeping it back from the pay. */
  readonly quotaLavoratoreACarico: boolean;
}

/** The same as people and programs write it: the calculation's fields, with the year in place of the quarter. */
export interface CampiCosto extends Omit<CampiCalcolo, 'trimestre' | 'ore' | 'settimane'> {
  readonly anno?: string | undefined;
  readonly quotaLavoratoreACarico?: boolean | undefined;
}

/**
 * From text to the input of the yearly cost.
 * @throws ErroreDati with `campo` = the name of the field that is wrong or missing
 */
export function parseDatiCosto(campi: CampiCosto): DatiCosto {
  const anno = campi.anno?.trim() ?? '';
  if (!/^\d{4}$/.test(anno)) {
    throw new ErroreDati('anno-non-valido', { testo: anno.slice(0, 20), campo: 'anno' });
  }
  const { oreSettimanali, paga, vittoAlloggioGiorni, associazione, assunzione, cessazione } = parseModifiche(campi);
  if (oreSettimanali === undefined) throw missing('oreSettimanali', 'le ore retribuite in una settimana');
  if (paga === undefined) throw missing('pagaOraria', 'la paga oraria, oppure quella mensile');
  return {
    anno: Number(anno),
    oreSettimanali,
    paga,
    vittoAlloggioGiorni: vittoAlloggioGiorni ?? 0,
    senzaCuaf: campi.senzaCuaf ?? false,
    tempoDeterminato: campi.tempoDeterminato ?? false,
    ...(associazione === undefined ? {} : { associazione }),
    ...(assunzione === undefined ? {} : { assunzione }),
    ...(cessazione === undefined ? {} : { cessazione }),
    quotaLavoratoreACarico: campi.quotaLavoratoreACarico ?? false,
  };
}

function missing(campo: string, che: string): ErroreDati {
  return new ErroreDati('campo-mancante', { che, campo });
}
