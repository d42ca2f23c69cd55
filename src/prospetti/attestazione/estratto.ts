import { Decimale } from '../../valori/decimale.ts';
import { somma, type Centesimi } from '../../valori/denaro.ts';
import { raggruppa } from '../raggruppa.ts';
import { accrediti } from './accredito.ts';
import { fondoSottoIlMinimo, type LettoIl } from './fondo-dell-anno.ts';
import { inOrdine, type BollettinoPagato, type Persona } from './bollettino-pagato.ts';

/** Totals of a worker's calendar year of contribution. */
export interface AnnoEstratto {
  readonly anno: number;
  readonly ore: Decimale;
  readonly settimane: number;
  readonly settimaneAccreditate: number;
  readonly importo: Centesimi;
}

/** A payment, with the weeks that it gives the worker; null where those of its quarter stand on another line. */
export interface RigaEstratto extends BollettinoPagato {
  readonly settimaneAccreditate: number | null;
}

/** The worker's extract: what was paid for him or her, quarter by quarter (fields of INPS message 7108/2013). */
export interface Estratto {
  readonly lavoratore: Persona;
  readonly righe: readonly RigaEstratto[];
  readonly anni: readonly AnnoEstratto[];
  readonly avvertenze: readonly string[];
}

const NON_CERTIFICA =
  'È l’elenco dei pagamenti registrati in questo programma, di questi datori: non certifica l’accredito, che si vede nell’estratto conto INPS.';

/** @param bollettini payments; those for other workers are left out */
export function estratto(lavoratore: Persona, bollettini: readonly BollettinoPagato[], lettoIl: LettoIl): Estratto {
  const { criteri } = lettoIl.norme.criteri;
  const pagati = inOrdine(bollettini).filter(
    (bollettino) => bollettino.lavoratore.codiceFiscale === lavoratore.codiceFiscale,
  );
  const suoi = accrediti(pagati, criteri);
  const righe = pagati.map((riga, n): RigaEstratto => ({ ...riga, settimaneAccreditate: suoi[n] ?? null }));
  const perAnno = [...raggruppa(righe, ({ trimestre }) => trimestre.anno)];
  const anni = perAnno.map(([anno, sue]) => ({
    anno,
    ore: sue.reduce((totale, { ore }) => totale.plus(ore), new Decimale(0)),
    settimane: sue.reduce((totale, { settimane }) => totale + settimane, 0),
    settimaneAccreditate: sue.reduce((totale, riga) => totale + (riga.settimaneAccreditate ?? 0), 0),
    importo: somma(sue.map(({ importo }) => importo)),
  }));
  const { nome, regola, significato } = criteri.settimaneAccreditate;
  const avvertenze =
    righe.length === 0
      ? ['Non risultano pagamenti per questo lavoratore.']
      : [
          `${nome}. ${regola} ${significato}`,
          ...perAnno.flatMap(([anno, sue]) =>
            fondoSottoIlMinimo({ anno, criterio: 'anno-di-contribuzione' }, sue, lettoIl),
          ),
          NON_CERTIFICA,
        ];
  return { lavoratore, righe, anni, avvertenze };
}
