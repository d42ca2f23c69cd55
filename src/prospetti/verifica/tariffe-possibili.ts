import type { CodiceAssociazione } from '../../contributi/calcolo.ts';
import type { Norme } from '../../norme/norme.ts';
import { vale } from '../../norme/regole-scadenze.ts';
import type { NumeroFascia } from '../../norme/tabella-anno.ts';
import { estremi, type Trimestre } from '../../scadenze/trimestre.ts';
import { centesimi, type Centesimi } from '../../valori/denaro.ts';
import type { FattiNoti } from './dati-verifica.ts';

/** One cell of the year's table, with an association or none: what one hour of this kind costs. */
export interface TariffaPossibile {
  readonly fascia: NumeroFascia;
  readonly senzaCuaf: boolean;
  readonly tempoDeterminato: boolean;
  readonly associazione: CodiceAssociazione | null;
  /** Cents an hour, from the table alone. */
  readonly contributoOrario: Centesimi;
  /** Cents an hour with the association's. */
  readonly oraria: Centesimi;
}

/** Every kind of hour that the quarter knows and the known facts allow. */
export function tariffePossibili(trimestre: Trimestre, noti: FattiNoti, norme: Norme): TariffaPossibile[] {
  const quote = associations(trimestre, norme);
  const tutte = norme.tabella(trimestre.anno).fasce.flatMap(({ numero, contributo, tempoDeterminato }) =>
    [contributo, tempoDeterminato].flatMap((colonne, posto) =>
      colonne === undefined
        ? []
        : [colonne.conCuaf, colonne.senzaCuaf].flatMap((contributoOrario, colonna) =>
            quote.map(({ codice, oraria }): TariffaPossibile => ({
              fascia: numero,
              senzaCuaf: colonna === 1,
              tempoDeterminato: posto === 1,
              associazione: codice,
              contributoOrario,
              oraria: centesimi(contributoOrario + oraria),
            })),
          ),
    ),
  );
  return tutte.filter((tariffa) => allowed(tariffa, noti));
}

function associations(
  trimestre: Trimestre,
  norme: Norme,
): { readonly codice: CodiceAssociazione | null; readonly oraria: number }[] {
  const { ultimo } = estremi(trimestre);
  const note = norme.associazioni.associazioni.flatMap(({ codice, tariffe }) => {
    const tariffa = tariffe.find((voce) => vale(voce, ultimo));
    return tariffa === undefined ? [] : [{ codice, oraria: tariffa.totale }];
  });
  return [{ codice: null, oraria: 0 }, ...note];
}

function allowed(tariffa: TariffaPossibile, noti: FattiNoti): boolean {
  return (
    (noti.fascia === undefined || noti.fascia === tariffa.fascia) &&
    (noti.senzaCuaf === undefined || noti.senzaCuaf === tariffa.senzaCuaf) &&
    (noti.tempoDeterminato === undefined || noti.tempoDeterminato === tariffa.tempoDeterminato) &&
    (noti.associazione === undefined || noti.associazione === tariffa.associazione)
  );
}
